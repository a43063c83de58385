package import StructuredData

/// A volume of a pod, as far as it refers to other objects.
package struct Volume: Message, Hashable {
    package var name = Symbol.empty
    package var source = VolumeSource()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.embedded(2, &source)
    }
}

/// Only the sources that can be missing.
package struct VolumeSource: Message, Hashable {
    package var secret: SecretVolumeSource?
    package var persistentVolumeClaim: ClaimReference?
    package var azureFile: AzureFileVolumeSource?
    package var configMap: ConfigMapVolumeSource?
    package var projected: ProjectedVolumeSource?
    package var csi: CSIVolumeSource?
    package var ephemeral: EphemeralVolumeSource?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("secret", 6, &secret)
        try visit.field("persistentVolumeClaim", 10, &persistentVolumeClaim)
        try visit.field("azureFile", 18, &azureFile)
        try visit.field("configMap", 19, &configMap)
        try visit.field("projected", 26, &projected)
        try visit.field("csi", 28, &csi)
        try visit.field("ephemeral", 29, &ephemeral)
    }
}

/// A Secret as files.
package struct SecretVolumeSource: Message, Hashable {
    package var secretName = Symbol.empty
    package var items: [KeyToPath] = []
    package var optional = false

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("secretName", 1, &secretName)
        try visit.field("items", 2, &items)
        try visit.field("optional", 4, &optional)
    }
}

/// A ConfigMap as files.
package struct ConfigMapVolumeSource: Message, Hashable {
    package var reference = NameReference()
    package var items: [KeyToPath] = []
    package var optional = false

    package var name: Symbol { reference.name }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.embedded(1, &reference)
        try visit.field("items", 2, &items)
        try visit.field("optional", 4, &optional)
    }
}

/// One key of a ConfigMap or Secret as a file.
package struct KeyToPath: Message, Hashable {
    package var key = Symbol.empty
    package var path = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("key", 1, &key)
        try visit.field("path", 2, &path)
    }
}

/// A PersistentVolumeClaim by name.
package struct ClaimReference: Message, Hashable {
    package var claimName = Symbol.empty
    package var readOnly = false

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("claimName", 1, &claimName)
        try visit.field("readOnly", 2, &readOnly)
    }
}

/// An inline volume of a CSI driver.
package struct CSIVolumeSource: Message, Hashable {
    package var driver = Symbol.empty
    package var nodePublishSecretRef: NameReference?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("driver", 1, &driver)
        try visit.field("nodePublishSecretRef", 5, &nodePublishSecretRef)
    }
}

/// A share of Azure Files, whose key is in a Secret.
package struct AzureFileVolumeSource: Message, Hashable {
    package var secretName = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("secretName", 1, &secretName)
    }
}

/// A claim made for and with the pod, named POD-VOLUME.
package struct EphemeralVolumeSource: Message, Hashable {
    package var volumeClaimTemplate = ClaimTemplate()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("volumeClaimTemplate", 1, &volumeClaimTemplate)
    }
}

/// The claim an ephemeral volume asks for.
package struct ClaimTemplate: Message, Hashable {
    package var spec = PersistentVolumeClaimSpec()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("spec", 2, &spec)
    }
}

/// Several sources in one volume.
package struct ProjectedVolumeSource: Message, Hashable {
    package var sources: [VolumeProjection] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("sources", 1, &sources)
    }
}

/// One source of a projected volume.
package struct VolumeProjection: Message, Hashable {
    package var secret: ProjectedReference?
    package var configMap: ProjectedReference?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("secret", 1, &secret)
        try visit.field("configMap", 3, &configMap)
    }
}

/// A ConfigMap or Secret inside a projected volume.
package struct ProjectedReference: Message, Hashable {
    package var reference = NameReference()
    package var items: [KeyToPath] = []
    package var optional = false

    package var name: Symbol { reference.name }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.embedded(1, &reference)
        try visit.field("items", 2, &items)
        try visit.field("optional", 4, &optional)
    }
}
