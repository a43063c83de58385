// When a CronJob is due. Kubernetes parses schedules with github.com/robfig/cron/v3
// (ParseStandard); what it accepts and how it combines days is followed here. Moments are reckoned
// in one zone without summer time: who asks knows how far that may be off.

import ClusterModel

/// The schedule of a CronJob: five fields, or a fixed interval.
package struct CronSchedule: Hashable, Sendable {
    private enum Form: Hashable {
        case fields(CronFields)
        /// `@every`, in seconds.
        case every(Int)
    }

    private let form: Form
    /// The zone that the text itself names, `TZ=Asia/Tokyo 0 3 * * *`; empty for none.
    let zone: String

    /// - Throws: what is wrong with the text, in a few words.
    package init(_ text: String) throws(CronError) {
        var text = Substring(text)
        zone = Self.takeZone(from: &text)
        let words = text.split(separator: " ").map(String.init)
        guard let first = words.first else { throw CronError("it is empty") }
        if first.hasPrefix("@") {
            form = try Self.named(first, rest: words.dropFirst())
        } else {
            form = .fields(try CronFields(words))
        }
    }

    private static func takeZone(from text: inout Substring) -> String {
        for prefix in ["CRON_TZ=", "TZ="] where text.hasPrefix(prefix) {
            let zone = text.dropFirst(prefix.count).prefix { $0 != " " }
            text = text.dropFirst(prefix.count + zone.count)
            return String(zone)
        }
        return ""
    }

    private static func named(
        _ name: String, rest: ArraySlice<String>
    ) throws(CronError) -> Form {
        if name == "@every", rest.count == 1, let duration = rest.first {
            guard let seconds = goDuration(duration) else {
                throw CronError("\"\(duration)\" is no duration")
            }
            return .every(max(seconds, 1))
        }
        let fields: String? =
            switch name {
            case "@yearly", "@annually": "0 0 1 1 *"
            case "@monthly": "0 0 1 * *"
            case "@weekly": "0 0 * * 0"
            case "@daily", "@midnight": "0 0 * * *"
            case "@hourly": "0 * * * *"
            default: nil
            }
        guard let fields, rest.isEmpty else { throw CronError("\"\(name)\" is no descriptor") }
        return .fields(try CronFields(fields.split(separator: " ").map(String.init)))
    }

    /// Whole seconds of Go's `1h30m`, `90s`; nil for anything else.
    private static func goDuration(_ text: String) -> Int? {
        var (total, number) = (0, "")
        for character in text {
            if character.isASCII, character.isNumber {
                number.append(character)
                continue
            }
            guard let unit = ["h": 3600, "m": 60, "s": 1][character], let count = Int(number),
                count <= 1_000_000
            else { return nil }
            total += count * unit
            number = ""
        }
        return number.isEmpty && total > 0 ? total : nil
    }
}

/// What is wrong with a schedule.
package struct CronError: Error, Hashable, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}

extension CronSchedule {
    /// True if a moment within the hour is all that is asked of time, so that whole hours of a
    /// zone make no difference.
    var isHourly: Bool {
        switch form {
        case .fields(let fields): fields.isHourly
        case .every: true
        }
    }

    /// The first time it is due after `moment`; nil if not within five years, which is never.
    func next(after moment: Timestamp) -> Timestamp? {
        switch form {
        case .every(let seconds): moment.adding(seconds: seconds)
        case .fields(let fields):
            fields.nextMinute(from: moment.minutes + 1).map(Timestamp.init(minutes:))
        }
    }

    /// The last time it was due until `moment`; for an interval, whose start is not known, the
    /// earliest that this can have been.
    func previous(until moment: Timestamp) -> Timestamp? {
        switch form {
        case .every(let seconds): moment.adding(seconds: -seconds)
        case .fields(let fields):
            fields.previousMinute(until: moment.minutes).map(Timestamp.init(minutes:))
        }
    }

    /// True if it is due in the minute of `moment`; never for an interval.
    func isDue(at moment: Timestamp) -> Bool {
        guard case .fields(let fields) = form else { return false }
        return fields.nextMinute(from: moment.minutes) == moment.minutes
    }
}

extension Timestamp {
    /// Whole minutes since 1970.
    fileprivate var minutes: Int {
        isSet ? Int((Double(min(max(seconds, -1 << 40), 1 << 40)) / 60).rounded(.down)) : 0
    }

    fileprivate init(minutes: Int) { self.init(seconds: Int64(minutes) * 60) }
}
