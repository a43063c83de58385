#!/usr/bin/env python3
"""Plays the kubelets of a cluster that has none: nodes, pods, logs and usage, over the API alone.

Every node of the cluster is played; what shall go wrong is said by annotations, listed in
standin/plays.py. `cluster --nodes N` starts this program; it needs aiohttp (see requirements.txt).
"""

import argparse
import asyncio
import pathlib
import ssl
import sys

sys.dont_write_bytecode = True
from aiohttp import web  # noqa: E402

from standin import logs, node, usage  # noqa: E402
from standin.api import Api  # noqa: E402
from standin.world import World  # noqa: E402


async def serve(world, arguments):
    """Logs and usage on one loopback port."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(arguments.certificate, arguments.key)
    application = web.Application()
    application.add_routes([*logs.routes(world), *usage.routes(world)])
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", arguments.port, ssl_context=context).start()


async def main(arguments):
    async with Api.from_kubeconfig(arguments.kubeconfig) as api:
        world = World(api, arguments.port)
        if arguments.port:
            await serve(world, arguments)
            await usage.register(api, arguments.port)
        for number in range(arguments.nodes):
            await node.register(api, f"node-{number}")
        following = [asyncio.create_task(world.follow_nodes()), asyncio.create_task(world.follow_pods())]
        while not world.all_ready(arguments.nodes):
            await asyncio.sleep(0.05)
        if arguments.ready_file:
            pathlib.Path(arguments.ready_file).touch()
        await asyncio.gather(*following)


parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("--kubeconfig", required=True)
parser.add_argument("--nodes", type=int, default=3, help="nodes to create: node-0, node-1, ...")
parser.add_argument("--port", type=int, default=0, help="where to serve logs and metrics.k8s.io (0: nowhere)")
parser.add_argument("--certificate", help="serving certificate")
parser.add_argument("--key", help="its key")
parser.add_argument("--ready-file", help="created when all nodes are ready")
asyncio.run(main(parser.parse_args()))
