"""The manifests agree with what the services say of themselves (quarkus-kubernetes: target/kubernetes/kubernetes.yml)."""

import yaml

import tools

SERVICES = {"api": "api-service", "worker": "api-service", "realtime": "realtime-service"}
PROBES = ("startupProbe", "readinessProbe", "livenessProbe")


def run(root):
    findings = []
    for overlay in tools.overlays(root):
        if overlay.name == "entry":
            continue
        where = overlay.relative_to(root / "deploy/kubernetes/overlays")
        for document in yaml.safe_load_all(tools.built(overlay)):
            name = document["metadata"].get("labels", {}).get("app.kubernetes.io/name")
            if document["kind"] == "Deployment" and name in SERVICES:
                findings += [f"{where}: {name}: {finding}" for finding in differences(document, said_by(root, SERVICES[name]))]
    return findings


def said_by(root, service):
    file = root / service / "target/kubernetes/kubernetes.yml"
    if not file.exists():
        raise tools.Missing(f"build the services: {service}/target/kubernetes/kubernetes.yml is not there")
    documents = yaml.safe_load_all(file.read_text())
    return next(d for d in documents if d["kind"] == "Deployment")["spec"]["template"]["spec"]["containers"][0]


def differences(ours, said):
    container = ours["spec"]["template"]["spec"]["containers"][0]
    ports = {port["name"]: port["containerPort"] for port in container["ports"]}
    real = {port["name"]: port["containerPort"] for port in said["ports"]}
    for name, port in ports.items():
        if real.get(name) != port:
            yield f"its port {name} is {port}, and the service listens on {real.get(name)}"
    for probe in PROBES:
        mine, its = container[probe]["httpGet"], said[probe]["httpGet"]
        if mine["path"] != its["path"]:
            yield f"{probe} asks {mine['path']}, and the service answers at {its['path']}"
        if ports.get(mine["port"], mine["port"]) != its["port"]:
            yield f"{probe} asks port {mine['port']}, and the service answers on {its['port']}"
