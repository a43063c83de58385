package import ClusterModel
package import StructuredData

/// The histograms of one container that the VPA's recommender saves
/// (`autoscaling.k8s.io/v1` VerticalPodAutoscalerCheckpoint): usage history without Prometheus.
package struct VerticalPodAutoscalerCheckpoint: Message, Hashable {
    package var metadata = ObjectName()
    package var spec = CheckpointSpec()
    package var status = CheckpointStatus()

    package static let kindName = "VerticalPodAutoscalerCheckpoint"
    package static let plural = "verticalpodautoscalercheckpoints"
    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &metadata)
        try visit.field("spec", 2, &spec)
        try visit.field("status", 3, &status)
    }
}

package struct CheckpointSpec: Message, Hashable {
    package var vpaObjectName = Symbol.empty
    package var containerName = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("vpaObjectName", 1, &vpaObjectName)
        try visit.field("containerName", 2, &containerName)
    }
}

package struct CheckpointStatus: Message, Hashable {
    package var cpuHistogram = HistogramCheckpoint()
    package var memoryHistogram = HistogramCheckpoint()
    package var firstSampleStart = Timestamp()
    package var lastSampleStart = Timestamp()
    package var totalSamplesCount = 0

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("cpuHistogram", 1, &cpuHistogram)
        try visit.field("memoryHistogram", 2, &memoryHistogram)
        try visit.field("firstSampleStart", 3, &firstSampleStart)
        try visit.field("lastSampleStart", 4, &lastSampleStart)
        try visit.field("totalSamplesCount", 5, &totalSamplesCount)
    }
}

package struct HistogramCheckpoint: Message, Hashable {
    package var referenceTimestamp = Timestamp()
    package var bucketWeights = BucketWeights()
    package var totalWeight = 0.0

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("referenceTimestamp", 1, &referenceTimestamp)
        try visit.field("bucketWeights", 2, &bucketWeights)
        try visit.field("totalWeight", 3, &totalWeight)
    }
}

/// `{"0": 10000, "17": 42}`: the weight of each bucket that has any.
package struct BucketWeights: WireValue, Hashable {
    package struct Entry: Hashable, Sendable {
        package var bucket: Int
        package var weight: Int64
    }

    package var entries: [Entry] = []

    package init() {}
    package var isAbsent: Bool { entries.isEmpty }

    package mutating func read(from reader: inout Reader) throws {
        try reader.eachMapEntry { key, reader in
            let bucket = Int(String(decoding: key, as: UTF8.self))
            let weight = try reader.int64() ?? 0
            if let bucket { entries.append(Entry(bucket: bucket, weight: weight)) }
        }
    }

    package func write(to writer: inout DocumentWriter) {
        writer.beginObject()
        for entry in entries {
            writer.key("\(entry.bucket)")
            writer.int(entry.weight)
        }
        writer.endObject()
    }
}
