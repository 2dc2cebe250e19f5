"""What deploy/kubernetes/rehearse makes of the overlays: they build, lead to its own databases, and find room where it says so."""

import importlib.machinery
import importlib.util
import json
import tempfile
from argparse import Namespace
from pathlib import Path

import yaml

import tools
from hardening import pods

# Of a cluster on two CPUs, for two releases, their edge and the databases.
ROOM = 2000
# Settings that say where data is.
DATA = ("QUARKUS_DATASOURCE_JDBC_URL", "QUARKUS_DATASOURCE_REACTIVE_URL", "QUARKUS_REDIS_HOSTS")


def run(root):
    rehearse = loaded(root / "deploy/kubernetes/rehearse")
    findings = []
    for entry in sorted((root / "deploy/kubernetes/overlays").glob("*/entry")):
        for small in (False, True):
            with tempfile.TemporaryDirectory() as folder:
                rehearsal = rehearse.Rehearsal(Namespace(environment=entry.parent.name, small=small), Path(folder))
                rehearsal.copy()
                findings += [f"{entry.parent.name}{' --small' if small else ''}: {wrong}" for wrong in of(rehearsal, rehearse, small)]
    for file in sorted((root / "deploy/kubernetes/schemas").glob("*.json")):
        text = json.dumps(rehearse.structural(json.loads(file.read_text())["properties"]["spec"]))
        findings += [f"{file.name}: no cluster takes {word} in a schema" for word in ('"const"', '"additionalProperties": false') if word in text]
    return findings


def loaded(file):
    loader = importlib.machinery.SourceFileLoader("rehearse", str(file))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("rehearse", loader))
    loader.exec_module(module)
    return module


def of(rehearsal, rehearse, small):
    built = {}
    for part in ("entry", "blue", "green"):
        try:
            built[part] = list(yaml.safe_load_all(tools.built(rehearsal.overlay / part)))
        except ValueError as wrong:
            yield f"{part}: {wrong}"
            return
    if not any(d["kind"] == "NetworkPolicy" and d["metadata"]["name"] == "rehearsal-data" for d in built["entry"]):
        yield "nothing leads to its databases"
    for document in built["blue"]:
        for name in DATA if document["kind"] == "ConfigMap" else ():
            value = document["data"].get(name, f".{rehearse.DATA}.")
            if f".{rehearse.DATA}." not in value:
                yield f"{document['metadata']['name']}: {name} leads elsewhere, to {value}"
    if small:
        stand_ins = list(yaml.safe_load_all((rehearse.HERE / "rehearsal/data.yaml").read_text()))
        asked = sum(requests(document, built[part]) for part in built for document in built[part]) + sum(requests(d, []) for d in stand_ins)
        if asked > ROOM:
            yield f"asks for {asked} thousandths of a CPU"


def requests(document, others):
    """In thousandths of a CPU, with as many replicas as there are at least, and one more in place of one that goes."""
    if document["kind"] != "Deployment":
        return 0
    least = [d["spec"]["minReplicas"] for d in others if d["kind"] == "HorizontalPodAutoscaler" and d["spec"]["scaleTargetRef"]["name"] == document["metadata"]["name"]]
    replicas = document["spec"].get("replicas", max(least, default=1)) + 1
    return sum(replicas * thousandths(c["resources"]["requests"]["cpu"]) for pod in pods(document) for c in pod["containers"])


def thousandths(cpu):
    return int(cpu[:-1]) if cpu.endswith("m") else int(float(cpu) * 1000)
