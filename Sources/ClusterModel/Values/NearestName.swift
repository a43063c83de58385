/// A detector whose findings of one scan exceed this offers no names that may have been meant: each
/// costs a comparison with everything in the namespace, and so many are no slips of the pen.
package let nearestNameLimit = 100

/// The candidate a person most likely meant: the nearest by edit distance, if it is near at all
/// (at most a third of the longer name). Ties go to the first by name.
package func nearestName(
    to wanted: String, among candidates: some Sequence<String>
) -> String? {
    let wanted = Array(wanted.utf8)
    guard !wanted.isEmpty else { return nil }
    var best: (distance: Int, name: String)?
    for name in candidates {
        let length = name.utf8.count
        let limit = max(max(wanted.count, length) / 3, 1)
        let bound = min(limit, best?.distance ?? limit)
        guard abs(wanted.count - length) <= bound else { continue }
        let distance = editDistance(wanted, Array(name.utf8), upTo: bound)
        guard distance <= bound, distance > 0 else { continue }
        if let best, (best.distance, best.name) <= (distance, name) { continue }
        best = (distance, name)
    }
    return best?.name
}

package func nearestName(
    to wanted: String, among candidates: some Sequence<Symbol>
) -> String? {
    nearestName(to: wanted, among: candidates.lazy.map(\.string))
}

/// Offers names for a detector, up to the limit.
package struct NameHints {
    private var left = nearestNameLimit

    package init() {}

    package mutating func nearest(
        to wanted: Symbol, among candidates: some Sequence<Symbol>
    ) -> String? {
        guard left > 0 else { return nil }
        left -= 1
        return nearestName(to: wanted.string, among: candidates)
    }
}

/// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours each
/// count one. Past `bound` the distance is no longer exact, only greater than it.
package func editDistance(_ a: [UInt8], _ b: [UInt8], upTo bound: Int = .max) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    var lastNearest = 0
    for i in 1...a.count {
        var row = [i]
        var rowNearest = i
        row.reserveCapacity(b.count + 1)
        for j in 1...b.count {
            var cost = min(
                last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                cost = min(cost, beforeLast[j - 2] + 1)
            }
            row.append(cost)
            rowNearest = min(rowNearest, cost)
        }
        (beforeLast, last) = (last, row)
        // A row is reached from one of the two before it.
        if min(rowNearest, lastNearest) > bound { return min(rowNearest, lastNearest) }
        lastNearest = rowNearest
    }
    return last[b.count]
}
