package import ClusterModel

/// The place of a resource in the API: `/apis/apps/v1/namespaces/web/deployments/front`.
package struct ResourcePath: Sendable, Hashable {
    package var groupVersion: GroupVersion
    package var plural: String
    package var namespace: String?
    package var name: String?
    package var subresource: String?

    package init(
        _ groupVersion: GroupVersion, _ plural: String, namespace: String? = nil,
        name: String? = nil, subresource: String? = nil
    ) {
        self.groupVersion = groupVersion
        self.plural = plural
        self.namespace = namespace
        self.name = name
        self.subresource = subresource
    }

    package var text: String {
        var path = ResourcePath.root(groupVersion)
        if let namespace { path += "/namespaces/\(URLText.encode(namespace))" }
        path += "/\(URLText.encode(plural))"
        if let name { path += "/\(URLText.encode(name))" }
        if let subresource { path += "/\(URLText.encode(subresource))" }
        return path
    }

    static func root(_ groupVersion: GroupVersion) -> String {
        let version = URLText.encode(groupVersion.version)
        if groupVersion.group.isEmpty { return "/api/\(version)" }
        return "/apis/\(URLText.encode(groupVersion.group))/\(version)"
    }
}

/// Percent-encoding (RFC 3986): all but the unreserved characters, so that no name or selector can
/// change the path or the query it is put in.
enum URLText {
    static func encode(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return result
    }

    /// `?a=b&c=d` in the order given, without what is empty; nothing at all when all is.
    static func query(_ items: [(name: String, value: String)]) -> String {
        let pairs = items.filter { !$0.value.isEmpty }.map { "\($0.name)=\(encode($0.value))" }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }
}
