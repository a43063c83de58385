#!/bin/bash

__aegis_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__aegis_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__aegis_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__aegis_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_aegis() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(--version -h --help)
    local -a repeating_options=()
    local -a non_repeating_options=()
    __aegis_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    analyze|explain|index|manifests|metrics|scale-propose|scan|shadow-test|help)
        # Offer subcommand argument completions
        "_aegis_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'analyze explain index manifests metrics scale-propose scan shadow-test help' -- "${cur}"))
        ;;
    esac
}

_aegis_analyze() {
    repeating_flags=(-v)
    non_repeating_flags=(--no-headers --show-prompt --demo --insecure-skip-tls-verify -A --all-namespaces --opt-in --no-state --version -h --help)
    repeating_options=(-f --filename --context --as-group -n --namespace --disable)
    non_repeating_options=(--logs --max-iterations -o --output --engine --record-answers --replay-answers --now --kubeconfig --cluster --user -s --server --token --as --certificate-authority --request-timeout --chunk-size -l --selector --field-selector --level --fail-on --since --grace --config --state-dir --log-format)
    __aegis_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--logs')
        __aegis_add_completions -d
        return
        ;;
    '--max-iterations')
        return
        ;;
    '-o'|'--output')
        __aegis_add_completions -W 'text'$'\n''json'$'\n''yaml'$'\n''junit'$'\n''sarif'$'\n''markdown'$'\n''html'
        return
        ;;
    '--engine')
        __aegis_add_completions -W 'rules'$'\n''llm'$'\n''auto'
        return
        ;;
    '--record-answers')
        __aegis_add_completions -f
        return
        ;;
    '--replay-answers')
        __aegis_add_completions -f
        return
        ;;
    '-f'|'--filename')
        __aegis_add_completions -f
        return
        ;;
    '--now')
        return
        ;;
    '--kubeconfig')
        __aegis_add_completions -f
        return
        ;;
    '--context')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion analyze -- --context "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--cluster')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion analyze -- --cluster "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--user')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion analyze -- --user "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '-s'|'--server')
        return
        ;;
    '--token')
        return
        ;;
    '--as')
        return
        ;;
    '--as-group')
        return
        ;;
    '--certificate-authority')
        __aegis_add_completions -f
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--chunk-size')
        return
        ;;
    '-n'|'--namespace')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion analyze -- --namespace "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--field-selector')
        return
        ;;
    '--level')
        __aegis_add_completions -W 'low'$'\n''medium'$'\n''high'$'\n''critical'
        return
        ;;
    '--fail-on')
        __aegis_add_completions -W 'low'$'\n''medium'$'\n''high'$'\n''critical'$'\n''never'
        return
        ;;
    '--since')
        return
        ;;
    '--grace')
        return
        ;;
    '--disable')
        __aegis_add_completions -W 'CrashLoopBackOff'$'\n''AEG-101'$'\n''OOMKilled'$'\n''AEG-102'$'\n''AppError'$'\n''AEG-103'$'\n''InitContainerFailure'$'\n''AEG-104'$'\n''ImagePullBackOff'$'\n''AEG-105'$'\n''InvalidImageName'$'\n''AEG-106'$'\n''CreateContainerConfigError'$'\n''AEG-107'$'\n''VolumeMount'$'\n''AEG-108'$'\n''ProbeFailure'$'\n''AEG-109'$'\n''Evicted'$'\n''AEG-110'$'\n''TerminatingStuck'$'\n''AEG-111'$'\n''RolloutStuck'$'\n''AEG-301'$'\n''ReplicaMismatch'$'\n''AEG-302'$'\n''StatefulSetStuck'$'\n''AEG-303'$'\n''DaemonSetUnavailable'$'\n''AEG-304'$'\n''JobFailed'$'\n''AEG-305'$'\n''CronJobFailing'$'\n''AEG-306'$'\n''HPAMisconfig'$'\n''AEG-307'$'\n''PDBBlocking'$'\n''AEG-308'$'\n''Unschedulable'$'\n''AEG-201'$'\n''PVCPending'$'\n''AEG-202'$'\n''NodeNotReady'$'\n''AEG-203'$'\n''NodePressure'$'\n''AEG-204'$'\n''QuotaExceeded'$'\n''AEG-205'$'\n''WebhookFailing'$'\n''AEG-206'$'\n''CertificateExpired'$'\n''AEG-207'$'\n''ServiceNoEndpoints'$'\n''AEG-401'$'\n''PortMismatch'$'\n''AEG-402'$'\n''IngressMisconfig'$'\n''AEG-403'$'\n''RBACForbidden'$'\n''AEG-404'$'\n''DNSFailure'$'\n''AEG-405'$'\n''NetworkPolicyBlocking'$'\n''AEG-406'$'\n''ResourceMisconfig'$'\n''AEG-501'$'\n''SelectorMismatch'$'\n''AEG-502'$'\n''OrphanedConfig'$'\n''AEG-503'$'\n''AEG-504'
        return
        ;;
    '--config')
        __aegis_add_completions -f
        return
        ;;
    '--state-dir')
        __aegis_add_completions -d
        return
        ;;
    '--log-format')
        __aegis_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion analyze -- positional@0 "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_aegis_explain() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(-o --output)
    __aegis_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-o'|'--output')
        __aegis_add_completions -W 'text'$'\n''json'$'\n''markdown'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __aegis_add_completions -W 'CrashLoopBackOff'$'\n''AEG-101'$'\n''OOMKilled'$'\n''AEG-102'$'\n''AppError'$'\n''AEG-103'$'\n''InitContainerFailure'$'\n''AEG-104'$'\n''ImagePullBackOff'$'\n''AEG-105'$'\n''InvalidImageName'$'\n''AEG-106'$'\n''CreateContainerConfigError'$'\n''AEG-107'$'\n''VolumeMount'$'\n''AEG-108'$'\n''ProbeFailure'$'\n''AEG-109'$'\n''Evicted'$'\n''AEG-110'$'\n''TerminatingStuck'$'\n''AEG-111'$'\n''RolloutStuck'$'\n''AEG-301'$'\n''ReplicaMismatch'$'\n''AEG-302'$'\n''StatefulSetStuck'$'\n''AEG-303'$'\n''DaemonSetUnavailable'$'\n''AEG-304'$'\n''JobFailed'$'\n''AEG-305'$'\n''CronJobFailing'$'\n''AEG-306'$'\n''HPAMisconfig'$'\n''AEG-307'$'\n''PDBBlocking'$'\n''AEG-308'$'\n''Unschedulable'$'\n''AEG-201'$'\n''PVCPending'$'\n''AEG-202'$'\n''NodeNotReady'$'\n''AEG-203'$'\n''NodePressure'$'\n''AEG-204'$'\n''QuotaExceeded'$'\n''AEG-205'$'\n''WebhookFailing'$'\n''AEG-206'$'\n''CertificateExpired'$'\n''AEG-207'$'\n''ServiceNoEndpoints'$'\n''AEG-401'$'\n''PortMismatch'$'\n''AEG-402'$'\n''IngressMisconfig'$'\n''AEG-403'$'\n''RBACForbidden'$'\n''AEG-404'$'\n''DNSFailure'$'\n''AEG-405'$'\n''NetworkPolicyBlocking'$'\n''AEG-406'$'\n''ResourceMisconfig'$'\n''AEG-501'$'\n''SelectorMismatch'$'\n''AEG-502'$'\n''OrphanedConfig'$'\n''AEG-503'$'\n''AEG-504'
        return
        ;;
    esac
}

