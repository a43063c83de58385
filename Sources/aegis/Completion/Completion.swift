import ArgumentParser
import ClusterModel
import KubeClient

/// What the shell offers for the values of options.
enum Completion {
    static let contexts = CompletionKind.custom { words, _, _ in
        LocalNames(words, Environment.current).kubeconfig?.contextNames ?? []
    }

    static let clusters = CompletionKind.custom { words, _, _ in
        LocalNames(words, Environment.current).kubeconfig?.clusterNames ?? []
    }

    static let users = CompletionKind.custom { words, _, _ in
        LocalNames(words, Environment.current).kubeconfig?.userNames ?? []
    }

    static let namespaces = CompletionKind.custom { words, _, _ in
        LocalNames(words, Environment.current).namespaces
    }

    /// What an analysis can be about.
    static let subjects = CompletionKind.custom { words, place, prefix in
        LocalNames(words, Environment.current).subjects(prefix, at: place)
    }

    /// Objects whose replicas and sizes can be proposed.
    static let workloads = CompletionKind.custom { words, _, prefix in
        LocalNames(words, Environment.current)
            .objects(prefix, of: [.daemonSet, .deployment, .statefulSet])
    }

    /// Objects that can be changed.
    static let objects = CompletionKind.custom { words, _, prefix in
        LocalNames(words, Environment.current).objects(prefix, of: Kind.listed)
    }

    /// Proposals that wait, by id or object.
    static let proposals = CompletionKind.custom { words, _, _ in
        LocalNames(words, Environment.current).proposals
    }
}
