import ClusterModel

extension Quantity {
    /// `250m`, `2`.
    static func cores(_ cores: Double) -> Quantity {
        let milli = Int64(min((cores * 1000).wholeUp, 9e15))
        return Quantity(milli: milli, text: milli % 1000 == 0 ? "\(milli / 1000)" : "\(milli)m")
    }

    /// Whole MiB: `512Mi`.
    static func bytes(_ bytes: Double) -> Quantity {
        let mebi = Int64(min((bytes / 1_048_576).wholeUp, 8e9))
        return Quantity(milli: mebi * 1_048_576_000, text: "\(mebi)Mi")
    }

    /// Cores or bytes.
    var amount: Double { Double(milli) / 1000 }
}

extension MeasuredResource {
    func quantity(_ amount: Double) -> Quantity {
        switch self {
        case .cpu: .cores(amount)
        case .memory: .bytes(amount)
        }
    }
}