_aegis_index() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __aegis_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    dump)
        # Offer subcommand argument completions
        "_aegis_index_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'dump' -- "${cur}"))
        ;;
    esac
}

_aegis_index_dump() {
    repeating_flags=(-v)
    non_repeating_flags=(--probes --demo --insecure-skip-tls-verify -A --all-namespaces --no-headers --no-state --version -h --help)
    repeating_options=(--index -f --filename --context --as-group -n --namespace)
    non_repeating_options=(--key --now --kubeconfig --cluster --user -s --server --token --as --certificate-authority --request-timeout --chunk-size -l --selector --field-selector -o --output --config --state-dir --log-format)
    __aegis_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--index')
        __aegis_add_completions -W 'pod-health'$'\n''pod-by-label'$'\n''deployment-replica'$'\n''service-endpoint'$'\n''node-resource'$'\n''owner'$'\n''image'$'\n''config-reference'
        return
        ;;
    '--key')
        return
        ;;
    '-f'|'--filename')
        __aegis_add_completions -f
        return
        ;;
    '--now')
        return
        ;;
    '--kubeconfig')
        __aegis_add_completions -f
        return
        ;;
    '--context')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion index dump -- --context "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--cluster')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion index dump -- --cluster "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--user')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion index dump -- --user "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '-s'|'--server')
        return
        ;;
    '--token')
        return
        ;;
    '--as')
        return
        ;;
    '--as-group')
        return
        ;;
    '--certificate-authority')
        __aegis_add_completions -f
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--chunk-size')
        return
        ;;
    '-n'|'--namespace')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion index dump -- --namespace "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--field-selector')
        return
        ;;
    '-o'|'--output')
        __aegis_add_completions -W 'table'$'\n''json'$'\n''yaml'$'\n''ndjson'
        return
        ;;
    '--config')
        __aegis_add_completions -f
        return
        ;;
    '--state-dir')
        __aegis_add_completions -d
        return
        ;;
    '--log-format')
        __aegis_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_aegis_manifests() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __aegis_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    rbac|cronjob|networkpolicy|crd)
        # Offer subcommand argument completions
        "_aegis_manifests_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'rbac cronjob networkpolicy crd' -- "${cur}"))
        ;;
    esac
}

