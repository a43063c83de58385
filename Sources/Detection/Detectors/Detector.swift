/// Finds one kind of trouble. A detector is a pure function of what it is shown.
///
/// One detector, one file, one code. Its doc comment says, in this order: what it finds, its
/// exceptions, its severity, its evidence.
package protocol Detector: Sendable {
    static var rule: Rule { get }
    /// The same for users, with causes and next commands; in `Explanations`, by family.
    static var explanation: Explanation { get }
    static func findings(in view: ClusterView) -> [Finding]
}
