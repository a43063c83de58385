import ClusterModel
import Scaling
import StructuredData

/// One resource of one container over the window, drawn against its request and limit.
struct UsagePlot {
    private static let (width, height) = (480.0, 150.0)
    private static let (left, bottom) = (8.0, 18.0)

    private struct Level {
        let name: String
        let style: String
        let value: Double
        let amount: String
    }

    private let peaks: UsagePeaks
    private let usage: UsageSummary
    private let levels: [Level]
    private let top: Double

    init(_ peaks: UsagePeaks, of proposal: ScalingProposal) {
        self.peaks = peaks
        usage = proposal.usage
        let container = proposal.containers.first { $0.name == peaks.container.string }
        let size = peaks.resource == .cpu ? container?.cpu : container?.memory
        levels = Self.levels(size)
        let highest = Double(peaks.values.filter(\.isFinite).max() ?? 0)
        top = max(levels.map(\.value).max() ?? 0, highest, .leastNormalMagnitude) * 1.08
    }

    /// What is and what is to be, where they differ.
    private static func levels(_ size: SizeChange?) -> [Level] {
        guard let size else { return [] }
        func level(_ name: String, _ style: String, _ amount: Quantity?) -> Level? {
            guard let amount, !amount.text.isEmpty else { return nil }
            return Level(
                name: name, style: style, value: Double(amount.milli) / 1000,
                amount: amount.text.string)
        }
        let isSame = size.request.current == size.request.proposed
        return [
            level(isSame ? "request" : "request now", "now", size.request.current),
            isSame ? nil : level("request proposed", "then", size.request.proposed),
            level("limit", "limit", size.limit?.proposed),
        ].compactMap { $0 }
    }

    var svg: String {
        let title = "\(peaks.container.string) \(peaks.resource.rawValue)".printable.xmlEscaped
        let highest = peaks.values.filter(\.isFinite).max()
        let share = levels.first.flatMap { level -> String? in
            guard let highest, level.value > 0 else { return nil }
            let percent = min((Double(highest) / level.value * 100).rounded(), 1e6)
            return "highest \(Int(percent)) % of \(level.name)"
        }
        let use = (share.map { [(style: "use", text: $0)] } ?? [])
        let parts = use + levels.map { (style: $0.style, text: "\($0.name) \($0.amount)") }
        let said = parts.map(\.text.xmlEscaped).joined(separator: ", ")
        let keys = parts.map { "<span class=\"key \($0.style)\">\($0.text.xmlEscaped)</span>" }
            .joined(separator: ", ")
        return """
            <figure><figcaption>\(title): \(keys)</figcaption>
            <svg viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" role="img" aria-label="\(title): \(said)">
            <line class="axis" x1="0" x2="\(Int(Self.width))" y1="\(text(y(0)))" y2="\(text(y(0)))"/>
            \(levels.map(line).joined())\(lines)<text x="0" y="\(Int(Self.height) - 4)">\(usage.start)</text>
            <text x="\(Int(Self.width))" y="\(Int(Self.height) - 4)" text-anchor="end">\(usage.end)</text>
            </svg></figure>

            """
    }

    private func line(_ level: Level) -> String {
        "<line class=\"\(level.style)\" x1=\"0\" x2=\"\(Int(Self.width))\" y1=\"\(text(y(level.value)))\" "
            + "y2=\"\(text(y(level.value)))\"/>\n"
    }

    /// A line for each run of what was measured: gaps stay gaps.
    private var lines: String {
        let step = Self.width / Double(max(peaks.values.count - 1, 1))
        let runs = peaks.values.enumerated().split { !$0.element.isFinite }
        return runs.map { run in
            let points = run.map {
                "\(text(Double($0.offset) * step)),\(text(y(Double($0.element))))"
            }
            return "<polyline class=\"use\" points=\"\(points.joined(separator: " "))\"/>\n"
        }.joined()
    }

    private func y(_ value: Double) -> Double {
        let room = Self.height - Self.bottom - 4
        return 4 + room * (1 - min(max(value / top, 0), 1))
    }

    /// To a tenth of a pixel.
    private func text(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