_aegis_manifests_rbac() {
    repeating_flags=(-v)
    non_repeating_flags=(--check --no-cluster-role --insecure-skip-tls-verify --no-state --version -h --help)
    repeating_options=(--only --context --as-group)
    non_repeating_options=(--for -n --namespace --name -o --output --kubeconfig --cluster --user -s --server --token --as --certificate-authority --request-timeout --chunk-size --config --state-dir --log-format)
    __aegis_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--for')
        __aegis_add_completions -W 'analyze'$'\n''index'$'\n''metrics'$'\n''scale-propose'$'\n''scan'$'\n''shadow-test'$'\n''shadow-test-gc'
        return
        ;;
    '--only')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion manifests rbac -- --only "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '-n'|'--namespace')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion manifests rbac -- --namespace "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--name')
        return
        ;;
    '-o'|'--output')
        __aegis_add_completions -W 'yaml'$'\n''json'
        return
        ;;
    '--kubeconfig')
        __aegis_add_completions -f
        return
        ;;
    '--context')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion manifests rbac -- --context "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--cluster')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion manifests rbac -- --cluster "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--user')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion manifests rbac -- --user "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '-s'|'--server')
        return
        ;;
    '--token')
        return
        ;;
    '--as')
        return
        ;;
    '--as-group')
        return
        ;;
    '--certificate-authority')
        __aegis_add_completions -f
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--chunk-size')
        return
        ;;
    '--config')
        __aegis_add_completions -f
        return
        ;;
    '--state-dir')
        __aegis_add_completions -d
        return
        ;;
    '--log-format')
        __aegis_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_aegis_manifests_cronjob() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=(--only)
    non_repeating_options=(--for --image --schedule --state-claim --deadline --kubernetes-version -n --namespace --name -o --output)
    __aegis_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--for')
        __aegis_add_completions -W 'analyze'$'\n''index'$'\n''metrics'$'\n''scale-propose'$'\n''scan'$'\n''shadow-test-gc'
        return
        ;;
    '--image')
        return
        ;;
    '--schedule')
        return
        ;;
    '--only')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion manifests cronjob -- --only "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--state-claim')
        return
        ;;
    '--deadline')
        return
        ;;
    '--kubernetes-version')
        return
        ;;
    '-n'|'--namespace')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion manifests cronjob -- --namespace "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--name')
        return
        ;;
    '-o'|'--output')
        __aegis_add_completions -W 'yaml'$'\n''json'
        return
        ;;
    esac
}

