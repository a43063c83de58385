package import ClusterModel

extension Quantity {
    /// An amount exactly, as the API server writes it: bytes in the largest binary unit that divides
    /// them, all else in whole units or thousandths (`resource.Quantity`, CanonicalizeBytes).
    package init(milli: Int64, of resource: Symbol) {
        self.init(milli: milli, text: Self.text(milli, isBytes: resource.countsBytes))
    }

    private static func text(_ milli: Int64, isBytes: Bool) -> String {
        guard milli % 1000 == 0 else { return "\(milli)m" }
        var value = milli / 1000
        guard isBytes, value != 0 else { return "\(value)" }
        let units = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]
        var unit = 0
        while value % 1024 == 0, unit + 1 < units.count {
            value /= 1024
            unit += 1
        }
        return "\(value)\(units[unit])"
    }
}

extension Symbol {
    fileprivate var countsBytes: Bool {
        self == "memory" || self == "ephemeral-storage" || self == "storage"
            || hasPrefix("hugepages-")
    }
}
