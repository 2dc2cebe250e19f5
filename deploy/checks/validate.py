"""Runs the checks; deploy/validate makes the tools that they are written with."""

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

import alerts
import ci
import compose
import edge
import edge_traffic
import facts
import given
import hardening
import images
import logs
import manifests
import networks
import pipeline
import rehearsal
import release
import sbom
import scripts
import secretscan
import terraform
import tools

CHECKS = {
    "manifests": (manifests.run, "every overlay builds, without unknown fields"),
    "hardening": (hardening.run, "pods are restricted, measured, spread, drained"),
    "facts": (facts.run, "ports and probes are those of the services"),
    "networks": (networks.run, "who reaches whom, by the NetworkPolicies"),
    "edge": (edge.run, "nginx takes the edge's configuration"),
    "traffic": (edge_traffic.run, "requests and sockets through the edge"),
    "release": (release.run, "deploy/release, with a cluster that is made up"),
    "images": (images.run, "images need no root and no shell, and say what they are"),
    "rehearsal": (rehearsal.run, "what a rehearsal makes of the overlays"),
    "compose": (compose.run, "Compose takes its files"),
    "terraform": (terraform.run, "formatted, valid, without unknown arguments"),
    "pipeline": (pipeline.run, "the jobs of each branch are the golden ones"),
    "ci": (ci.run, "the pipeline's commands, with all they ask made up"),
    "secrets": (secretscan.run, "no file holds a secret"),
    "licences": (sbom.run, "the parts' licences are good"),
    "logs": (logs.run, "what keeps logs in a cluster, and what it reads"),
    "alerts": (alerts.run, "alerts fire, have runbooks, ask for real figures"),
    "given": (given.run, "a cluster is given these rules and dashboards"),
    "scripts": (scripts.run, "shellcheck has nothing to say"),
}
FIXTURES = tools.HERE / "fixtures"

HELP = """Checks what is not a program: manifests, the edge, Terraform, the pipeline, secrets, alerts.

Each check prints a line; those that lack a tool or a build are "not run", and fail the command only with --strict.
Checks:
""" + "".join(f"  {name:10} {what}\n" for name, (_, what) in CHECKS.items())


def main():
    options = arguments()
    names = [name for name in options.only or CHECKS if name not in options.skip]
    if options.renew:
        pipeline.renew(tools.ROOT)
        given.renew(tools.ROOT)
        return 0
    if options.run:
        return pipeline.run_jobs(tools.ROOT, options.run, options.more)
    rows = [row for name in names for row in (self_test(name) if options.self_test else [check(name, tools.ROOT)])]
    width = max((len(row[0]) for row in rows), default=0)
    for name, result, seconds, findings in rows:
        print(f"{name:{width}}  {result:8} {seconds:5.1f} s  {findings[0].splitlines()[0] if result == 'not run' else ''}".rstrip())
        if result == "failed":
            print("".join("    " + line + "\n" for finding in findings for line in finding.splitlines()), end="")
    failed = sum(row[1] == "failed" for row in rows)
    missing = sum(row[1] == "not run" for row in rows)
    print(f"{len(rows) - failed - missing} passed, {failed} failed, {missing} skipped")
    return 1 if failed or (options.strict and missing) else 0


def arguments():
    parser = argparse.ArgumentParser("deploy/validate", description=HELP, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", choices=CHECKS, help="this check; may be said several times")
    parser.add_argument("--skip", action="append", choices=CHECKS, default=[], help="not this check")
    parser.add_argument("--strict", action="store_true", help="what cannot be run has failed")
    parser.add_argument("--self-test", action="store_true", help="whether each check finds the mistakes in checks/fixtures")
    parser.add_argument("--renew", action="store_true", help="make anew the pipeline's golden file, and what a cluster is given")
    parser.add_argument("--run", action="append", metavar="JOB", help="instead, run this job of the pipeline as it stands in git, and what it needs")
    parser.add_argument("more", nargs="*", metavar="-- WORDS", help="with --run: for gitlab-ci-local, such as --force-shell-executor")
    options = parser.parse_args()
    if options.more and not options.run:
        parser.error("unexpected: " + " ".join(options.more))
    return options


def check(name, root, until=None):
    """Once that was found, what else there is to find is not looked for."""
    start = time.monotonic()
    try:
        findings = []
        for finding in CHECKS[name][0](root):
            findings.append(finding)
            if until and until in finding:
                break
        result = "failed" if findings else "ok"
    except tools.Missing as missing:
        findings, result = [str(missing)], "not run"
    except ValueError as wrong:
        findings, result = [str(wrong)], "failed"
    return name, result, time.monotonic() - start, findings


def self_test(name):
    """Each folder of fixtures/CHECK is laid over a copy of the project and has to be found fault with, as its "expected" says."""
    cases = sorted(path for path in (FIXTURES / name).glob("*") if path.is_dir())
    if not cases:
        yield name, "failed", 0.0, ["there is no bad example"]
    for case in cases:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder)
            try:
                lay_out(case, copy)
            except ValueError as wrong:
                yield f"{name}: {case.name}", "failed", 0.0, [str(wrong)]
                continue
            expected = (case / "expected").read_text().strip()
            _, result, seconds, findings = check(name, copy, expected)
            title = f"{name}: {case.name}"
            if result == "not run":
                yield title, result, seconds, findings
            elif result == "failed" and expected in "\n".join(findings):
                yield title, "ok", seconds, findings
            else:
                yield title, "failed", seconds, [f"expected to be found: {expected}", *(findings or ["nothing was found"])]


def lay_out(case, copy):
    for name in ("deploy/kubernetes", "deploy/images", ".ci"):
        shutil.copytree(tools.ROOT / name, copy / name)
    if case.parent.name == "terraform":
        shutil.copytree(tools.ROOT / "deploy/terraform", copy / "deploy/terraform", ignore=shutil.ignore_patterns(".terraform*"))
    if case.parent.name == "given":
        shutil.copytree(tools.ROOT / "deploy/observability", copy / "deploy/observability")
    for name in ("deploy/release", "deploy/observability/vstrivia.rules.yaml", "deploy/observability/logs.yaml", ".gitlab-ci.yml", ".gitignore", str(pipeline.GOLDEN)):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(tools.ROOT / name, copy / name)
    for service in set(facts.SERVICES.values()):
        built = Path(service) / "target/kubernetes/kubernetes.yml"
        if (tools.ROOT / built).exists():
            (copy / built).parent.mkdir(parents=True)
            shutil.copy(tools.ROOT / built, copy / built)
    for file in sorted(case.rglob("*")):
        if file.is_file() and file.name != "expected":
            place = copy / file.relative_to(case)
            place.parent.mkdir(parents=True, exist_ok=True)
            if file.suffix == ".sed":
                place = place.with_suffix("")
                if not place.exists():
                    shutil.copy(tools.ROOT / place.relative_to(copy), place)
                change(place, file)
            else:
                shutil.copy(file, place)


def change(file, script):
    """A mistake in one of the project's own files, which has to be there for sed to make it."""
    before = file.read_text()
    status, text = tools.run("sed", "-E", "-f", script, file)
    if status != 0 or text == before:
        raise ValueError(f"{script} changes nothing: {text[-200:] if status else file}")
    file.write_text(text)


if __name__ == "__main__":
    sys.exit(main())