_aegis_manifests_networkpolicy() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=(--api-server --egress)
    non_repeating_options=(-n --namespace --name -o --output)
    __aegis_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--api-server')
        return
        ;;
    '--egress')
        return
        ;;
    '-n'|'--namespace')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion manifests networkpolicy -- --namespace "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--name')
        return
        ;;
    '-o'|'--output')
        __aegis_add_completions -W 'yaml'$'\n''json'
        return
        ;;
    esac
}

_aegis_manifests_crd() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(-o --output)
    __aegis_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-o'|'--output')
        __aegis_add_completions -W 'yaml'$'\n''json'
        return
        ;;
    esac
}

_aegis_metrics() {
    repeating_flags=(-v)
    non_repeating_flags=(--live --all-clusters --demo --insecure-skip-tls-verify -A --all-namespaces --no-state --version -h --help)
    repeating_options=(--label --grouping -f --filename --context --as-group -n --namespace)
    non_repeating_options=(-o --output --textfile --push --job --now --kubeconfig --cluster --user -s --server --token --as --certificate-authority --request-timeout --chunk-size -l --selector --field-selector --config --state-dir --log-format)
    __aegis_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-o'|'--output')
        __aegis_add_completions -W 'text'$'\n''openmetrics'
        return
        ;;
    '--textfile')
        __aegis_add_completions -f
        return
        ;;
    '--label')
        return
        ;;
    '--push')
        return
        ;;
    '--job')
        return
        ;;
    '--grouping')
        return
        ;;
    '-f'|'--filename')
        __aegis_add_completions -f
        return
        ;;
    '--now')
        return
        ;;
    '--kubeconfig')
        __aegis_add_completions -f
        return
        ;;
    '--context')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion metrics -- --context "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--cluster')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion metrics -- --cluster "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--user')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion metrics -- --user "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '-s'|'--server')
        return
        ;;
    '--token')
        return
        ;;
    '--as')
        return
        ;;
    '--as-group')
        return
        ;;
    '--certificate-authority')
        __aegis_add_completions -f
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--chunk-size')
        return
        ;;
    '-n'|'--namespace')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion metrics -- --namespace "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--field-selector')
        return
        ;;
    '--config')
        __aegis_add_completions -f
        return
        ;;
    '--state-dir')
        __aegis_add_completions -d
        return
        ;;
    '--log-format')
        __aegis_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_aegis_scale-propose() {
    local -ar given_words=("${unparsed_words[@]}")
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __aegis_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    propose|queue)
        # Offer subcommand argument completions
        "_aegis_scale-propose_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        [ "${#given_words[@]}" -gt 1 ] || COMPREPLY+=($(compgen -W 'propose queue' -- "${cur}"))
        # What is run without a further word
        unparsed_words=("${given_words[@]}")
        "_aegis_scale-propose_propose"
        ;;
    esac
}

