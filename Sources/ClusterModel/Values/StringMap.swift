package import StructuredData

/// A map of short strings (labels, selectors, annotations), sorted by key. Maps of this kind have a
/// handful of entries, for which a sorted array beats a hash table in space and in time.
package struct StringMap: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package let key: Symbol
        package let value: Symbol

        package init(key: Symbol, value: Symbol) {
            self.key = key
            self.value = value
        }
    }

    package private(set) var entries: [Entry] = []

    package init() {}

    package init(_ pairs: [(Symbol, Symbol)]) {
        entries = pairs.map(Entry.init)
        if !entries.areStrictlyOrdered { sort() }
    }

    package var isEmpty: Bool { entries.isEmpty }
    package var count: Int { entries.count }

    /// Nil where the key is not there; an entry may have an empty value.
    package subscript(key: Symbol) -> Symbol? {
        get { entries.first { $0.key == key }?.value }
        set {
            entries.removeAll { $0.key == key }
            guard let newValue else { return }
            let place = entries.firstIndex { key < $0.key } ?? entries.endIndex
            entries.insert(Entry(key: key, value: newValue), at: place)
        }
    }

    /// True if every entry of `selector` is here: how a Service or a ReplicationController selects.
    package func contains(_ selector: StringMap) -> Bool {
        selector.entries.allSatisfy { self[$0.key] == $0.value }
    }

    /// `app=web,tier=front`, as kubectl takes it behind `-l`.
    package var text: String {
        entries.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
    }

    fileprivate mutating func append(_ key: Symbol, _ value: Symbol) {
        entries.append(Entry(key: key, value: value))
    }

    /// Of a key that stands twice the last counts, as for the server; the sort is stable.
    fileprivate mutating func sort() {
        entries.sort { $0.key < $1.key }
        var kept: [Entry] = []
        for entry in entries {
            if kept.last?.key == entry.key { kept.removeLast() }
            kept.append(entry)
        }
        entries = kept
    }
}

extension StringMap: WireValue {
    package var isAbsent: Bool { isEmpty }

    package mutating func read(from reader: inout Reader) throws {
        try reader.eachMapEntry { key, reader in
            let key = Symbol(bytes: key)
            let value = try reader.string { Symbol(bytes: $0) } ?? .empty
            append(key, value)
        }
        // The server writes maps sorted by key, so this is a check more often than a sort.
        if !entries.areStrictlyOrdered { sort() }
    }

    package func write(to writer: inout DocumentWriter) {
        writer.beginObject()
        for entry in entries {
            writer.key(entry.key.string)
            writer.string(entry.value.string)
        }
        writer.endObject()
    }
}

extension [StringMap.Entry] {
    fileprivate var areStrictlyOrdered: Bool {
        var i = 1
        while i < count {
            if !(self[i - 1].key < self[i].key) { return false }
            i += 1
        }
        return true
    }
}
