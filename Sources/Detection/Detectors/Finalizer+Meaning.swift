/// What a well-known finalizer waits for; nil for others, which some controller must take off.
func meaning(ofFinalizer name: String) -> String? {
    switch name {
    case "batch.kubernetes.io/job-tracking": "until the Job has counted it"
    case "foregroundDeletion": "until everything it owns is gone"
    case "kubernetes": "until everything in it is gone"
    case "kubernetes.io/pv-protection": "until no claim is bound to it"
    case "kubernetes.io/pvc-protection": "until no pod uses it"
    case "orphan": "until what it owns is set free"
    case "service.kubernetes.io/load-balancer-cleanup": "until the load balancer is gone"
    default: nil
    }
}
