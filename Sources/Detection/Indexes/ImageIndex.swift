package import ClusterModel
package import StructuredData

/// Image, as the pods' specifications name it → the containers that run it.
package struct ImageIndex: Index {
    private let pods: [Pod]
    private let images: [Symbol]
    /// A pod stands once for an image, however many of its containers have it.
    private let places: [Symbol: [Int32]]

    package init(_ source: IndexSource) {
        pods = source.pods
        var places: [Symbol: [Int32]] = [:]
        for i in pods.indices {
            let place = Int32(truncatingIfNeeded: i)
            let spec = pods[i].spec
            for container in spec.initContainers + spec.containers where !container.image.isEmpty {
                if places[container.image]?.last != place {
                    places[container.image, default: []].append(place)
                }
            }
        }
        images = places.keys.sorted()
        self.places = places
    }

    package var count: Int { images.count }
    package subscript(place: Int) -> ImageUses { entry(images[place]) }

    package subscript(key: String) -> ImageUses? {
        let image = Symbol(key)
        return places[image] == nil ? nil : entry(image)
    }

    private func entry(_ image: Symbol) -> ImageUses {
        let places = places[image] ?? []
        var entry = ImageUses()
        entry.key = image.string
        entry.pods.value = places.count
        entry.containers = places.flatMap { containers(of: pods[Int($0)], image) }
        return entry
    }

    private func containers(of pod: Pod, _ image: Symbol) -> [ImageUse] {
        [(pod.spec.initContainers, true), (pod.spec.containers, false)].flatMap { list, isInit in
            list.filter { $0.image == image }.map { container in
                var use = ImageUse()
                use.namespace = pod.metadata.namespace
                use.pod = pod.metadata.name
                use.container = container.name
                use.isInit = isInit
                return use
            }
        }
    }
}

/// Where an image runs.
package struct ImageUses: IndexEntry {
    package static let kindName = "ImageUses"

    package fileprivate(set) var key = ""
    package var pods = Always(0)
    package var containers: [ImageUse] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("key", 1, &key)
        try visit.field("pods", 2, &pods)
        try visit.field("containers", 3, &containers)
    }
}

/// One container.
package struct ImageUse: Message {
    package var namespace = Symbol.empty
    package var pod = Symbol.empty
    package var container = Symbol.empty
    package var isInit = false

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("namespace", 1, &namespace)
        try visit.field("pod", 2, &pod)
        try visit.field("container", 3, &container)
        try visit.field("init", 4, &isInit)
    }
}
