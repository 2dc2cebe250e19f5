#!/usr/bin/env python3
"""A cluster that is made up, behind the words of kubectl that deploy/release uses. Its state is a JSON file."""

import http.server
import json
import os
import re
import subprocess
import sys
from pathlib import Path

STATE = Path(os.environ["FAKE_CLUSTER"])


def main(words):
    if words[0] == "kustomize":
        sys.exit(subprocess.run([*json.loads(os.environ["FAKE_KUSTOMIZE"]), *words[1:]], check=False).returncode)
    words = [word for word in words if word not in ("--ignore-not-found", "--wait", "--wait=false")]
    if words[0] == "--namespace":
        words = words[2:]
    cluster = json.loads(STATE.read_text())
    if words[0] == "port-forward":
        return forward(cluster, words[1].split("/")[1])
    changes = words[0] not in ("get", "logs")
    if changes:
        cluster["calls"].append(" ".join(words))
    status = {"get": get, "patch": patch, "apply": apply, "delete": delete, "scale": scale, "annotate": annotate}.get(words[0], done)(cluster, words)
    STATE.write_text(json.dumps(cluster))
    sys.exit(status or 0)


def get(cluster, words):
    kind, name = words[1], words[2] if len(words) > 2 else ""
    if kind == "namespace" and name in cluster["namespaces"]:
        print(f"namespace/{name}")
    elif kind == "service":
        service = cluster["services"].get(name)
        if service and "annotations" in words[-1]:
            print(service.get("prepared") or "" if "prepared" in words[-1] else service["live"], end="")
        elif service:
            print(service["colour"], end="")
    elif kind == "deployment" and name == "edge":
        print(cluster.get("edge", ""), end="")
    elif kind == "deployment" and name in cluster["deployments"]:
        deployment = cluster["deployments"][name]
        if "image" in words[-1]:
            print(deployment["image"], end="")
        else:
            print(name if words[-1] == "name" else f"{deployment['replicas']} {deployment['ready'] or ''}")
    elif kind == "horizontalpodautoscaler" and name in cluster["scalers"]:
        print(f"{cluster['scalers'][name]['least']} {cluster['scalers'][name]['before'] or ''}")
    elif kind == "pods":
        # One for each Deployment of that colour.
        colour = re.search("trivia/colour=([a-z]+)", words[3])[1]
        if "restartCount" in words[-1]:
            restarts = cluster.get("restarts", [0])
            print(restarts.pop(0) if len(restarts) > 1 else restarts[0], 0)
            return
        print(*(f"{service}-{colour}-0" for service in ("api", "realtime") if f"{service}-{colour}" in cluster["deployments"]))
    elif kind == "job" and name in cluster["running"]:
        if words[-1] == "name":
            print(f"job/{name}")
        elif cluster["running"][name] > 0:
            cluster["running"][name] -= 1
        else:
            cluster["calls"].append(f"{name} ended")
            print("Failed " if cluster.get("jobs") == "fail" else "Complete ", end="")


def forward(cluster, pod):
    """A pod's figures, one reading after the other; the last one stays."""
    readings = cluster["figures"][pod]
    text = readings[0]
    if len(readings) > 1:
        del readings[0]
    STATE.write_text(json.dumps(cluster))

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200 if self.path == "/q/metrics" else 404)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    print(f"Forwarding from 127.0.0.1:{server.server_port} -> 9000", flush=True)
    server.serve_forever()


def patch(cluster, words):
    if words[1] == "horizontalpodautoscaler":
        change = json.loads(words[words.index("-p") + 1])
        scaler = cluster["scalers"][words[2]]
        scaler["least"] = change["spec"]["minReplicas"]
        scaler["before"] = change["metadata"]["annotations"]["trivia/least"]
        return
    service = cluster["services"][words[2]]
    change = json.loads(words[words.index("-p") + 1])
    service["colour"] = change["spec"]["selector"]["trivia/colour"] or ""
    if "metadata" in change:
        service["live"] = change["metadata"]["annotations"]["trivia/live"]
        service["prepared"] = change["metadata"]["annotations"].get("trivia/prepared", service.get("prepared"))


def annotate(cluster, words):
    cluster["services"][words[2]]["prepared"] = words[3].partition("=")[2] or None


def apply(cluster, words):
    text = Path(words[words.index("-f") + 1]).read_text()
    (Path(os.environ["FAKE_KEPT"]) / str(len(cluster["calls"]))).write_text(text)
    chosen = words[words.index("-l") + 1] if "-l" in words else ""
    for document in text.split("\n---\n"):
        kind = re.search(r"^kind: (.*)$", document, re.M)[1]
        name = re.search(r"^  name: (.*)$", document, re.M)[1]
        step = (re.search(r"trivia/step: (.*)$", document, re.M) or [None, ""])[1]
        if chosen and ("notin" in chosen) == (step in re.search(r"\((.*)\)", chosen)[1].split(", ")):
            continue
        cluster["applied"].append(f"{kind}/{name}")
        if kind == "Namespace" and name not in cluster["namespaces"]:
            cluster["namespaces"].append(name)
        if kind == "Deployment" and name == "edge":
            cluster["edge"] = cluster.get("edge", 0) + 1
        if kind == "Deployment" and not name.startswith("edge"):
            image = re.search(r"image: (.*)$", document, re.M)[1]
            said = re.search(r"^  replicas: (\d+)", document, re.M)
            before = cluster["deployments"].get(name, {"replicas": 1})
            count = int(said[1]) if said else before["replicas"]
            cluster["deployments"][name] = {"replicas": count, "ready": 0 if "broken" in image else count, "image": image}
        if kind == "HorizontalPodAutoscaler" and name != "edge":
            least = int(re.search(r"minReplicas: (.*)$", document, re.M)[1])
            cluster["scalers"][name] = {"least": least, "before": None}
            scaled = cluster["deployments"][name]
            if scaled["replicas"] < least:
                scaled["ready"] = scaled["ready"] and least
                scaled["replicas"] = least
        if kind == "Job":
            cluster["running"][name] = 0
        if kind == "Service" and name != "edge":
            colour = (re.search(r"trivia/colour: (.*)$", document, re.M) or [None, ""])[1]
            live = (re.search(r"trivia/live: (.*)$", document, re.M) or [None, ""])[1]
            cluster["services"][name] = {"colour": colour, "live": live}


def delete(cluster, words):
    if words[1] == "namespace":
        cluster["namespaces"].remove(words[2])
    if words[1] == "job" and "-l" not in words:
        cluster["running"].pop(words[2], None)
    if "-l" in words:
        colour = words[words.index("-l") + 1].split("=")[1]
        if "deployment" in words[1]:
            for name in [name for name in cluster["deployments"] if name.endswith("-" + colour)]:
                del cluster["deployments"][name]


def scale(cluster, words):
    deployment = cluster["deployments"][words[2]]
    deployment["replicas"] = int(words[words.index("--replicas") + 1])
    # Nodes may be full.
    deployment["ready"] = min(deployment["replicas"], cluster.get("room", 99))


def done(cluster, words):
    if words[:2] == ["rollout", "undo"]:
        cluster["edge"] += 1
    if words[:2] == ["rollout", "status"] and "edge" not in words[2]:
        deployment = cluster["deployments"][words[2].split("/")[1]]
        return 0 if deployment["ready"] == deployment["replicas"] else 1
    return 0


if __name__ == "__main__":
    main(sys.argv[1:])
