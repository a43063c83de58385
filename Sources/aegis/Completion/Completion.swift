import ArgumentParser
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

    static let incidents = CompletionKind.custom { words, _, _ in
        LocalNames(words, Environment.current).incidents
    }
}
