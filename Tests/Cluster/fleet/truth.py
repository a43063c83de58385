"""Compares what a report names with what the loader broke."""


def compare(report, truth):
    """(workloads that were missed, incidents about something that is not broken), as short texts."""
    broken = {(one["namespace"], one["name"]): one["category"] for one in truth["broken"]}
    named, extra = set(), []
    for incident in report.get("incidents") or []:
        meant = {place for place in _places(incident) if place in broken}
        if not meant:
            extra.append(_text(incident))
        named |= {place for place in meant if broken[place] == incident["category"]}
    missed = [f"{category} {namespace}/{name}" for (namespace, name), category in sorted(broken.items())
              if (namespace, name) not in named]
    return missed, sorted(extra)


def _places(incident):
    """The workload is the resource, an owner of it, or what is affected; a pod counts for its workload."""
    for one in [incident["resource"], *incident.get("owners", []), *incident.get("affected", [])]:
        namespace, name = one.get("namespace", ""), one["name"]
        yield namespace, name
        yield namespace, name.removesuffix("-db")
        if one["kind"] == "Pod":
            yield namespace, name.rsplit("-", 2)[0]


def _text(incident):
    one = incident["resource"]
    return f"{incident['category']} {one['kind']} {one.get('namespace', '')}/{one['name']}"
