function __aegis_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __aegis_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __aegis_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __aegis_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

# Inserts the subcommand that is run without a further word, unless one is there or begun.
function __aegis_insert_default -S -a default_subcommand
    if test (count $unparsed_tokens) -gt 1
        contains -- $unparsed_tokens[2] $argv[2..]; and return
    else
        string match -qr -- '^'(string escape --style=regex -- (commandline -ct)) $argv[2..]
        and return
    end
    set unparsed_tokens $unparsed_tokens[1] $default_subcommand $unparsed_tokens[2..]
end

function __aegis_parse_tokens -S
    set -l unparsed_tokens (__aegis_tokens -pc)
    switch $unparsed_tokens[1]
    case 'aegis'
        __aegis_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'analyze'
            __aegis_parse_subcommand -r 1 'logs=' 'max-iterations=' 'o/output=' 'no-headers' 'engine=' 'show-prompt' 'record-answers=' 'replay-answers=' 'f/filename=+' 'demo' 'now=' 'kubeconfig=' 'context=+' 'cluster=' 'user=' 's/server=' 'token=' 'as=' 'as-group=+' 'certificate-authority=' 'insecure-skip-tls-verify' 'request-timeout=' 'chunk-size=' 'n/namespace=+' 'A/all-namespaces' 'l/selector=' 'field-selector=' 'level=' 'fail-on=' 'since=' 'grace=' 'disable=+' 'opt-in' 'config=' 'state-dir=' 'no-state' 'v' 'log-format=' 'version' 'h/help'
        case 'explain'
            __aegis_parse_subcommand 1 'o/output=' 'version' 'h/help'
        case 'index'
            __aegis_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'dump'
                __aegis_parse_subcommand 0 'index=+' 'key=' 'probes' 'f/filename=+' 'demo' 'now=' 'kubeconfig=' 'context=+' 'cluster=' 'user=' 's/server=' 'token=' 'as=' 'as-group=+' 'certificate-authority=' 'insecure-skip-tls-verify' 'request-timeout=' 'chunk-size=' 'n/namespace=+' 'A/all-namespaces' 'l/selector=' 'field-selector=' 'o/output=' 'no-headers' 'config=' 'state-dir=' 'no-state' 'v' 'log-format=' 'version' 'h/help'
            end
        case 'manifests'
            __aegis_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'rbac'
                __aegis_parse_subcommand 0 'check' 'for=' 'only=+' 'no-cluster-role' 'n/namespace=' 'name=' 'o/output=' 'kubeconfig=' 'context=+' 'cluster=' 'user=' 's/server=' 'token=' 'as=' 'as-group=+' 'certificate-authority=' 'insecure-skip-tls-verify' 'request-timeout=' 'chunk-size=' 'config=' 'state-dir=' 'no-state' 'v' 'log-format=' 'version' 'h/help'
            case 'cronjob'
                __aegis_parse_subcommand -r 1 'for=' 'image=' 'schedule=' 'only=+' 'state-claim=' 'deadline=' 'kubernetes-version=' 'n/namespace=' 'name=' 'o/output=' 'version' 'h/help'
            case 'networkpolicy'
                __aegis_parse_subcommand 0 'api-server=+' 'egress=+' 'n/namespace=' 'name=' 'o/output=' 'version' 'h/help'
            case 'crd'
                __aegis_parse_subcommand 0 'o/output=' 'version' 'h/help'
            end
        case 'metrics'
            __aegis_parse_subcommand 0 'live' 'all-clusters' 'o/output=' 'textfile=' 'label=+' 'push=' 'job=' 'grouping=+' 'f/filename=+' 'demo' 'now=' 'kubeconfig=' 'context=+' 'cluster=' 'user=' 's/server=' 'token=' 'as=' 'as-group=+' 'certificate-authority=' 'insecure-skip-tls-verify' 'request-timeout=' 'chunk-size=' 'n/namespace=+' 'A/all-namespaces' 'l/selector=' 'field-selector=' 'config=' 'state-dir=' 'no-state' 'v' 'log-format=' 'version' 'h/help'
        case 'scale-propose'
            __aegis_insert_default propose propose queue
            __aegis_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'propose'
                __aegis_parse_subcommand -r 1 'change=' 'method=' 'target-utilization=' 'min-replicas=' 'prices=' 'expires-in=' 'queue' 'all' 'engine=' 'show-prompt' 'record-answers=' 'replay-answers=' 'usage=' 'usage-file=+' 'prometheus=' 'prometheus-header=+' 'history=' 'step=' 'f/filename=+' 'demo' 'now=' 'kubeconfig=' 'context=+' 'cluster=' 'user=' 's/server=' 'token=' 'as=' 'as-group=+' 'certificate-authority=' 'insecure-skip-tls-verify' 'request-timeout=' 'chunk-size=' 'n/namespace=+' 'A/all-namespaces' 'l/selector=' 'field-selector=' 'o/output=' 'no-headers' 'config=' 'state-dir=' 'no-state' 'v' 'log-format=' 'version' 'h/help'
            case 'queue'
                __aegis_insert_default list list show drop
                __aegis_parse_subcommand 0 'version' 'h/help'
                switch $unparsed_tokens[1]
                case 'list'
                    __aegis_parse_subcommand 0 'of-cluster=' 'now=' 'kubeconfig=' 'context=+' 'cluster=' 'user=' 's/server=' 'token=' 'as=' 'as-group=+' 'certificate-authority=' 'insecure-skip-tls-verify' 'request-timeout=' 'chunk-size=' 'config=' 'state-dir=' 'no-state' 'v' 'log-format=' 'o/output=' 'no-headers' 'version' 'h/help'
                case 'show'
                    __aegis_parse_subcommand -r 1 'of-cluster=' 'now=' 'kubeconfig=' 'context=+' 'cluster=' 'user=' 's/server=' 'token=' 'as=' 'as-group=+' 'certificate-authority=' 'insecure-skip-tls-verify' 'request-timeout=' 'chunk-size=' 'config=' 'state-dir=' 'no-state' 'v' 'log-format=' 'o/output=' 'no-headers' 'version' 'h/help'
                case 'drop'
                    __aegis_parse_subcommand -r 1 'of-cluster=' 'now=' 'kubeconfig=' 'context=+' 'cluster=' 'user=' 's/server=' 'token=' 'as=' 'as-group=+' 'certificate-authority=' 'insecure-skip-tls-verify' 'request-timeout=' 'chunk-size=' 'config=' 'state-dir=' 'no-state' 'v' 'log-format=' 'version' 'h/help'
                end
            end
        case 'scan'
            __aegis_parse_subcommand 0 'list-rules' 'baseline=' 'save-snapshot=' 'all-contexts' 'f/filename=+' 'demo' 'now=' 'kubeconfig=' 'context=+' 'cluster=' 'user=' 's/server=' 'token=' 'as=' 'as-group=+' 'certificate-authority=' 'insecure-skip-tls-verify' 'request-timeout=' 'chunk-size=' 'n/namespace=+' 'A/all-namespaces' 'l/selector=' 'field-selector=' 'shard=' 'merge=+' 'level=' 'fail-on=' 'since=' 'grace=' 'disable=+' 'opt-in' 'o/output=' 'no-headers' 'record' 'record-namespace=' 'config=' 'state-dir=' 'no-state' 'v' 'log-format=' 'version' 'h/help'
        case 'shadow-test'
            __aegis_insert_default run run list gc
            __aegis_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'run'
                __aegis_parse_subcommand 1 'f/filename=+' 'from-queue' 'replicas=' 'set-image=+' 'patch=' 'n/namespace=' 'runtime=' 'snapshot=+' 'demo' 'now=' 'timeout=' 'settle=' 'shadow-replicas=' 'probe=+' 'keep-on-failure' 'apply' 'stages=' 'pause=' 'stage-timeout=' 'y/yes' 'peering=' 'priority=' 'peering-hold' 'record' 'record-namespace=' 'kubeconfig=' 'context=+' 'cluster=' 'user=' 's/server=' 'token=' 'as=' 'as-group=+' 'certificate-authority=' 'insecure-skip-tls-verify' 'request-timeout=' 'chunk-size=' 'config=' 'state-dir=' 'no-state' 'v' 'log-format=' 'o/output=' 'version' 'h/help'
            case 'list'
                __aegis_parse_subcommand 0 'no-headers' 'kubeconfig=' 'context=+' 'cluster=' 'user=' 's/server=' 'token=' 'as=' 'as-group=+' 'certificate-authority=' 'insecure-skip-tls-verify' 'request-timeout=' 'chunk-size=' 'config=' 'state-dir=' 'no-state' 'v' 'log-format=' 'version' 'h/help'
            case 'gc'
                __aegis_parse_subcommand 0 'kubeconfig=' 'context=+' 'cluster=' 'user=' 's/server=' 'token=' 'as=' 'as-group=+' 'certificate-authority=' 'insecure-skip-tls-verify' 'request-timeout=' 'chunk-size=' 'config=' 'state-dir=' 'no-state' 'v' 'log-format=' 'version' 'h/help'
            end
        case 'help'
            __aegis_parse_subcommand -r 1 'version'
        end
    end
