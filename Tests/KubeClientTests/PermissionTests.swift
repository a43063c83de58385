import ClusterModel
import Testing

@testable import KubeClient

@Suite struct PermissionTests {
    @Test func `to list a kind is to list its resource, wherever it may be`() {
        let pods = Permission(listing: .pod)
        #expect(pods.verb == "list" && pods.resource == "pods" && pods.isNamespaced)
        #expect(pods.path(in: "shop").text == "/api/v1/namespaces/shop/pods")
        let nodes = Permission(listing: .node)
        #expect(nodes.path(in: "shop").text == "/api/v1/nodes")
    }

    @Test func `all versions of a kind are of one group, as a permission has one`() {
        for kind in Kind.listed { #expect(Set(kind.groupVersions.map(\.group)).count == 1) }
    }

    @Test(arguments: [
        (["pods"], false), (["pods/log"], true), (["*/log"], true), (["*"], true),
        (["pods/exec", "deployments/log"], false), ([], false),
    ])
    func `a subresource is a resource of its own`(resources: [String], isAllowed: Bool) {
        var rule = RulesReview.Rule()
        (rule.verbs, rule.apiGroups, rule.resources) = (["get"], [""], resources)
        var review = RulesReview(namespace: "shop")
        review.status.resourceRules = [rule]
        let log = ResourcePath(GroupVersion("", "v1"), "pods", subresource: "log")
        let permission = Permission("get", log, isNamespaced: true)
        #expect(permission.resource == "pods/log")
        #expect(review.allows("get", permission.path(in: "shop")) == isAllowed)
        #expect(!review.allows("list", permission.path(in: "shop")))
    }
}
