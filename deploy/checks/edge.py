"""nginx takes the configuration of each entry, as a pod would have it, and that of Compose."""

import re
import tempfile
from pathlib import Path

import yaml

import tools

COMPOSE = "deploy/compose/nginx.conf"
MOUNTS = {"edge": "edge", "edge-listen": "listen"}


def run(root):
    findings = []
    for overlay in tools.overlays(root):
        if overlay.name != "entry":
            continue
        where = overlay.relative_to(root / "deploy/kubernetes/overlays")
        with tempfile.TemporaryDirectory() as folder:
            laid_out(yaml.safe_load_all(tools.built(overlay)), Path(folder))
            status, said = tested(Path(folder))
            if status != 0:
                findings.append(f"{where}: " + said.replace(folder, "").strip())
    if (root / COMPOSE).exists():
        with tempfile.TemporaryDirectory() as folder:
            laid_out_beside_compose(root, Path(folder))
            status, said = tested(Path(folder))
            if status != 0:
                findings.append("compose: " + said.replace(folder, "").strip())
    return findings


def laid_out_beside_compose(root, folder):
    """With what deploy/compose/init would make, as little as nginx needs."""
    text = (root / COMPOSE).read_text()
    for place, here in (("/tmp/", f"{folder}/tmp/"), ("/run/edge/", f"{folder}/edge/"), ("/etc/nginx/", f"{folder}/edge/"), ("/dev/stdout", f"{folder}/tmp/log")):
        text = text.replace(place, here)
    _, version = tools.run(tools.debian("nginx", "nginx"), "-v")
    if tuple(map(int, re.search(r"nginx/(\d+)\.(\d+)\.(\d+)", version).groups())) < (1, 25, 1):
        text = text.replace("http2 on;", "")
    for name in ("edge", "tmp"):
        (folder / name).mkdir()
    for name, made in (
        ("nginx.conf", text), ("mime.types", "types { text/html html; }"), ("site.conf", "listen 127.0.0.1:8443 ssl;\nserver_name trivia.localhost;\n"),
        ("site-other.conf", "listen 127.0.0.1:8443 ssl default_server;\n"), ("edge-key.conf", "proxy_set_header X-Trivia-Edge made-up;\n"), ("trusted-hops.conf", ""),
    ):
        (folder / "edge" / name).write_text(made)
    certificate(folder / "edge", "trivia.localhost")


def laid_out(documents, folder):
    """The files of the edge's ConfigMaps where its pod mounts them, with a certificate and a key made up for the test."""
    for document in documents:
        part = document["metadata"].get("name", "").rsplit("-", 1)[0]
        if document["kind"] == "ConfigMap" and part in MOUNTS:
            place = folder / MOUNTS[part]
            place.mkdir()
            for name, text in document["data"].items():
                # The names of Services are known inside of a cluster alone, and a cluster has other ports free.
                if name == "upstreams.conf":
                    text = "\n".join(
                        line if "server " not in line else line.replace(line.split()[1].split(":")[0], "127.0.0.1")
                        for line in text.splitlines()
                    )
                (place / name).write_text(text.replace("/tmp/", f"{folder}/tmp/").replace("/dev/stdout", f"{folder}/tmp/log"))
    for name in ("key", "certificate", "tmp"):
        (folder / name).mkdir()
    (folder / "key/edge.conf").write_text('proxy_set_header X-Trivia-Edge "made-up-for-the-test";\n')
    certificate(folder / "certificate", "trivia.example.com", "candidate-trivia.example.com")


def certificate(folder, *names):
    tools.run(
        tools.installed("openssl"), "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-days", "1", "-subj", "/CN=" + names[0], "-addext", "subjectAltName=" + ",".join("DNS:" + name for name in names),
        "-keyout", folder / "tls.key", "-out", folder / "tls.crt",
    )


def tested(folder):
    return tools.run(tools.debian("nginx", "nginx"), "-t", "-q", "-c", folder / "edge/nginx.conf", "-p", folder)
