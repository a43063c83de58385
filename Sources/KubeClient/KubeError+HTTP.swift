internal import HTTP

extension KubeError {
    /// A fault below Kubernetes, told from the cluster's point of view.
    init(_ error: HTTPError) {
        let code: Code =
            switch error.code {
            case .cancelled: .cancelled
            case .clientCertificate: .credentials
            case .invalidRequest, .certificateAuthority: .configuration
            default: .unreachable
            }
        self.init(code, error.description, hint: error.hint)
    }
}

extension HTTPError {
    /// Whether it says something about the cluster as a whole rather than about one request.
    var concernsWholeRun: Bool {
        switch code {
        case .cut, .timeout, .tooLarge, .protocolError: false
        default: true
        }
    }
}
