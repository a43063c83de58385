extension ExplanationRecord {
    /// A section of a page on rules.
    var markdown: String {
        """
        ## \(category) (\(rule), \(severity))

        \(meaning.markdownEscaped)

        """ + markdownBody
    }

    /// Without its heading and meaning, for where these stand already.
    var markdownBody: String {
        section("How it is detected", [detection.markdownEscaped])
            + section("Not reported", exceptions.map { "- " + $0.markdownEscaped })
            + section("Typical causes", causes.map { "- " + $0.markdownEscaped })
            + section(
                "Next", ["```sh"] + commands.flatMap { ["# \($0.purpose)", $0.command] } + ["```"])
    }

    private func section(_ title: String, _ lines: [String]) -> String {
        "\n**\(title)**\n\n" + lines.map { $0 + "\n" }.joined()
    }
}
