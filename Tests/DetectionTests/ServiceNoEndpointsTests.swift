import Detection
import Testing

@Suite("ServiceNoEndpoints")
struct ServiceNoEndpointsTests {
    @Test(
        "a Service that sends traffic to nobody is named, unless it should",
        arguments: [
            ("ServiceNoEndpoints/one-letter-off", ["ServiceNoEndpoints Service shop/web high"]),
            ("ServiceNoEndpoints/nothing-near", ["ServiceNoEndpoints Service shop/billing high"]),
            ("ServiceNoEndpoints/exceptions", []),
            ("ServiceNoEndpoints/rolling-out", []),
            ("ServiceNoEndpoints/blip", []),
            ("ServiceNoEndpoints/recreated", []),
            ("ServiceNoEndpoints/recreating", []),
            ("ServiceNoEndpoints/job", []),
            ("ServiceNoEndpoints/scaled-to-zero", ["ReplicaMismatch Deployment shop/web high"]),
            ("ServiceNoEndpoints/all-unready", ["ReplicaMismatch Deployment shop/web high"]),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test("the nearest labels are offered, and only near ones")
    func nearestLabels() throws {
        let near = Detection.incidents(in: try Scene.view("ServiceNoEndpoints/one-letter-off"))
        #expect(near.first?.message.contains("Deployment shop/web has app=webb") == true)
        let far = Detection.incidents(in: try Scene.view("ServiceNoEndpoints/nothing-near"))
        #expect(far.first?.message.contains("has") == false)
    }
}
