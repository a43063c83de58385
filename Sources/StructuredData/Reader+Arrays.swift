/// JSON only: protobuf's repeated fields come as one field for each element.
extension Reader {
    /// Enters an array; false when the value is `null`.
    package mutating func enterArray() throws(DataError) -> Bool {
        let place = cursor.skippingSpace()
        valueStart = place
        guard format == .json else { throw error(.typeMismatch, "expected an array") }
        guard place.byte == Byte.openBracket else {
            if try takeNull(place) { return false }
            throw mismatch("an array", at: place)
        }
        try enter(place)
        return true
    }

    /// Whether another element follows, being next to read; at the end the array is left.
    package mutating func nextElement() throws(DataError) -> Bool {
        let place = cursor.skippingSpace()
        if place.byte == Byte.closeBracket {
            _ = leaveJSON(place)
            return false
        }
        if isFirst {
            isFirst = false
            cursor = place
            return true
        }
        guard place.byte == Byte.comma else { throw expected("',' or ']'", at: place) }
        cursor = (place + 1).skippingSpace()
        guard cursor.byte != Byte.closeBracket else { throw expected("a value", at: cursor) }
        return true
    }
}
