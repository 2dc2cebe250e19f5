"""shellcheck has nothing to say of the scripts: no warning, no error."""

import os

import tools

FOLDERS = ("deploy", ".ci")
# What is built, or is a bad example.
LEFT_OUT = {"target", "fixtures", "node_modules", ".terraform"}


def run(root):
    files = sorted(scripts(root))
    words = ("--severity=warning", "--format=gcc", "--external-sources", "--source-path=SCRIPTDIR")
    status, said = tools.run(tools.debian("shellcheck", "shellcheck"), *words, *files, cwd=root)
    return [line for line in said.splitlines() if line] or ([f"shellcheck ended with {status}"] if status else [])


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
