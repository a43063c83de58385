package import ClusterModel

extension Probe {
    /// What the probe asks: `GET :8080/healthz`, `TCP :5432`, `gRPC :9000`, `a command`. Commands
    /// are not shown: they may have credentials among their arguments.
    package var asks: String {
        if let get = handler.httpGet {
            return "GET :\(get.port)\(get.path.isEmpty ? "/" : get.path.string)"
        }
        if let tcp = handler.tcpSocket { return "TCP :\(tcp.port)" }
        if let grpc = handler.grpc { return "gRPC :\(grpc.port)" }
        return "a command"
    }

    /// Seconds from a container's start in which the probe may fail without consequence.
    package var allowance: Int {
        let period = periodSeconds > 0 ? periodSeconds : 10
        let failures = failureThreshold > 0 ? failureThreshold : 3
        let (seconds, overflow) = period.multipliedReportingOverflow(by: failures)
        return overflow ? .max : initialDelaySeconds.addingReportingOverflow(seconds).partialValue
    }
}

extension Container {
    /// That the probe asks a port which the container does not declare; nil if it does, if it
    /// declares none, or if the probe asks none.
    package func undeclaredPort(of probe: Probe) -> String? {
        let grpc = probe.handler.grpc.map { IntOrString.int($0.port) }
        guard let port = probe.port ?? grpc else { return nil }
        let declared = ports.map { "\($0.containerPort)" }.joined(separator: ", ")
        switch port {
        case .int(let number):
            if ports.isEmpty || ports.contains(where: { $0.containerPort == number }) { return nil }
            return "port \(number) is not among the ports the container declares (\(declared))"
        case .string(let name):
            if ports.contains(where: { $0.name == name }) { return nil }
            return "the container declares no port named \"\(name)\""
        }
    }
}
