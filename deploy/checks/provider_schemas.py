#!/usr/bin/env python3
"""Makes deploy/terraform/schemas.json: which arguments the resources that we use have, for a check without the providers.

  npm pack @cdktf/provider-digitalocean@13.14.1 @cdktf/provider-cloudflare@13.9.1
  deploy/checks/provider_schemas.py FOLDER-WITH-BOTH

Those packages are made from the schemas of the providers' versions that their README names, and tell all of it in ".jsii".
Run it again when a module uses another resource.
"""

import json
import re
import sys
import tarfile
from pathlib import Path

import hcl2

ROOT = Path(__file__).resolve().parent.parent.parent / "deploy/terraform"
# What cdktf adds to each.
CDKTF = {"connection", "count", "dependsOn", "forEach", "lifecycle", "provider", "provisioners"}


def main(folder):
    schemas = {}
    for archive in sorted(folder.glob("cdktf-provider-*.tgz")):
        with tarfile.open(archive) as package:
            types = json.load(package.extractfile("package/.jsii"))["types"]
            readme = package.extractfile("package/README.md").read().decode()
        provider = re.search(r"provider-([a-z]+)-", archive.name)[1]
        schemas[provider] = {"version": re.search(r"provider version ([0-9.]+)", readme)[1], "resource": {}, "data": {}}
        structs = {name.split(".", 1)[1].replace(".", "/", 1): spec for name, spec in types.items()}
        for kind, name in sorted(used()):
            if name.startswith(provider + "_"):
                camel = re.sub("_([a-z0-9])", lambda found: found[1].upper(), name)
                bare = camel[len(provider)].lower() + camel[len(provider) + 1 :]
                key = "data" + camel[0].upper() + camel[1:] if kind == "data" else bare
                struct = next(spec for where, spec in structs.items() if where.split("/")[0] == key and spec["name"].lower() == (key + "config").lower())
                schemas[provider][kind][name] = fields(struct, types, CDKTF)
    (ROOT / "schemas.json").write_text(json.dumps(schemas, indent=1, sort_keys=True) + "\n")


def used():
    for file in ROOT.rglob("*.tf"):
        parsed = hcl2.loads(file.read_text())
        for kind in ("resource", "data"):
            for entry in parsed.get(kind, []):
                for name in entry:
                    yield kind, name.strip('"')


def fields(struct, types, without=frozenset()):
    """Of each argument: whether it is required, whether it is a block, and what is in it."""
    result = {}
    for field in struct.get("properties", []):
        if field["name"] in without:
            continue
        nested = next((types[name] for name in named(field["type"]) if name in types and types[name].get("datatype")), None)
        entry = {}
        if not field.get("optional"):
            entry["required"] = True
        if field.get("docs", {}).get("summary", "").endswith("block."):
            entry["block"] = True
        if nested:
            entry["fields"] = fields(nested, types)
        result[re.sub("([A-Z])", lambda found: "_" + found[1].lower(), field["name"])] = entry
    return result


def named(kind):
    if "fqn" in kind:
        yield kind["fqn"]
    if "collection" in kind:
        yield from named(kind["collection"]["elementtype"])
    for choice in kind.get("union", {}).get("types", []):
        yield from named(choice)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
