import Scaling
import StructuredData

/// Collects what a dump has of usage while its objects are read.
final class DumpedUsage {
    private(set) var items: [UsageItem] = []

    func take(_ reader: inout Reader, _ item: Item) throws {
        if let item = try UsageItem(&reader, item) { items.append(item) }
    }
}
