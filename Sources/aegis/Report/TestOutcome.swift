import ClusterModel
import KubeClient
import Shadow

/// What came of all changes: one that cannot be tried, applied or recorded does not keep the others
/// from it, nor its own verdict from being told.
struct TestOutcome {
    /// Why something that was asked for was not done.
    struct Obstacle: CustomStringConvertible {
        let description: String
        /// Somebody has not agreed, or is at work there.
        let isRefusal: Bool
    }

    let metadata: DocumentMetadata
    var tests: [ShadowTest] = []
    private(set) var obstacles: [Obstacle] = []

    init(_ capture: Capture, now: Timestamp) {
        metadata = DocumentMetadata(capture, now: now)
    }

    /// Nil where it could not be done, which is noted. What ends the run is thrown.
    mutating func attempt<T>(_ work: () async throws -> T) async throws -> T? {
        do {
            return try await work()
        } catch let error as ShadowError {
            obstacles.append(
                Obstacle(description: "\(error)", isRefusal: error.code == .refused))
        } catch let error as KubeError where error.code != .cancelled {
            obstacles.append(Obstacle(description: "\(error)", isRefusal: false))
        } catch let error as InputError {
            obstacles.append(Obstacle(description: "\(error)", isRefusal: false))
        }
        return nil
    }

    /// The worst of all.
    var status: ExitStatus {
        let verdicts = Set(tests.map(\.verdict.value))
        let isTakenBack = tests.contains {
            $0.rollout?.state.value == RolloutRecord.State.rolledBack.rawValue
        }
        if verdicts.contains(Verdict.failed.rawValue) || isTakenBack { return .refuted }
        if obstacles.contains(where: \.isRefusal) { return .refused }
        if !obstacles.isEmpty { return .failed }
        return verdicts.contains(Verdict.inconclusive.rawValue) ? .partial : .clean
    }
}
