import ClusterModel
import Testing

@Suite("String maps")
struct StringMapTests {
    @Test("of a key that stands twice in a map the last counts")
    func keysTwice() {
        let map = StringMap([("b", "1"), ("a", "2"), ("b", "3")])
        #expect(map.text == "a=2,b=3")
    }
}
