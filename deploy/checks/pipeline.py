"""The jobs of each branch are those of the golden file: what a push does is changed on purpose or not at all. Whoever gives players
something says what; branches do not wait for environments."""

import difflib
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import yaml

import tools

GOLDEN = Path("deploy/checks/pipeline.golden")
REMOTE = "git@gitlab.example.com:vstrivia/vstrivia.git"
PIPELINES = {
    "merge request": {"CI_COMMIT_BRANCH": "", "CI_PIPELINE_SOURCE": "merge_request_event"},
    "branch main": {"CI_COMMIT_BRANCH": "main", "CI_PIPELINE_SOURCE": "push"},
    "branch dev": {"CI_COMMIT_BRANCH": "dev", "CI_PIPELINE_SOURCE": "push"},
    "branch prod": {"CI_COMMIT_BRANCH": "prod", "CI_PIPELINE_SOURCE": "push"},
    "any other branch": {"CI_COMMIT_BRANCH": "feature/x", "CI_PIPELINE_SOURCE": "push"},
}


def run(root):
    golden = root / GOLDEN
    try:
        now = lists(root)
    except ValueError as wrong:
        return [str(wrong)]
    was = golden.read_text() if golden.exists() else ""
    pipeline = yaml.safe_load((root / ".gitlab-ci.yml").read_text())
    findings = [*interleaved(pipeline), *left_about(pipeline, (root / ".gitignore").read_text().splitlines())]
    return findings if now == was else findings + [
        "the jobs are not those of the golden file; deploy/validate --renew makes it anew:\n" + "".join(
            difflib.unified_diff(was.splitlines(True), now.splitlines(True), "golden", "now", n=1)
        )
    ]


def interleaved(pipeline):
    """What one pipeline might do to another one."""
    for name, job in pipeline.items():
        for line in job.get("script", []) if isinstance(job, dict) else []:
            if re.search(r"deploy/release \S+ (canary|judge|switch|finish)\b", str(line)) and '"$API_IMAGE" "$REALTIME_IMAGE"' not in line:
                yield f"{name}: does not say which images players are to get"
    if "needs" in pipeline["pass-dev"]:
        yield "pass-dev: does not wait for all that comes before it"
    if pipeline[".review"].get("resource_group") in (None, pipeline[".cluster"]["resource_group"]):
        yield "branches wait for dev"


def left_about(pipeline, ignored):
    """What jobs keep within the project is no part of it: secrets are not looked for there, and nothing counts as changed."""
    for name, job in pipeline.items():
        cache = job.get("cache", {}) if isinstance(job, dict) else {}
        for path in cache.get("paths", []):
            if path.split("/")[0] + "/" not in ignored:
                yield f"{name}: {path} is kept, and git takes it for ours"


def renew(root):
    (root / GOLDEN).write_text(lists(root))


def run_jobs(root, names, more):
    """Runs jobs and what they need in a clone of what is committed; what gitlab-ci-local says is seen at once. Returns its status."""
    with tempfile.TemporaryDirectory() as folder:
        clone = ["git", "clone", "-q", str(root), folder]
        subprocess.run(clone, check=True)
        subprocess.run(["git", "-C", folder, "remote", "set-url", "origin", REMOTE], check=True)
        return subprocess.run([tools.node("gitlab-ci-local"), "--home", folder, "--needs", *more, *names], check=False, cwd=folder).returncode


def lists(root):
    """gitlab-ci-local reads the pipeline in a repository without history, so that nothing of this one plays a part."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(root / ".gitlab-ci.yml", folder)
        git = ["git", "-C", folder, "-c", "user.name=checks", "-c", "user.email=checks@example.com"]
        for words in (["init", "-q", "-b", "main"], ["remote", "add", "origin", REMOTE],
                      ["commit", "-q", "--allow-empty", "-m", "nothing"]):
            subprocess.run(git + words, check=True)
        return "\n".join(f"# {name}\n" + jobs(folder, variables) for name, variables in PIPELINES.items())


def jobs(folder, variables):
    command = [tools.node("gitlab-ci-local"), "--home", folder, "--list-csv"]
    for name, value in variables.items():
        command += ["--variable", f"{name}={value}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, cwd=folder, env={**tools.environment(), "NO_COLOR": "1"})
    rows = [line for line in done.stdout.splitlines() if line.count(";") >= 5]
    if done.returncode != 0 or not rows:
        raise ValueError("gitlab-ci-local: " + (done.stdout + done.stderr).strip()[-1000:])
    return "".join(
        f"{stage:7} {name:18} {when}{', may fail' if may_fail == 'true' else ''}{', needs ' + needs[1:-1] if needs != '[]' else ''}\n"
        for name, _, stage, when, may_fail, needs in (row.split(";", 5) for row in rows[1:])
    )
