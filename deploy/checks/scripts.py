"""shellcheck has nothing to say of the scripts, nor of what the pipeline's jobs run: no warning, no error. What they call is there."""

import os
import re
import tempfile
from pathlib import Path

import yaml

import tools

FOLDERS = ("deploy", ".ci")
# What is built, or is a bad example.
LEFT_OUT = {"target", "fixtures", "node_modules", ".terraform"}


WORDS = ("--severity=warning", "--format=gcc", "--external-sources", "--source-path=SCRIPTDIR")


def run(root):
    return [*shellcheck(root, *sorted(scripts(root))), *jobs(root)]


def shellcheck(folder, *files):
    status, said = tools.run(tools.debian("shellcheck", "shellcheck"), *WORDS, *files, cwd=folder)
    return [line for line in said.splitlines() if line] or ([f"shellcheck ended with {status}"] if status else [])


def jobs(root):
    """A job's lines as the runner has them: one script, for sh, which ends at the first line that fails."""
    with tempfile.TemporaryDirectory() as folder:
        for name, job in yaml.safe_load((root / ".gitlab-ci.yml").read_text()).items():
            for part in ("before_script", "script", "after_script"):
                lines = job.get(part, []) if isinstance(job, dict) else []
                if lines:
                    (Path(folder) / f"{name}.{part}").write_text("#!/bin/sh\nset -e\n" + "\n".join(lines) + "\n")
                for line in lines:
                    # That of "main" is a clone of this.
                    for called in re.findall(r"(?:^|\|\| |&& |main/)((?:\./mvnw|\.ci/|deploy/)[^ ]*)", line):
                        if not any(os.access(place / called, os.X_OK) for place in (root, tools.ROOT)):
                            yield f"{name}: there is no program {called}"
        yield from shellcheck(folder, *sorted(os.listdir(folder)))


def scripts(root):
    for folder in FOLDERS:
        for place, folders, names in os.walk(root / folder):
            folders[:] = [name for name in folders if name not in LEFT_OUT]
            for name in names:
                file = os.path.join(place, name)
                with open(file, "rb") as content:
                    first = content.readline(80)
                if first.startswith(b"#!") and first.rstrip().endswith(b"sh"):
                    yield os.path.relpath(file, root)
