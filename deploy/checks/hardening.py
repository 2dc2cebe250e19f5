"""What holds for each pod and namespace, whoever adds one: restricted, measured, left in peace."""

import re

import yaml

import tools

# The bounds of an end: of realtime-service trivia.drain.at-most (20 s), then 2 s each for answers, closing and presence (Drain); of
# api-service quarkus.shutdown.timeout.
END_SECONDS = {"realtime": 26, "api": 90}
# Of a start, while all replicas of a release start on nodes that are busy: one that is ended in the middle begins anew, and makes it worse.
START_SECONDS = 300
PROBES = ("startupProbe", "readinessProbe", "livenessProbe")


def run(root):
    findings = []
    for overlay in tools.overlays(root):
        where = overlay.relative_to(root / "deploy/kubernetes/overlays")
        try:
            documents = list(yaml.safe_load_all(tools.built(overlay)))
        except ValueError as wrong:
            findings.append(f"{where}: {wrong}")
            continue
        wrong = [*of_all(documents, overlay.name == "entry"), *(unpinned(documents) if where.parts[0] == "prod" else [])]
        findings += [f"{where}: {finding}" for finding in wrong]
    return findings


def unpinned(documents):
    """What is unset, deploy/release is told, and takes by digests alone."""
    for document in documents:
        for pod in pods(document):
            for container in pod.get("initContainers", []) + pod["containers"]:
                image = container["image"]
                if not re.search("@sha256:[0-9a-f]{64}$", image) and not image.endswith(":unset"):
                    yield f"{document['kind']}/{document['metadata']['name']}: {container['name']}: {image} is not named by its digest"


# Files that settings name, which a volume has to bring.
NAMED_FILE = re.compile(r"/etc/trivia/[A-Za-z0-9._/-]+")


def of_all(documents, is_entry):
    settings = {d["metadata"]["name"]: d.get("data", {}) for d in documents if d["kind"] == "ConfigMap"}
    secrets = {d["spec"]["target"]["name"] for d in documents if d["kind"] == "ExternalSecret"}
    budgets = [d["spec"]["selector"]["matchLabels"] for d in documents if d["kind"] == "PodDisruptionBudget"]
    scaled = {d["spec"]["scaleTargetRef"]["name"] for d in documents if d["kind"] == "HorizontalPodAutoscaler"}
    for document in documents:
        name = document["kind"] + "/" + document["metadata"]["name"]
        if document["kind"] == "Secret":
            yield f"{name}: secrets come from the store outside"
        if document["kind"] == "Namespace":
            labels = document["metadata"].get("labels", {})
            if labels.get("pod-security.kubernetes.io/enforce") != "restricted":
                yield f"{name}: does not enforce the restricted pod security"
        if document["kind"] == "ServiceAccount" and document.get("automountServiceAccountToken") is not False:
            yield f"{name}: mounts its token"
        if document["kind"] == "ServiceAccount":
            pulls = {secret["name"] for secret in document.get("imagePullSecrets", [])}
            if not pulls or not pulls <= secrets:
                yield f"{name}: has no secret for the registry of its pods' images"
        if document["kind"] == "Deployment":
            labels = document["spec"]["template"]["metadata"]["labels"]
            yield from (f"{name}: {finding}" for finding in of_deployment(document["spec"]))
            if (document["metadata"]["name"] in scaled) != ("replicas" not in document["spec"]):
                yield f"{name}: has to say its replicas, or to be scaled, which each apply would undo if it said them"
            if sum(all(labels.get(k) == v for k, v in budget.items()) for budget in budgets) != 1:
                yield f"{name}: has not exactly one PodDisruptionBudget"
        for pod in pods(document):
            yield from (f"{name}: {finding}" for finding in of_pod(pod, document["kind"] == "Deployment"))
            yield from (f"{name}: {finding}" for finding in unmounted(pod, settings))
    if is_entry and not any(denies_everything(d) for d in documents if d["kind"] == "NetworkPolicy"):
        yield "no NetworkPolicy denies what is not allowed"


