import ClusterModel

/// A proposal in the making: recommenders fill it, guards change it.
struct Draft: Sendable {
    let subject: ScalingSubject
    var replicas: ReplicaDraft?
    var sizes: [SizeDraft] = []
    var forecast: ForecastSummary?
    private(set) var guards: [GuardRecord] = []

    init(_ subject: ScalingSubject) { self.subject = subject }

    /// How many pods there would be.
    var count: Int { replicas?.proposed ?? subject.count }

    mutating func note(
        _ name: GuardName, _ effect: GuardRecord.Effect, _ subject: String, _ message: String
    ) {
        guards.append(GuardRecord(name, effect, subject, message))
    }

    /// Takes a guard's count, and says so.
    mutating func set(replicas count: Int, _ name: GuardName, _ message: String) {
        guard let before = replicas?.proposed, before != count else { return }
        let effect: GuardRecord.Effect =
            count == replicas?.current ? .held : count > before ? .raised : .lowered
        replicas?.proposed = count
        note(name, effect, "replicas", "\(before) → \(count): \(message)")
    }

    /// Leaves a size as it is, and says so if it would have changed.
    mutating func hold(_ place: Int, _ name: GuardName, _ message: String) {
        let size = sizes[place]
        guard size.isChange else { return }
        note(
            name, .held, size.subject,
            "\(size.current?.description ?? "none") stays, not \(size.request): \(message)")
        sizes[place].restore()
    }

    /// Takes a guard's amount, and says so.
    mutating func set(_ place: Int, to amount: Double, _ name: GuardName, _ message: String) {
        let before = sizes[place].request
        let effect: GuardRecord.Effect = amount > sizes[place].proposed ? .raised : .lowered
        sizes[place].proposed = amount
        if sizes[place].limit != nil, sizes[place].resource == .memory {
            sizes[place].limit = amount
        }
        note(name, effect, sizes[place].subject, "\(before) → \(sizes[place].request): \(message)")
    }
}

/// Replicas now and as proposed so far.
struct ReplicaDraft: Sendable {
    let current: Int
    var proposed: Int
    let method: String
    let arithmetic: String
}

/// One container's request for one resource, and its limit, now and as proposed so far.
struct SizeDraft: Sendable {
    let container: Symbol
    let resource: MeasuredResource
    let current: Quantity?
    let currentLimit: Quantity?
    /// Cores or bytes.
    var proposed: Double
    var limit: Double?
    var method = ""
    var arithmetic = ""
    var alternatives: [Alternative] = []

    var subject: String { "\(container)/\(resource.rawValue)" }
    /// Written as it is where it stays.
    var request: Quantity { same(as: current, resource.quantity(proposed)) }
    var limitQuantity: Quantity? {
        limit.map { same(as: currentLimit, resource.quantity($0)) }
    }

    private func same(as present: Quantity?, _ quantity: Quantity) -> Quantity {
        present == quantity ? present ?? quantity : quantity
    }

    /// True if the request or the limit would be another.
    var isChange: Bool {
        current.map { $0 != request } ?? (proposed > 0)
            || limitQuantity.map { currentLimit != $0 } ?? false
    }

    var raises: Bool { request > (current ?? Quantity()) }

    mutating func restore() {
        proposed = current?.amount ?? 0
        limit = currentLimit?.amount
    }
}
