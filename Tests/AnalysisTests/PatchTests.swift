import ClusterModel
import StructuredData
import Testing

@testable import Analysis

@Suite("Patches")
struct PatchTests {
    private func json(_ text: String) throws -> JSONValue {
        try readDocument(Array(text.utf8), source: "test") { reader in
            var value = JSONValue.null
            try value.read(from: &reader)
            return value
        }
    }

    @Test(
        "JSON Patch does what RFC 6902 shows (appendix A)",
        arguments: [
            (
                #"{"foo":"bar"}"#, #"[{"op":"add","path":"/baz","value":"qux"}]"#,
                #"{"foo":"bar","baz":"qux"}"#
            ),
            (
                #"{"foo":["bar","baz"]}"#, #"[{"op":"add","path":"/foo/1","value":"qux"}]"#,
                #"{"foo":["bar","qux","baz"]}"#
            ),
            (#"{"baz":"qux","foo":"bar"}"#, #"[{"op":"remove","path":"/baz"}]"#, #"{"foo":"bar"}"#),
            (
                #"{"foo":["bar","qux","baz"]}"#, #"[{"op":"remove","path":"/foo/1"}]"#,
                #"{"foo":["bar","baz"]}"#
            ),
            (
                #"{"foo":"bar"}"#, #"[{"op":"replace","path":"/foo","value":"boo"}]"#,
                #"{"foo":"boo"}"#
            ),
            (
                #"{"foo":["all","grass","cows","eat"]}"#,
                #"[{"op":"move","from":"/foo/1","path":"/foo/3"}]"#,
                #"{"foo":["all","cows","eat","grass"]}"#
            ),
            (
                #"{"foo":["bar"]}"#, #"[{"op":"add","path":"/foo/-","value":["abc","def"]}]"#,
                #"{"foo":["bar",["abc","def"]]}"#
            ),
            (
                #"{"/":9,"~1":10}"#, #"[{"op":"test","path":"/~01","value":10}]"#,
                #"{"/":9,"~1":10}"#
            ),
            (#"{"a":1}"#, #"[{"op":"copy","from":"/a","path":"/b"}]"#, #"{"a":1,"b":1}"#),
            (#"{"a":1}"#, #"[{"op":"replace","path":"","value":2}]"#, "2"),
        ])
    func jsonPatch(document: String, patch: String, result: String) throws {
        #expect(try JSONPatch.apply(json(patch), to: json(document)) == json(result))
    }

    @Test(
        "a JSON Patch that does not fit says why",
        arguments: [
            (#"[{"op":"add","path":"/a/b","value":1}]"#, "nothing at /a/b"),
            (#"[{"op":"remove","path":"/x"}]"#, "nothing at /x"),
            (#"[{"op":"replace","path":"/l/01","value":1}]"#, "nothing at /l/01"),
            (#"[{"op":"add","path":"/l/9","value":1}]"#, "no place \"9\""),
            (#"[{"op":"test","path":"/l","value":1}]"#, "another than the patch expects"),
            (#"[{"op":"shred","path":"/l"}]"#, "no operation \"shred\""),
            (#"[{"op":"add","path":"l","value":1}]"#, "no JSON pointer"),
            (#"[{"path":"/l"}]"#, "lacks op or path"), (#"{"op":"add"}"#, "a list is expected"),
        ])
    func failures(patch: String, words: String) throws {
        let (patch, document) = (try json(patch), try json(#"{"l":[1]}"#))
        let error = #expect(throws: PatchError.self) {
            try JSONPatch.apply(patch, to: document)
        }
        #expect(error?.description.contains(words) ?? false, "\(error?.description ?? "")")
    }

    @Test(
        "a merge patch does what RFC 7386 shows (appendix A)",
        arguments: [
            (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
            (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
            (#"{"a":"b"}"#, #"{"a":null}"#, "{}"),
            (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
            (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
            (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
            (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
            (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#),
            (#"{}"#, #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
        ])
    func mergePatch(document: String, patch: String, result: String) throws {
        #expect(try MergePatch.apply(json(patch), to: json(document)) == json(result))
    }

    @Test(
        "a strategic merge goes by the lists' keys, as the API server does",
        arguments: [
            (
                #"{"containers":[{"name":"a","image":"1"},{"name":"b","image":"1"}]}"#,
                #"{"containers":[{"name":"b","image":"2"}]}"#,
                #"{"containers":[{"name":"a","image":"1"},{"name":"b","image":"2"}]}"#
            ),
            (
                #"{"env":[{"name":"A","value":"1"},{"name":"B"}]}"#,
                #"{"env":[{"name":"A","$patch":"delete"},{"name":"C"}]}"#,
                #"{"env":[{"name":"B"},{"name":"C"}]}"#
            ),
            (
                #"{"ports":[{"port":80,"targetPort":1},{"port":81}]}"#,
                #"{"ports":[{"port":80,"targetPort":2}]}"#,
                #"{"ports":[{"port":80,"targetPort":2},{"port":81}]}"#
            ),
            (
                #"{"ports":[{"containerPort":80,"name":"x"}]}"#,
                #"{"ports":[{"containerPort":90}]}"#,
                #"{"ports":[{"containerPort":80,"name":"x"},{"containerPort":90}]}"#
            ),
            (
                #"{"tolerations":[{"key":"a"}]}"#, #"{"tolerations":[{"key":"b"}]}"#,
                #"{"tolerations":[{"key":"b"}]}"#
            ),
            (
                #"{"strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":1}}}"#,
                #"{"strategy":{"$retainKeys":["type"],"type":"Recreate"}}"#,
                #"{"strategy":{"type":"Recreate"}}"#
            ),
            (
                #"{"volumes":[{"name":"v","secret":{"secretName":"x"}}]}"#,
                #"{"volumes":[{"name":"v","$patch":"replace","emptyDir":{}}]}"#,
                #"{"volumes":[{"name":"v","emptyDir":{}}]}"#
            ),
            (
                #"{"finalizers":["a","b"]}"#, #"{"$deleteFromPrimitiveList/finalizers":["a"]}"#,
                #"{"finalizers":["b"]}"#
            ),
            (#"{"finalizers":["a"]}"#, #"{"finalizers":["b"]}"#, #"{"finalizers":["a","b"]}"#),
            (#"{"a":1,"b":2}"#, #"{"a":null}"#, #"{"b":2}"#),
        ])
    func strategicMerge(document: String, patch: String, result: String) throws {
        #expect(try StrategicMerge.apply(json(patch), to: json(document)) == json(result))
    }

    @Test("an element without its key is refused")
    func mergeKey() throws {
        let patch = try json(#"{"containers":[{"image":"2"}]}"#)
        let document = try json(#"{"containers":[{"name":"a"}]}"#)
        #expect(throws: PatchError.self) { try StrategicMerge.apply(patch, to: document) }
    }

    @Test("a document keeps its numbers, their order and its text through reading and writing")
    func roundTrip() throws {
        let text = #"{"b":[1,-2.5,1e3,true,null,"\u00e9\""],"a":{}}"#
        let value = try json(text)
        #expect(value["b"]?.elements?.first == .int(1))
        #expect(try json(value.compactText) == value)
        #expect(value.members?.map(\.key) == ["b", "a"])
    }

    @Test("changes name each field that differs, elements by their place in the newer list")
    func changes() throws {
        let old = try json(#"{"containers":[{"name":"a","image":"1"},{"name":"b"}],"x":1}"#)
        let new = try json(#"{"containers":[{"name":"b"},{"name":"a","image":"2"}],"y":{"z":[1]}}"#)
        let changes = JSONValue.changes(from: old, to: new).map {
            "\($0.path): \($0.before ?? "-") → \($0.after ?? "-")"
        }
        #expect(changes == ["containers[1].image: 1 → 2", "y.z: - → [1]", "x: 1 → -"])
    }
}
