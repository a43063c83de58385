package import StructuredData

/// Amounts by resource name (`cpu`, `memory`, `pods`, `example.com/gpu`), sorted by name.
package struct ResourceList: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package let name: Symbol
        package var amount: Quantity
    }

    package private(set) var entries: [Entry] = []

    package init() {}

    package init(_ amounts: [Symbol: Quantity]) {
        entries = amounts.map(Entry.init).sorted { $0.name < $1.name }
    }

    package var isEmpty: Bool { entries.isEmpty }

    package subscript(name: Symbol) -> Quantity? {
        get { entries.first { $0.name == name }?.amount }
        set {
            entries.removeAll { $0.name == name }
            guard let newValue else { return }
            let place = entries.firstIndex { name < $0.name } ?? entries.endIndex
            entries.insert(Entry(name: name, amount: newValue), at: place)
        }
    }
}

extension ResourceList: WireValue {
    package var isAbsent: Bool { isEmpty }

    package mutating func read(from reader: inout Reader) throws {
        try reader.eachMapEntry { key, reader in
            let name = Symbol(bytes: key)
            var amount = Quantity()
            try amount.read(from: &reader)
            let place = entries.firstIndex { name < $0.name } ?? entries.endIndex
            entries.insert(Entry(name: name, amount: amount), at: place)
        }
    }

    package func write(to writer: inout DocumentWriter) {
        writer.beginObject()
        for entry in entries {
            writer.key(entry.name.string)
            entry.amount.write(to: &writer)
        }
        writer.endObject()
    }
}
