"""Every overlay builds, and no manifest has a field or a value that its kind does not know."""

import functools
import json

import jsonschema
import kubernetes_validate
import yaml
from kubernetes_validate import utils

import tools

# The oldest version that deploy/kubernetes needs (preStop.sleep) is 1.30; DigitalOcean's is newer.
VERSION = "1.32"
SCHEMAS = tools.ROOT / "deploy/kubernetes/schemas"

# The definitions have several megabytes, and are asked for with each manifest.
utils.schema_contents = functools.lru_cache(maxsize=None)(utils.schema_contents)


def run(root):
    findings = []
    for overlay in tools.overlays(root):
        where = overlay.relative_to(root / "deploy/kubernetes/overlays")
        try:
            documents = list(yaml.safe_load_all(tools.built(overlay)))
        except (ValueError, yaml.YAMLError) as wrong:
            findings.append(f"{where}: {wrong}")
            continue
        for document in documents:
            finding = mistake(document)
            if finding:
                findings.append(f"{where}: {document['kind']}/{document['metadata']['name']}: {finding}")
    return findings


def mistake(document):
    try:
        kubernetes_validate.validate(document, VERSION, strict=True)
    except utils.SchemaNotFoundError:
        return mistake_of_custom(document)
    except jsonschema.ValidationError as wrong:
        return described(wrong)
    return None


def mistake_of_custom(document):
    """Kinds that operators bring: deploy/kubernetes/schemas has what we use of them, and nothing else."""
    file = SCHEMAS / (document["kind"].lower() + ".json")
    if not file.exists():
        return f"there is no schema of {document['apiVersion']} {document['kind']}"
    try:
        jsonschema.Draft202012Validator(json.loads(file.read_text())).validate(document)
    except jsonschema.ValidationError as wrong:
        return described(wrong)
    return None


def described(wrong):
    place = ".".join(str(step) for step in wrong.absolute_path)
    return f"{place or 'top'}: {wrong.message[:300]}"
