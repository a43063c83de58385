"""The kubelet's log endpoint, which the API server asks for `kubectl logs`."""

from aiohttp import web

from standin import plays

DEFAULT = "listening on :8080\n"


def routes(world):
    async def container_logs(request):
        life = world.find(request.match_info["namespace"], request.match_info["pod"])
        if life is None:
            return web.Response(status=404, text="pod does not exist\n")
        name = request.match_info["container"]
        container = next((one for one in [*life.inits, *life.mains] if one.name == name), None)
        previous = request.query.get("previous") == "true"
        if container is None or (previous and not container.last):
            what = "previous terminated container" if previous else "container"
            return web.Response(status=400, text=f'{what} "{name}" in pod "{life.pod["metadata"]["name"]}" not found')
        if not container.ran:
            reason = container.state["waiting"]["reason"]
            return web.Response(status=400, text=f'container "{name}" in pod "{life.pod["metadata"]["name"]}" '
                                                 f"is waiting to start: {reason}")
        return web.Response(text=_tail(text(life.pod, name, previous), request.query.get("tailLines")))
    return [web.get("/containerLogs/{namespace}/{pod}/{container}", container_logs)]


def text(pod, name, previous):
    current = plays.annotation(pod, f"logs.{name}", DEFAULT)
    return plays.annotation(pod, f"previous-logs.{name}", current) if previous else current


def _tail(text, lines):
    text = text if text.endswith("\n") else text + "\n"
    if lines is None:
        return text
    kept = text.splitlines(True)[-int(lines):] if int(lines) else []
    return "".join(kept)
