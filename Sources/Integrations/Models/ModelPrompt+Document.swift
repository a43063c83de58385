internal import Analysis
internal import ClusterModel
internal import StructuredData

extension ModelPrompt {
    /// The schema, as a document to be put into a request.
    var schemaDocument: JSONValue {
        get throws {
            try readDocument(Array(schema.description.utf8), source: "schema") { reader in
                var value = JSONValue.null
                try value.read(from: &reader)
                return value
            }
        }
    }
}

extension ModelPrompt.Turn {
    var message: JSONValue {
        ["role": .string(speaker.rawValue), "content": .string(text.description)]
    }
}
