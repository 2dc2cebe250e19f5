"""Prometheus takes the rules and what it is to collect, alerts fire when they should, each has a runbook; all ask for figures that exist."""

import json
import re

import yaml

import tools

RULES = "deploy/observability"
# Ours are listed in metrics.md, which the services' tests hold against the programs; those of Quarkus, the JVM, Prometheus and the
# cluster are not looked at here.
ROW = re.compile(r"^\| `(trivia_[a-z_]+)` \| (counter|gauge|timer) \| [^|]* \| ([^|]*) \|", re.M)
OURS = re.compile(r"(?<![a-z_:])(trivia_[a-z_]+)(?:\s*\{([^}]*)\})?")
RECORDED = re.compile(r"(?<![a-z_:])trivia:[a-z0-9_:]+")
LABEL = re.compile(r"([a-z_]+)\s*(?:=~|!~|!=|=)")
GROUPED = re.compile(r"\b(?:by|without)\s*\(([^)]*)\)")
OF_OTHERS = re.compile(r"\b(?:jvm|process|system)_[a-z_]+")
# What Prometheus adds where it collects.
EVERYWHERE = {"pod", "instance", "job", "namespace", "container"}
PARTS = ("_count", "_sum", "_max", "_bucket")


def run(root):
    folder = root / RULES
    rules = sorted(folder.glob("*.rules.yaml"))
    if not rules:
        raise tools.Missing("there are no alerts yet")
    promtool = tools.debian("promtool", "prometheus")
    findings = []
    for file in sorted(folder.glob("prometheus*.yaml")):
        status, said = tools.run(promtool, "check", "config", file, cwd=folder)
        if status != 0:
            findings.append(said.strip())
        findings += [f"{file.name}: {wrong}" for wrong in collected(yaml.safe_load(file.read_text()), rules)]
    for command, files in (("check", rules), ("test", sorted(folder.glob("*.test.yaml")))):
        if files:
            status, said = tools.run(promtool, command, "rules", *files, cwd=folder)
            if status != 0:
                findings.append(said.strip())
    read = {file: yaml.safe_load(file.read_text())["groups"] for file in rules}
    every = [rule for groups in read.values() for group in groups for rule in group["rules"]]
    known = Known(tools.ROOT, {rule["record"] for rule in every if "record" in rule})
    for file, groups in read.items():
        for group in groups:
            for rule in group["rules"]:
                name = rule.get("alert") or rule["record"]
                findings += [f"{file.name}: {name}: {wrong}" for wrong in known.wrong(rule["expr"])]
                if "alert" in rule:
                    findings += runbook(folder, file, rule)
    for file in sorted((root / "deploy/kubernetes").rglob("*.yaml")):
        if "kind: HorizontalPodAutoscaler" in file.read_text():
            findings += [f"{file.name}: {wrong}" for document in yaml.safe_load_all(file.read_text()) for wrong in known.wrong_of_autoscaler(document)]
    for file in sorted((folder / "dashboards").glob("*.json")):
        for panel in json.loads(file.read_text())["panels"]:
            for target in panel["targets"]:
                if panel.get("datasource", {}).get("type", "prometheus") == "prometheus":
                    findings += [f"{file.name}: {panel['title']}: {wrong}" for wrong in known.wrong(target["expr"])]
    return findings


def collected(config, rules):
    """Whether it tells somebody, and has the jobs that the rules ask for."""
    if not config.get("alerting", {}).get("alertmanagers"):
        yield "alerts are told to nobody"
    jobs = [job["job_name"] for job in config.get("scrape_configs", [])]
    for wanted in sorted({job for file in rules for job in re.findall(r'job=~"([^"]*)"', file.read_text())}):
        if not any(re.fullmatch(wanted, job) for job in jobs):
            yield f"no job is called {wanted}, which the rules ask for"


def runbook(folder, file, rule):
    link = rule.get("annotations", {}).get("runbook", "")
    page, _, heading = link.partition("#")
    text = (folder / page).read_text() if page and (folder / page).is_file() else ""
    headings = {re.sub(r"[^a-z0-9 -]", "", line.lstrip("# ").lower()).replace(" ", "-") for line in text.splitlines() if line.startswith("#")}
    return [] if heading in headings and heading else [f"{file.name}: {rule['alert']}: its runbook {link or '(none)'} is not there"]


class Known:
    """The figures of metrics.md, by their names there, with the labels that each has; and those that rules record."""

    def __init__(self, root, recorded):
        self.recorded = recorded
        self.labels = {}
        for name, kind, tags in ROW.findall((root / RULES / "metrics.md").read_text()):
            labels = set(re.findall(r"`([a-z_]+)`", tags))
            for part in PARTS if kind == "timer" else ("",):
                self.labels[name + part] = labels | ({"le"} if part == "_bucket" else set())

    def wrong_of_autoscaler(self, document):
        for metric in document["spec"].get("metrics", []) if document["kind"] == "HorizontalPodAutoscaler" else []:
            name = metric.get("pods", {}).get("metric", {}).get("name")
            if name and name not in self.labels:
                yield f"there is no figure {name}"

    def wrong(self, expression):
        ours = OURS.findall(expression)
        for name, matchers in ours:
            if name not in self.labels:
                yield f"there is no figure {name}"
            else:
                for label in sorted(set(LABEL.findall(re.sub(r'"[^"]*"', '""', matchers))) - self.labels[name] - EVERYWHERE):
                    yield f"{name} has no label {label}"
        for name in sorted(set(RECORDED.findall(expression)) - self.recorded):
            yield f"no rule records {name}"
        if ours and not OF_OTHERS.search(expression):
            there = set().union(*(self.labels.get(name, set()) for name, _ in ours)) | EVERYWHERE
            for label in sorted({label.strip() for labels in GROUPED.findall(expression) for label in labels.split(",")} - there - {""}):
                yield f"none of its figures has a label {label}"