end

function __aegis_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __aegis_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __aegis_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __aegis_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__aegis_tokens -p)
    if test -z "$(__aegis_tokens -t)"
        set -l index (count (__aegis_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'aegis' -f
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis" version' -l 'version' -d 'Show the version.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis" -eq 1' -fa 'analyze' -d 'Explain incidents, and offer fixes that were tried on the snapshot.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis" -eq 1' -fa 'explain' -d 'Say what a rule means, how it is detected, and what to do next.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis" -eq 1' -fa 'index' -d 'Look things up in a cluster, for scripts.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis" -eq 1' -fa 'manifests' -d 'Print manifests for running aegis in a cluster.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis" -eq 1' -fa 'metrics' -d 'Print the metrics of all runs so far, for Prometheus.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis" -eq 1' -fa 'scale-propose' -d 'Propose replicas and sizes, with the arithmetic and the risk replayed.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis" -eq 1' -fa 'scan' -d 'List what is broken, the worst first, with the proof.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis" -eq 1' -fa 'shadow-test' -d 'Try a change before production sees it, and say what came of it.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis analyze" -ge 1' -fka '(__aegis_custom_completion ---completion analyze -- positional@0 (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" logs' -l 'logs' -d 'Saved logs: NAMESPACE_POD_CONTAINER[.previous].log or a cluster-info dump.' -rfa '(__aegis_complete_directories)'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" max-iterations' -l 'max-iterations' -d 'How many fixes of an incident are tried, and how often a model is asked. Default: 5.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" o output' -s 'o' -l 'output' -d 'Output format.' -rfka 'text json yaml junit sarif markdown html'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" no-headers' -l 'no-headers' -d 'Leave out headings and the closing line of text output.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" engine' -l 'engine' -d 'auto asks a model if one is configured.' -rfka 'rules llm auto'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" show-prompt' -l 'show-prompt' -d 'Print what a model would be asked, redacted, and ask nobody.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" record-answers' -l 'record-answers' -d 'Keep a model\'s answers, for --replay-answers.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" replay-answers' -l 'replay-answers' -d 'Take the answers from this recording; no model is asked.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze"' -s 'f' -l 'filename' -d 'A dump instead of a cluster: a file, a directory, or - for standard input.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" demo' -l 'demo' -d 'Use the built-in demo cluster.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" now' -l 'now' -d 'Judge the data as of this moment (RFC 3339). Default: the clock for a live cluster, a dump\'s own time for a dump.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" kubeconfig' -l 'kubeconfig' -d 'The kubeconfig, instead of $KUBECONFIG.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze"' -l 'context' -d 'The kubeconfig\'s context; scan takes several.' -rfka '(__aegis_custom_completion ---completion analyze -- --context (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" cluster' -l 'cluster' -d 'The kubeconfig\'s cluster.' -rfka '(__aegis_custom_completion ---completion analyze -- --cluster (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" user' -l 'user' -d 'The kubeconfig\'s user.' -rfka '(__aegis_custom_completion ---completion analyze -- --user (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" s server' -s 's' -l 'server' -d 'The API server\'s address.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" token' -l 'token' -d 'Bearer token.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" as' -l 'as' -d 'Impersonate this user.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze"' -l 'as-group' -d 'Impersonate this group (repeatable).' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" certificate-authority' -l 'certificate-authority' -d 'The API server\'s certificate authority.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" insecure-skip-tls-verify' -l 'insecure-skip-tls-verify' -d 'Do not verify the API server\'s certificate.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" request-timeout' -l 'request-timeout' -d 'Give up after this long, such as 30s. Default: 2m for the whole reading.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" chunk-size' -l 'chunk-size' -d 'Read lists in pages of this many objects; 0 reads each list whole.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze"' -s 'n' -l 'namespace' -d 'Only this namespace (repeatable).' -rfka '(__aegis_custom_completion ---completion analyze -- --namespace (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" A all-namespaces' -s 'A' -l 'all-namespaces' -d 'All namespaces; the default unless the configuration names one.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" l selector' -s 'l' -l 'selector' -d 'Only what is about objects with these labels, as kubectl\'s -l.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" field-selector' -l 'field-selector' -d 'Only what is about pods with these fields: metadata.name, metadata.namespace, spec.nodeName, status.phase.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" level' -l 'level' -d 'Report from this severity on.' -rfka 'low medium high critical'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" fail-on' -l 'fail-on' -d 'Exit 1 for incidents from this severity on; \'never\' for none. Default: high.' -rfka 'low medium high critical never'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" since' -l 'since' -d 'How far back restarts, kills and events count. Default: 1h.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" grace' -l 'grace' -d 'How long a new or changed object may take to settle. Default: 2m.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze"' -l 'disable' -d 'Leave out this rule, by code or category (repeatable).' -rfka 'CrashLoopBackOff AEG-101 OOMKilled AEG-102 AppError AEG-103 InitContainerFailure AEG-104 ImagePullBackOff AEG-105 InvalidImageName AEG-106 CreateContainerConfigError AEG-107 VolumeMount AEG-108 ProbeFailure AEG-109 Evicted AEG-110 TerminatingStuck AEG-111 RolloutStuck AEG-301 ReplicaMismatch AEG-302 StatefulSetStuck AEG-303 DaemonSetUnavailable AEG-304 JobFailed AEG-305 CronJobFailing AEG-306 HPAMisconfig AEG-307 PDBBlocking AEG-308 Unschedulable AEG-201 PVCPending AEG-202 NodeNotReady AEG-203 NodePressure AEG-204 QuotaExceeded AEG-205 WebhookFailing AEG-206 CertificateExpired AEG-207 ServiceNoEndpoints AEG-401 PortMismatch AEG-402 IngressMisconfig AEG-403 RBACForbidden AEG-404 DNSFailure AEG-405 NetworkPolicyBlocking AEG-406 ResourceMisconfig AEG-501 SelectorMismatch AEG-502 OrphanedConfig AEG-503 AEG-504'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" opt-in' -l 'opt-in' -d 'Only objects annotated with aegis.io/monitor: enabled.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" config' -l 'config' -d 'Settings, instead of $XDG_CONFIG_HOME/aegis/config.yaml.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" state-dir' -l 'state-dir' -d 'Where state is kept, instead of $XDG_STATE_HOME/aegis.' -rfa '(__aegis_complete_directories)'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" no-state' -l 'no-state' -d 'Remember nothing of this run.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze"' -s 'v' -d 'Say what is being done; -vv names each request too.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" log-format' -l 'log-format' -d 'Standard error as lines of text or of JSON.' -rfka 'text json'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" version' -l 'version' -d 'Show the version.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis analyze" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis explain" o output' -s 'o' -l 'output' -d 'Output format.' -rfka 'text json markdown'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis explain" -eq 1' -fka 'CrashLoopBackOff AEG-101 OOMKilled AEG-102 AppError AEG-103 InitContainerFailure AEG-104 ImagePullBackOff AEG-105 InvalidImageName AEG-106 CreateContainerConfigError AEG-107 VolumeMount AEG-108 ProbeFailure AEG-109 Evicted AEG-110 TerminatingStuck AEG-111 RolloutStuck AEG-301 ReplicaMismatch AEG-302 StatefulSetStuck AEG-303 DaemonSetUnavailable AEG-304 JobFailed AEG-305 CronJobFailing AEG-306 HPAMisconfig AEG-307 PDBBlocking AEG-308 Unschedulable AEG-201 PVCPending AEG-202 NodeNotReady AEG-203 NodePressure AEG-204 QuotaExceeded AEG-205 WebhookFailing AEG-206 CertificateExpired AEG-207 ServiceNoEndpoints AEG-401 PortMismatch AEG-402 IngressMisconfig AEG-403 RBACForbidden AEG-404 DNSFailure AEG-405 NetworkPolicyBlocking AEG-406 ResourceMisconfig AEG-501 SelectorMismatch AEG-502 OrphanedConfig AEG-503 AEG-504'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis explain" version' -l 'version' -d 'Show the version.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis explain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index" version' -l 'version' -d 'Show the version.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis index" -eq 1' -fa 'dump' -d 'Write indexes: of pods, labels, Deployments, Services, nodes, owners and more.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump"' -l 'index' -d 'Only this index (repeatable).' -rfka 'pod-health pod-by-label deployment-replica service-endpoint node-resource owner image config-reference'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" key' -l 'key' -d 'Only what has this key; exit 1 if nothing has it.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" probes' -l 'probes' -d 'The counts of pods, unhealthy pods and Deployments.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump"' -s 'f' -l 'filename' -d 'A dump instead of a cluster: a file, a directory, or - for standard input.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" demo' -l 'demo' -d 'Use the built-in demo cluster.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" now' -l 'now' -d 'Judge the data as of this moment (RFC 3339). Default: the clock for a live cluster, a dump\'s own time for a dump.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" kubeconfig' -l 'kubeconfig' -d 'The kubeconfig, instead of $KUBECONFIG.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump"' -l 'context' -d 'The kubeconfig\'s context; scan takes several.' -rfka '(__aegis_custom_completion ---completion index dump -- --context (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" cluster' -l 'cluster' -d 'The kubeconfig\'s cluster.' -rfka '(__aegis_custom_completion ---completion index dump -- --cluster (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" user' -l 'user' -d 'The kubeconfig\'s user.' -rfka '(__aegis_custom_completion ---completion index dump -- --user (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" s server' -s 's' -l 'server' -d 'The API server\'s address.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" token' -l 'token' -d 'Bearer token.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" as' -l 'as' -d 'Impersonate this user.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump"' -l 'as-group' -d 'Impersonate this group (repeatable).' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" certificate-authority' -l 'certificate-authority' -d 'The API server\'s certificate authority.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" insecure-skip-tls-verify' -l 'insecure-skip-tls-verify' -d 'Do not verify the API server\'s certificate.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" request-timeout' -l 'request-timeout' -d 'Give up after this long, such as 30s. Default: 2m for the whole reading.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" chunk-size' -l 'chunk-size' -d 'Read lists in pages of this many objects; 0 reads each list whole.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump"' -s 'n' -l 'namespace' -d 'Only this namespace (repeatable).' -rfka '(__aegis_custom_completion ---completion index dump -- --namespace (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" A all-namespaces' -s 'A' -l 'all-namespaces' -d 'All namespaces; the default unless the configuration names one.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" l selector' -s 'l' -l 'selector' -d 'Only what is about objects with these labels, as kubectl\'s -l.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" field-selector' -l 'field-selector' -d 'Only what is about pods with these fields: metadata.name, metadata.namespace, spec.nodeName, status.phase.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" o output' -s 'o' -l 'output' -d 'Output format.' -rfka 'table json yaml ndjson'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" no-headers' -l 'no-headers' -d 'Leave out the headings of tables.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" config' -l 'config' -d 'Settings, instead of $XDG_CONFIG_HOME/aegis/config.yaml.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" state-dir' -l 'state-dir' -d 'Where state is kept, instead of $XDG_STATE_HOME/aegis.' -rfa '(__aegis_complete_directories)'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" no-state' -l 'no-state' -d 'Remember nothing of this run.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump"' -s 'v' -d 'Say what is being done; -vv names each request too.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" log-format' -l 'log-format' -d 'Standard error as lines of text or of JSON.' -rfka 'text json'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" version' -l 'version' -d 'Show the version.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis index dump" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests" version' -l 'version' -d 'Show the version.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis manifests" -eq 1' -fa 'rbac' -d 'Print a ServiceAccount with the least rights for what it is to do.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis manifests" -eq 1' -fa 'cronjob' -d 'Print a CronJob that runs a subcommand, under restricted pod security.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis manifests" -eq 1' -fa 'networkpolicy' -d 'Print a NetworkPolicy that lets aegis\'s pods reach the API server alone.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis manifests" -eq 1' -fa 'crd' -d 'Print the definitions of Incident and ShadowEnvironment.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac" check' -l 'check' -d 'Print which of these rights the current identity lacks, instead of manifests.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac" for' -l 'for' -d 'What aegis is to do, separated by commas. Default: scan.' -rfka 'analyze index metrics scale-propose scan shadow-test shadow-test-gc'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac"' -l 'only' -d 'Rights in this namespace only, for \'scan -n\' (repeatable). Default: the whole cluster.' -rfka '(__aegis_custom_completion ---completion manifests rbac -- --only (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac" no-cluster-role' -l 'no-cluster-role' -d 'With --only, nothing outside the namespaces: what their owner can grant. Reports then say that nodes and the like were not seen, and end with status 3.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac" n namespace' -s 'n' -l 'namespace' -d 'Where aegis is to run.' -rfka '(__aegis_custom_completion ---completion manifests rbac -- --namespace (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac" name' -l 'name' -d 'What the objects are called.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac" o output' -s 'o' -l 'output' -d 'Output format.' -rfka 'yaml json'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac" kubeconfig' -l 'kubeconfig' -d 'The kubeconfig, instead of $KUBECONFIG.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac"' -l 'context' -d 'The kubeconfig\'s context; scan takes several.' -rfka '(__aegis_custom_completion ---completion manifests rbac -- --context (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac" cluster' -l 'cluster' -d 'The kubeconfig\'s cluster.' -rfka '(__aegis_custom_completion ---completion manifests rbac -- --cluster (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac" user' -l 'user' -d 'The kubeconfig\'s user.' -rfka '(__aegis_custom_completion ---completion manifests rbac -- --user (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac" s server' -s 's' -l 'server' -d 'The API server\'s address.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac" token' -l 'token' -d 'Bearer token.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac" as' -l 'as' -d 'Impersonate this user.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac"' -l 'as-group' -d 'Impersonate this group (repeatable).' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac" certificate-authority' -l 'certificate-authority' -d 'The API server\'s certificate authority.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac" insecure-skip-tls-verify' -l 'insecure-skip-tls-verify' -d 'Do not verify the API server\'s certificate.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac" request-timeout' -l 'request-timeout' -d 'Give up after this long, such as 30s. Default: 2m for the whole reading.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac" chunk-size' -l 'chunk-size' -d 'Read lists in pages of this many objects; 0 reads each list whole.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac" config' -l 'config' -d 'Settings, instead of $XDG_CONFIG_HOME/aegis/config.yaml.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac" state-dir' -l 'state-dir' -d 'Where state is kept, instead of $XDG_STATE_HOME/aegis.' -rfa '(__aegis_complete_directories)'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac" no-state' -l 'no-state' -d 'Remember nothing of this run.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac"' -s 'v' -d 'Say what is being done; -vv names each request too.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac" log-format' -l 'log-format' -d 'Standard error as lines of text or of JSON.' -rfka 'text json'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac" version' -l 'version' -d 'Show the version.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests rbac" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests cronjob" for' -l 'for' -d 'What aegis is to do. Default: scan.' -rfka 'analyze index metrics scale-propose scan shadow-test-gc'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests cronjob" image' -l 'image' -d 'An image with aegis on its path, that runs as any user.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests cronjob" schedule' -l 'schedule' -d 'When, as a CronJob says it. Default: every ten minutes.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests cronjob"' -l 'only' -d 'Look at this namespace only, as with \'rbac --only\' (repeatable).' -rfka '(__aegis_custom_completion ---completion manifests cronjob -- --only (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests cronjob" state-claim' -l 'state-claim' -d 'Keep state in this PersistentVolumeClaim. Default: it ends with each pod.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests cronjob" deadline' -l 'deadline' -d 'End a run that takes longer, such as 90s. Default: 5m.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests cronjob" kubernetes-version' -l 'kubernetes-version' -d 'The cluster\'s version; before 1.21 CronJobs are batch/v1beta1. Default: the newest.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests cronjob" n namespace' -s 'n' -l 'namespace' -d 'Where aegis is to run.' -rfka '(__aegis_custom_completion ---completion manifests cronjob -- --namespace (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests cronjob" name' -l 'name' -d 'What the objects are called.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests cronjob" o output' -s 'o' -l 'output' -d 'Output format.' -rfka 'yaml json'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests cronjob" version' -l 'version' -d 'Show the version.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests cronjob" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests networkpolicy"' -l 'api-server' -d 'The API server\'s own address, not that of its Service (repeatable). Default: any address at ports 443 and 6443.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests networkpolicy"' -l 'egress' -d 'What else to let through, such as a Pushgateway (repeatable); name servers too then.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests networkpolicy" n namespace' -s 'n' -l 'namespace' -d 'Where aegis is to run.' -rfka '(__aegis_custom_completion ---completion manifests networkpolicy -- --namespace (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests networkpolicy" name' -l 'name' -d 'What the objects are called.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests networkpolicy" o output' -s 'o' -l 'output' -d 'Output format.' -rfka 'yaml json'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests networkpolicy" version' -l 'version' -d 'Show the version.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests networkpolicy" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests crd" o output' -s 'o' -l 'output' -d 'Output format.' -rfka 'yaml json'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests crd" version' -l 'version' -d 'Show the version.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis manifests crd" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" live' -l 'live' -d 'Read the cluster first, so that gauges are of now.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" all-clusters' -l 'all-clusters' -d 'Of all clusters in the state, each under its label "cluster".'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" o output' -s 'o' -l 'output' -d 'The exposition format.' -rfka 'text openmetrics'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" textfile' -l 'textfile' -d 'Write this file, whole or not at all, for node_exporter\'s textfile collector.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics"' -l 'label' -d 'A label for every series (repeatable).' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" push' -l 'push' -d 'Send to this Pushgateway instead of printing.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" job' -l 'job' -d 'The group\'s job.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics"' -l 'grouping' -d 'A further label of the group (repeatable). Default: cluster=NAME, so that clusters do not overwrite each other.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics"' -s 'f' -l 'filename' -d 'A dump instead of a cluster: a file, a directory, or - for standard input.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" demo' -l 'demo' -d 'Use the built-in demo cluster.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" now' -l 'now' -d 'Judge the data as of this moment (RFC 3339). Default: the clock for a live cluster, a dump\'s own time for a dump.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" kubeconfig' -l 'kubeconfig' -d 'The kubeconfig, instead of $KUBECONFIG.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics"' -l 'context' -d 'The kubeconfig\'s context; scan takes several.' -rfka '(__aegis_custom_completion ---completion metrics -- --context (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" cluster' -l 'cluster' -d 'The kubeconfig\'s cluster.' -rfka '(__aegis_custom_completion ---completion metrics -- --cluster (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" user' -l 'user' -d 'The kubeconfig\'s user.' -rfka '(__aegis_custom_completion ---completion metrics -- --user (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" s server' -s 's' -l 'server' -d 'The API server\'s address.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" token' -l 'token' -d 'Bearer token.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" as' -l 'as' -d 'Impersonate this user.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics"' -l 'as-group' -d 'Impersonate this group (repeatable).' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" certificate-authority' -l 'certificate-authority' -d 'The API server\'s certificate authority.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" insecure-skip-tls-verify' -l 'insecure-skip-tls-verify' -d 'Do not verify the API server\'s certificate.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" request-timeout' -l 'request-timeout' -d 'Give up after this long, such as 30s. Default: 2m for the whole reading.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" chunk-size' -l 'chunk-size' -d 'Read lists in pages of this many objects; 0 reads each list whole.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics"' -s 'n' -l 'namespace' -d 'Only this namespace (repeatable).' -rfka '(__aegis_custom_completion ---completion metrics -- --namespace (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" A all-namespaces' -s 'A' -l 'all-namespaces' -d 'All namespaces; the default unless the configuration names one.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" l selector' -s 'l' -l 'selector' -d 'Only what is about objects with these labels, as kubectl\'s -l.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" field-selector' -l 'field-selector' -d 'Only what is about pods with these fields: metadata.name, metadata.namespace, spec.nodeName, status.phase.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" config' -l 'config' -d 'Settings, instead of $XDG_CONFIG_HOME/aegis/config.yaml.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" state-dir' -l 'state-dir' -d 'Where state is kept, instead of $XDG_STATE_HOME/aegis.' -rfa '(__aegis_complete_directories)'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" no-state' -l 'no-state' -d 'Remember nothing of this run.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics"' -s 'v' -d 'Say what is being done; -vv names each request too.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" log-format' -l 'log-format' -d 'Standard error as lines of text or of JSON.' -rfka 'text json'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" version' -l 'version' -d 'Show the version.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis metrics" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose" version' -l 'version' -d 'Show the version.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis scale-propose" -eq 1' -fa 'propose' -d 'Propose replicas and sizes from past usage.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis scale-propose" -eq 1' -fa 'queue' -d 'List, show and drop proposals that wait.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis scale-propose propose" -ge 1' -fka '(__aegis_custom_completion ---completion scale-propose propose -- positional@0 (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" change' -l 'change' -d 'What may be changed.' -rfka 'both replicas sizes'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" method' -l 'method' -d 'Whose formula sizes: KRR\'s by peaks, or the VPA\'s by decaying histograms.' -rfka 'krr vpa'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" target-utilization' -l 'target-utilization' -d 'The share of the CPU request that replicas are counted for.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" min-replicas' -l 'min-replicas' -d 'A workload that has so many replicas keeps them.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" prices' -l 'prices' -d 'Such as {currency: EUR, cpuCoreHour: 0.031, memoryGiBHour: 0.004}.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" expires-in' -l 'expires-in' -d 'How long proposals are good. Default: 7d.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" queue' -l 'queue' -d 'Keep what is proposed in the queue, in place of what was before.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" all' -l 'all' -d 'Also show what needs no change.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" engine' -l 'engine' -d 'auto asks a model if one is configured.' -rfka 'rules llm auto'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" show-prompt' -l 'show-prompt' -d 'Print what a model would be asked, redacted, and ask nobody.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" record-answers' -l 'record-answers' -d 'Keep a model\'s answers, for --replay-answers.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" replay-answers' -l 'replay-answers' -d 'Take the answers from this recording; no model is asked.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" usage' -l 'usage' -d 'Where usage is taken from.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose"' -l 'usage-file' -d 'UsageSeries lines, PodMetrics or VPA checkpoints (repeatable).' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" prometheus' -l 'prometheus' -d 'Prometheus\' address. Default: one in the cluster, by the API server.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose"' -l 'prometheus-header' -d 'A header for Prometheus, such as \'X-Scope-OrgID: shop\' (repeatable).' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" history' -l 'history' -d 'How far back to look. Default: 14d.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" step' -l 'step' -d 'From one sample of Prometheus to the next. Default: 5m.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose"' -s 'f' -l 'filename' -d 'A dump instead of a cluster: a file, a directory, or - for standard input.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" demo' -l 'demo' -d 'Use the built-in demo cluster.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" now' -l 'now' -d 'Judge the data as of this moment (RFC 3339). Default: the clock for a live cluster, a dump\'s own time for a dump.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" kubeconfig' -l 'kubeconfig' -d 'The kubeconfig, instead of $KUBECONFIG.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose"' -l 'context' -d 'The kubeconfig\'s context; scan takes several.' -rfka '(__aegis_custom_completion ---completion scale-propose propose -- --context (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" cluster' -l 'cluster' -d 'The kubeconfig\'s cluster.' -rfka '(__aegis_custom_completion ---completion scale-propose propose -- --cluster (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" user' -l 'user' -d 'The kubeconfig\'s user.' -rfka '(__aegis_custom_completion ---completion scale-propose propose -- --user (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" s server' -s 's' -l 'server' -d 'The API server\'s address.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" token' -l 'token' -d 'Bearer token.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" as' -l 'as' -d 'Impersonate this user.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose"' -l 'as-group' -d 'Impersonate this group (repeatable).' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" certificate-authority' -l 'certificate-authority' -d 'The API server\'s certificate authority.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" insecure-skip-tls-verify' -l 'insecure-skip-tls-verify' -d 'Do not verify the API server\'s certificate.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" request-timeout' -l 'request-timeout' -d 'Give up after this long, such as 30s. Default: 2m for the whole reading.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" chunk-size' -l 'chunk-size' -d 'Read lists in pages of this many objects; 0 reads each list whole.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose"' -s 'n' -l 'namespace' -d 'Only this namespace (repeatable).' -rfka '(__aegis_custom_completion ---completion scale-propose propose -- --namespace (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" A all-namespaces' -s 'A' -l 'all-namespaces' -d 'All namespaces; the default unless the configuration names one.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" l selector' -s 'l' -l 'selector' -d 'Only what is about objects with these labels, as kubectl\'s -l.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" field-selector' -l 'field-selector' -d 'Only what is about pods with these fields: metadata.name, metadata.namespace, spec.nodeName, status.phase.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" o output' -s 'o' -l 'output' -d 'Output format.' -rfka 'text json yaml ndjson name patch kustomize junit sarif markdown html'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" no-headers' -l 'no-headers' -d 'Leave out headings and the closing line of text output.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" config' -l 'config' -d 'Settings, instead of $XDG_CONFIG_HOME/aegis/config.yaml.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" state-dir' -l 'state-dir' -d 'Where state is kept, instead of $XDG_STATE_HOME/aegis.' -rfa '(__aegis_complete_directories)'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" no-state' -l 'no-state' -d 'Remember nothing of this run.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose"' -s 'v' -d 'Say what is being done; -vv names each request too.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" log-format' -l 'log-format' -d 'Standard error as lines of text or of JSON.' -rfka 'text json'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" version' -l 'version' -d 'Show the version.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose propose" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue" version' -l 'version' -d 'Show the version.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis scale-propose queue" -eq 1' -fa 'list' -d 'List the proposals that wait.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis scale-propose queue" -eq 1' -fa 'show' -d 'Show proposals by id or object.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis scale-propose queue" -eq 1' -fa 'drop' -d 'Drop proposals by id or object.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list" of-cluster' -l 'of-cluster' -d 'The cluster\'s name, as documents have it under metadata.cluster. Default: that of the current context.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list" now' -l 'now' -d 'Judge expiry as of this moment (RFC 3339).' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list" kubeconfig' -l 'kubeconfig' -d 'The kubeconfig, instead of $KUBECONFIG.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list"' -l 'context' -d 'The kubeconfig\'s context; scan takes several.' -rfka '(__aegis_custom_completion ---completion scale-propose queue list -- --context (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list" cluster' -l 'cluster' -d 'The kubeconfig\'s cluster.' -rfka '(__aegis_custom_completion ---completion scale-propose queue list -- --cluster (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list" user' -l 'user' -d 'The kubeconfig\'s user.' -rfka '(__aegis_custom_completion ---completion scale-propose queue list -- --user (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list" s server' -s 's' -l 'server' -d 'The API server\'s address.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list" token' -l 'token' -d 'Bearer token.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list" as' -l 'as' -d 'Impersonate this user.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list"' -l 'as-group' -d 'Impersonate this group (repeatable).' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list" certificate-authority' -l 'certificate-authority' -d 'The API server\'s certificate authority.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list" insecure-skip-tls-verify' -l 'insecure-skip-tls-verify' -d 'Do not verify the API server\'s certificate.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list" request-timeout' -l 'request-timeout' -d 'Give up after this long, such as 30s. Default: 2m for the whole reading.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list" chunk-size' -l 'chunk-size' -d 'Read lists in pages of this many objects; 0 reads each list whole.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list" config' -l 'config' -d 'Settings, instead of $XDG_CONFIG_HOME/aegis/config.yaml.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list" state-dir' -l 'state-dir' -d 'Where state is kept, instead of $XDG_STATE_HOME/aegis.' -rfa '(__aegis_complete_directories)'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list" no-state' -l 'no-state' -d 'Remember nothing of this run.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list"' -s 'v' -d 'Say what is being done; -vv names each request too.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list" log-format' -l 'log-format' -d 'Standard error as lines of text or of JSON.' -rfka 'text json'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list" o output' -s 'o' -l 'output' -d 'Output format.' -rfka 'text json yaml ndjson name patch kustomize junit sarif markdown html'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list" no-headers' -l 'no-headers' -d 'Leave out headings and the closing line of text output.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list" version' -l 'version' -d 'Show the version.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis scale-propose queue show" -ge 1' -fka '(__aegis_custom_completion ---completion scale-propose queue show -- positional@0 (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show" of-cluster' -l 'of-cluster' -d 'The cluster\'s name, as documents have it under metadata.cluster. Default: that of the current context.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show" now' -l 'now' -d 'Judge expiry as of this moment (RFC 3339).' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show" kubeconfig' -l 'kubeconfig' -d 'The kubeconfig, instead of $KUBECONFIG.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show"' -l 'context' -d 'The kubeconfig\'s context; scan takes several.' -rfka '(__aegis_custom_completion ---completion scale-propose queue show -- --context (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show" cluster' -l 'cluster' -d 'The kubeconfig\'s cluster.' -rfka '(__aegis_custom_completion ---completion scale-propose queue show -- --cluster (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show" user' -l 'user' -d 'The kubeconfig\'s user.' -rfka '(__aegis_custom_completion ---completion scale-propose queue show -- --user (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show" s server' -s 's' -l 'server' -d 'The API server\'s address.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show" token' -l 'token' -d 'Bearer token.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show" as' -l 'as' -d 'Impersonate this user.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show"' -l 'as-group' -d 'Impersonate this group (repeatable).' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show" certificate-authority' -l 'certificate-authority' -d 'The API server\'s certificate authority.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show" insecure-skip-tls-verify' -l 'insecure-skip-tls-verify' -d 'Do not verify the API server\'s certificate.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show" request-timeout' -l 'request-timeout' -d 'Give up after this long, such as 30s. Default: 2m for the whole reading.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show" chunk-size' -l 'chunk-size' -d 'Read lists in pages of this many objects; 0 reads each list whole.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show" config' -l 'config' -d 'Settings, instead of $XDG_CONFIG_HOME/aegis/config.yaml.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show" state-dir' -l 'state-dir' -d 'Where state is kept, instead of $XDG_STATE_HOME/aegis.' -rfa '(__aegis_complete_directories)'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show" no-state' -l 'no-state' -d 'Remember nothing of this run.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show"' -s 'v' -d 'Say what is being done; -vv names each request too.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show" log-format' -l 'log-format' -d 'Standard error as lines of text or of JSON.' -rfka 'text json'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show" o output' -s 'o' -l 'output' -d 'Output format.' -rfka 'text json yaml ndjson name patch kustomize junit sarif markdown html'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show" no-headers' -l 'no-headers' -d 'Leave out headings and the closing line of text output.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show" version' -l 'version' -d 'Show the version.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis scale-propose queue drop" -ge 1' -fka '(__aegis_custom_completion ---completion scale-propose queue drop -- positional@0 (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue drop" of-cluster' -l 'of-cluster' -d 'The cluster\'s name, as documents have it under metadata.cluster. Default: that of the current context.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue drop" now' -l 'now' -d 'Judge expiry as of this moment (RFC 3339).' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue drop" kubeconfig' -l 'kubeconfig' -d 'The kubeconfig, instead of $KUBECONFIG.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue drop"' -l 'context' -d 'The kubeconfig\'s context; scan takes several.' -rfka '(__aegis_custom_completion ---completion scale-propose queue drop -- --context (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue drop" cluster' -l 'cluster' -d 'The kubeconfig\'s cluster.' -rfka '(__aegis_custom_completion ---completion scale-propose queue drop -- --cluster (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue drop" user' -l 'user' -d 'The kubeconfig\'s user.' -rfka '(__aegis_custom_completion ---completion scale-propose queue drop -- --user (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue drop" s server' -s 's' -l 'server' -d 'The API server\'s address.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue drop" token' -l 'token' -d 'Bearer token.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue drop" as' -l 'as' -d 'Impersonate this user.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue drop"' -l 'as-group' -d 'Impersonate this group (repeatable).' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue drop" certificate-authority' -l 'certificate-authority' -d 'The API server\'s certificate authority.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue drop" insecure-skip-tls-verify' -l 'insecure-skip-tls-verify' -d 'Do not verify the API server\'s certificate.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue drop" request-timeout' -l 'request-timeout' -d 'Give up after this long, such as 30s. Default: 2m for the whole reading.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue drop" chunk-size' -l 'chunk-size' -d 'Read lists in pages of this many objects; 0 reads each list whole.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue drop" config' -l 'config' -d 'Settings, instead of $XDG_CONFIG_HOME/aegis/config.yaml.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue drop" state-dir' -l 'state-dir' -d 'Where state is kept, instead of $XDG_STATE_HOME/aegis.' -rfa '(__aegis_complete_directories)'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue drop" no-state' -l 'no-state' -d 'Remember nothing of this run.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue drop"' -s 'v' -d 'Say what is being done; -vv names each request too.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue drop" log-format' -l 'log-format' -d 'Standard error as lines of text or of JSON.' -rfka 'text json'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue drop" version' -l 'version' -d 'Show the version.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scale-propose queue drop" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" list-rules' -l 'list-rules' -d 'List the rules and end.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" baseline' -l 'baseline' -d 'Mark what is new or gone since this report (json), or the last run: \'state\'.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" save-snapshot' -l 'save-snapshot' -d 'Write what was read, without values of Secrets, for a later -f.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" all-contexts' -l 'all-contexts' -d 'Scan all contexts of the kubeconfig, into one report.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan"' -s 'f' -l 'filename' -d 'A dump instead of a cluster: a file, a directory, or - for standard input.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" demo' -l 'demo' -d 'Use the built-in demo cluster.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" now' -l 'now' -d 'Judge the data as of this moment (RFC 3339). Default: the clock for a live cluster, a dump\'s own time for a dump.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" kubeconfig' -l 'kubeconfig' -d 'The kubeconfig, instead of $KUBECONFIG.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan"' -l 'context' -d 'The kubeconfig\'s context; scan takes several.' -rfka '(__aegis_custom_completion ---completion scan -- --context (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" cluster' -l 'cluster' -d 'The kubeconfig\'s cluster.' -rfka '(__aegis_custom_completion ---completion scan -- --cluster (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" user' -l 'user' -d 'The kubeconfig\'s user.' -rfka '(__aegis_custom_completion ---completion scan -- --user (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" s server' -s 's' -l 'server' -d 'The API server\'s address.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" token' -l 'token' -d 'Bearer token.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" as' -l 'as' -d 'Impersonate this user.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan"' -l 'as-group' -d 'Impersonate this group (repeatable).' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" certificate-authority' -l 'certificate-authority' -d 'The API server\'s certificate authority.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" insecure-skip-tls-verify' -l 'insecure-skip-tls-verify' -d 'Do not verify the API server\'s certificate.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" request-timeout' -l 'request-timeout' -d 'Give up after this long, such as 30s. Default: 2m for the whole reading.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" chunk-size' -l 'chunk-size' -d 'Read lists in pages of this many objects; 0 reads each list whole.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan"' -s 'n' -l 'namespace' -d 'Only this namespace (repeatable).' -rfka '(__aegis_custom_completion ---completion scan -- --namespace (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" A all-namespaces' -s 'A' -l 'all-namespaces' -d 'All namespaces; the default unless the configuration names one.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" l selector' -s 'l' -l 'selector' -d 'Only what is about objects with these labels, as kubectl\'s -l.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" field-selector' -l 'field-selector' -d 'Only what is about pods with these fields: metadata.name, metadata.namespace, spec.nodeName, status.phase.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" shard' -l 'shard' -d 'Only save part I (from 0) of N, with --save-snapshot; /N takes I from $JOB_COMPLETION_INDEX.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan"' -l 'merge' -d 'Scan what the runs with --shard have saved.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" level' -l 'level' -d 'Report from this severity on.' -rfka 'low medium high critical'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" fail-on' -l 'fail-on' -d 'Exit 1 for incidents from this severity on; \'never\' for none. Default: high.' -rfka 'low medium high critical never'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" since' -l 'since' -d 'How far back restarts, kills and events count. Default: 1h.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" grace' -l 'grace' -d 'How long a new or changed object may take to settle. Default: 2m.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan"' -l 'disable' -d 'Leave out this rule, by code or category (repeatable).' -rfka 'CrashLoopBackOff AEG-101 OOMKilled AEG-102 AppError AEG-103 InitContainerFailure AEG-104 ImagePullBackOff AEG-105 InvalidImageName AEG-106 CreateContainerConfigError AEG-107 VolumeMount AEG-108 ProbeFailure AEG-109 Evicted AEG-110 TerminatingStuck AEG-111 RolloutStuck AEG-301 ReplicaMismatch AEG-302 StatefulSetStuck AEG-303 DaemonSetUnavailable AEG-304 JobFailed AEG-305 CronJobFailing AEG-306 HPAMisconfig AEG-307 PDBBlocking AEG-308 Unschedulable AEG-201 PVCPending AEG-202 NodeNotReady AEG-203 NodePressure AEG-204 QuotaExceeded AEG-205 WebhookFailing AEG-206 CertificateExpired AEG-207 ServiceNoEndpoints AEG-401 PortMismatch AEG-402 IngressMisconfig AEG-403 RBACForbidden AEG-404 DNSFailure AEG-405 NetworkPolicyBlocking AEG-406 ResourceMisconfig AEG-501 SelectorMismatch AEG-502 OrphanedConfig AEG-503 AEG-504'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" opt-in' -l 'opt-in' -d 'Only objects annotated with aegis.io/monitor: enabled.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" o output' -s 'o' -l 'output' -d 'Output format.' -rfka 'text json yaml ndjson name junit sarif markdown html'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" no-headers' -l 'no-headers' -d 'Leave out headings and the closing line of text output.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" record' -l 'record' -d 'Write the result into the cluster, as \'aegis manifests crd\' defines.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" record-namespace' -l 'record-namespace' -d 'The namespace of these objects. Default: the context\'s.' -rfka '(__aegis_custom_completion ---completion scan -- --record-namespace (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" config' -l 'config' -d 'Settings, instead of $XDG_CONFIG_HOME/aegis/config.yaml.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" state-dir' -l 'state-dir' -d 'Where state is kept, instead of $XDG_STATE_HOME/aegis.' -rfa '(__aegis_complete_directories)'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" no-state' -l 'no-state' -d 'Remember nothing of this run.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan"' -s 'v' -d 'Say what is being done; -vv names each request too.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" log-format' -l 'log-format' -d 'Standard error as lines of text or of JSON.' -rfka 'text json'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" version' -l 'version' -d 'Show the version.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis scan" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test" version' -l 'version' -d 'Show the version.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis shadow-test" -eq 1' -fa 'run' -d 'Put a change to the test: passed, failed or inconclusive, with the proof.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis shadow-test" -eq 1' -fa 'list' -d 'List the shadow namespaces of the cluster, whoever made them.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis shadow-test" -eq 1' -fa 'gc' -d 'Remove what runs that were killed have left in the cluster.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_positional "aegis shadow-test run" -eq 1' -fka '(__aegis_custom_completion ---completion shadow-test run -- positional@0 (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run"' -s 'f' -l 'filename' -d 'What scale-propose or analyze print as yaml, or a manifest to merge; or -.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" from-queue' -l 'from-queue' -d 'The proposals that \'scale-propose --queue\' has queued for the cluster.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" replicas' -l 'replicas' -d 'So many replicas of KIND/NAME.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run"' -l 'set-image' -d 'Another image for a container of KIND/NAME (repeatable).' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" patch' -l 'patch' -d 'A patch of KIND/NAME: an object is merged, a list is a JSON patch.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" n namespace' -s 'n' -l 'namespace' -d 'The object\'s namespace, if not the context\'s.' -rfka '(__aegis_custom_completion ---completion shadow-test run -- --namespace (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" runtime' -l 'runtime' -d 'Where to try it.' -rfka 'simulate dry-run namespace vcluster'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run"' -l 'snapshot' -d 'Simulate on this dump: a file or a directory (-f is the change).' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" demo' -l 'demo' -d 'Simulate on the built-in demo cluster.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" now' -l 'now' -d 'Judge a simulation as of this moment (RFC 3339). Default: the clock for a live cluster, a dump\'s own time for a dump.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" timeout' -l 'timeout' -d 'How long the copies may take to become well. Default: 2m.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" settle' -l 'settle' -d 'How long a copy must be well, or unwell, to count as such. Default: 15s.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" shadow-replicas' -l 'shadow-replicas' -d 'At most so many replicas in each copy. Default: 1.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run"' -l 'probe' -d 'A GET that the changed copy must answer with 200 to 399 (repeatable).' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" keep-on-failure' -l 'keep-on-failure' -d 'Leave the copies of a change that does not pass, for a day.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" apply' -l 'apply' -d 'Apply a change that passed, in stages, and take it back if that does harm.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" stages' -l 'stages' -d 'Pods with the change at each stage. Default: 10%,50%,100%.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" pause' -l 'pause' -d 'How long a stage must be well before the next. Default: 30s.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" stage-timeout' -l 'stage-timeout' -d 'How long a stage may take to become well. Default: 5m.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" y yes' -s 'y' -l 'yes' -d 'Do not ask before applying.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" peering' -l 'peering' -d 'The kopf peering whose operators are respected. Default: default.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" priority' -l 'priority' -d 'Refuse beside a live peer of this priority or a higher one. Default: 0.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" peering-hold' -l 'peering-hold' -d 'Be a peer while applying, which pauses operators of lower priority.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" record' -l 'record' -d 'Write the result into the cluster, as \'aegis manifests crd\' defines.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" record-namespace' -l 'record-namespace' -d 'The namespace of these objects. Default: the context\'s.' -rfka '(__aegis_custom_completion ---completion shadow-test run -- --record-namespace (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" kubeconfig' -l 'kubeconfig' -d 'The kubeconfig, instead of $KUBECONFIG.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run"' -l 'context' -d 'The kubeconfig\'s context; scan takes several.' -rfka '(__aegis_custom_completion ---completion shadow-test run -- --context (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" cluster' -l 'cluster' -d 'The kubeconfig\'s cluster.' -rfka '(__aegis_custom_completion ---completion shadow-test run -- --cluster (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" user' -l 'user' -d 'The kubeconfig\'s user.' -rfka '(__aegis_custom_completion ---completion shadow-test run -- --user (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" s server' -s 's' -l 'server' -d 'The API server\'s address.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" token' -l 'token' -d 'Bearer token.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" as' -l 'as' -d 'Impersonate this user.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run"' -l 'as-group' -d 'Impersonate this group (repeatable).' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" certificate-authority' -l 'certificate-authority' -d 'The API server\'s certificate authority.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" insecure-skip-tls-verify' -l 'insecure-skip-tls-verify' -d 'Do not verify the API server\'s certificate.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" request-timeout' -l 'request-timeout' -d 'Give up after this long, such as 30s. Default: 2m for the whole reading.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" chunk-size' -l 'chunk-size' -d 'Read lists in pages of this many objects; 0 reads each list whole.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" config' -l 'config' -d 'Settings, instead of $XDG_CONFIG_HOME/aegis/config.yaml.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" state-dir' -l 'state-dir' -d 'Where state is kept, instead of $XDG_STATE_HOME/aegis.' -rfa '(__aegis_complete_directories)'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" no-state' -l 'no-state' -d 'Remember nothing of this run.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run"' -s 'v' -d 'Say what is being done; -vv names each request too.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" log-format' -l 'log-format' -d 'Standard error as lines of text or of JSON.' -rfka 'text json'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" o output' -s 'o' -l 'output' -d 'Output format.' -rfka 'text json yaml junit sarif markdown html'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" version' -l 'version' -d 'Show the version.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test run" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test list" no-headers' -l 'no-headers' -d 'Leave out the headings.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test list" kubeconfig' -l 'kubeconfig' -d 'The kubeconfig, instead of $KUBECONFIG.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test list"' -l 'context' -d 'The kubeconfig\'s context; scan takes several.' -rfka '(__aegis_custom_completion ---completion shadow-test list -- --context (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test list" cluster' -l 'cluster' -d 'The kubeconfig\'s cluster.' -rfka '(__aegis_custom_completion ---completion shadow-test list -- --cluster (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test list" user' -l 'user' -d 'The kubeconfig\'s user.' -rfka '(__aegis_custom_completion ---completion shadow-test list -- --user (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test list" s server' -s 's' -l 'server' -d 'The API server\'s address.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test list" token' -l 'token' -d 'Bearer token.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test list" as' -l 'as' -d 'Impersonate this user.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test list"' -l 'as-group' -d 'Impersonate this group (repeatable).' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test list" certificate-authority' -l 'certificate-authority' -d 'The API server\'s certificate authority.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test list" insecure-skip-tls-verify' -l 'insecure-skip-tls-verify' -d 'Do not verify the API server\'s certificate.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test list" request-timeout' -l 'request-timeout' -d 'Give up after this long, such as 30s. Default: 2m for the whole reading.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test list" chunk-size' -l 'chunk-size' -d 'Read lists in pages of this many objects; 0 reads each list whole.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test list" config' -l 'config' -d 'Settings, instead of $XDG_CONFIG_HOME/aegis/config.yaml.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test list" state-dir' -l 'state-dir' -d 'Where state is kept, instead of $XDG_STATE_HOME/aegis.' -rfa '(__aegis_complete_directories)'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test list" no-state' -l 'no-state' -d 'Remember nothing of this run.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test list"' -s 'v' -d 'Say what is being done; -vv names each request too.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test list" log-format' -l 'log-format' -d 'Standard error as lines of text or of JSON.' -rfka 'text json'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test list" version' -l 'version' -d 'Show the version.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test gc" kubeconfig' -l 'kubeconfig' -d 'The kubeconfig, instead of $KUBECONFIG.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test gc"' -l 'context' -d 'The kubeconfig\'s context; scan takes several.' -rfka '(__aegis_custom_completion ---completion shadow-test gc -- --context (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test gc" cluster' -l 'cluster' -d 'The kubeconfig\'s cluster.' -rfka '(__aegis_custom_completion ---completion shadow-test gc -- --cluster (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test gc" user' -l 'user' -d 'The kubeconfig\'s user.' -rfka '(__aegis_custom_completion ---completion shadow-test gc -- --user (count (__aegis_tokens -pc)) (__aegis_tokens -tC))'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test gc" s server' -s 's' -l 'server' -d 'The API server\'s address.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test gc" token' -l 'token' -d 'Bearer token.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test gc" as' -l 'as' -d 'Impersonate this user.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test gc"' -l 'as-group' -d 'Impersonate this group (repeatable).' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test gc" certificate-authority' -l 'certificate-authority' -d 'The API server\'s certificate authority.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test gc" insecure-skip-tls-verify' -l 'insecure-skip-tls-verify' -d 'Do not verify the API server\'s certificate.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test gc" request-timeout' -l 'request-timeout' -d 'Give up after this long, such as 30s. Default: 2m for the whole reading.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test gc" chunk-size' -l 'chunk-size' -d 'Read lists in pages of this many objects; 0 reads each list whole.' -rfka ''
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test gc" config' -l 'config' -d 'Settings, instead of $XDG_CONFIG_HOME/aegis/config.yaml.' -rF
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test gc" state-dir' -l 'state-dir' -d 'Where state is kept, instead of $XDG_STATE_HOME/aegis.' -rfa '(__aegis_complete_directories)'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test gc" no-state' -l 'no-state' -d 'Remember nothing of this run.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test gc"' -s 'v' -d 'Say what is being done; -vv names each request too.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test gc" log-format' -l 'log-format' -d 'Standard error as lines of text or of JSON.' -rfka 'text json'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test gc" version' -l 'version' -d 'Show the version.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis shadow-test gc" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'aegis' -n '__aegis_should_offer_completions_for_flags_or_options "aegis help" version' -l 'version' -d 'Show the version.'
