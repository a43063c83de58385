// Takes out of a text all that may be a secret. It fails closed: it does not look for secrets, of
// which there is no list, but lets through what is plainly none (a word, a number, a name that the
// cluster shows anyway) and masks the rest.

internal import StructuredData

/// Redacts text for a language model, and turns its answer's pseudonyms back into names.
package struct Redactor: Sendable {
    package struct Options: Sendable {
        /// IP and e-mail addresses go too.
        package var hidesAddresses = false
        /// Names of objects are replaced by made-up ones, which `restore` turns back.
        package var hidesNames = false

        package init() {}
    }

    package static let mask = "[redacted]"

    private let names: KnownNames
    private let options: Options
    private let pseudonyms: Pseudonyms

    package init(_ names: KnownNames, _ options: Options = Options()) {
        self.options = options
        pseudonyms = Pseudonyms(options.hidesNames ? names.identities : [])
        self.names = names.adding(pseudonyms.all)
    }

    /// - Returns: the text without its secrets; what a second pass would still change is masked
    ///   whole.
    package func redact(_ text: String) -> RedactedText {
        let once = pass(text)
        guard pass(once) == once else { return RedactedText(unchecked: Self.mask) }
        return RedactedText(unchecked: once)
    }

    /// The answer with the names it was asked about.
    package func restore(_ text: String) -> String { pseudonyms.restore(text) }

    private func pass(_ text: String) -> String {
        var result = ""
        var state = LineState()
        for token in Token.split(text.withoutKeyBlocks) {
            result += token.isRun ? replacement(for: token.text, &state) : String(token.text)
            state.pass(token)
        }
        return result
    }

    private func replacement(for run: Substring, _ state: inout LineState) -> String {
        // What a pass before this one put in.
        if run == "redacted" { return String(run) }
        if state.isAssigned, SafeText.isCarrier(run) { return String(run) }
        let isKnown = names.contains(run)
        // `password=web`: after a sign nothing is a name; `secret "web" not found`: there it is.
        if state.isAssigned || (state.isAnnounced && !isKnown && !SafeText.isPlainWord(run)) {
            return Self.mask
        }
        if isKnown { return pseudonyms.hide(run) }
        if run.contains("://") { return url(run) }
        if options.hidesAddresses, SafeText.isAddress(run) { return Self.mask }
        return SafeText.isSafe(run, names) ? pseudonyms.hideParts(of: run) : Self.mask
    }

    /// Scheme and host stay, if they may; who logs in and what is asked for go.
    private func url(_ run: Substring) -> String {
        guard let place = run.utf8Range(of: "://") else { return Self.mask }
        let scheme = run[..<place.lowerBound]
        let rest = run[place.upperBound...]
        let authority = rest.prefix { !"/?#".contains($0) }
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        let path = rest[authority.endIndex...].prefix { $0 != "?" && $0 != "#" }
        let isHidden = options.hidesAddresses && SafeText.isAddress(host)
        let safeHost = !isHidden && SafeText.isSafe(host, names) ? String(host) : Self.mask
        let safePath = SafeText.isSafe(path, names) ? String(path) : "/" + Self.mask
        let login = authority.contains("@") ? Self.mask + "@" : ""
        return "\(scheme)://\(login)\(safeHost)\(path.isEmpty ? "" : safePath)"
    }
}

/// What the words before announce.
private struct LineState {
    /// The run stands right behind `key=` or `key:` and belongs to it.
    var isAssigned = false
    /// A word such as `token` came before it.
    var isAnnounced = false
    private var isKey = false

    mutating func pass(_ token: Token) {
        if token.isRun {
            isKey = SafeText.announcesSecret(token.text)
            isAnnounced = isKey || (isAnnounced && SafeText.isCarrier(token.text))
            isAssigned = isAssigned && SafeText.isCarrier(token.text)
        } else if token.text.contains("\n") {
            self = LineState()
        } else if isKey || isAssigned {
            let sign = token.text.contains("=") || token.text.contains(":")
            isAssigned = isAssigned || sign
        }
    }
}