_aegis_scale-propose_propose() {
    repeating_flags=(-v)
    non_repeating_flags=(--queue --all --show-prompt --demo --insecure-skip-tls-verify -A --all-namespaces --no-headers --no-state --version -h --help)
    repeating_options=(--usage-file --prometheus-header -f --filename --context --as-group -n --namespace)
    non_repeating_options=(--change --method --target-utilization --min-replicas --prices --expires-in --engine --record-answers --replay-answers --usage --prometheus --history --step --now --kubeconfig --cluster --user -s --server --token --as --certificate-authority --request-timeout --chunk-size -l --selector --field-selector -o --output --config --state-dir --log-format)
    __aegis_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--change')
        __aegis_add_completions -W 'both'$'\n''replicas'$'\n''sizes'
        return
        ;;
    '--method')
        __aegis_add_completions -W 'krr'$'\n''vpa'
        return
        ;;
    '--target-utilization')
        return
        ;;
    '--min-replicas')
        return
        ;;
    '--prices')
        __aegis_add_completions -f
        return
        ;;
    '--expires-in')
        return
        ;;
    '--engine')
        __aegis_add_completions -W 'rules'$'\n''llm'$'\n''auto'
        return
        ;;
    '--record-answers')
        __aegis_add_completions -f
        return
        ;;
    '--replay-answers')
        __aegis_add_completions -f
        return
        ;;
    '--usage')
        return
        ;;
    '--usage-file')
        __aegis_add_completions -f
        return
        ;;
    '--prometheus')
        return
        ;;
    '--prometheus-header')
        return
        ;;
    '--history')
        return
        ;;
    '--step')
        return
        ;;
    '-f'|'--filename')
        __aegis_add_completions -f
        return
        ;;
    '--now')
        return
        ;;
    '--kubeconfig')
        __aegis_add_completions -f
        return
        ;;
    '--context')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion scale-propose propose -- --context "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--cluster')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion scale-propose propose -- --cluster "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--user')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion scale-propose propose -- --user "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '-s'|'--server')
        return
        ;;
    '--token')
        return
        ;;
    '--as')
        return
        ;;
    '--as-group')
        return
        ;;
    '--certificate-authority')
        __aegis_add_completions -f
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--chunk-size')
        return
        ;;
    '-n'|'--namespace')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion scale-propose propose -- --namespace "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--field-selector')
        return
        ;;
    '-o'|'--output')
        __aegis_add_completions -W 'text'$'\n''json'$'\n''yaml'$'\n''ndjson'$'\n''name'$'\n''patch'$'\n''kustomize'$'\n''junit'$'\n''sarif'$'\n''markdown'$'\n''html'
        return
        ;;
    '--config')
        __aegis_add_completions -f
        return
        ;;
    '--state-dir')
        __aegis_add_completions -d
        return
        ;;
    '--log-format')
        __aegis_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion scale-propose propose -- positional@0 "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_aegis_scale-propose_queue() {
    local -ar given_words=("${unparsed_words[@]}")
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __aegis_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|show|drop)
        # Offer subcommand argument completions
        "_aegis_scale-propose_queue_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        [ "${#given_words[@]}" -gt 1 ] || COMPREPLY+=($(compgen -W 'list show drop' -- "${cur}"))
        # What is run without a further word
        unparsed_words=("${given_words[@]}")
        "_aegis_scale-propose_queue_list"
        ;;
    esac
}

_aegis_scale-propose_queue_list() {
    repeating_flags=(-v)
    non_repeating_flags=(--insecure-skip-tls-verify --no-state --no-headers --version -h --help)
    repeating_options=(--context --as-group)
    non_repeating_options=(--of-cluster --now --kubeconfig --cluster --user -s --server --token --as --certificate-authority --request-timeout --chunk-size --config --state-dir --log-format -o --output)
    __aegis_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--of-cluster')
        return
        ;;
    '--now')
        return
        ;;
    '--kubeconfig')
        __aegis_add_completions -f
        return
        ;;
    '--context')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion scale-propose queue list -- --context "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--cluster')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion scale-propose queue list -- --cluster "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--user')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion scale-propose queue list -- --user "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '-s'|'--server')
        return
        ;;
    '--token')
        return
        ;;
    '--as')
        return
        ;;
    '--as-group')
        return
        ;;
    '--certificate-authority')
        __aegis_add_completions -f
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--chunk-size')
        return
        ;;
    '--config')
        __aegis_add_completions -f
        return
        ;;
    '--state-dir')
        __aegis_add_completions -d
        return
        ;;
    '--log-format')
        __aegis_add_completions -W 'text'$'\n''json'
        return
        ;;
    '-o'|'--output')
        __aegis_add_completions -W 'text'$'\n''json'$'\n''yaml'$'\n''ndjson'$'\n''name'$'\n''patch'$'\n''kustomize'$'\n''junit'$'\n''sarif'$'\n''markdown'$'\n''html'
        return
        ;;
    esac
}

