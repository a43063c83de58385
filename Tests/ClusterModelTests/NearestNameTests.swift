import ClusterModel
import Testing

@Suite("Nearest names")
struct NearestNameTests {
    @Test("a near name is looked for within a bound, and for the first hundred only")
    func nearNames() {
        #expect(editDistance(Array("kitten".utf8), Array("sitting".utf8)) == 3)
        #expect(editDistance(Array("kitten".utf8), Array("xxxxxxxxx".utf8), upTo: 2) > 2)
        #expect(nearestName(to: "wbe", among: ["web", "webs", "w"]) == "web")
        var hints = NameHints()
        let found = (0..<200).compactMap { _ in hints.nearest(to: "wbe", among: ["web"]) }
        #expect(found.count == nearestNameLimit)
    }
}
