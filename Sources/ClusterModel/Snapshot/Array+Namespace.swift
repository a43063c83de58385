extension Snapshot {
    /// True if the namespace, or an object in it, is here.
    package func holdsAnything(of namespace: Symbol) -> Bool {
        if namespaces.contains(where: { $0.metadata.name == namespace }) { return true }
        var search = NamespaceSearch(namespace: namespace)
        var copy = self
        try? copy.each(&search)
        return search.isFound
    }

    private struct NamespaceSearch: ObjectListVisitor {
        let namespace: Symbol
        var isFound = false

        mutating func visit<T: KubeObject>(_ objects: inout [T]) {
            isFound = isFound || !objects.inNamespace(namespace).isEmpty
        }
    }
}

extension Array where Element: KubeObject {
    /// A namespace's objects, found by bisection: a snapshot's arrays are sorted by namespace.
    package func inNamespace(_ namespace: Symbol) -> ArraySlice<Element> {
        func firstIndex(_ belongs: (Symbol) -> Bool) -> Int {
            var (low, high) = (0, count)
            while low < high {
                let middle = (low + high) / 2
                if belongs(self[middle].metadata.namespace) {
                    high = middle
                } else {
                    low = middle + 1
                }
            }
            return low
        }
        let start = firstIndex { !($0 < namespace) }
        let end = firstIndex { namespace < $0 }
        return self[start..<Swift.max(start, end)]
    }
}
