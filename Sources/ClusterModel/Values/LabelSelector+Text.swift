extension LabelSelector {
    /// Parses kubectl's `-l` syntax: `app=web,tier!=db,env in (a,b),!canary,track notin (x)`.
    /// Nil for anything else.
    package init?(text: String) {
        self.init()
        for term in Self.terms(of: text) {
            guard let requirement = LabelSelectorRequirement(text: term) else { return nil }
            if requirement.operator == "In", requirement.values.count == 1 {
                matchLabels[requirement.key] = requirement.values[0]
            } else {
                matchExpressions.append(requirement)
            }
        }
        if isEmpty { return nil }
    }

    /// Splits at the commas outside parentheses.
    private static func terms(of text: String) -> [String] {
        var terms = [""]
        var depth = 0
        for character in text {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if character == ",", depth == 0 {
                terms.append("")
            } else {
                terms[terms.count - 1].append(character)
            }
        }
        return terms
    }
}

extension LabelSelectorRequirement {
    fileprivate init?(text: String) {
        self.init()
        let words = text.split(separator: " ", maxSplits: 2).map(String.init)
        if words.count == 3, words[2].hasPrefix("("), words[2].hasSuffix(")") {
            guard ["in", "notin"].contains(words[1]) else { return nil }
            key = Symbol(words[0])
            self.operator = words[1] == "in" ? "In" : "NotIn"
            values = words[2].dropFirst().dropLast().split(separator: ",")
                .map { Symbol(String($0).trimmingSpaces) }
            if values.isEmpty { return nil }
        } else if let (name, value) = text.halves(at: "!=") {
            (key, self.operator, values) = (Symbol(name), "NotIn", [Symbol(value)])
        } else if let (name, value) = text.halves(at: "==") ?? text.halves(at: "=") {
            (key, self.operator, values) = (Symbol(name), "In", [Symbol(value)])
        } else if text.hasPrefix("!") {
            (key, self.operator) = (Symbol(String(text.dropFirst()).trimmingSpaces), "DoesNotExist")
        } else {
            (key, self.operator) = (Symbol(text.trimmingSpaces), "Exists")
        }
        if key.isEmpty || key.string.contains(where: { " ()!=".contains($0) }) { return nil }
    }
}

extension String {
    var trimmingSpaces: String {
        var text = self[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    /// The trimmed text before and after the first `separator`.
    func halves(at separator: String) -> (String, String)? {
        var rest = self[...]
        while !rest.isEmpty {
            if rest.hasPrefix(separator) {
                let before = String(self[..<rest.startIndex]).trimmingSpaces
                return (before, String(rest.dropFirst(separator.count)).trimmingSpaces)
            }
            rest.removeFirst()
        }
        return nil
    }
}
