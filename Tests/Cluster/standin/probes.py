"""What a failing probe says."""


def complaint(kind, container, address, by):
    """The message of an Unhealthy event for the container's readiness, liveness or startup probe."""
    probe = container.get(f"{kind.lower()}Probe") or {}
    return f"{kind} probe failed: {_output(probe, container, address, by)}"


def unknown_port(probe, container):
    """The kubelet's error for a port name that no port of the container has, or None."""
    port = (probe.get("httpGet") or probe.get("tcpSocket") or {}).get("port")
    if not isinstance(port, str) or port.isdigit():
        return None
    if port in [one.get("name") for one in container.get("ports", [])]:
        return None
    return f'strconv.Atoi: parsing "{port}": invalid syntax'


def _output(probe, container, address, by):
    if "exec" in probe:
        return "cat: /tmp/healthy: No such file or directory\n"
    target = probe.get("httpGet") or probe.get("tcpSocket") or {"port": 8080}
    where = f"{address}:{_number(target['port'], container)}"
    refused = f"dial tcp {where}: connect: connection refused"
    if "httpGet" not in probe:
        return refused if by != "timeout" else f"dial tcp {where}: i/o timeout"
    if by == "status":
        return "HTTP probe failed with statuscode: 503"
    url = f'Get "{target.get("scheme", "HTTP").lower()}://{where}{target.get("path", "/")}": '
    if by == "timeout":
        return url + "context deadline exceeded (Client.Timeout exceeded while awaiting headers)"
    return url + refused


def _number(port, container):
    return next((one["containerPort"] for one in container.get("ports", []) if one.get("name") == port), port)
