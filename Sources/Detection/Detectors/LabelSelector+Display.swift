import ClusterModel

extension LabelSelector {
    /// `app=web,tier in (a,b),!canary`, as kubectl takes it behind `-l`.
    var text: String {
        let labels = matchLabels.isEmpty ? [] : [matchLabels.text]
        return (labels + matchExpressions.map(\.text)).joined(separator: ",")
    }
}

extension LabelSelectorRequirement {
    fileprivate var text: String {
        let values = values.map(\.string).joined(separator: ",")
        return switch `operator` {
        case "Exists": "\(key)"
        case "DoesNotExist": "!\(key)"
        case "NotIn": "\(key) notin (\(values))"
        case "In": "\(key) in (\(values))"
        default: "\(key) \(`operator`) \(values)"
        }
    }
}
