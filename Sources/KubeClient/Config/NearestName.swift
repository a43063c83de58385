/// The name someone most likely meant.
enum NearestName {
    /// `nil` when nothing is near enough to be worth naming.
    static func find(_ wanted: String, in names: [String]) -> String? {
        let limit = max(2, wanted.count / 3)
        return names.map { ($0, distance(wanted, $0)) }
            .filter { $0.1 <= limit || $0.0.hasPrefix(wanted) || $0.0.hasSuffix(wanted) }
            .min { $0.1 < $1.1 }?.0
    }

    /// Levenshtein's distance, one row at a time.
    private static func distance(_ a: String, _ b: String) -> Int {
        let b = Array(b.utf8)
        var row = Array(0...b.count)
        for (i, byteA) in a.utf8.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, byteB) in b.enumerated() {
                let change = diagonal + (byteA == byteB ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}