_aegis_scale-propose_queue_show() {
    repeating_flags=(-v)
    non_repeating_flags=(--insecure-skip-tls-verify --no-state --no-headers --version -h --help)
    repeating_options=(--context --as-group)
    non_repeating_options=(--of-cluster --now --kubeconfig --cluster --user -s --server --token --as --certificate-authority --request-timeout --chunk-size --config --state-dir --log-format -o --output)
    __aegis_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--of-cluster')
        return
        ;;
    '--now')
        return
        ;;
    '--kubeconfig')
        __aegis_add_completions -f
        return
        ;;
    '--context')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion scale-propose queue show -- --context "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--cluster')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion scale-propose queue show -- --cluster "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--user')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion scale-propose queue show -- --user "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '-s'|'--server')
        return
        ;;
    '--token')
        return
        ;;
    '--as')
        return
        ;;
    '--as-group')
        return
        ;;
    '--certificate-authority')
        __aegis_add_completions -f
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--chunk-size')
        return
        ;;
    '--config')
        __aegis_add_completions -f
        return
        ;;
    '--state-dir')
        __aegis_add_completions -d
        return
        ;;
    '--log-format')
        __aegis_add_completions -W 'text'$'\n''json'
        return
        ;;
    '-o'|'--output')
        __aegis_add_completions -W 'text'$'\n''json'$'\n''yaml'$'\n''ndjson'$'\n''name'$'\n''patch'$'\n''kustomize'$'\n''junit'$'\n''sarif'$'\n''markdown'$'\n''html'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion scale-propose queue show -- positional@0 "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_aegis_scale-propose_queue_drop() {
    repeating_flags=(-v)
    non_repeating_flags=(--insecure-skip-tls-verify --no-state --version -h --help)
    repeating_options=(--context --as-group)
    non_repeating_options=(--of-cluster --now --kubeconfig --cluster --user -s --server --token --as --certificate-authority --request-timeout --chunk-size --config --state-dir --log-format)
    __aegis_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--of-cluster')
        return
        ;;
    '--now')
        return
        ;;
    '--kubeconfig')
        __aegis_add_completions -f
        return
        ;;
    '--context')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion scale-propose queue drop -- --context "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--cluster')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion scale-propose queue drop -- --cluster "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--user')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion scale-propose queue drop -- --user "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '-s'|'--server')
        return
        ;;
    '--token')
        return
        ;;
    '--as')
        return
        ;;
    '--as-group')
        return
        ;;
    '--certificate-authority')
        __aegis_add_completions -f
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--chunk-size')
        return
        ;;
    '--config')
        __aegis_add_completions -f
        return
        ;;
    '--state-dir')
        __aegis_add_completions -d
        return
        ;;
    '--log-format')
        __aegis_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion scale-propose queue drop -- positional@0 "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_aegis_scan() {
    repeating_flags=(-v)
    non_repeating_flags=(--list-rules --all-contexts --demo --insecure-skip-tls-verify -A --all-namespaces --opt-in --no-headers --record --no-state --version -h --help)
    repeating_options=(-f --filename --context --as-group -n --namespace --merge --disable)
    non_repeating_options=(--baseline --save-snapshot --now --kubeconfig --cluster --user -s --server --token --as --certificate-authority --request-timeout --chunk-size -l --selector --field-selector --shard --level --fail-on --since --grace -o --output --record-namespace --config --state-dir --log-format)
    __aegis_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--baseline')
        __aegis_add_completions -f
        return
        ;;
    '--save-snapshot')
        __aegis_add_completions -f
        return
        ;;
    '-f'|'--filename')
        __aegis_add_completions -f
        return
        ;;
    '--now')
        return
        ;;
    '--kubeconfig')
        __aegis_add_completions -f
        return
        ;;
    '--context')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion scan -- --context "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--cluster')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion scan -- --cluster "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--user')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion scan -- --user "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '-s'|'--server')
        return
        ;;
    '--token')
        return
        ;;
    '--as')
        return
        ;;
    '--as-group')
        return
        ;;
    '--certificate-authority')
        __aegis_add_completions -f
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--chunk-size')
        return
        ;;
    '-n'|'--namespace')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion scan -- --namespace "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--field-selector')
        return
        ;;
    '--shard')
        return
        ;;
    '--merge')
        __aegis_add_completions -f
        return
        ;;
    '--level')
        __aegis_add_completions -W 'low'$'\n''medium'$'\n''high'$'\n''critical'
        return
        ;;
    '--fail-on')
        __aegis_add_completions -W 'low'$'\n''medium'$'\n''high'$'\n''critical'$'\n''never'
        return
        ;;
    '--since')
        return
        ;;
    '--grace')
        return
        ;;
    '--disable')
        __aegis_add_completions -W 'CrashLoopBackOff'$'\n''AEG-101'$'\n''OOMKilled'$'\n''AEG-102'$'\n''AppError'$'\n''AEG-103'$'\n''InitContainerFailure'$'\n''AEG-104'$'\n''ImagePullBackOff'$'\n''AEG-105'$'\n''InvalidImageName'$'\n''AEG-106'$'\n''CreateContainerConfigError'$'\n''AEG-107'$'\n''VolumeMount'$'\n''AEG-108'$'\n''ProbeFailure'$'\n''AEG-109'$'\n''Evicted'$'\n''AEG-110'$'\n''TerminatingStuck'$'\n''AEG-111'$'\n''RolloutStuck'$'\n''AEG-301'$'\n''ReplicaMismatch'$'\n''AEG-302'$'\n''StatefulSetStuck'$'\n''AEG-303'$'\n''DaemonSetUnavailable'$'\n''AEG-304'$'\n''JobFailed'$'\n''AEG-305'$'\n''CronJobFailing'$'\n''AEG-306'$'\n''HPAMisconfig'$'\n''AEG-307'$'\n''PDBBlocking'$'\n''AEG-308'$'\n''Unschedulable'$'\n''AEG-201'$'\n''PVCPending'$'\n''AEG-202'$'\n''NodeNotReady'$'\n''AEG-203'$'\n''NodePressure'$'\n''AEG-204'$'\n''QuotaExceeded'$'\n''AEG-205'$'\n''WebhookFailing'$'\n''AEG-206'$'\n''CertificateExpired'$'\n''AEG-207'$'\n''ServiceNoEndpoints'$'\n''AEG-401'$'\n''PortMismatch'$'\n''AEG-402'$'\n''IngressMisconfig'$'\n''AEG-403'$'\n''RBACForbidden'$'\n''AEG-404'$'\n''DNSFailure'$'\n''AEG-405'$'\n''NetworkPolicyBlocking'$'\n''AEG-406'$'\n''ResourceMisconfig'$'\n''AEG-501'$'\n''SelectorMismatch'$'\n''AEG-502'$'\n''OrphanedConfig'$'\n''AEG-503'$'\n''AEG-504'
        return
        ;;
    '-o'|'--output')
        __aegis_add_completions -W 'text'$'\n''json'$'\n''yaml'$'\n''ndjson'$'\n''name'$'\n''junit'$'\n''sarif'$'\n''markdown'$'\n''html'
        return
        ;;
    '--record-namespace')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion scan -- --record-namespace "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--config')
        __aegis_add_completions -f
        return
        ;;
    '--state-dir')
        __aegis_add_completions -d
        return
        ;;
    '--log-format')
        __aegis_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_aegis_shadow-test() {
    local -ar given_words=("${unparsed_words[@]}")
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __aegis_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    run|list|gc)
        # Offer subcommand argument completions
        "_aegis_shadow-test_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        [ "${#given_words[@]}" -gt 1 ] || COMPREPLY+=($(compgen -W 'run list gc' -- "${cur}"))
        # What is run without a further word
        unparsed_words=("${given_words[@]}")
        "_aegis_shadow-test_run"
        ;;
    esac
}

