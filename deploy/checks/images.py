"""Images need no root, no shell and no package of what they are made from, and say what they are: by their Dockerfiles, by what
deploy/images/build gives Docker, and by those that are here already."""

import json
import re
import shutil
import stat
import tempfile
from pathlib import Path

import ci
import tools

FOLDER = "deploy/images"
SERVICES = ("api-service", "realtime-service", "backup")
# Seconds for a start on a busy machine, as the pods' probes have it (kubernetes/base/release).
START = 300
LABELS = {"org.opencontainers.image." + name for name in (
    "title", "description", "licenses", "version", "revision", "created", "source", "base.name")}
PINNED = {"TRIVIA_BASE_IMAGE": "r.example.com/java@" + ci.SHA + "0", "TRIVIA_MYSQL_IMAGE": "r.example.com/mysql@" + ci.SHA + "0"}


def run(root):
    for file in sorted((root / FOLDER).glob("*Dockerfile")):
        for finding in dockerfile(file):
            yield f"{file.name}: {finding}"
    with tempfile.TemporaryDirectory() as folder:
        try:
            yield from built(ci.Place(root, Path(folder)))
        except AssertionError as wrong:
            yield f"deploy/images/build: {wrong}"
    if root == tools.ROOT and shutil.which("docker"):
        for service in SERVICES:
            status, said = tools.run("docker", "image", "inspect", "--format", "{{json .Config}}", f"vstrivia/{service}:latest")
            if status == 0:
                for finding in image(json.loads(said.splitlines()[-1]), service):
                    yield f"vstrivia/{service}:latest: {finding}"


def dockerfile(file):
    """The last stage is what runs; those before it are there to be copied from."""
    stages, found = [], {}
    for words in instructions(file):
        name, _, rest = words.partition(" ")
        if name == "FROM":
            stages.append(rest.split()[0])
            found = {}
        found.setdefault(name, []).append(rest.strip())
    yield from (f"is made from {base}, which nobody can name otherwise" for base in stages if not re.match(r"^\$\{[A-Z_]+\}$", base))
    for name in ("RUN", "SHELL", "ADD", "ONBUILD", "EXPOSE", "VOLUME"):
        yield from (f"{name} {rest}: files are copied, and nothing else is done" for rest in found.get(name, []))
    user = found.get("USER", ["root"])[-1]
    if not re.match(r"^[1-9]\d{3,}:[1-9]\d{3,}$", user):
        yield f"runs as {user}: a number that is not 0 is wanted, so that a cluster knows"
    for name in ("ENTRYPOINT", "CMD", "HEALTHCHECK"):
        for rest in found.get(name, []):
            if not re.search(r"(^|CMD )\[\".*\"\]$", rest):
                yield f"{name} needs a shell: {rest}"
    if "ENTRYPOINT" not in found or found.get("STOPSIGNAL") != ["SIGTERM"]:
        yield "has no entry point of its own, or is ended by another signal than SIGTERM"
    if file.name == "Dockerfile" and "HEALTHCHECK" not in found:
        yield "nobody asks whether it is well"
    # Docker takes the first good answer at once; what is bad before that is no failure for as long as a cluster waits.
    for rest in found.get("HEALTHCHECK", []):
        if int((re.search(r"--start-period=(\d+)s", rest) or "00")[1]) < START:
            yield f"is not well when others start as well: that took 140 s, and {START} s are for it in a cluster"
    # What Java warns of is no JSON.
    if any(f'"{word}"' not in found.get("ENTRYPOINT", [""])[-1] for word in ("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")):
        yield "Java warns of what is meant"
    labels = set(re.findall(r"(org\.opencontainers\.[a-z.]+)=", " ".join(found.get("LABEL", []))))
    yield from (f"has no label {label}" for label in sorted(LABELS - labels))
    taken = set(re.findall(r"\$\{([A-Z_]+)\}", " ".join(rest for name in found for rest in found[name] if name != "FROM")))
    yield from (f"does not know {name}, which it takes" for name in sorted(taken - set(found.get("ARG", []))))


