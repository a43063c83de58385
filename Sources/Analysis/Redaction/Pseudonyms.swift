/// Made-up names in place of real ones, one for one, so that an answer can be turned back.
struct Pseudonyms: Sendable {
    private var hidden: [String: String] = [:]
    private var real: [String: String] = [:]

    /// - Parameter names: numbered in this order.
    init(_ names: [String]) {
        for (number, name) in names.enumerated() {
            let pseudonym = "name-\(number + 1)"
            hidden[name.lowercased()] = pseudonym
            real[pseudonym] = name
        }
    }

    var all: [String] { Array(real.keys) }

    func hide(_ name: Substring) -> String { hidden[name.lowercased()] ?? String(name) }

    /// Hosts and paths are made of names: `db.shop.svc`, `/var/log/pods/shop_cart`.
    func hideParts(of run: Substring) -> String {
        guard !hidden.isEmpty else { return String(run) }
        var result = ""
        var part = run.startIndex
        for place in run.indices where "./:@".contains(run[place]) {
            result += hide(run[part..<place]) + String(run[place])
            part = run.index(after: place)
        }
        return result + hide(run[part...])
    }

    func restore(_ text: String) -> String {
        guard !real.isEmpty else { return text }
        var result = ""
        for token in Token.split(text) {
            result += token.isRun ? restoreParts(of: token.text) : String(token.text)
        }
        return result
    }

    private func restoreParts(of run: Substring) -> String {
        var result = ""
        var part = run.startIndex
        for place in run.indices where "./:@".contains(run[place]) {
            result += name(run[part..<place]) + String(run[place])
            part = run.index(after: place)
        }
        return result + name(run[part...])
    }

    private func name(_ pseudonym: Substring) -> String {
        real[String(pseudonym)] ?? String(pseudonym)
    }
}
