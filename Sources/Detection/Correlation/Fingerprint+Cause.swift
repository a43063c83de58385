import ClusterModel

extension Fingerprint {
    /// The identity of an incident: what is wrong with what. Neither time nor pod names are in it,
    /// so it is the same on the next run and for the next replica.
    static func of(rule: Rule, cause: Cause) -> String {
        let object = cause.object
        let parts = [
            rule.category.rawValue, object.kind.name, object.namespace.string, object.name.string,
            cause.detail,
        ]
        return of(parts)
    }
}
