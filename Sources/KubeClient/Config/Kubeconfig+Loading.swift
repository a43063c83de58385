extension Kubeconfig {
    /// Reads the files kubectl would: `--kubeconfig`, else the list in `KUBECONFIG`, else
    /// `~/.kube/config`. Only a file named by the flag has to exist.
    package static func load(
        explicit: String?, environment: [String: String]
    ) throws(KubeError) -> Kubeconfig {
        var config = Kubeconfig()
        for file in try paths(explicit: explicit, environment: environment) {
            do {
                try config.merge(try FileBytes.read(file), file: file)
            } catch let failure as FileBytes.Failure {
                guard failure.isMissing, explicit == nil else {
                    throw KubeError.configuration(failure.reason, in: file)
                }
                config.noteMissing(file)
            } catch let error as KubeError {
                throw error
            } catch {
                throw KubeError.configuration("\(error)", in: file)
            }
        }
        return config
    }

    static func paths(
        explicit: String?, environment: [String: String]
    ) throws(KubeError) -> [String] {
        if let explicit {
            guard !explicit.isEmpty else { throw .configuration("--kubeconfig names no file") }
            return [explicit]
        }
        if let list = environment["KUBECONFIG"], !list.isEmpty {
            var seen: Set<String> = []
            return list.split(separator: ":").map(String.init).filter { seen.insert($0).inserted }
        }
        guard let home = environment["HOME"], !home.isEmpty else { return [] }
        return ["\(home)/.kube/config"]
    }
}
