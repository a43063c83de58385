package import ClusterModel
package import HTTP
package import StructuredData

/// "May I …?" (`authorization.k8s.io/v1`, SelfSubjectAccessReview). Posting it changes nothing.
package struct AccessReview: Message {
    package var apiVersion = "authorization.k8s.io/v1"
    package var kind = "SelfSubjectAccessReview"
    package var spec = Spec()
    package var status = Status()

    package struct Spec: Message {
        package var resourceAttributes = ResourceAttributes()
        package static let keys = KeyTable(of: Self.self)
        package init() {}
        package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
            try visit.field("resourceAttributes", 1, &resourceAttributes)
        }
    }

    package struct ResourceAttributes: Message {
        package var namespace = ""
        package var verb = ""
        package var group = ""
        package var resource = ""
        package var subresource = ""
        package var name = ""
        package static let keys = KeyTable(of: Self.self)
        package init() {}
        package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
            try visit.field("namespace", 1, &namespace)
            try visit.field("verb", 2, &verb)
            try visit.field("group", 3, &group)
            try visit.field("resource", 5, &resource)
            try visit.field("subresource", 6, &subresource)
            try visit.field("name", 7, &name)
        }
    }

    package struct Status: Message {
        package var allowed = false
        package var reason = ""
        package static let keys = KeyTable(of: Self.self)
        package init() {}
        package var isAbsent: Bool { !allowed && reason.isEmpty }
        package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
            try visit.field("allowed", 1, &allowed)
            try visit.field("reason", 2, &reason)
        }
    }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package init(verb: String, _ path: ResourcePath) {
        spec.resourceAttributes.verb = verb
        spec.resourceAttributes.namespace = path.namespace ?? ""
        spec.resourceAttributes.group = path.groupVersion.group
        spec.resourceAttributes.resource = path.plural
        spec.resourceAttributes.subresource = path.subresource ?? ""
        spec.resourceAttributes.name = path.name ?? ""
    }

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("apiVersion", 10, &apiVersion)
        try visit.field("kind", 11, &kind)
        try visit.field("spec", 2, &spec)
        try visit.field("status", 3, &status)
    }

    package func request(to server: String) -> Request {
        .posting(self, to: server, "selfsubjectaccessreviews")
    }
}

extension Request {
    /// A review is asked by posting it.
    static func posting(_ review: some Message, to server: String, _ plural: String) -> Request {
        let path = ResourcePath(GroupVersion("authorization.k8s.io", "v1"), plural)
        return Request(
            .post, url: server + path.text,
            headers: ["Accept": MediaType.json, "Content-Type": MediaType.json],
            body: Array(JSONText.write(review).utf8), isRepeatable: true)
    }
}
