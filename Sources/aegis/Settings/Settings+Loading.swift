import ArgumentParser
import ClusterModel
import Detection
import Glibc
import Logging
import Shadow
import StructuredData

extension Settings {
    /// The file named by `--config` or `AEGIS_CONFIG`, which must be there; else the default one,
    /// which need not.
    ///
    /// From here on standard error says as much as the settings want.
    static func load(_ options: StateOptions, environment: [String: String]) throws -> Settings {
        let settings = try load(options.config, environment: environment)
        let format = options.log.logFormat ?? LogFormat(rawValue: settings.observability.logFormat)
        Diagnostics.configure(
            options.log.level(settings.observability, environment), format ?? .text)
        return settings
    }

    private static func load(
        _ path: String?, environment: [String: String]
    ) throws -> Settings {
        if let path = path ?? environment.nonEmpty("AEGIS_CONFIG") {
            return try read(path)
        }
        let home =
            environment.nonEmpty("XDG_CONFIG_HOME")
            ?? environment.nonEmpty("HOME").map { "\($0)/.config" }
        guard let home, access("\(home)/aegis/config.yaml", F_OK) == 0 else { return Settings() }
        return try read("\(home)/aegis/config.yaml")
    }

    private static func read(_ path: String) throws -> Settings {
        try readDocument(try InputFile(path: path).contents(), source: path) { reader in
            var settings = Settings()
            try settings.read(from: &reader)
            try settings.scan.check(&reader)
            try settings.observability.check(&reader)
            try settings.agent.check(&reader)
            try settings.shadow.check(&reader)
            return settings
        }
    }
}

extension ScanSettings {
    /// A misspelt rule or severity would silently change what is reported.
    fileprivate func check(_ reader: inout Reader) throws {
        let names = Set(Registry.rules.flatMap { [$0.code, $0.category.rawValue] })
        let mentioned = rules.keys.sorted() + exclude.map(\.rule).filter { !$0.isEmpty }
        for name in mentioned where !names.contains(name) {
            throw reader.error(
                .invalidValue, "no rule is called '\(name)'; see 'aegis scan --list-rules'")
        }
        let severities = [level, failOn] + rules.values.map(\.severity)
        for name in severities where !name.isEmpty && Severity(rawValue: name) == nil {
            if name == "never" && name == failOn { continue }
            throw reader.error(
                .invalidValue,
                "no severity is called '\(name)'; there are low, medium, high "
                    + "and critical")
        }
    }
}

extension ObservabilitySettings {
    fileprivate func check(_ reader: inout Reader) throws {
        if !logLevel.isEmpty, Logger.Level(name: logLevel) == nil {
            throw reader.error(.invalidValue, "no log level is called '\(logLevel)'")
        }
        if !logFormat.isEmpty, LogFormat(rawValue: logFormat) == nil {
            throw reader.error(
                .invalidValue, "no log format is called '\(logFormat)'; there are text and json")
        }
    }
}

extension ShadowSettings {
    fileprivate func check(_ reader: inout Reader) throws {
        if !runtime.isEmpty, RuntimeName(rawValue: runtime) == nil {
            let names = RuntimeName.allCases.map(\.rawValue).joined(separator: ", ")
            throw reader.error(
                .invalidValue, "no runtime is called '\(runtime)'; there are \(names)")
        }
        if !timeout.isEmpty, Seconds(argument: timeout) == nil {
            throw reader.error(.invalidValue, "'\(timeout)' is no duration, such as 2m")
        }
    }
}

extension AgentSettings {
    /// A misspelt engine would ask a model that was not to be asked.
    fileprivate func check(_ reader: inout Reader) throws {
        if !engine.isEmpty, Engine(rawValue: engine) == nil {
            let names = Engine.allCases.map(\.rawValue).joined(separator: ", ")
            throw reader.error(
                .invalidValue, "no engine is called '\(engine)'; there are \(names)")
        }
        if !model.provider.isEmpty, ModelChoice.Provider(rawValue: model.provider) == nil {
            throw reader.error(
                .invalidValue, "no provider of models is called '\(model.provider)'")
        }
    }
}

extension Settings {
    /// The namespace that is meant where no flag names one; nil for the context's or all.
    func namespace(_ environment: [String: String]) -> String? {
        let name = environment.nonEmpty("AEGIS_NAMESPACE") ?? kubernetes.namespace
        return name.isEmpty ? nil : name
    }
}
