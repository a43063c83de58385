import Testing

@testable import aegis

@Suite("Names and messages stay text")
struct EscapingTests {
    @Test(
        "in XML",
        arguments: [
            ("a<b>&\"c\"", "a&lt;b&gt;&amp;&quot;c&quot;"),
            ("]]>", "]]&gt;"),
            ("a\r\n\tb", "a&#13;&#10;&#9;b"),
            ("\u{0}\u{1B}\u{85}\u{FFFE}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("ü 😀", "ü 😀"),
        ])
    func xml(text: String, expected: String) {
        #expect(text.xmlEscaped == expected)
    }

    @Test("in XML's text line ends stay")
    func xmlText() {
        #expect("a\n\tb\r".xmlTextEscaped == "a\n\tb&#13;")
    }

    @Test(
        "in Markdown",
        arguments: [
            ("a|b", #"a\|b"#),
            ("`x` *y* _z_", #"\`x\` \*y\* \_z\_"#),
            ("[a](b)", #"\[a\](b)"#),
            ("<img> &amp;", "&lt;img&gt; &amp;amp;"),
            ("@all #1", "@\u{200B}all #\u{200B}1"),
            ("http://x www.x", "http:\u{200B}//x www\u{200B}.x"),
            ("two\nlines", "two lines"),
            ("left\u{202E}right", "left right"),
        ])
    func markdown(text: String, expected: String) {
        #expect(text.markdownEscaped == expected)
    }

    @Test(
        "in a code span",
        arguments: [
            ("a", "`a`"), ("a`b", "``a`b``"), ("``", "``` `` ```"), ("a|b", "`a|b`"), (" ", ""),
        ])
    func code(text: String, expected: String) {
        #expect(text.markdownCode() == expected)
    }

    @Test("in a code span of a table")
    func tableCode() {
        #expect("a|b".markdownCode(inTable: true) == #"`a\|b`"#)
    }

    @Test("in the HTML of a comment")
    func html() {
        #expect(
            "<b>\"*x*\" @me".htmlEscaped == "&lt;b&gt;&quot;&#42;x&#42;&quot; @\u{200B}me")
    }

    @Test("in the page's data no element can begin or end")
    func page() {
        let data = Array(#"{"a":"</script><!-- &"}"#.utf8)
        let embedded = String(decoding: HTMLReport.embeddable(data), as: UTF8.self)
        #expect(embedded == #"{"a":"\u003c/script\u003e\u003c!-- \u0026"}"#)
    }
}