def instructions(file):
    lines = [line for line in file.read_text().splitlines() if not line.startswith("#")]
    return [line.strip() for line in re.sub(r"\\\n\s*", "", "\n".join(lines)).splitlines() if line.strip()]


def built(place):
    """Docker is made up, and remembers what it was given."""
    files = {
        "api-service": ("api-service-runner.jar", "sbom.json", "lib/other.jar", "lib/app.vstrivia.shared-model-1.jar", "secret.pem"),
        "realtime-service": ("realtime-service-runner.jar", "sbom.json", "lib/other.jar", "lib/app.vstrivia.shared-model-1.jar"),
        "deploy/backup": ("backup-1.jar", "sbom.json", "lib/other.jar", "secret.pem"),
    }
    place.copied()
    shutil.copytree(place.source / FOLDER, place.root / FOLDER)
    place.writes(".gitignore", "target\n")
    for folder, names in files.items():
        for name in names:
            place.writes(f"{folder}/target/{name}", name)
            (place.root / folder / "target" / name).chmod(0o600)
    place.is_repository()
    log = place.folder / "docker"
    log.mkdir()
    # The last word of a build is the folder that it takes files from.
    place.program("docker", f'for last; do :; done\nname=${{last%/target/image}}\nname=${{name##*/}}\nprintf "%s\\n" "$@" >"{log}/$name.words"\ncp -rp "$last" "{log}/$name"')
    place.does("deploy/images/build", "--built", "--release", **PINNED)
    for name in ("api-service", "realtime-service", "backup"):
        own = {"app/backup-1.jar"} if name == "backup" else {"app/service.jar", "app/probe.jar", "app/lib/app.vstrivia.shared-model-1.jar"}
        has = {str(file.relative_to(log / name)): file.stat().st_mode for file in (log / name).rglob("*") if file.is_file()}
        if set(has) != own | {"app/sbom.json", "lib/other.jar"}:
            yield f"{name} is made of {', '.join(sorted(has))}"
        for file, mode in has.items():
            if mode & (stat.S_IWGRP | stat.S_IWOTH) or not mode & stat.S_IROTH:
                yield f"{name}: {file} is {stat.filemode(mode)}, and the service's user is to read and not to write"
        words = (log / f"{name}.words").read_text().splitlines()
        given = dict(word.split("=", 1) for before, word in zip(words, words[1:]) if before == "--build-arg")
        file = place.root / FOLDER / ("backup.Dockerfile" if name == "backup" else "Dockerfile")
        wanted = {line.split()[1] for line in instructions(file) if line.startswith("ARG ")}
        yield from (f"{name} is not told its {argument}" for argument in sorted(wanted - {key for key, value in given.items() if value or key == "SOURCE"}))
    for setting in PINNED:
        if place.call(("deploy/images/build", "--built", "--release"), {**PINNED, setting: "r.example.com/java:25"}) != 1:
            yield f"a release is made from a tag ({setting})"
    place.writes("changed", "")
    if place.call(("deploy/images/build", "--built", "--release"), PINNED) != 1:
        yield "a release is made of what is not committed"


def image(config, service):
    if not re.match(r"^[1-9]\d{3,}:[1-9]\d{3,}$", config.get("User", "")):
        yield f"runs as {config.get('User') or 'root'}"
    words = [*(config.get("Entrypoint") or []), *((config.get("Healthcheck") or {}).get("Test") or [])]
    if not config.get("Entrypoint") or "CMD-SHELL" in words or words[0].endswith("sh"):
        yield f"needs a shell: {words}"
    if service != "backup" and not config.get("Healthcheck"):
        yield "nobody asks whether it is well"
    labels = config.get("Labels") or {}
    yield from (f"says nothing in its label {label}" for label in sorted(LABELS - {"org.opencontainers.image.source"}) if not labels.get(label))
