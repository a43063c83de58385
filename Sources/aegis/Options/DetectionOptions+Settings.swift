import ClusterModel
import Detection

extension DetectionOptions {
    /// What is misspelt would silently change what is reported.
    static func check(_ environment: [String: String]) throws {
        if let text = environment.nonEmpty("AEGIS_FAIL_ON"), FailOn(argument: text) == nil {
            throw InputError.noSeverity(text, in: "AEGIS_FAIL_ON")
        }
        if let text = environment.nonEmpty("AEGIS_LEVEL"), Severity(rawValue: text) == nil {
            throw InputError.noSeverity(text, in: "AEGIS_LEVEL")
        }
    }

    /// The severity from which the run fails; nil for never.
    func threshold(_ settings: Settings, environment: [String: String]) -> Severity? {
        let text = environment.nonEmpty("AEGIS_FAIL_ON") ?? settings.scan.failOn
        return (failOn ?? FailOn(argument: text) ?? .severity(.high)).threshold
    }

    func settings(
        _ settings: Settings, scope: ScopeOptions, environment: [String: String]
    ) -> DetectionSettings {
        var result = DetectionSettings(settings, scope: scope, environment: environment)
        if let level { result.level = level }
        if let since { result.window = since.count }
        if let grace { result.grace = grace.count }
        result.disabledRules.formUnion(disable)
        result.optIn = optIn
        return result
    }
}

extension DetectionSettings {
    /// What holds for a subcommand that has no flags of its own for detection.
    init(_ settings: Settings, scope: ScopeOptions, environment: [String: String]) {
        self.init(settings.scan)
        level = environment["AEGIS_LEVEL"].flatMap(Severity.init(rawValue:)) ?? level
        labelSelector = scope.selector
        fieldSelector = scope.fieldSelector
    }

    /// From the configuration file, which has been checked.
    init(_ settings: ScanSettings) {
        self.init()
        level = Severity(rawValue: settings.level) ?? level
        for (name, rule) in settings.rules {
            if rule.disabled { disabledRules.insert(name) }
            if let severity = Severity(rawValue: rule.severity) { severities[name] = severity }
        }
        exclusions = settings.exclude.map { entry in
            var exclusion = Exclusion()
            exclusion.namespace = entry.namespace
            exclusion.name = entry.name
            exclusion.labels = entry.labels
            exclusion.rule = entry.rule
            return exclusion
        }
    }
}