_aegis_shadow-test_run() {
    repeating_flags=(-v)
    non_repeating_flags=(--from-queue --demo --keep-on-failure --apply -y --yes --peering-hold --record --insecure-skip-tls-verify --no-state --version -h --help)
    repeating_options=(-f --filename --set-image --snapshot --probe --context --as-group)
    non_repeating_options=(--replicas --patch -n --namespace --runtime --now --timeout --settle --shadow-replicas --stages --pause --stage-timeout --peering --priority --record-namespace --kubeconfig --cluster --user -s --server --token --as --certificate-authority --request-timeout --chunk-size --config --state-dir --log-format -o --output)
    __aegis_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-f'|'--filename')
        __aegis_add_completions -f
        return
        ;;
    '--replicas')
        return
        ;;
    '--set-image')
        return
        ;;
    '--patch')
        __aegis_add_completions -f
        return
        ;;
    '-n'|'--namespace')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion shadow-test run -- --namespace "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--runtime')
        __aegis_add_completions -W 'simulate'$'\n''dry-run'$'\n''namespace'$'\n''vcluster'
        return
        ;;
    '--snapshot')
        __aegis_add_completions -f
        return
        ;;
    '--now')
        return
        ;;
    '--timeout')
        return
        ;;
    '--settle')
        return
        ;;
    '--shadow-replicas')
        return
        ;;
    '--probe')
        return
        ;;
    '--stages')
        return
        ;;
    '--pause')
        return
        ;;
    '--stage-timeout')
        return
        ;;
    '--peering')
        return
        ;;
    '--priority')
        return
        ;;
    '--record-namespace')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion shadow-test run -- --record-namespace "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--kubeconfig')
        __aegis_add_completions -f
        return
        ;;
    '--context')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion shadow-test run -- --context "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--cluster')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion shadow-test run -- --cluster "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--user')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion shadow-test run -- --user "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '-s'|'--server')
        return
        ;;
    '--token')
        return
        ;;
    '--as')
        return
        ;;
    '--as-group')
        return
        ;;
    '--certificate-authority')
        __aegis_add_completions -f
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--chunk-size')
        return
        ;;
    '--config')
        __aegis_add_completions -f
        return
        ;;
    '--state-dir')
        __aegis_add_completions -d
        return
        ;;
    '--log-format')
        __aegis_add_completions -W 'text'$'\n''json'
        return
        ;;
    '-o'|'--output')
        __aegis_add_completions -W 'text'$'\n''json'$'\n''yaml'$'\n''junit'$'\n''sarif'$'\n''markdown'$'\n''html'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion shadow-test run -- positional@0 "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_aegis_shadow-test_list() {
    repeating_flags=(-v)
    non_repeating_flags=(--no-headers --insecure-skip-tls-verify --no-state --version -h --help)
    repeating_options=(--context --as-group)
    non_repeating_options=(--kubeconfig --cluster --user -s --server --token --as --certificate-authority --request-timeout --chunk-size --config --state-dir --log-format)
    __aegis_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--kubeconfig')
        __aegis_add_completions -f
        return
        ;;
    '--context')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion shadow-test list -- --context "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--cluster')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion shadow-test list -- --cluster "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--user')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion shadow-test list -- --user "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '-s'|'--server')
        return
        ;;
    '--token')
        return
        ;;
    '--as')
        return
        ;;
    '--as-group')
        return
        ;;
    '--certificate-authority')
        __aegis_add_completions -f
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--chunk-size')
        return
        ;;
    '--config')
        __aegis_add_completions -f
        return
        ;;
    '--state-dir')
        __aegis_add_completions -d
        return
        ;;
    '--log-format')
        __aegis_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_aegis_shadow-test_gc() {
    repeating_flags=(-v)
    non_repeating_flags=(--insecure-skip-tls-verify --no-state --version -h --help)
    repeating_options=(--context --as-group)
    non_repeating_options=(--kubeconfig --cluster --user -s --server --token --as --certificate-authority --request-timeout --chunk-size --config --state-dir --log-format)
    __aegis_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--kubeconfig')
        __aegis_add_completions -f
        return
        ;;
    '--context')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion shadow-test gc -- --context "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--cluster')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion shadow-test gc -- --cluster "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '--user')
        __aegis_add_completions -W "$(__aegis_custom_complete ---completion shadow-test gc -- --user "${COMP_CWORD}" "$(__aegis_cursor_index_in_current_word)")"
        return
        ;;
    '-s'|'--server')
        return
        ;;
    '--token')
        return
        ;;
    '--as')
        return
        ;;
    '--as-group')
        return
        ;;
    '--certificate-authority')
        __aegis_add_completions -f
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--chunk-size')
        return
        ;;
    '--config')
        __aegis_add_completions -f
        return
        ;;
    '--state-dir')
        __aegis_add_completions -d
        return
        ;;
    '--log-format')
        __aegis_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_aegis_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __aegis_offer_flags_options -1
}

complete -o filenames -F _aegis aegis
