"""nginx takes the configuration of each entry, as a pod would have it."""

import tempfile
from pathlib import Path

import yaml

import tools

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
    return findings


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
    certificate = folder / "certificate"
    tools.run(
        tools.installed("openssl"), "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-days", "1", "-subj", "/CN=trivia.example.com", "-addext", "subjectAltName=DNS:trivia.example.com,DNS:candidate-trivia.example.com",
        "-keyout", certificate / "tls.key", "-out", certificate / "tls.crt",
    )


def tested(folder):
    return tools.run(tools.debian("nginx", "nginx"), "-t", "-q", "-c", folder / "edge/nginx.conf", "-p", folder)
