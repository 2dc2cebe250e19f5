#!/usr/bin/env python3
"""A registry that is made up, behind the words of docker that .ci/images uses. Its tags are a JSON file."""

import hashlib
import json
import sys
from pathlib import Path


def main(state, log, *words):
    tags = json.loads(Path(state).read_text())
    with open(log, "a", encoding="utf-8") as calls:
        calls.write(" ".join(words) + "\n")
    if words[0] == "login":
        sys.exit(0 if sys.stdin.read() == "hush" else "wrong password")
    elif words[:3] == ("buildx", "imagetools", "inspect"):
        if name(words[3]) not in tags:
            sys.exit("not found")
        print(tags[name(words[3])])
    elif words[:3] == ("buildx", "imagetools", "create"):
        source = words[-1]
        is_ = source.split("@")[1] if "@" in source else tags.get(name(source), digest(source))
        # Without that it is wrapped, and has another digest.
        tags[name(words[words.index("--tag") + 1])] = is_ if "--prefer-index=false" in words else digest("index of " + is_)
    elif words[0] == "push":
        tags[name(words[-1])] = digest(words[-1])
    else:
        sys.exit("unknown: " + " ".join(words))
    Path(state).write_text(json.dumps(tags))


def name(reference):
    return reference.rsplit("/", 1)[-1]


def digest(text):
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


if __name__ == "__main__":
    main(*sys.argv[1:])
