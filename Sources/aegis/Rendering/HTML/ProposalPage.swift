import ClusterModel
import Scaling
import StructuredData

/// Proposals as one page that loads nothing and runs nothing: what changes and why, and each
/// container's usage drawn against its request and limit, as they are and as they are to be.
struct ProposalPage {
    private let report: ProposalReport

    init(_ report: ProposalReport) { self.report = report }

    var html: String {
        let list = report.list
        let counts = [ScalingProposal.State.proposed, .held, .unchanged].map {
            "\(list.items(in: $0).count) \($0.rawValue)"
        }.joined(separator: ", ")
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>aegis: replicas and sizes</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <header><h1>Replicas and sizes</h1>
            <p>\(text("\(list.metadata.place) as of \(list.metadata.generatedAt.value): \(counts); usage from \(list.usage.source)"))</p></header>
            <main>
            \(gaps)\(list.items.value.map(section).joined())</main>
            </body>
            </html>

            """
    }

    private var gaps: String {
        report.list.gaps.map {
            "<p class=\"gap\">Not seen: "
                + text($0.text) + "</p>\n"
        }.joined()
    }

    private func section(_ proposal: ScalingProposal) -> String {
        let facts = ProposalFacts(proposal)
        let rows = (facts.changes + facts.reasons).map {
            "<div class=\"\($0.label == "guard" ? "guard" : "fact")\"><dt>\(text($0.label))</dt>"
                + "<dd>\(text($0.text))</dd></div>\n"
        }.joined()
        let plots = (report.peaks[proposal.id] ?? []).map {
            UsagePlot($0, of: proposal).svg
        }.joined()
        let command = facts.command.map { "<pre><code>\(text($0))</code></pre>\n" } ?? ""
        let state = text(proposal.state.value)
        return """
            <section aria-labelledby="p\(text(proposal.id))">
            <h2 id="p\(text(proposal.id))">\(text(facts.title)) <span class="state \(state)">\(state)</span></h2>
            <p class="hint">confidence \(text(facts.confidence))</p>
            <dl>
            \(rows)</dl>
            <div class="plots">\(plots)</div>
            \(command)</section>

            """
    }

    private func text(_ text: String) -> String { text.printable.xmlEscaped }

    private static let style = """
        :root { color-scheme: light dark; --page: light-dark(#f5f6f8, #0f1319);
          --card: light-dark(#fff, #171c24); --line: light-dark(#dde1e7, #2a313c);
          --text: light-dark(#1b222c, #e6eaf0); --muted: light-dark(#556070, #9aa6b6);
          --use: light-dark(#2f5bd0, #8fb0ff); --now: light-dark(#836200, #e8c34a);
          --then: light-dark(#1b7a46, #5fd196); --limit: light-dark(#b3123f, #ff7d9c); }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--text);
          font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
        header, main { max-width: 1080px; margin: 0 auto; padding: 1rem; }
        h1 { font-size: 1.3rem; margin: 0; } h2 { font-size: 1.05rem; margin: 0; }
        header p, .hint { color: var(--muted); margin: 0; font-size: .85rem; }
        section { background: var(--card); border: 1px solid var(--line); border-radius: 10px;
          padding: 1rem; margin-bottom: 1rem; content-visibility: auto;
          contain-intrinsic-size: auto 480px; }
        .state { font-size: .72rem; font-weight: 600; border: 1px solid; border-radius: 99px;
          padding: .05rem .5rem; vertical-align: middle; color: var(--muted); }
        .state.proposed { color: var(--then); } .state.held, .guard dd, .gap { color: var(--now); }
        dl { margin: .6rem 0; } dl div { display: grid; grid-template-columns: 9.5rem 1fr; gap: .5rem;
          padding: .12rem 0; }
        dt { color: var(--muted); } dd { margin: 0; overflow-wrap: anywhere; }
        .plots { display: grid; gap: .8rem; grid-template-columns: repeat(auto-fit, minmax(330px, 1fr)); }
        figure { margin: 0; } figcaption { font-size: .82rem; color: var(--muted); }
        svg { width: 100%; height: auto; display: block; }
        svg text { fill: var(--muted); font: 10px system-ui, sans-serif; }
        .axis { stroke: var(--line); } .use { fill: none; stroke: var(--use); stroke-width: 1.4; }
        .now { stroke: var(--now); stroke-dasharray: 5 4; } .then { stroke: var(--then); }
        .limit { stroke: var(--limit); stroke-dasharray: 2 3; }
        pre { overflow-x: auto; background: var(--page); border: 1px solid var(--line);
          border-radius: 7px; padding: .5rem .7rem; margin: .8rem 0 0; font-size: .82rem; }
        @media (max-width: 560px) { dl div { grid-template-columns: 1fr; gap: 0; } }
        """
}
