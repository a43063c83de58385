import Testing

@Suite("The cluster suite")
struct ClusterSuiteTests {
    @Test(
        "runs on a real control plane",
        .disabled("left out here; Tests/Cluster/test builds the control plane once and runs it"))
    func elsewhere() {}
}
