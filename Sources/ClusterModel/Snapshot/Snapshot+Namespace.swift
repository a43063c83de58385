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
