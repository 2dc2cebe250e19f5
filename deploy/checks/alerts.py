"""Prometheus takes the alerts, they fire when they should, each has a runbook; they and dashboards ask for figures that exist."""

import json
import re

import yaml

import tools

RULES = "deploy/observability"
# Of Quarkus, the JVM, Prometheus and the cluster; ours begin with trivia_ and are looked for in the sources.
METER = re.compile(r'(?:counter|gauge|timer|summary|builder)\(\s*"(trivia\.[a-z.-]+)')
OURS = re.compile(r"\btrivia_[a-z_]+")


def run(root):
    folder = root / RULES
    rules = sorted(folder.glob("*.rules.yaml"))
    if not rules:
        raise tools.Missing("there are no alerts yet")
    promtool = tools.debian("promtool", "prometheus")
    findings = []
    for command, files in (("check", rules), ("test", sorted(folder.glob("*.test.yaml")))):
        if files:
            status, said = tools.run(promtool, command, "rules", *files, cwd=folder)
            if status != 0:
                findings.append(said.strip())
    known = meters(tools.ROOT)
    for file in rules:
        for group in yaml.safe_load(file.read_text())["groups"]:
            for rule in group["rules"]:
                name = rule.get("alert") or rule["record"]
                findings += [f"{file.name}: {name}: there is no figure {figure}" for figure in unknown(rule["expr"], known)]
                if "alert" in rule:
                    findings += runbook(folder, file, rule)
    for file in sorted((folder / "dashboards").glob("*.json")):
        for panel in json.loads(file.read_text())["panels"]:
            for target in panel["targets"]:
                findings += [f"{file.name}: {panel['title']}: there is no figure {figure}" for figure in unknown(target["expr"], known)]
    return findings


def runbook(folder, file, rule):
    link = rule.get("annotations", {}).get("runbook", "")
    page, _, heading = link.partition("#")
    text = (folder / page).read_text() if page and (folder / page).is_file() else ""
    headings = {re.sub(r"[^a-z0-9 -]", "", line.lstrip("# ").lower()).replace(" ", "-") for line in text.splitlines() if line.startswith("#")}
    return [] if heading in headings and heading else [f"{file.name}: {rule['alert']}: its runbook {link or '(none)'} is not there"]


def meters(root):
    """The names that the sources give to figures, as Prometheus has them, without the endings of kinds; some end in "_", and go on."""
    names = set()
    for module in ("api-service", "realtime-service", "shared-model", "deploy/backup"):
        for file in (root / module / "src/main/java").rglob("*.java"):
            names |= {name.replace(".", "_").replace("-", "_") for name in METER.findall(file.read_text())}
    return names


def unknown(expression, known):
    for figure in sorted(set(OURS.findall(expression))):
        plain = re.sub(r"_(total|count|sum|max|bucket|seconds)$", "", figure)
        if plain not in known and not any(plain.startswith(name) for name in known if name.endswith("_")):
            yield figure
