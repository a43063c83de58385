internal import ClusterModel
internal import HTTP
internal import StructuredData

/// What an answer is, judged by its status and type before its body is read.
enum Answer {
    /// Kubernetes' own data.
    case data(ItemReader.Format)
    /// Kubernetes says no; the Status where it sent one.
    case refusal(Int, APIStatus?)

    /// - Throws: `.notKubernetes` for what no API server would say.
    static func judge(_ response: Response, to request: Request) async throws(KubeError) -> Answer {
        let head = response.head
        if head.isSuccess {
            guard let format = format(of: head) else { throw notKubernetes(head, request) }
            return .data(format)
        }
        let type = head.mediaType
        if (300..<400).contains(head.status) || type == "text/html" {
            throw notKubernetes(head, request)
        }
        let body: [UInt8]
        do {
            body = try await response.body.collect(upTo: 1 << 20)
        } catch {
            if error.code == .cancelled { throw KubeError(error) }
            body = []
        }
        let status = APIStatus(body)
        // Go's TLS servers answer plain requests so.
        if head.status == 400, status == nil, request.url.hasPrefix("http://") {
            throw notKubernetes(head, request, hint: "does it speak TLS? then write https://")
        }
        return .refusal(head.status, status)
    }

    private static func format(of head: ResponseHead) -> ItemReader.Format? {
        switch head.mediaType {
        case MediaType.protobuf: .protobuf
        case MediaType.json: .json
        default: nil
        }
    }

    private static func notKubernetes(
        _ head: ResponseHead, _ request: Request, hint: String? = nil
    ) -> KubeError {
        let target = URLParts(request.url).map { $0.hostPort + $0.path } ?? ""
        let what: String
        if (300..<400).contains(head.status) {
            let place = head.headers["Location"].flatMap { URLParts($0)?.hostPort }
            what = "sends us elsewhere" + (place.map { " (\($0))" } ?? "")
        } else {
            what = "answered \(head.mediaType ?? "without a type")"
        }
        return KubeError(
            .notKubernetes,
            "\(request.method.rawValue) \(target): the server \(what), not Kubernetes",
            hint: hint ?? "is this URL an API server?")
    }
}

extension KubeError {
    /// A refusal in one sentence: Kubernetes' own message where there is one.
    static func refused(_ code: Int, _ status: APIStatus?, _ request: Request) -> KubeError {
        let path = URLParts(request.url)?.path ?? ""
        return KubeError(
            .api(code), "\(request.method.rawValue) \(path): \(reason(code, status))")
    }

    static func reason(_ code: Int, _ status: APIStatus?) -> String {
        if let message = status?.message, !message.isEmpty { return message }
        if let reason = status?.reason, !reason.isEmpty { return "\(reason) (\(code))" }
        return switch code {
        case 403: "forbidden (403)"
        case 404: "not found (404)"
        case 429: "the server is too busy (429)"
        case 500...: "the server failed (\(code))"
        default: "the server answered \(code)"
        }
    }
}
