"""Terraform is formatted and valid; where the providers cannot be had, their arguments are compared with schemas.json. Of each thing a
chat is told, none is there to hold a secret, and what the settings say has its place in the overlays."""

import json
import re

import hcl2

import tools

FOLDER = "deploy/terraform"
# What Terraform itself knows of each resource.
META = {"count", "for_each", "lifecycle", "depends_on", "provider", "provisioner", "connection"}
# Things that are secrets, or make them: the state would hold them.
SECRET = re.compile(r"_(database_user|spaces_key|docker_credentials|password|private_key|api_token|account_token|token|certificate|secret)(_v\d)?$")


def run(root):
    folder = root / FOLDER
    findings = []
    schemas = json.loads((tools.ROOT / FOLDER / "schemas.json").read_text())
    for file in sorted(folder.rglob("*.tf")):
        if ".terraform" in file.parts:
            continue
        try:
            parsed = hcl2.loads(file.read_text())
        except Exception as wrong:  # The parser has many kinds of complaints.
            findings.append(f"{file.relative_to(folder)}: {str(wrong).splitlines()[0]}")
            continue
        findings += [f"{file.relative_to(folder)}: {finding}" for finding in (*unknown(parsed, schemas), *untold(parsed), *secrets(parsed))]
    findings += places(root)
    terraform = tools.installed("terraform")
    status, said = tools.run(terraform, "fmt", "-check", "-recursive", "-no-color", folder)
    if status != 0:
        findings.append("not formatted (terraform fmt -recursive): " + said.replace(str(folder) + "/", "").strip())
    status, said = tools.run(tools.ROOT / FOLDER / "verify", "--without-providers", folder, timeout=600)
    if status != 0:
        findings.append(said.strip())
    return findings


def untold(parsed):
    """What a module makes is among what module notice tells of."""
    things = "".join(str(output["things"]) for entry in parsed.get("output", []) for output in [{name.strip('"'): body for name, body in entry.items()}] if "things" in output)
    for kind, name in resources(parsed):
        if kind != "terraform_data" and not re.search(rf"\b{kind}\.{name}\b", things):
            yield f"nobody is told of {kind}.{name} (output things)"


def secrets(parsed):
    for kind, name in (*resources(parsed), *resources(parsed, "data")):
        if SECRET.search(kind):
            yield f"{kind}.{name} would be in the state, and is a secret"


def resources(parsed, of="resource"):
    for entry in parsed.get(of, []):
        for kind, named in entry.items():
            yield from ((kind.strip('"'), name.strip('"')) for name in named if not name.startswith("__"))


def places(root):
    """An output "For SETTING." is told by each environment that has its module, and is set in the overlays or what they are made of."""
    folder = root / FOLDER
    manifests = "".join(file.read_text() for file in sorted((root / "deploy/kubernetes").rglob("*")) if file.suffix in (".env", ".yaml"))
    for environment in sorted((folder / "environments").glob("*/main.tf")):
        text = environment.read_text()
        for name, source in re.findall(r'module "(\w+)" \{\s+source\s+= "([^"]+)"', text):
            module = (environment.parent / source / "main.tf").read_text()
            for output, setting in re.findall(r'output "(\w+)" \{\s+description = "For ([A-Z0-9_*]+)', module):
                if f"module.{name}.{output}\n" not in text:
                    yield f"{environment.parent.name}: settings do not tell {output}, for {setting}"
                if not re.search(setting.replace("*", "[A-Z_]+") + "[:=]", manifests):
                    yield f"{environment.parent.name}: {setting} is set nowhere in deploy/kubernetes"


def unknown(parsed, schemas):
    for kind in ("resource", "data"):
        for entry in parsed.get(kind, []):
            for quoted, named in entry.items():
                type_ = quoted.strip('"')
                provider = type_.split("_")[0]
                if provider == "terraform":
                    continue
                schema = schemas.get(provider, {}).get(kind, {}).get(type_)
                if schema is None:
                    yield f"{kind} {type_} is not in schemas.json (checks/provider_schemas.py makes it anew)"
                    continue
                for name, body in named.items():
                    yield from wrong_fields(f"{type_}.{name.strip(chr(34))}", body, schema, META)


def wrong_fields(where, body, schema, more=frozenset()):
    fields = {name.strip('"'): value for name, value in body.items() if not name.startswith("__")}
    for name, value in fields.items():
        if name in more:
            continue
        if name not in schema:
            yield f"{where} has no argument {name}"
            continue
        nested = [part for part in (value if isinstance(value, list) else [value]) if isinstance(part, dict)]
        for part in nested:
            if "fields" in schema[name]:
                if bool(schema[name].get("block")) != bool(part.get("__is_block__")):
                    yield f"{where}.{name} {'is a block' if schema[name].get('block') else 'takes a value, not a block'}"
                yield from wrong_fields(f"{where}.{name}", part, schema[name]["fields"])
    for name, field in schema.items():
        if field.get("required") and name not in fields:
            yield f"{where} lacks {name}"
