import ClusterModel
import Glibc

extension Timestamp {
    /// The machine's clock.
    static var current: Timestamp { Timestamp(seconds: Int64(time(nil))) }
}
