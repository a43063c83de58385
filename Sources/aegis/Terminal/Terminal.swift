import Glibc

/// What the terminal allows, if there is one.
struct Terminal: Sendable {
    let isInteractive: Bool
    let width: Int
    let hasColor: Bool

    /// - Parameters:
    ///   - file: the descriptor that will be written to.
    ///   - environment: `NO_COLOR` (no-color.org), `TERM` and `COLUMNS` count.
    init(_ file: Int32, environment: [String: String]) {
        isInteractive = isatty(file) == 1
        hasColor =
            isInteractive && (environment["NO_COLOR"] ?? "").isEmpty
            && environment["TERM"] != "dumb"
        var size = winsize()
        let known = ioctl(file, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        width =
            environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 20 ? $0 : nil }
            ?? (known ? Int(size.ws_col) : 100)
    }

    /// A terminal that tests ask for.
    init(width: Int, hasColor: Bool) {
        isInteractive = hasColor
        self.width = width
        self.hasColor = hasColor
    }
}

/// The few styles that reports use.
enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case boldRed = "1;31"
    case yellow = "33"
    case green = "32"
    case cyan = "36"
}

extension Terminal {
    func styled(_ text: String, _ style: Style) -> String {
        hasColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}

/// The process's environment, read once.
enum Environment {
    static let current: [String: String] = {
        var result: [String: String] = [:]
        var place = environ
        while let entry = place.pointee {
            let text = String(cString: entry)
            if let equals = text.firstIndex(of: "=") {
                result[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            place += 1
        }
        return result
    }()
}

extension [String: String] {
    /// A variable's value; nil where it is empty too, which the XDG specification counts as unset.
    func nonEmpty(_ name: String) -> String? { self[name].flatMap { $0.isEmpty ? nil : $0 } }
}
