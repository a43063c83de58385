import ClusterModel
import Scaling
import StructuredData

/// The queue at a glance.
struct QueueTable {
    private let proposals: [ScalingProposal]
    private let noHeaders: Bool

    init(_ proposals: [ScalingProposal], noHeaders: Bool) {
        self.proposals = proposals
        self.noHeaders = noHeaders
    }

    var text: String {
        let header = noHeaders ? [] : [["ID", "OBJECT", "CREATED", "EXPIRES", "CHANGE"]]
        let rows = proposals.map {
            [
                $0.id, $0.target.text.printable, $0.createdAt.rfc3339, $0.expiresAt.rfc3339,
                $0.changeText.printable,
            ]
        }
        var columns = Columns()
        for row in header + rows { columns.fit(row) }
        return (header + rows).map { columns.line($0) + "\n" }.joined()
    }
}

extension ScalingProposal {
    /// `replicas 6 → 3, app memory 512Mi → 768Mi`.
    var changeText: String {
        var parts: [String] = []
        if let replicas, replicas.current.value != replicas.proposed.value {
            parts.append("replicas \(replicas.current.value) → \(replicas.proposed.value)")
        }
        for container in containers {
            for (name, size) in [("cpu", container.cpu), ("memory", container.memory)] {
                guard let size, size.request.isChange, !size.request.proposed.text.isEmpty else {
                    continue
                }
                parts.append("\(container.name) \(name) \(size.request.text)")
            }
        }
        return parts.joined(separator: ", ")
    }
}

extension AmountChange {
    /// `512Mi → 768Mi`, `none → 768Mi`, `512Mi`.
    var text: String {
        let before = current.text.isEmpty ? "none" : "\(current)"
        let after = proposed.text.isEmpty ? "none" : "\(proposed)"
        return before == after || current == proposed ? before : "\(before) → \(after)"
    }
}
