import ClusterModel
import KubeClient

/// Compares what an identity may do with what subcommands need.
struct PermissionCheck {
    let client: KubeClient
    let rights: RightsOptions

    struct Missing: Hashable {
        let subcommand: String
        let permission: Permission
        /// Nil for the whole cluster.
        let namespace: String?
    }

    /// No namespace can have this name, so only what holds in all of them holds in it.
    private static let nowhere = "-"

    func missing() async throws(KubeError) -> [Missing] {
        var reviews: [String?: RulesReview] = [:]
        var answers: [ResourcePath: Bool] = [:]
        var missing: [Missing] = []
        for command in rights.subcommands.commands {
            for permission in command.permissions {
                for place in rights.places(of: permission) {
                    let review = try await review(place, &reviews)
                    let path = permission.path(in: place)
                    if review.allows(permission.verb, path) { continue }
                    if try await isAllowed(permission.verb, path, &answers) { continue }
                    missing.append(
                        Missing(
                            subcommand: command.recordedName, permission: permission,
                            namespace: place))
                }
            }
        }
        return missing
    }

    private func review(
        _ place: String?, _ reviews: inout [String?: RulesReview]
    ) async throws(KubeError) -> RulesReview {
        if let known = reviews[place] { return known }
        let review = try await client.rules(in: place ?? Self.nowhere)
        reviews[place] = review
        return review
    }

    /// The review is a list of what RBAC allows; other authorisers answer only when asked for one
    /// thing.
    private func isAllowed(
        _ verb: String, _ path: ResourcePath, _ answers: inout [ResourcePath: Bool]
    ) async throws(KubeError) -> Bool {
        if let known = answers[path] { return known }
        let answer = try await client.mayI(verb, path)
        answers[path] = answer
        return answer
    }
}

extension [PermissionCheck.Missing] {
    /// A line each, aligned as kubectl aligns.
    var text: String {
        let table = [["SUBCOMMAND", "VERB", "RESOURCE", "NAMESPACE"]] + map(\.row)
        var columns = Columns()
        for row in table { columns.fit(row) }
        return table.map { columns.line($0) + "\n" }.joined()
    }
}

extension PermissionCheck.Missing {
    fileprivate var row: [String] {
        let group = permission.path.groupVersion.group
        let resource = permission.resource + (group.isEmpty ? "" : ".\(group)")
        return [subcommand, permission.verb, resource, namespace ?? "(all)"]
    }
}
