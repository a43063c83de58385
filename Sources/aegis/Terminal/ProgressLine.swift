import Glibc
import StructuredData

/// One line on standard error that says what is being worked on, on a terminal alone; it is gone
/// when the work is done.
struct ProgressLine {
    private let isShown: Bool
    private let width: Int

    init(environment: [String: String]) {
        let terminal = Terminal(STDERR_FILENO, environment: environment)
        isShown = terminal.isInteractive && environment["TERM"] != "dumb"
        width = terminal.width
    }

    func show(_ text: String) {
        guard isShown else { return }
        _ = writeAll(Array("\r\u{1B}[K\(text.printable.prefix(width - 1))".utf8), to: STDERR_FILENO)
    }

    func clear() {
        guard isShown else { return }
        _ = writeAll(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO)
    }
}
