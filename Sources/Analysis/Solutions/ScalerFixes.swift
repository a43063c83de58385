import ClusterModel
import Detection

/// Targets that exist, requests to measure against, a higher maximum.
enum ScalerFixes {
    static func fixes(for fault: Fault, in file: CaseFile) -> [Fix] {
        switch fault {
        case .scaleTarget(let key, let right): return [target(key, right)]
        case .noRequest(_, let gap): return [request(gap, file)]
        case .metricsMissing:
            return [
                Fix(
                    "Install metrics-server, or see why it does not answer",
                    rationale: "The HPA reads resource use from it; without it nothing is scaled.",
                    risk: .low, command: "kubectl get apiservice v1beta1.metrics.k8s.io")
            ]
        case .maximum(let key, let current): return [maximum(key, current)]
        default: return []
        }
    }

    private static func target(_ key: ObjectKey, _ right: Symbol?) -> Fix {
        guard let right else {
            return Fix(
                "Delete the HPA, or deploy what it scales",
                rationale: "Nothing in the namespace is called like its target.", risk: .low,
                command: ShellCommand.kubectl("describe", key))
        }
        return Fix(
            "Scale \"\(right)\" instead",
            rationale: "It exists and differs from the target's name by a few letters.", risk: .low,
            patches: [
                Patch(
                    key, .strategicMerge,
                    ["spec": ["scaleTargetRef": ["name": JSONValue(right)]]])
            ])
    }

    /// The limit is the only number about the container that is known; without it a usual start.
    private static func request(_ gap: RequestGap, _ file: CaseFile) -> Fix {
        let container = file.index.podSpec(of: gap.target)?.container(gap.container)?.container
        let limit = container?.resources.limits[gap.resource]
        let usual = gap.resource == "cpu" ? "100m" : "128Mi"
        let amount =
            limit.map { AmountText.roundedDown(gap.resource, milli: max(1, $0.milli / 2)) } ?? usual
        let place = ContainerPlace(workload: gap.target, container: gap.container, isInit: false)
        return Fix(
            "Request \(amount) of \(gap.resource) for container \"\(gap.container)\"",
            rationale: "Utilization is a share of the request. \(amount) is "
                + (limit == nil ? "a usual start" : "half of its limit")
                + "; set it to what a pod uses under normal load.", risk: .medium,
            patches: [
                TemplateEdit(gap.target).container(
                    place,
                    [
                        "resources": [
                            "requests": .object([.init(gap.resource.string, .string(amount))])
                        ]
                    ])
            ], assumptions: ["that \(amount) is about what a pod uses"])
    }

    private static func maximum(_ key: ObjectKey, _ current: Int) -> Fix {
        let (half, overflow) = current.addingReportingOverflow(current / 2 + 1)
        let raised = overflow ? current : half
        return Fix(
            "Raise the maximum from \(current) to \(raised) replicas",
            rationale: "The load asks for more than it may have; half as many again is the next "
                + "step, if what stands behind the workload can take it.", risk: .medium,
            patches: [
                Patch(key, .strategicMerge, ["spec": ["maxReplicas": .int(Int64(raised))]])
            ], assumptions: ["that databases and the like behind it take the load"])
    }
}
