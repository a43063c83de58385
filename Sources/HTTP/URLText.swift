/// Percent-encoding (RFC 3986): all but the unreserved characters, so that no name or selector can
/// change the path or the query it is put in.
package enum URLText {
    package static func encode(_ text: String) -> String {
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
    package static func query(_ items: [(name: String, value: String)]) -> String {
        let pairs = items.filter { !$0.value.isEmpty }.map { "\($0.name)=\(encode($0.value))" }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }
}