def pods(document):
    if document["kind"] in ("Deployment", "Job", "StatefulSet", "DaemonSet"):
        yield document["spec"]["template"]["spec"]
    if document["kind"] == "CronJob":
        yield document["spec"]["jobTemplate"]["spec"]["template"]["spec"]


def denies_everything(policy):
    spec = policy["spec"]
    return (
        spec["podSelector"] == {}
        and sorted(spec.get("policyTypes", [])) == ["Egress", "Ingress"]
        and "ingress" not in spec
        and "egress" not in spec
    )


def of_deployment(spec):
    if spec.get("strategy", {}).get("rollingUpdate", {}).get("maxUnavailable") != 0:
        yield "maxUnavailable is not 0"
    if not spec["template"]["spec"].get("topologySpreadConstraints"):
        yield "is not spread over nodes"
    if spec.get("progressDeadlineSeconds", 600) <= START_SECONDS:
        yield "is given up before a slow start is over"


def of_pod(pod, serves):
    if pod.get("automountServiceAccountToken") is not False:
        yield "mounts a token"
    if pod.get("serviceAccountName", "default") == "default":
        yield "has no account of its own, and with that no secret for the registry"
    for container in pod.get("initContainers", []) + pod["containers"]:
        name = container["name"]
        context = {**pod.get("securityContext", {}), **container.get("securityContext", {})}
        for setting, value in (
            ("runAsNonRoot", True),
            ("allowPrivilegeEscalation", False),
            ("readOnlyRootFilesystem", True),
            ("capabilities", {"drop": ["ALL"]}),
            ("seccompProfile", {"type": "RuntimeDefault"}),
        ):
            if context.get(setting) != value:
                yield f"{name}: {setting} is not {value}"
        resources = container.get("resources", {})
        if not {"cpu", "memory"} <= resources.get("requests", {}).keys() or "memory" not in resources.get("limits", {}):
            yield f"{name}: has no requests, or no limit of memory"
        image = container["image"]
        if "@sha256:" not in image and (":" not in image.rsplit("/", 1)[-1] or image.endswith(":latest")):
            yield f"{name}: nobody knows which image {image} is"
        if serves:
            yield from (f"{name}: has no {probe}" for probe in PROBES if probe not in container)
            yield from of_liveness(container)
            yield from of_start(container)
        if name in END_SECONDS and serves:
            pause = container.get("lifecycle", {}).get("preStop", {}).get("sleep", {}).get("seconds", 0)
            if pod.get("terminationGracePeriodSeconds", 30) < pause + END_SECONDS[name] + 5:
                yield f"{name}: its grace period is shorter than the pause, its end and 5 s"


def unmounted(pod, settings):
    """Files that a container's settings or words name, and that are at none of its mounts."""
    for container in pod.get("initContainers", []) + pod["containers"]:
        said = [variable.get("value", "") for variable in container.get("env", [])]
        for one in (variable["valueFrom"]["configMapKeyRef"] for variable in container.get("env", []) if "configMapKeyRef" in variable.get("valueFrom", {})):
            said.append(settings.get(one["name"], {}).get(one["key"], ""))
        for source in container.get("envFrom", []):
            said += settings.get(source.get("configMapRef", {}).get("name"), {}).values()
        said += container.get("command", []) + container.get("args", [])
        mounts = [mount["mountPath"] for mount in container.get("volumeMounts", [])]
        for file in sorted({file for text in said for file in NAMED_FILE.findall(text)}):
            if not any(file == mount or file.startswith(mount + "/") for mount in mounts):
                yield f"{container['name']}: {file} is named and not mounted"


def of_start(container):
    """What starts a Java program takes long where many do; NGINX is there at once."""
    probe = container.get("startupProbe", {})
    if "management" in {port.get("name") for port in container.get("ports", [])} and probe.get("periodSeconds", 10) * probe.get("failureThreshold", 3) < START_SECONDS:
        yield f"{container['name']}: is ended before a slow start is over"


def of_liveness(container):
    """A restart mends no database: what is asked for liveness must not be what is asked for readiness."""
    alive = container.get("livenessProbe", {}).get("httpGet", {}).get("path", "")
    if alive.endswith("/ready"):
        yield f"{container['name']}: is restarted when what it depends on is away"
