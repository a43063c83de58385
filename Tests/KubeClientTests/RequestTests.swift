import ClusterModel
import HTTP
import Testing

@testable import KubeClient

struct RequestTests {
    let pods = ResourcePath(GroupVersion("", "v1"), "pods")
    let server = "https://h"

    @Test func `paths name group, version, namespace and name`() {
        let apps = GroupVersion("apps", "v1")
        #expect(pods.text == "/api/v1/pods")
        #expect(
            ResourcePath(apps, "deployments", namespace: "web").text
                == "/apis/apps/v1/namespaces/web/deployments")
        let scale = ResourcePath(
            apps, "deployments", namespace: "a/b", name: "ü", subresource: "scale")
        #expect(scale.text == "/apis/apps/v1/namespaces/a%2Fb/deployments/%C3%BC/scale")
    }

    @Test func `a list asks for pages and for what is selected`() {
        var list = ListRequest(
            pods, labelSelector: "app in (a, b)", fieldSelector: "status.phase!=Running",
            resourceVersion: "0")
        #expect(
            list.request(to: server).url == "https://h/api/v1/pods?limit=500"
                + "&labelSelector=app%20in%20%28a%2C%20b%29&fieldSelector=status.phase%21%3DRunning"
                + "&resourceVersion=0")
        list = list.page(after: "tok&en")
        #expect(list.request(to: server).url.contains("&continue=tok%26en&"))
        #expect(!list.request(to: server).url.contains("resourceVersion"))
        #expect(ListRequest(pods, limit: 0).request(to: server).url == "https://h/api/v1/pods")
    }

    @Test func `protobuf is asked for first, JSON taken too`() {
        let accept = ListRequest(pods).request(to: server).headers["Accept"]
        #expect(accept == "application/vnd.kubernetes.protobuf, application/json")
        let metadata = ListRequest(pods, metadataOnly: true).request(to: server).headers["Accept"]
        #expect(
            metadata
                == "application/vnd.kubernetes.protobuf;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1, "
                + "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1, application/json"
        )
    }

    @Test func `reviews are posted and may be repeated`() {
        let path = ResourcePath(GroupVersion("apps", "v1"), "deployments", namespace: "web")
        let request = AccessReview(verb: "list", path).request(to: server)
        #expect(request.method == .post)
        #expect(request.isRepeatable)
        #expect(request.url == "https://h/apis/authorization.k8s.io/v1/selfsubjectaccessreviews")
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == #"{"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectAccessReview","#
                + #""spec":{"resourceAttributes":{"namespace":"web","verb":"list","group":"apps","#
                + #""resource":"deployments"}}}"#)
        #expect(
            String(decoding: RulesReview(namespace: "web").request(to: server).body, as: UTF8.self)
                == #"{"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectRulesReview","#
                + #""spec":{"namespace":"web"}}"#)
    }

    @Test func `logs are asked for by their end`() {
        let log = LogRequest(
            namespace: "n", pod: "p", container: "c", previous: true, tailLines: 20,
            limitBytes: 4096)
        #expect(
            log.request(to: server).url == "https://h/api/v1/namespaces/n/pods/p/log"
                + "?container=c&previous=true&tailLines=20&limitBytes=4096")
    }

    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
        ("foobar", "Zm9vYmFy"),
    ])
    func `base64 is RFC 4648's`(text: String, encoded: String) {
        #expect(Base64.encode(Array(text.utf8)) == encoded)
    }

    @Test func `every outcome is coverage`() {
        #expect(
            ListOutcome.complete(count: 2, resourceVersion: "1").coverage(of: .pod)
                == Coverage(.pod, .complete, count: 2))
        #expect(
            ListOutcome.partial(count: 2, reason: "r").coverage(of: .pod)
                == Coverage(.pod, .partial, count: 2, reason: "r"))
        #expect(ListOutcome.forbidden(reason: "r").coverage(of: .pod).state == .forbidden)
        #expect(ListOutcome.absent(reason: "r").coverage(of: .pod).state == .absent)
        #expect(ListOutcome.failed(reason: "r").coverage(of: .pod).state == .failed)
    }
}
