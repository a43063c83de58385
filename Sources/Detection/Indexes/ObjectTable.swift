import ClusterModel

/// Objects of one kind, in order, and where each is.
struct ObjectTable<Object: KubeObject> {
    private let objects: [Object]
    private let places: [ObjectKey: Int32]

    /// - Parameter objects: in order, each once.
    init(_ objects: [Object]) {
        var places: [ObjectKey: Int32] = [:]
        places.reserveCapacity(objects.count)
        for i in objects.indices { places[objects[i].key] = Int32(truncatingIfNeeded: i) }
        self.objects = objects
        self.places = places
    }

    var count: Int { objects.count }

    subscript(place: Int) -> Object { objects[place] }

    subscript(key: String) -> Object? {
        places[ObjectKey(Object.kind, text: key)].map { objects[Int($0)] }
    }
}
