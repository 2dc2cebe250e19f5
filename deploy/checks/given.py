"""What a cluster is given of rules, dashboards and settings is what stands in deploy/observability: kustomize takes no files of other folders."""

import difflib

import yaml

RULES = {
    "vstrivia.rules.yaml": ("vstrivia", "deploy/kubernetes/components/observability/rules.yaml"),
    "production.rules.yaml": ("vstrivia-production", "deploy/kubernetes/components/production/rules.yaml"),
}
LOKI = "deploy/kubernetes/logs/settings.yaml"
DASHBOARDS = "deploy/kubernetes/components/observability/dashboards.yaml"
HEAD = "# Made of deploy/observability by deploy/validate --renew.\n"


class Dumper(yaml.SafeDumper):
    """Long texts stay as they are."""


Dumper.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None))


def run(root):
    findings = []
    for name, text in files(root).items():
        there = (root / name).read_text() if (root / name).exists() else ""
        if there != text:
            difference = difflib.unified_diff(there.splitlines(True), text.splitlines(True), name, "deploy/observability", n=0)
            findings.append(f"{name} is another one than deploy/observability says; deploy/validate --renew makes it anew:\n" + "".join(difference)[:2000])
    return findings


def renew(root):
    for name, text in files(root).items():
        (root / name).write_text(text)


def files(root):
    folder = root / "deploy/observability"
    made = {}
    for source, (name, place) in RULES.items():
        groups = yaml.safe_load((folder / source).read_text())["groups"]
        made[place] = text([{
            "apiVersion": "monitoring.coreos.com/v1", "kind": "PrometheusRule", "metadata": {"name": name}, "spec": {"groups": groups},
        }])
    made[DASHBOARDS] = text(
        {
            "apiVersion": "v1", "kind": "ConfigMap",
            # What Grafana's sidecar looks for.
            "metadata": {"name": "dashboard-" + file.stem, "labels": {"grafana_dashboard": "1"}},
            "data": {"vstrivia-" + file.name: file.read_text()},
        }
        for file in sorted((folder / "dashboards").glob("*.json"))
    )
    made[LOKI] = HEAD + (folder / "loki.yaml").read_text()
    return made


def text(documents):
    return HEAD + yaml.dump_all(documents, Dumper=Dumper, sort_keys=False, width=1000, allow_unicode=True)
