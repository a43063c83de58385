import ClusterModel
import Detection
import StructuredData

/// What stands in a table for an entry.
protocol TableRow {
    static var header: [String] { get }
    /// As many cells as the header has; `-` for what there is none of.
    var cells: [String] { get }
}

/// Tables as kubectl prints them, a heading above each if there are several. Entries are made twice,
/// for the widths and for the rows, and not held.
struct IndexTables: IndexVisitor {
    private let key: String?
    private let terminal: Terminal
    private let noHeaders: Bool
    private let hasHeadings: Bool
    private var output = OutputPieces()
    private var found = 0
    private var isFirst = true

    init(_ dump: IndexDump, terminal: Terminal, noHeaders: Bool) {
        key = dump.request.key
        self.terminal = terminal
        self.noHeaders = noHeaders
        hasHeadings = !noHeaders && dump.request.names.count + (dump.probes == nil ? 0 : 1) > 1
    }

    mutating func write(_ dump: IndexDump) throws -> Int {
        if let probes = dump.probes { try write(probes) }
        try dump.eachIndex(&self)
        try output.flush()
        return found
    }

    private mutating func write(_ probes: Probes) throws {
        try begin("probes", nil)
        var rows = probes.values.map { [$0.name, $0.value.map(String.init) ?? "-"] }
        if !noHeaders { rows.insert(["PROBE", "VALUE"], at: 0) }
        var columns = Columns()
        for row in rows { columns.fit(row) }
        for row in rows { try output.append(line: columns.line(row)) }
    }

    mutating func visit<I: Index>(_ name: IndexName, _ index: I) throws where I.Entry: TableRow {
        var columns = Columns()
        var count = 0
        if !noHeaders { columns.fit(I.Entry.header) }
        index.each(key) { entry in
            columns.fit(entry.cells.map(\.printable))
            count += 1
        }
        found += count
        // Of one key, the indexes that know it are enough.
        if key != nil, count == 0 { return }
        try begin(name.rawValue, count)
        if !noHeaders, count > 0 { try output.append(line: columns.line(I.Entry.header)) }
        try index.each(key) { entry in
            try output.append(line: columns.line(entry.cells.map(\.printable)))
        }
    }

    /// The heading, if there are to be any.
    private mutating func begin(_ title: String, _ count: Int?) throws {
        defer { isFirst = false }
        guard hasHeadings else { return }
        if !isFirst { try output.append(line: "") }
        let text = title.uppercased() + (count.map { " (\($0))" } ?? "")
        try output.append(line: terminal.styled(text, .bold))
    }
}
