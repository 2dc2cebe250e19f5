"""What keeps the logs in a cluster (deploy/kubernetes/logs): its manifests are valid, its pods as restricted as theirs can be, nobody but the
collector writes and nobody but Grafana's namespace reads, all environments are collected, and a line is treated as beside Compose."""

import fnmatch

import yaml

import hardening
import manifests
import networks
import tools

FOLDER = "deploy/kubernetes/logs"
BESIDE_COMPOSE = "deploy/observability/logs.yaml"
# The collector has to be root to read what is root's.
ALLOWED = {"collector: runAsNonRoot is not True", "has no account of its own, and with that no secret for the registry"}
# Of the node, and whether it may be written to.
HOST_PATHS = {"/var/log/pods": False, "/var/lib/vstrivia-logs": True}
# The operators that both have: what comes before takes off the envelope, which is another one.
LAST_OPERATORS = 3


def run(root):
    try:
        documents = list(yaml.safe_load_all(tools.built(root / FOLDER)))
    except (ValueError, yaml.YAMLError) as wrong:
        return [str(wrong)]
    return [
        *(f"{d['kind']}/{d['metadata']['name']}: {finding}" for d in documents if (finding := manifests.mistake(d))),
        *of_pods(documents),
        *of_policies(documents),
        *of_lines(root),
    ]


def of_pods(documents):
    for document in documents:
        for pod in hardening.pods(document):
            name = document["kind"] + "/" + document["metadata"]["name"]
            for finding in hardening.of_pod(pod, False):
                if finding not in ALLOWED:
                    yield f"{name}: {finding}"
            volumes = {volume["name"]: volume["hostPath"]["path"] for volume in pod.get("volumes", []) if "hostPath" in volume}
            for container in pod["containers"]:
                for mount in container.get("volumeMounts", []):
                    path = volumes.get(mount["name"])
                    if path and (path not in HOST_PATHS or not mount.get("readOnly") and not HOST_PATHS[path]):
                        yield f"{name}: may do more with {path} of its node than it has to"


def of_policies(documents):
    policies = [document for document in documents if document["kind"] == "NetworkPolicy"]
    if not any(hardening.denies_everything(policy) for policy in policies):
        yield "no NetworkPolicy denies what is not allowed"
    everyone = {pod.name: pod for document in documents for pod in networks.Pod.of(document)}
    for pod in everyone.values():
        for rule in pod.rules(policies, "Ingress") or []:
            if "from" not in rule:
                yield f"{pod.name}: anybody may connect to it"
            for peer in rule.get("from", []):
                if not may_connect(peer, pod, everyone):
                    yield f"{pod.name}: more than the collector and Grafana may connect to it"
        for rule in pod.rules(policies, "Egress") or []:
            if any("ipBlock" in peer for peer in rule.get("to", [{"ipBlock": None}])):
                yield f"{pod.name}: may connect to anybody"


def may_connect(peer, pod, everyone):
    if "namespaceSelector" in peer:
        return pod.name == "loki" and peer["namespaceSelector"].get("matchLabels") == {"kubernetes.io/metadata.name": "monitoring"}
    chosen = {other.name for other in everyone.values() if networks.selects(peer.get("podSelector", {}), other.labels)}
    return "podSelector" in peer and pod.name == "loki" and chosen == {"collector"}


def of_lines(root):
    ours = yaml.safe_load((root / FOLDER / "logs.yaml").read_text())
    theirs = yaml.safe_load((root / BESIDE_COMPOSE).read_text())
    included = [braces for pattern in ours["receivers"]["file_log"]["include"] for braces in expanded(pattern)]
    for overlay in sorted((root / "deploy/kubernetes/overlays").iterdir()):
        if not any(fnmatch.fnmatchcase(f"/var/log/pods/{overlay.name}_pod_uid/container/0.log", pattern) for pattern in included):
            yield f"logs.yaml: nobody collects what {overlay.name} says"
    if ours["receivers"]["file_log"]["operators"][-LAST_OPERATORS:] != theirs["receivers"]["file_log"]["operators"][-LAST_OPERATORS:]:
        yield f"logs.yaml: treats a line otherwise than {BESIDE_COMPOSE}"
    if ours["exporters"] != theirs["exporters"]:
        yield f"logs.yaml: hands lines on otherwise than {BESIDE_COMPOSE}"


def expanded(pattern):
    """One for each of the words in its braces, as the collector reads them."""
    if "{" not in pattern:
        return [pattern]
    before, rest = pattern.split("{", 1)
    words, after = rest.split("}", 1)
    return [before + word + after for word in words.split(",")]
