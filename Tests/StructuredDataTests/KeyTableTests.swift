import StructuredData
import Testing

@Suite struct KeyTableTests {
    static func number(_ name: String, in table: KeyTable) -> Int {
        Array(name.utf8).withUnsafeBytes { table.number(of: $0) }
    }

    @Test func `every key of every length is found, and no other`() {
        let names = (0..<200).map { "k" + String(repeating: "xy", count: $0 % 23) + "\($0)" }
        let table = KeyTable(names.enumerated().map { ($1, $0 + 1) })
        for (index, name) in names.enumerated() {
            #expect(Self.number(name, in: table) == index + 1)
            #expect(Self.number(name + "z", in: table) == 0)
        }
        #expect(Self.number("", in: table) == 0)
    }

    @Test func `long keys that differ in the middle are told apart`() {
        let first = "aaaaaaaaXbbbbbbbb"
        let second = "aaaaaaaaYbbbbbbbb"
        let table = KeyTable([(first, 1)])
        #expect(Self.number(first, in: table) == 1 && Self.number(second, in: table) == 0)
    }

    @Test func `a key is found in JSON as it is by its bytes`() throws {
        let names = ["", "a", "abcdefg", "abcdefgh", "abcdefghi", "abcdefghijklmnop", "ü"]
        let table = KeyTable(names.enumerated().map { ($1, $0 + 1) })
        let text = "{" + names.map { "\"\($0)\":0" }.joined(separator: ",") + ",\"b\":0}"
        var found: [Int] = []
        try Array(text.utf8).withUnsafeBytes {
            try Reader.read($0, format: .json, source: "test") { reader in
                try reader.eachField(table) { number, _ in
                    found.append(number)
                    return false
                }
            }
        }
        #expect(found == Array(1...names.count))
    }
}
