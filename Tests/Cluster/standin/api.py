"""A small asynchronous client of the API server."""

import asyncio
import json
import ssl

import aiohttp

MERGE = "application/merge-patch+json"
STRATEGIC = "application/strategic-merge-patch+json"


class ApiError(Exception):
    def __init__(self, status, method, path, text):
        super().__init__(f"{method} {path} was answered {status}: {text[:300]}")
        self.status = status


class Api:
    """Use as `async with Api.from_kubeconfig(path) as api`."""

    def __init__(self, server, context, headers=None, parallel=64):
        self.server = server
        self.session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=context, limit=parallel),
            headers={"User-Agent": "testbed-kubelet", **(headers or {})},
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=10))

    @classmethod
    def from_kubeconfig(cls, path, parallel=64):
        """Reads the kubeconfigs the testbed writes: one context, files by path, JSON inside."""
        with open(path) as file:
            document = json.load(file)
        cluster, user = document["clusters"][0]["cluster"], document["users"][0]["user"]
        context = ssl.create_default_context(cafile=cluster["certificate-authority"])
        headers = {}
        if "token" in user:
            headers["Authorization"] = f"Bearer {user['token']}"
        else:
            context.load_cert_chain(user["client-certificate"], user["client-key"])
        return cls(cluster["server"], context, headers, parallel)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        await self.session.close()

    async def request(self, method, path, body=None, content_type="application/json", allow=()):
        """The decoded answer, or None when the status is one of `allow`."""
        data = None if body is None else json.dumps(body)
        headers = {"Content-Type": content_type} if body is not None else {}
        async with self.session.request(method, self.server + path, data=data, headers=headers) as answer:
            text = await answer.text()
            if answer.status in allow:
                return None
            if answer.status >= 300:
                raise ApiError(answer.status, method, path, text)
            return json.loads(text)

    async def get(self, path, allow=(404,)):
        return await self.request("GET", path, allow=allow)

    async def post(self, path, body, allow=()):
        return await self.request("POST", path, body, allow=allow)

    async def patch(self, path, body, content_type=MERGE, allow=()):
        return await self.request("PATCH", path, body, content_type, allow)

    async def delete(self, path, body=None, allow=(404, 409)):
        return await self.request("DELETE", path, body, allow=allow)

    async def watch(self, path):
        """Yields (type, object) for ever: first what exists, as ADDED, then what changes.

        After an interruption everything is yielded again; what went away meanwhile is DELETED.
        """
        known = {}
        while True:
            try:
                listed = await self.request("GET", path)
                present = {item["metadata"]["uid"]: item for item in listed["items"]}
                for uid in [uid for uid in known if uid not in present]:
                    yield "DELETED", known.pop(uid)
                for uid, item in present.items():
                    known[uid] = item
                    yield "ADDED", item
                async for kind, item in self._changes(path, listed["metadata"]["resourceVersion"]):
                    if kind == "DELETED":
                        known.pop(item["metadata"]["uid"], None)
                    else:
                        known[item["metadata"]["uid"]] = item
                    yield kind, item
            except (aiohttp.ClientError, asyncio.TimeoutError, ApiError) as error:
                print(f"watching {path}: {error}", flush=True)
                await asyncio.sleep(0.5)

    async def _changes(self, path, version):
        join = "&" if "?" in path else "?"
        address = f"{self.server}{path}{join}watch=1&resourceVersion={version}"
        async with self.session.get(address) as answer:
            buffer = b""
            async for chunk in answer.content.iter_any():
                buffer += chunk
                *lines, buffer = buffer.split(b"\n")
                for line in filter(None, lines):
                    change = json.loads(line)
                    if change["type"] == "ERROR":
                        return
                    yield change["type"], change["object"]
