package import ClusterModel
package import HTTP
package import StructuredData

/// "What may I in this namespace?" (`authorization.k8s.io/v1`, SelfSubjectRulesReview).
package struct RulesReview: Message {
    package var apiVersion = "authorization.k8s.io/v1"
    package var kind = "SelfSubjectRulesReview"
    package var spec = Spec()
    package var status = Status()

    package struct Spec: Message {
        package var namespace = ""
        package static let keys = KeyTable(of: Self.self)
        package init() {}
        package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
            try visit.field("namespace", 1, &namespace)
        }
    }

    package struct Status: Message {
        package var resourceRules: [Rule] = []
        /// The server could not find out everything; what it says is allowed is.
        package var incomplete = false
        package static let keys = KeyTable(of: Self.self)
        package init() {}
        package var isAbsent: Bool { resourceRules.isEmpty && !incomplete }
        package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
            try visit.field("resourceRules", 1, &resourceRules)
            try visit.field("incomplete", 3, &incomplete)
        }
    }

    package struct Rule: Message {
        package var verbs: [String] = []
        package var apiGroups: [String] = []
        package var resources: [String] = []
        package var resourceNames: [String] = []
        package static let keys = KeyTable(of: Self.self)
        package init() {}
        package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
            try visit.field("verbs", 1, &verbs)
            try visit.field("apiGroups", 2, &apiGroups)
            try visit.field("resources", 3, &resources)
            try visit.field("resourceNames", 4, &resourceNames)
        }

        func allows(_ verb: String, _ path: ResourcePath) -> Bool {
            resourceNames.isEmpty && verbs.matches(verb)
                && apiGroups.matches(path.groupVersion.group) && covers(path)
        }

        /// A subresource is one of its own to RBAC: `pods` does not cover `pods/log`.
        private func covers(_ path: ResourcePath) -> Bool {
            guard let subresource = path.subresource else { return resources.matches(path.plural) }
            return resources.matches("\(path.plural)/\(subresource)")
                || resources.contains("*/\(subresource)")
        }
    }

    package static let keys = KeyTable(of: Self.self)
    package init() {}
    package init(namespace: String) { spec.namespace = namespace }

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("apiVersion", 10, &apiVersion)
        try visit.field("kind", 11, &kind)
        try visit.field("spec", 2, &spec)
        try visit.field("status", 3, &status)
    }

    package func allows(_ verb: String, _ path: ResourcePath) -> Bool {
        status.resourceRules.contains { $0.allows(verb, path) }
    }

    package func request(to server: String) -> Request {
        .posting(self, to: server, "selfsubjectrulesreviews")
    }
}

extension [String] {
    fileprivate func matches(_ wanted: String) -> Bool { contains("*") || contains(wanted) }
}
