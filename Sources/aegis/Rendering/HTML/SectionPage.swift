import StructuredData

/// One page of sections that loads nothing: each is there without a script, which only searches and
/// filters them. What a subcommand has found is made into it by the extensions beside this file.
struct SectionPage {
    /// Plain text.
    let title: String
    let lead: String
    /// What was not seen or could not be done.
    let gaps: [String]
    let sections: [Section]

    struct Section {
        let id: String
        let title: String
        /// What can be filtered by.
        let state: String
        let hint: String
        /// HTML.
        let body: String
    }

    var bytes: [UInt8] {
        let lead = "<h1>\(Self.text(title))</h1>\n<p>\(Self.text(lead))</p>\n"
        return ReportPage.bytes(of: Self.head) + Array("aegis: \(Self.text(title))".utf8)
            + ReportPage.bytes(of: Self.titleEnd) + ReportPage.bytes(of: Self.style)
            + ReportPage.bytes(of: Self.top) + Array(lead.utf8)
            + ReportPage.bytes(of: Self.body) + Array((notice + filters + list).utf8)
            + ReportPage.bytes(of: Self.middle) + ReportPage.bytes(of: Self.script)
            + ReportPage.bytes(of: Self.end)
    }

    static func text(_ text: String) -> String { text.printable.xmlEscaped }

    private var notice: String {
        if gaps.isEmpty { return "" }
        return
            "<div class=\"notice\" role=\"alert\"><b>Not everything could be seen or done:</b>\n<ul>"
            + gaps.map { "<li>\(Self.text($0))</li>\n" }.joined() + "</ul></div>\n"
    }

    /// Hidden from who has no script.
    private var filters: String {
        var states: [String] = []
        for section in sections where !states.contains(section.state) {
            states.append(section.state)
        }
        let options = states.map(Self.text).map { "<option value=\"\($0)\">\($0)</option>" }
            .joined()
        return """
            <form id="filters" class="filters" role="search" aria-label="Filter the list" hidden>
            <label class="wide"><span>Search</span><input type="search" name="search" \
            placeholder="name, value …  ( / )" autocomplete="off" aria-controls="list"></label>
            <label><span>State</span><select name="state" aria-controls="list">\
            <option value="">All</option>\(options)</select></label>
            <button type="reset">Reset</button>
            </form>
            <output id="count" class="count" aria-live="polite" for="filters"></output>

            """
    }

    private var list: String {
        let body = sections.isEmpty ? "<p class=\"none\">Nothing.</p>\n" : ""
        return "<div id=\"list\" tabindex=\"-1\">\n\(body)\(sections.map(html).joined())</div>\n"
    }

    private func html(_ section: Section) -> String {
        let (id, state) = (Self.text(section.id), Self.text(section.state))
        return """
            <section class="panel" data-state="\(state)" aria-labelledby="\(id)">
            <h2 id="\(id)">\(Self.text(section.title)) <span class="badge">\(state)</span></h2>
            <p class="hint">\(Self.text(section.hint))</p>
            \(section.body)</section>

            """
    }
}
