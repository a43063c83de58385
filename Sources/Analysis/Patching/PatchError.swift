/// Why a patch does not apply.
package struct PatchError: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    static func noSuchPlace(_ pointer: String) -> PatchError {
        PatchError(description: "there is nothing at \(pointer)")
    }

    static func notInArray(_ index: String, _ pointer: String) -> PatchError {
        PatchError(description: "the array has no place \"\(index)\" in \(pointer)")
    }

    static func testFailed(_ pointer: String) -> PatchError {
        PatchError(description: "the value at \(pointer) is another than the patch expects")
    }

    static func malformed(_ what: String) -> PatchError {
        PatchError(description: "the patch is malformed: \(what)")
    }

    static func mergeKeyMissing(_ key: String, _ list: String) -> PatchError {
        PatchError(description: "an element for \(list) lacks its key \(key)")
    }

    static func noObject(_ name: String) -> PatchError {
        PatchError(description: "\(name) is not in what was read")
    }

    static func unreadable(_ error: any Error) -> PatchError {
        PatchError(description: "the patched object cannot be read: \(error)")
    }
}
