package import ClusterModel
package import StructuredData

/// What resources cost, from a file: `{currency: EUR, cpuCoreHour: 0.031, memoryGiBHour: 0.004}`.
package struct PriceList: Message {
    package var currency = ""
    package var cpuCoreHour = 0.0
    package var memoryGiBHour = 0.0

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("currency", 1, &currency)
        try visit.field("cpuCoreHour", 2, &cpuCoreHour)
        try visit.field("memoryGiBHour", 3, &memoryGiBHour)
    }

    /// Cloud providers' month.
    static let hoursPerMonth = 730.0

    func perMonth(cores: Double, bytes: Double) -> Double {
        let hourly = cores * cpuCoreHour + bytes / 1_073_741_824 * memoryGiBHour
        return (hourly * Self.hoursPerMonth * 100).rounded() / 100
    }
}
