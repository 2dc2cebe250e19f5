"""A real nginx with the configuration of prod, and servers behind it that say what they got."""

import http.client
import json
import os
import re
import socket
import ssl
import subprocess
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import yaml

import edge
import tools

HOST = "trivia.example.com"
# How long a pod is there yet when nobody is sent to it any more: preStop of base/release/api.yaml.
PAUSE = 5
# For whom the balancer connects, as it says first.
CLIENT = "198.51.100.9"
PROXIED = f"PROXY TCP4 {CLIENT} 10.110.0.2 40000 443\r\n".encode()
UPSTREAMS = ("api", "api-candidate", "realtime", "realtime-candidate")


def run(root):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        edge.laid_out(yaml.safe_load_all(tools.built(root / "deploy/kubernetes/overlays/prod/entry")), folder)
        servers = {upstream: Behind(upstream) for upstream in UPSTREAMS}
        ports = {port: free_port() for port in (8080, 8090, 8443)}
        for file in [*folder.glob("edge/*.conf"), *folder.glob("listen/*.conf")]:
            file.write_text(moved(file.read_text(), ports, servers))
        nginx = subprocess.Popen(
            [tools.debian("nginx", "nginx"), "-c", folder / "edge/nginx.conf", "-p", folder, "-g", "daemon off;" + (" user root;" if os.geteuid() == 0 else "")],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )
        try:
            if not listens(nginx, ports[8090]):
                return ["nginx does not start: " + nginx.stderr.read().replace(name, "")]
            return list(findings(Edge(ports, folder / "certificate/tls.crt"), servers))
        finally:
            nginx.terminate()
            nginx.wait()
            for server in servers.values():
                server.stop()


def moved(text, ports, servers):
    # Here it is the test that connects, and says for whom.
    text = text.replace("set_real_ip_from 10.0.0.0/8;", "set_real_ip_from 127.0.0.0/8;")
    text = re.sub(r"listen (\d+)", lambda found: f"listen 127.0.0.1:{ports[int(found[1])]}", text)
    for name, server in servers.items():
        text = re.sub(rf"upstream {name} {{[^}}]*", lambda found: re.sub(r"127\.0\.0\.1:\d+", f"127.0.0.1:{server.port}", found[0]), text)
    return text


def findings(edge_, servers):
    def expect(what, holds, got):
        if not holds:
            yield f"{what}; got {got}"

    status, headers, body = edge_.ask("GET", "/v1/me", {"X-Trivia-Edge": "forged", "X-Forwarded-For": "192.0.2.7", "Forwarded": "for=192.0.2.8"})
    got = body.get("headers", {})
    yield from expect("the API answers whatever is not the socket's", body.get("by") == "api", (status, body))
    yield from expect("the edge's header is the edge's own", got.get("x-trivia-edge") == ["made-up-for-the-test"], got.get("x-trivia-edge"))
    yield from expect("who connects comes last", got.get("x-forwarded-for") == ["192.0.2.7, " + CLIENT], got.get("x-forwarded-for"))
    yield from expect("nobody forges Forwarded", "forwarded" not in got, got.get("forwarded"))
    yield from expect("TLS is told of", got.get("x-forwarded-proto") == ["https"], got.get("x-forwarded-proto"))
    yield from expect("each request has an id", bool(re.fullmatch("[0-9a-f]{32}", got.get("x-request-id", [""])[0])), got.get("x-request-id"))
    _, _, body = edge_.ask("GET", "/v1/me", {"X-Request-Id": "mine-1"})
    yield from expect("a good id is kept", body.get("headers", {}).get("x-request-id") == ["mine-1"], body)

    yield from expect("HTTP/2 is offered", edge_.negotiated() == "h2", edge_.negotiated())
    yield from expect("a socket is upgraded, both ways", edge_.socket_says(HOST) == b"realtime:ping", edge_.socket_says(HOST))
    yield from expect("the candidate's socket, too", edge_.socket_says("candidate-" + HOST) == b"realtime-candidate:ping", edge_.socket_says("candidate-" + HOST))
    _, _, body = edge_.ask("GET", "/v1/me", host="candidate-" + HOST)
    yield from expect("the candidate answers under its name", body.get("by") == "api-candidate", body)
    _, _, body = edge_.ask("GET", "/v1/config", host="candidate-" + HOST)
    yield from expect("its page is sent to its sockets", body.get("socketUrl") == f"wss://candidate-{HOST}/v1/socket", body)
    _, _, body = edge_.ask("GET", "/static/bundle/new.js")
    yield from expect("a bundle of the other release is found there", body.get("by") == "api-candidate", body)

    for path, size, taken in (
        ("/v1/players", 1 << 20, True), ("/v1/players", 3 << 20, False), ("/v1/quizzes/1", 2 << 20, True), ("/v1/quizzes/1", 3 << 20, False),
        ("/v1/media/pictures", 14 << 20, True), ("/v1/media/pictures", 16 << 20, False), ("/v1/imports", 64 << 20, True),
    ):
        status, headers, body = edge_.ask("POST", path, body=b"x" * size)
        if taken:
            yield from expect(f"{path} takes {size >> 20} MB", status == 200, (status, body))
        else:
            yield from expect(f"{path} refuses {size >> 20} MB", (status, body.get("code")) == (413, "too-large"), (status, body))

    for method in ("GET", "POST"):
        servers["api"].ending = 2
        status, headers, body = edge_.ask(method, "/v1/me", body=b"{}" if method == "POST" else None)
        yield from expect(f"{method}: where a pod ends, another one is asked", (status, body.get("by"), servers["api"].ending) == (200, "api", 0), (status, body))
    servers["realtime"].ending = 1
    said = edge_.socket_says(HOST)
    yield from expect("the same for sockets", said == b"realtime:ping", said)
    servers["api"].ending = 100
    status, headers, body = edge_.ask("GET", "/v1/me")
    yield from expect("where none answers, it is asked four times and no more", (status, servers["api"].ending) == (503, 96), (status, servers["api"].ending))
    servers["api"].ending = 0

    status, headers, body = edge_.ask("GET", "/q/health/ready")
    yield from expect("health is not for the public", (status, body.get("code")) == (404, "not-found"), (status, body))
    yield from expect("a refusal of the edge is a problem", headers.get("content-type") == "application/problem+json" and bool(body.get("requestId")), headers)
    yield from expect("plain HTTP leads to TLS", edge_.plain() == (308, f"https://{HOST}/v1/me"), edge_.plain())

    edge_.ask("GET", "/v1/kept")
    yield from expect("a connection to the API is kept", within(1, lambda: servers["api"].open == 1), servers["api"].open)
    yield from expect("none is kept until a pod ends that is asked no more", within(PAUSE, lambda: servers["api"].open == 0), servers["api"].open)

    servers["api"].stop()
    status, headers, body = edge_.ask("GET", "/v1/me")
    yield from expect("without an API there is a problem, and when to come back",
                      (status, body.get("code"), headers.get("retry-after")) == (503, "unavailable", "2"), (status, headers, body))


