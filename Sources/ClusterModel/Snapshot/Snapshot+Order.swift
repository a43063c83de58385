extension Snapshot {
    /// Takes over what another snapshot holds; what both hold is settled by `normalize`.
    package mutating func merge(_ other: consuming Snapshot) {
        var other = other
        // Both have the same arrays in the same order: collect one, then append to the other.
        var taken = Collector()
        try? other.each(&taken)
        var giver = Appender(parts: taken.parts)
        try? each(&giver)
        for entry in other.coverage.values { setCoverage(entry) }
        namespacesLeftOut.formUnion(other.namespacesLeftOut)
    }

    /// Sorts every kind by namespace and name, and of objects read twice keeps the last: dumps
    /// repeat objects, and everything derived from a snapshot relies on the order.
    package mutating func normalize() {
        var sorter = Sorter()
        try? each(&sorter)
    }

    private struct Collector: ObjectListVisitor {
        var parts: [any Sendable] = []
        mutating func visit<T: KubeObject>(_ objects: inout [T]) {
            parts.append(objects)
            objects = []
        }
    }

    private struct Appender: ObjectListVisitor {
        var parts: [any Sendable]
        var place = 0
        mutating func visit<T: KubeObject>(_ objects: inout [T]) {
            defer { place += 1 }
            guard let part = parts[place] as? [T], !part.isEmpty else { return }
            parts[place] = 0
            if objects.isEmpty { objects = part } else { objects += part }
        }
    }

    private struct Sorter: ObjectListVisitor {
        mutating func visit<T: KubeObject>(_ objects: inout [T]) {
            if isStrictlySorted(objects) { return }
            // Stable: of equals the one read last stays last, and is kept.
            let order = objects.indices.sorted { a, b in
                let (x, y) = (objects[a].key, objects[b].key)
                return x == y ? a < b : x < y
            }
            var sorted: [T] = []
            sorted.reserveCapacity(objects.count)
            for index in order {
                if let last = sorted.last, last.key == objects[index].key {
                    sorted[sorted.count - 1] = objects[index]
                } else {
                    sorted.append(objects[index])
                }
            }
            objects = sorted
        }

        /// The API server lists in this order, so most often there is nothing to do.
        private func isStrictlySorted<T: KubeObject>(_ objects: [T]) -> Bool {
            var i = 1
            while i < objects.count {
                if !(objects[i - 1].key < objects[i].key) { return false }
                i += 1
            }
            return true
        }
    }
}
