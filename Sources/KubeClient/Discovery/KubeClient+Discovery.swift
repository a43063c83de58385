package import ClusterModel
internal import HTTP

extension KubeClient {
    /// What the server has of `wanted`: two requests where it aggregates (since 1.26), else one
    /// more for each wanted group and version it lists, all at once.
    package func discover(_ wanted: Set<GroupVersion> = .ofAllKinds) async throws(KubeError)
        -> ServedAPI
    {
        async let core = document("/api")
        async let groups = document("/apis")
        var served = ServedAPI()
        let documents = [try await core.get(), try await groups.get()]
        var asked: [GroupVersion] = []
        for document in documents {
            if document.isAggregated { served.add(document) } else { asked += document.listed }
        }
        for (groupVersion, result) in await resourceLists(asked.filter(wanted.contains)) {
            switch result {
            case .success(let resources): served.add(resources, in: groupVersion)
            case .failure(let error) where error.code == .cancelled: throw error
            case .failure(let error): served.fail(groupVersion, error.message)
            }
        }
        return served
    }

    private func document(_ path: String) async -> Result<DiscoveryDocument, KubeError> {
        let request = Request(url: server + path, headers: ["Accept": MediaType.discovery])
        do throws(KubeError) {
            let document: DiscoveryDocument = try await read(request)
            guard document.isDiscovery else {
                throw KubeError(
                    .notKubernetes, "GET \(path): the server's answer is no list of APIs",
                    hint: "is this URL an API server?")
            }
            return .success(document)
        } catch {
            return .failure(error)
        }
    }

    private func resourceLists(
        _ groupVersions: [GroupVersion]
    ) async -> [GroupVersion: Result<[ServedAPI.Resource], KubeError>] {
        await withTaskGroup { group in
            for groupVersion in groupVersions {
                group.addTask { (groupVersion, await self.resources(in: groupVersion)) }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    private func resources(
        in groupVersion: GroupVersion
    ) async -> Result<[ServedAPI.Resource], KubeError> {
        let url = server + ResourcePath.root(groupVersion)
        let request = Request(url: url, headers: ["Accept": MediaType.json])
        do throws(KubeError) {
            let list: APIResourceList = try await read(request)
            return .success(ServedAPI.Resource.list(list.resources))
        } catch {
            return .failure(error)
        }
    }
}

extension DiscoveryDocument {
    /// The groups and versions of the older documents; those of the core group have no group.
    fileprivate var listed: [GroupVersion] {
        versions.map { GroupVersion("", $0) }
            + groups.flatMap { group in group.versions.map { GroupVersion(group.name, $0.version) }
            }
    }
}

extension Set<GroupVersion> {
    /// Every group and version that a kind may come from.
    package static let ofAllKinds = Set(Kind.listed.flatMap(\.groupVersions))
}