class Edge:
    """A client of the edge."""

    def __init__(self, ports, authority):
        self.ports = ports
        self.context = ssl.create_default_context(cafile=str(authority))

    def connect(self, host, protocols=()):
        if protocols:
            self.context.set_alpn_protocols(list(protocols))
        plain = socket.create_connection(("127.0.0.1", self.ports[8443]), timeout=10)
        plain.sendall(PROXIED)
        return self.context.wrap_socket(plain, server_hostname=host)

    def ask(self, method, path, headers=None, body=None, host=HOST):
        connection = http.client.HTTPConnection(host, timeout=20)
        connection.sock = self.connect(host)
        try:
            try:
                connection.request(method, path, body, headers or {})
            except (BrokenPipeError, ConnectionResetError):
                pass  # Refused before all of the body was sent; the answer is there.
            answer = connection.getresponse()
            text = answer.read()
            try:
                parsed = json.loads(text)
            except ValueError:
                parsed = {"text": text[:200].decode(errors="replace")}
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, parsed
        finally:
            connection.close()

    def negotiated(self):
        with self.connect(HOST, ("h2", "http/1.1")) as secured:
            return secured.selected_alpn_protocol()

    def socket_says(self, host):
        self.context.set_alpn_protocols(["http/1.1"])
        with self.connect(host) as secured:
            secured.sendall(
                f"GET /v1/socket HTTP/1.1\r\nHost: {host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n".encode()
            )
            head = b""
            while b"\r\n\r\n" not in head:
                part = secured.recv(4096)
                if not part:
                    return head
                head += part
            if b" 101 " not in head:
                return head
            secured.sendall(b"ping")
            return secured.recv(4096)

    def plain(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.ports[8080], timeout=10)
        connection.connect()
        connection.sock.sendall(PROXIED)
        connection.request("GET", "/v1/me", headers={"Host": HOST})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location")


class Behind:
    """A server behind the edge, which says who it is and what it got; "ending" is how often it answers yet that it is no longer there."""

    def __init__(self, name):
        self.ending = self.open = 0
        behind = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def setup(self):
                behind.open += 1
                super().setup()

            def finish(self):
                super().finish()
                behind.open -= 1

            def answer(self):
                if behind.ending > 0:
                    behind.ending -= 1
                    self.send_response(503)
                    self.send_header("Content-Length", "0")
                    self.send_header("Connection", "close")
                    self.end_headers()
                    self.close_connection = True
                    return
                if self.headers.get("Upgrade") == "websocket":
                    self.wfile.write(b"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
                    self.wfile.write(name.encode() + b":" + self.rfile.read(4))
                    self.close_connection = True
                    return
                left = int(self.headers.get("Content-Length") or 0)
                while left > 0:
                    left -= len(self.rfile.read(min(left, 1 << 16)))
                told = {"by": name, "headers": {}}
                for header, value in self.headers.items():
                    told["headers"].setdefault(header.lower(), []).append(value)
                if self.path == "/v1/config":
                    told = {"socketUrl": f"wss://{HOST}/v1/socket"}
                text = json.dumps(told, separators=(",", ":")).encode()
                self.send_response(404 if self.path.startswith("/static/bundle/new") and name == "api" else 200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(text)))
                if self.path != "/v1/kept":
                    self.send_header("Connection", "close")
                self.end_headers()
                self.wfile.write(text)

            do_GET = do_POST = answer

            def log_message(self, *_):
                """Nothing is logged."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def within(seconds, holds):
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        time.sleep(0.05)
    return holds()


def listens(process, port):
    """Waits up to 10 s until the port is open."""
    end = time.monotonic() + 10
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return True
        except OSError:
            time.sleep(0.05)
    return False
