package import StructuredData

/// Takes a list's objects as they arrive.
package protocol ItemConsumer {
    /// Reads one object whole, or not at all to pass it over. May be called again for the same
    /// object when more of its bytes have come: nothing may be kept before reading succeeded.
    mutating func take(_ reader: inout Reader, _ item: Item) throws

    /// The list begins anew: what was taken so far is to be dropped.
    mutating func startOver()
}
