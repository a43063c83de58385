/// What a person wants to know of a rule: `aegis explain` prints it, and reports carry it along.
///
/// Every detector has one (`Detector.explanation`), beside those of its family. What it says of
/// detection and exceptions repeats the detector's doc comment in the words of a user: whoever
/// changes the one changes the other.
package struct Explanation: Sendable {
    /// What is wrong, and what that does to users of the workload or the cluster.
    package let meaning: String
    /// What the detector looks at, with its thresholds.
    package let detection: String
    /// What looks like it and is not reported.
    package let exceptions: [String]
    /// Why it happens, the most frequent first.
    package let causes: [String]
    /// What to run next. Words in capitals stand for names.
    package let commands: [Step]

    package struct Step: Sendable {
        package let command: String
        /// What it shows or does.
        package let purpose: String

        init(_ command: String, _ purpose: String) {
            self.command = command
            self.purpose = purpose
        }
    }
}

extension Registry {
    /// Detectors whose rule has this code or category, in any case; `101` is `AEG-101` too.
    package static func detectors(named name: String) -> [any Detector.Type] {
        let name = name.lowercased()
        return detectors.filter { detector in
            let code = detector.rule.code.lowercased()
            return name == code || "aeg-\(name)" == code
                || name == detector.rule.category.rawValue.lowercased()
        }
    }
}
