#!/usr/bin/env python3
"""Makes the completions know what is run without a further word: behind 'aegis shadow-test' comes
what comes behind 'aegis shadow-test run'. The argument parser, which writes them, leaves that out.

usage: aegis --experimental-dump-help | defaults.py DIRECTORY
"""
import json
import pathlib
import sys

FISH = '''# Inserts the subcommand that is run without a further word, unless one is there or begun.
function __aegis_insert_default -S -a default_subcommand
    if test (count $unparsed_tokens) -gt 1
        contains -- $unparsed_tokens[2] $argv[2..]; and return
    else
        string match -qr -- '^'(string escape --style=regex -- (commandline -ct)) $argv[2..]
        and return
    end
    set unparsed_tokens $unparsed_tokens[1] $default_subcommand $unparsed_tokens[2..]
end

'''


def parents(command, path=()):
    """The commands with a subcommand that is run without a further word, with the words to them."""
    for child in command.get("subcommands", []):
        if child.get("defaultSubcommand"):
            yield (*path, child["commandName"]), child
        yield from parents(child, (*path, child["commandName"]))


def replace(text, old, new, start=0):
    """Once, behind a place."""
    place = text.find(old, start)
    if place < 0:
        sys.exit(f"defaults.py: the parser writes no {old!r} any more")
    return text[:place] + new + text[place + len(old):]


def names(command):
    return [child["commandName"] for child in command["subcommands"]]


def bash(text, path, command):
    function = "_aegis_" + "_".join(path)
    head = f"{function}() {{\n"
    words = " ".join(names(command))
    offer = f"COMPREPLY+=($(compgen -W '{words}' -- \"${{cur}}\"))"
    text = replace(text, f"        {offer}\n",
                   f"        [ \"${{#given_words[@]}}\" -gt 1 ] || {offer}\n"
                   "        # What is run without a further word\n"
                   "        unparsed_words=(\"${given_words[@]}\")\n"
                   f"        \"{function}_{command['defaultSubcommand']}\"\n", text.index(head))
    return replace(text, head, head + "    local -ar given_words=(\"${unparsed_words[@]}\")\n")


def zsh(text, path, command):
    function = "_aegis_" + "_".join(path)
    default = f"{function}_{command['defaultSubcommand']}"
    head = f"{function}() {{\n    local -i ret=1\n"
    describe = "_describe -V subcommand subcommands && ret=0\n"
    text = replace(text, describe, f"{describe}        {default} && ret=0\n", text.index(head))
    return replace(text, head, f"{head}    # What is run without a further word\n"
                   f"    if [[ \"${{words[2]}}\" == -* ]] || (( CURRENT > 2 )) && "
                   f"[[ \"${{words[2]}}\" != ({'|'.join(names(command))}) ]]; then\n"
                   f"        {default}\n        return\n    fi\n")


def fish(text, path, command):
    indent = "    " * (len(path) + 1)
    case = f"{indent}case '{path[-1]}'\n"
    call = f"{indent}    __aegis_insert_default {' '.join([command['defaultSubcommand'], *names(command)])}\n"
    return replace(text, case, case + call, text.index("function __aegis_parse_tokens"))


def main():
    directory = pathlib.Path(sys.argv[1])
    root = json.load(sys.stdin)["command"]
    for name, edit in [("aegis.bash", bash), ("_aegis", zsh), ("aegis.fish", fish)]:
        text = (directory / name).read_text()
        for path, command in parents(root):
            text = edit(text, path, command)
        if edit is fish:
            text = replace(text, "function __aegis_parse_tokens", FISH + "function __aegis_parse_tokens")
        (directory / name).write_text(text)


main()
