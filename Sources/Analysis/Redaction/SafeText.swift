import StructuredData

/// What is plainly no secret.
enum SafeText {
    /// Words behind which a secret is likely.
    private static let announcers =
        SecretWords.all + [
            "api_key", "api-key", "accesskey", "access_key", "private", "basic", "session", "dsn",
            "login", "pin", "otp", "key",
        ]

    static func announcesSecret(_ run: Substring) -> Bool {
        let small = run.lowercased()
        return announcers.contains {
            $0.count <= 4 ? isPart($0, of: small) : small.contains($0)
        }
    }

    /// Short words count only where they stand alone: `pin`, not `spinning`.
    private static func isPart(_ word: String, of run: String) -> Bool {
        run.split { "-_./".contains($0) }.contains { $0 == word }
    }

    /// A word between a key and its value: `Authorization: Bearer …`, `password is …`.
    static func isCarrier(_ run: Substring) -> Bool {
        ["bearer", "basic", "token", "is", "was", "for", "of", "the", "value"]
            .contains(run.lowercased())
    }

    /// Letters alone, as words have them: not long, and not in the mixed case of encoded bytes.
    static func isPlainWord(_ run: Substring) -> Bool {
        guard !run.isEmpty, run.utf8.count <= 40, run.allSatisfy({ $0.isASCII && $0.isLetter })
        else { return false }
        return words(of: run).allSatisfy { $0.count >= 2 && $0.count <= 18 } && !isNoise(run)
    }

    /// True for what may pass: a word, a number, a known name, or several of them joined as paths,
    /// hosts and field names join them.
    static func isSafe(_ run: Substring, _ names: KnownNames) -> Bool {
        if run.isEmpty || names.contains(run) || isPlainWord(run) || isFigure(run) { return true }
        if isCompound(run) { return true }
        let parts = run.split(omittingEmptySubsequences: true) { "/.:@".contains($0) }
        guard parts.count > 1 || parts.first.map({ $0 != run }) ?? true else { return false }
        // An e-mail address has names of people, which are for `hidesAddresses` to judge.
        return parts.allSatisfy { names.contains($0) || isPlainWord($0) || isFigure($0) }
    }

    /// `crash-loops`, `read-only`: two words; more may be a passphrase.
    private static func isCompound(_ run: Substring) -> Bool {
        let words = run.split(separator: "-", omittingEmptySubsequences: false)
        return words.count == 2
            && words.allSatisfy { isPlainWord($0) && $0.dropFirst().allSatisfy(\.isLowercase) }
    }

