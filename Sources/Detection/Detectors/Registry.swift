/// Every detector, in the order of the codes.
package enum Registry {
    package static let detectors: [any Detector.Type] = [
        CrashLoopBackOffDetector.self,
        OOMKilledDetector.self,
        AppErrorDetector.self,
        InitContainerFailureDetector.self,
        ImagePullBackOffDetector.self,
        InvalidImageNameDetector.self,
        CreateContainerConfigErrorDetector.self,
        VolumeMountDetector.self,
        ProbeFailureDetector.self,
        EvictedDetector.self,
        TerminatingStuckDetector.self,
        UnschedulableDetector.self,
        PVCPendingDetector.self,
        NodeNotReadyDetector.self,
        NodePressureDetector.self,
        QuotaExceededDetector.self,
        WebhookFailingDetector.self,
        CertificateExpiredDetector.self,
        ServiceNoEndpointsDetector.self,
        PortMismatchDetector.self,
        IngressMisconfigDetector.self,
        RBACForbiddenDetector.self,
        DNSFailureDetector.self,
        NetworkPolicyBlockingDetector.self,
        ResourceMisconfigDetector.self,
        SelectorMismatchDetector.self,
    ]

    package static var rules: [Rule] { detectors.map { $0.rule } }
}
