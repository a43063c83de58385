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
