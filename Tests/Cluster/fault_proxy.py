#!/usr/bin/env python3
"""A loopback proxy in front of the API server that spoils answers by rule (see faults.py).

A client certificate cannot pass a proxy that ends TLS, so clients come with a bearer token, which
is passed on as it is; a request without one is given --token. The proxy shows a certificate of the
cluster's own authority, or with --certificate one that is wrong in some way. It speaks HTTP/1.1.

Its own endpoints, beside everything that is passed on:
  PUT /fault/rules   one rule a line; replaces all rules and forgets the log
  GET /fault/log     what was asked, as JSON: method, path, query, rule, agent
"""

import argparse
import asyncio
import gzip
import ssl
import sys

sys.dont_write_bytecode = True
import aiohttp  # noqa: E402
from aiohttp import web  # noqa: E402

import faults  # noqa: E402

HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "upgrade", "host", "te", "trailer"}


class Proxy:
    def __init__(self, upstream, context, token, rules):
        self.upstream, self.token = upstream.rstrip("/"), token
        self.rules, self.log = [faults.Rule(line) for line in rules], []
        self.session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=context, limit=0), auto_decompress=False,
            # What the client does not ask for is not asked for in its name.
            skip_auto_headers=["Accept", "Accept-Encoding", "User-Agent"],
            timeout=aiohttp.ClientTimeout(total=None))

    # Its own endpoints

    async def set_rules(self, request):
        lines = [line for line in (await request.text()).splitlines() if line.strip()]
        try:
            self.rules = [faults.Rule(line) for line in lines]
        except ValueError as error:
            return web.Response(status=400, text=f"{error}\n")
        self.log = []
        return web.Response(text=f"{len(self.rules)} rules\n")

    async def show_log(self, _):
        return web.json_response(self.log)

    # Everything else

    async def handle(self, request):
        asked = (request.method, request.path, request.query_string, request.headers.get("Accept", ""))
        rule = next((one for one in self.rules if one.takes(*asked)), None)
        self.log.append({"method": request.method, "path": request.path, "query": request.query_string,
                         "rule": rule and rule.line, "agent": request.headers.get("User-Agent", "")})
        try:
            if rule is None:
                return await self.forward(request)
            return await getattr(self, rule.action)(request, rule)
        except aiohttp.ClientConnectionError as error:
            return web.Response(status=502, text=f"fault proxy: {error}\n")

    async def forward(self, request, send=None):
        headers = {name: value for name, value in request.headers.items() if name.lower() not in HOP_BY_HOP}
        if self.token and "Authorization" not in headers:
            headers["Authorization"] = f"Bearer {self.token}"
        body = await request.read() if request.can_read_body else None
        address = self.upstream + request.raw_path
        async with self.session.request(request.method, address, headers=headers, data=body) as answer:
            kept = {name: value for name, value in answer.headers.items() if name.lower() not in HOP_BY_HOP}
            response = web.StreamResponse(status=answer.status, headers=kept)
            await (send or self.send_all)(request, response, answer.content)
            return response

    async def send_all(self, request, response, content):
        await response.prepare(request)
        async for piece in content.iter_any():
            await response.write(piece)
        await response.write_eof()

    async def delay(self, request, rule):
        await asyncio.sleep(rule.seconds("seconds", 1))
        return await self.forward(request)

    async def stall(self, request, _):
        await asyncio.Event().wait()

    async def reset(self, request, _):
        request.transport.abort()
        return web.Response()

    async def cut(self, request, rule):
        left = rule.number("after", 1024)

        async def send(request, response, content):
            await response.prepare(request)
            await response.write(await content.read(left))
            # Give the piece the time to leave before the connection is torn down.
            await asyncio.sleep(0.05)
            request.transport.abort()
        return await self.forward(request, send)

    async def half(self, request, _):
        async def send(request, response, content):
            whole = await content.read()
            response.headers.pop("Content-Length", None)
            response.content_length = len(whole) // 2
            await response.prepare(request)
            await response.write(whole[:len(whole) // 2])
            await response.write_eof()
        # Half of a compressed body would be a fault of the compression, not of the document.
        return await self.forward(_without_compression(request), send)

    async def zipped(self, request, _):
        async def send(request, response, content):
            whole = gzip.compress(await content.read())
            response.headers["Content-Encoding"] = "gzip"
            response.headers.pop("Content-Length", None)
            response.content_length = len(whole)
            await response.prepare(request)
            await response.write(whole)
            await response.write_eof()
        return await self.forward(_without_compression(request), send)

    async def drip(self, request, rule):
        async def send(request, response, content):
            await response.prepare(request)
            while piece := await content.read(rule.number("bytes", 1000)):
                await response.write(piece)
                await asyncio.sleep(rule.seconds("every", 0.01))
            await response.write_eof()
        return await self.forward(request, send)

    async def throttle(self, _, rule):
        return self._status(429, {"Retry-After": str(rule.number("seconds", 1))})

    async def status(self, _, rule):
        return self._status(rule.number("code", 500))

    async def gone(self, *_):
        return self._status(410)

    @staticmethod
    def _status(code, headers=None):
        return web.Response(status=code, text=faults.status_document(code), content_type="application/json",
                            headers=headers)

    async def html(self, *_):
        return web.Response(text=faults.LOGIN_PAGE, content_type="text/html")

    async def garbage(self, *_):
        return web.Response(body=bytes(range(256)) * 4, content_type="application/json")


def _without_compression(request):
    headers = request.headers.copy()
    headers["Accept-Encoding"] = "identity"
    return request.clone(headers=headers)


def serving_context(arguments):
    if arguments.plain:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(arguments.certificate, arguments.key)
    return context


async def main(arguments):
    proxy = Proxy(arguments.upstream, ssl.create_default_context(cafile=arguments.ca), arguments.token,
                  arguments.rule)
    application = web.Application(client_max_size=1 << 30)
    application.router.add_put("/fault/rules", proxy.set_rules)
    application.router.add_get("/fault/log", proxy.show_log)
    application.router.add_route("*", "/{path:.*}", proxy.handle)
    runner = web.AppRunner(application, access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", arguments.port, ssl_context=serving_context(arguments))
    await site.start()
    port = site._server.sockets[0].getsockname()[1]
    print(f"{'http' if arguments.plain else 'https'}://127.0.0.1:{port}", flush=True)
    await asyncio.Event().wait()


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--upstream", required=True, help="URL of the API server")
parser.add_argument("--ca", required=True, help="authority of the API server's certificate")
parser.add_argument("--certificate", help="what the proxy shows")
parser.add_argument("--key", help="the key of that")
parser.add_argument("--plain", action="store_true", help="serve without TLS")
parser.add_argument("--token", help="for requests that bring none")
parser.add_argument("--port", type=int, default=0, help="default: a free one; the URL is printed")
parser.add_argument("--rule", action="append", default=[], help="may be repeated")
asyncio.run(main(parser.parse_args()))