    /// `api.ourshop.example` and `10.0.0.1` and `me@example.org`.
    static func isAddress(_ run: some StringProtocol) -> Bool {
        if run.contains("@") { return true }
        let host = run.split(separator: ":", maxSplits: 1).first ?? ""
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        let isIPv4 = parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
        let groups = run.split(separator: ":", omittingEmptySubsequences: false)
        let isIPv6 =
            groups.count > 2 && groups.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isHexDigit) }
        return isIPv4 || isIPv6
    }

    /// Numbers, quantities, durations, moments and versions, and the few words that have digits.
    static func isFigure(_ run: Substring) -> Bool {
        if vocabulary.contains(run.lowercased()) { return true }
        guard run.utf8.count <= 32 else { return false }
        let digits = run.utf8.count { (0x30...0x39).contains($0) }
        if digits == run.utf8.count { return digits <= 12 }
        if isMoment(run) || isRuleCode(run) { return true }
        var number = run[...]
        if number.first == "-" || number.first == "+" || number.first == "v" {
            number = number.dropFirst()
        }
        return isDuration(number) || isQuantity(number) || isVersion(number)
    }

    private static func isQuantity(_ run: Substring) -> Bool {
        let number = run.prefix { $0.isNumber || $0 == "." }
        let unit = run[number.endIndex...]
        return number.count <= 12 && number.first?.isNumber == true
            && [
                "", "m", "k", "M", "G", "T", "Ki", "Mi", "Gi", "Ti", "%", "x", "th", "st", "nd",
                "B",
            ]
            .contains(unit)
    }

    private static func isDuration(_ run: Substring) -> Bool {
        var rest = run
        var parts = 0
        while !rest.isEmpty {
            let number = rest.prefix { $0.isNumber || $0 == "." }
            rest = rest[number.endIndex...]
            let unit = rest.prefix { $0.isLetter }
            rest = rest[unit.endIndex...]
            guard !number.isEmpty, number.count <= 10,
                ["h", "m", "s", "ms", "us", "ns", "d", "min"].contains(unit)
            else { return false }
            parts += 1
        }
        return (1...4).contains(parts)
    }

    private static func isVersion(_ run: Substring) -> Bool {
        let parts = run.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count <= 4 && parts.allSatisfy { $0.count <= 4 && Int($0) != nil }
    }

    /// `2026-01-31T08:15:00Z`, its date, or its time of day.
    private static func isMoment(_ run: Substring) -> Bool {
        let parts = run.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        let isDay = parts.first.map(isDate) ?? false
        return parts.count == 1
            ? isDay || isTimeOfDay(run) : isDay && isTimeOfDay(parts[1].prefix { $0 != "Z" })
    }

    private static func isDate(_ run: Substring) -> Bool {
        run.utf8.count == 10 && isNumbers(run, of: [4, 2, 2], apartBy: "-")
    }

    private static func isTimeOfDay(_ run: Substring) -> Bool {
        let seconds = run.prefix { $0 != "." && $0 != "+" }
        let rest = run[seconds.endIndex...]
        return isNumbers(seconds, of: [2, 2, 2], apartBy: ":") && rest.utf8.count <= 16
            && rest.dropFirst().allSatisfy { $0.isNumber || $0 == ":" || $0 == "+" }
    }

    private static func isNumbers(
        _ run: Substring, of lengths: [Int], apartBy mark: Character
    ) -> Bool {
        let parts = run.split(separator: mark, omittingEmptySubsequences: false)
        return parts.map(\.utf8.count) == lengths && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
    }

    /// `AEG-101`, and the numbers of observations, causes and fixes: `E7`, `C1`, `F2`.
    private static func isRuleCode(_ run: Substring) -> Bool {
        let start = ["AEG-", "E", "C", "F"].first { run.hasPrefix($0) }
        guard let start else { return false }
        let digits = run.dropFirst(start.count)
        return (1...3).contains(digits.count) && digits.allSatisfy(\.isNumber)
    }

    private static let vocabulary: Set<String> = [
        "amd64", "arm64", "base64", "e2e", "ext4", "h2", "http1", "http2", "ipv4", "ipv6", "k8s",
        "log4j", "md5", "oauth2", "rfc1123", "s390x", "sha1", "sha256", "sha512", "tcp4", "tcp6",
        "tls1", "utf8", "utf-8", "v1", "v1alpha1", "v1beta1", "v1beta2", "v2", "v2beta1", "v2beta2",
        "x509", "x86", "x86_64", "i/o", "read-only", "back-off", "re-run", "pre-stop",
        "out-of-memory", "not-found", "to-be", "-", "--",
        "->", "...", "/", ".", "_",
    ]

    /// The parts of CamelCase, and what stands alone.
    private static func words(of run: Substring) -> [Substring] {
        var result: [Substring] = []
        var start = run.startIndex
        var last: Character?
        for place in run.indices {
            let character = run[place]
            if let last, last.isLowercase, character.isUppercase {
                result.append(run[start..<place])
                start = place
            }
            last = character
        }
        result.append(run[start...])
        return result.count == 1 && run.count == 1 ? [] : result
    }

    /// Encoded bytes change case more often than words do.
    private static func isNoise(_ run: Substring) -> Bool {
        let count = words(of: run).count
        return count > 2 && run.count < count * 3
    }
}
