"""What a socket through the edge costs it, in memory and processor time: python edge_cost.py [SOCKETS]. A real nginx with the configuration of
prod, and a server behind it that answers as realtime does. No check: it says what it measured (deploy/kubernetes/README.md has the table)."""

import asyncio
import os
import ssl
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

import edge
import edge_traffic
import tools

# As long as an event of a match.
EVENT = b"\x81\x7e\x00\xc8" + b"x" * 200
EVENTS = 20


async def main(count):
    listeners = []
    async def behind(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n")
        listeners.append(writer)
    server = await asyncio.start_server(behind, "127.0.0.1", 0, backlog=1000)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        edge.laid_out(yaml.safe_load_all(tools.built(tools.ROOT / "deploy/kubernetes/overlays/prod/entry")), folder)
        ports = {port: edge_traffic.free_port() for port in (8080, 8090, 8443)}
        behind_it = type("Behind", (), {"port": server.sockets[0].getsockname()[1]})
        for file in [*folder.glob("edge/*.conf"), *folder.glob("listen/*.conf")]:
            file.write_text(edge_traffic.moved(file.read_text(), ports, dict.fromkeys(edge_traffic.UPSTREAMS, behind_it)))
        nginx = subprocess.Popen(
            [tools.debian("nginx", "nginx"), "-c", folder / "edge/nginx.conf", "-p", folder, "-g", "daemon off;" + (" user root;" if os.geteuid() == 0 else "")],
            stdout=subprocess.DEVNULL,
        )
        try:
            await asyncio.to_thread(edge_traffic.listens, nginx, ports[8090])
            trust = ssl.create_default_context(cafile=folder / "certificate/tls.crt")
            before, began = memory(nginx.pid), seconds(nginx.pid)
            clients = []
            while len(clients) < count:
                clients += await asyncio.gather(*(connect(ports[8443], trust) for _ in range(min(50, count - len(clients)))))
            opened, held = seconds(nginx.pid), memory(nginx.pid)
            for _ in range(EVENTS):
                for writer in listeners:
                    writer.write(EVENT)
                await asyncio.gather(*(reader.readexactly(len(EVENT)) for reader, _ in clients))
            told, playing = seconds(nginx.pid), memory(nginx.pid)
            print(f"{count} sockets: {(held - before) / count / 1024:.1f} KB each, {(playing - before) / count / 1024:.1f} KB after {EVENTS} events; "
                  f"{1e6 * (opened - began) / count:.0f} µs of processor to open one, {1e6 * (told - opened) / count / EVENTS:.1f} µs for an event")
        finally:
            nginx.terminate()
            nginx.wait()


async def connect(port, trust):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(edge_traffic.PROXIED)
    await writer.start_tls(trust, server_hostname=edge_traffic.HOST)
    writer.write(f"GET /v1/socket HTTP/1.1\r\nHost: {edge_traffic.HOST}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n".encode())
    status = await reader.readuntil(b"\r\n\r\n")
    assert b" 101 " in status, status
    return reader, writer


def workers(pid):
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def memory(pid):
    """What the workers alone use, in bytes."""
    return sum(int(line.split()[1]) * 1024 for child in workers(pid) for line in Path(f"/proc/{child}/smaps_rollup").read_text().splitlines() if line.startswith("Private_Dirty"))


def seconds(pid):
    ticks = os.sysconf("SC_CLK_TCK")
    return sum(sum(map(int, Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[11:13])) for child in workers(pid)) / ticks


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000))
