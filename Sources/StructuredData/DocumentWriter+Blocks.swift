// Documents of another's form, written by hand: with a closure, what is begun is ended.

extension DocumentWriter {
    package mutating func object(_ content: (inout DocumentWriter) -> Void) {
        beginObject()
        content(&self)
        endObject()
    }

    package mutating func object(_ name: String, _ content: (inout DocumentWriter) -> Void) {
        key(name)
        object(content)
    }

    package mutating func array(_ name: String, _ content: (inout DocumentWriter) -> Void) {
        key(name)
        beginArray()
        content(&self)
        endArray()
    }
}
