/// The page of the HTML report, around its data.
enum ReportPage {
    static func around(_ data: [UInt8]) -> [UInt8] {
        bytes(of: head) + bytes(of: style) + bytes(of: body) + data + bytes(of: middle)
            + bytes(of: script) + bytes(of: end)
    }

    static func bytes(of part: StaticString) -> [UInt8] { Array(part.description.utf8) }
}
