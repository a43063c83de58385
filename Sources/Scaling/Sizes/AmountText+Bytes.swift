import ClusterModel
import Detection

extension AmountText {
    static func of(_ resource: Symbol, bytes: Double) -> String {
        of(resource, milli: Int64(min(max(bytes, 0), 9e15)) * 1000)
    }
}
