import ClusterModel
import Glibc
import Scaling

/// Two weeks of usage for a few workloads of the demo, by formula: the same for the same moment.
enum DemoUsage {
    private static let step: Int64 = 900
    private static let days: Int64 = 14

    /// One container's usage: cores and bytes at an hour of the day and a place in time.
    private struct Shape: Sendable {
        let workload: Symbol
        let kind: Kind
        let namespace: Symbol
        let container: Symbol
        let pods: Int
        let cores: @Sendable (_ hour: Double, _ day: Int) -> Double
        let mebibytes: @Sendable (_ hour: Double, _ day: Int) -> Double
    }

    static func items(until now: Timestamp) -> [UsageItem] {
        shapes.flatMap { shape in
            (0..<shape.pods).flatMap { pod in
                [
                    series(shape, pod, .cpu, now) { hour, day in shape.cores(hour, day) },
                    series(shape, pod, .memory, now) { hour, day in
                        shape.mebibytes(hour, day) * 1_048_576
                    },
                ].compactMap(\.self).map(UsageItem.series)
            }
        }
    }

    private static func series(
        _ shape: Shape, _ pod: Int, _ resource: MeasuredResource, _ now: Timestamp,
        _ value: (Double, Int) -> Double
    ) -> UsageSeries? {
        let start = now.seconds / step * step - days * 86400
        let values = (0..<Int(days * 86400 / step)).map { place -> Float in
            let time = start + Int64(place) * step
            let hour = Double(time % 86400) / 3600
            return Float(value(hour, place * Int(step) / 86400) * (1 + 0.05 * noise(place, pod)))
        }
        return UsageSeries(
            namespace: shape.namespace, owner: .workload(shape.kind, shape.workload),
            container: shape.container, resource: resource, start: start, step: step,
            values: values)
    }

    /// Between -1 and 1, and the same for the same place.
    private static func noise(_ place: Int, _ pod: Int) -> Double {
        let mixed = (UInt64(place) &* 31 &+ UInt64(pod)) &* 0x9E37_79B9_7F4A_7C15
        return Double((mixed ^ (mixed >> 31)) % 2001) / 1000 - 1
    }

    private static func daily(_ hour: Double) -> Double {
        0.5 - 0.5 * cos((hour - 2) / 24 * 2 * .pi)
    }

    private static let shapes: [Shape] = [
        // Far less than it asks for.
        Shape(
            workload: "dashboards", kind: .deployment, namespace: "ops", container: "app", pods: 1,
            cores: { hour, _ in 0.03 + 0.12 * daily(hour) }, mebibytes: { _, _ in 90 }),
        // A daily peak that two replicas do not carry.
        Shape(
            workload: "web", kind: .deployment, namespace: "shop", container: "app", pods: 2,
            cores: { hour, day in 0.04 + 0.1 * daily(hour) * (day % 7 < 5 ? 1 : 0.6) },
            mebibytes: { hour, _ in 80 + 20 * daily(hour) }),
        // Killed for its memory.
        Shape(
            workload: "cart", kind: .deployment, namespace: "shop", container: "app", pods: 2,
            cores: { hour, _ in 0.02 + 0.03 * daily(hour) },
            mebibytes: { hour, _ in 40 + 20 * daily(hour) }),
        // Scaled by an HPA.
        Shape(
            workload: "api", kind: .deployment, namespace: "payments", container: "app", pods: 1,
            cores: { hour, _ in 0.02 + 0.02 * daily(hour) }, mebibytes: { _, _ in 70 }),
        // A leak.
        Shape(
            workload: "agent", kind: .daemonSet, namespace: "ops", container: "app", pods: 3,
            cores: { _, _ in 0.05 }, mebibytes: { hour, day in 40 * pow(1.12, Double(day)) }),
    ]
}
