"""Terraform is formatted and valid; where the providers cannot be had, their arguments are compared with schemas.json."""

import json

import hcl2

import tools

FOLDER = "deploy/terraform"
# What Terraform itself knows of each resource.
META = {"count", "for_each", "lifecycle", "depends_on", "provider", "provisioner", "connection"}


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
        findings += [f"{file.relative_to(folder)}: {finding}" for finding in unknown(parsed, schemas)]
    terraform = tools.installed("terraform")
    status, said = tools.run(terraform, "fmt", "-check", "-recursive", "-no-color", folder)
    if status != 0:
        findings.append("not formatted (terraform fmt -recursive): " + said.replace(str(folder) + "/", "").strip())
    status, said = tools.run(tools.ROOT / FOLDER / "verify", "--without-providers", folder, timeout=600)
    if status != 0:
        findings.append(said.strip())
    return findings


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
