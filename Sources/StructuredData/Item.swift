/// What is known of a Kubernetes object before it is read.
package struct Item: Sendable, Equatable {
    /// As the object says, or else its list; empty when neither does.
    package var apiVersion: String
    package var kind: String
    /// The place in its list; nil for an object on its own.
    package var listIndex: Int?
    /// The kind of its list, such as `PodList` or `List`, where that is known by now.
    package var listKind: String?

    package init(
        apiVersion: String, kind: String, listIndex: Int? = nil, listKind: String? = nil
    ) {
        self.apiVersion = apiVersion
        self.kind = kind
        self.listIndex = listIndex
        self.listKind = listKind
    }
}

/// What a list says of itself, known once it has been read.
package struct ListMetadata: Sendable, Equatable {
    package var apiVersion = ""
    package var kind = ""
    package var resourceVersion = ""
    /// The token to ask for the next page with; empty on the last page.
    package var continueToken = ""
    package var remainingItemCount: Int64?
    package var itemCount = 0
}

/// An item that was passed over, the rest of the input being sound.
package struct ItemFailure: Sendable, Equatable {
    package var item: Item
    package var error: DataError
}

/// What came of reading an input.
package struct ItemSummary: Sendable, Equatable {
    /// A hostile input could hold a million bad items; so many are described.
    static let describedFailures = 100

    /// The items delivered, those that failed included.
    package var itemCount = 0
    package var lists: [ListMetadata] = []
    /// The first failures, `failureCount` being all of them.
    package var failures: [ItemFailure] = []
    package var failureCount = 0
    /// All failures by the kind of the item, which is empty where none is named.
    package var failuresByKind: [String: Int] = [:]

    /// True once further failures are only counted.
    var isFull: Bool { failures.count >= Self.describedFailures }

    mutating func record(_ error: DataError, of item: Item) {
        failureCount += 1
        failuresByKind[item.kind, default: 0] += 1
        if !isFull {
            failures.append(ItemFailure(item: item, error: error))
        }
    }
}
