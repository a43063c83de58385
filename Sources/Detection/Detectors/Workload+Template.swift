import ClusterModel

extension Workload {
    /// Where the template stands in the object, for evidence.
    var templatePath: String {
        Self.kind == .cronJob ? "spec.jobTemplate.spec.template" : "spec.template"
    }
}
