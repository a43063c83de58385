package import StructuredData

/// Webhooks that may change objects.
package struct MutatingWebhookConfiguration: ChangedObject {
    package static let kind = Kind.mutatingWebhookConfiguration
    package var changedMetadata = ChangedMeta()
    package var webhooks: [Webhook] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &changedMetadata)
        try visit.field("webhooks", 2, &webhooks)
    }
}

/// Webhooks that may refuse objects.
package struct ValidatingWebhookConfiguration: ChangedObject {
    package static let kind = Kind.validatingWebhookConfiguration
    package var changedMetadata = ChangedMeta()
    package var webhooks: [Webhook] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &changedMetadata)
        try visit.field("webhooks", 2, &webhooks)
    }
}

/// One admission webhook. The field numbers used here are the same in both kinds.
package struct Webhook: Message, Hashable {
    package var name = Symbol.empty
    package var clientConfig = WebhookClientConfig()
    package var rules: [WebhookRule] = []
    package var failurePolicy = Symbol.empty
    package var namespaceSelector: LabelSelector?
    package var timeoutSeconds: Int?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("clientConfig", 2, &clientConfig)
        try visit.field("rules", 3, &rules)
        try visit.field("failurePolicy", 4, &failurePolicy)
        try visit.field("namespaceSelector", 5, &namespaceSelector)
        try visit.field("timeoutSeconds", 7, &timeoutSeconds)
    }
}

/// Where the webhook is.
package struct WebhookClientConfig: Message, Hashable {
    package var service: ServiceReference?
    package var url = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("service", 1, &service)
        try visit.field("url", 3, &url)
        url = url.withoutLoginAndQuery
    }
}

/// The Service that answers.
package struct ServiceReference: Message, Hashable {
    package var namespace = Symbol.empty
    package var name = Symbol.empty
    package var path = Symbol.empty
    package var port: Int?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("namespace", 1, &namespace)
        try visit.field("name", 2, &name)
        try visit.field("path", 3, &path)
        try visit.field("port", 4, &port)
    }
}

/// What the webhook is asked about.
package struct WebhookRule: Message, Hashable {
    package var operations: [Symbol] = []
    package var rule = WebhookResources()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("operations", 1, &operations)
        try visit.embedded(2, &rule)
    }
}

/// The resources of a rule.
package struct WebhookResources: Message, Hashable {
    package var apiGroups: [Symbol] = []
    package var resources: [Symbol] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("apiGroups", 1, &apiGroups)
        try visit.field("resources", 3, &resources)
    }
}
