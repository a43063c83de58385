import ClusterModel
import Detection

/// What a source gives: the snapshot, where it is from, and the moment it speaks of.
struct Capture: Sendable {
    enum Origin: String, Sendable {
        case live, file, demo
    }

    var origin: Origin
    var snapshot: Snapshot
    var cluster = ""
    var context = ""
    /// The moment the data is judged at unless `--now` says otherwise.
    var moment: Timestamp
}
