import ClusterModel
import Detection

/// What guards look at beside the draft. Built once; a guard is a function of it and of one draft.
struct GuardContext: Sendable {
    let view: ClusterView
    let book: UsageBook
    let settings: ScalingSettings
    let traffic: TrafficExpectations
    let placement: PlacementAnalysis
    let room: NodeRoom
    private let scalers: [ObjectKey: HorizontalPodAutoscaler]
    private let sizers: [ObjectKey: VerticalPodAutoscaler]

    init(
        _ view: ClusterView, _ book: UsageBook, _ autoscalers: [VerticalPodAutoscaler],
        _ settings: ScalingSettings
    ) {
        self.view = view
        self.book = book
        self.settings = settings
        traffic = TrafficExpectations(view)
        placement = PlacementAnalysis(view)
        room = NodeRoom(view.snapshot)
        var scalers: [ObjectKey: HorizontalPodAutoscaler] = [:]
        for scaler in view.snapshot.horizontalPodAutoscalers {
            if let target = scaler.target { scalers[target] = scaler }
        }
        self.scalers = scalers
        var sizers: [ObjectKey: VerticalPodAutoscaler] = [:]
        for sizer in autoscalers {
            if let target = sizer.target { sizers[target] = sizer }
        }
        self.sizers = sizers
    }

    func scaler(of key: ObjectKey) -> HorizontalPodAutoscaler? { scalers[key] }
    func sizer(of key: ObjectKey) -> VerticalPodAutoscaler? { sizers[key] }
}

extension VerticalPodAutoscaler {
    /// The workload it sizes.
    var target: ObjectKey? {
        Kind(name: spec.targetRef.kind.string).map {
            ObjectKey($0, metadata.namespace, spec.targetRef.name)
        }
    }
}
