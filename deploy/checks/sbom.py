"""What the services are made of is under licences that we can live with (target/sbom.json, as ./mvnw -Psbom package leaves it)."""

import json

import licences
import tools


def run(root):
    lists = sorted([*root.glob("*/target/sbom.json"), *root.glob("deploy/*/target/sbom.json")])
    if not lists:
        raise tools.Missing("make the lists of parts: ./mvnw -Psbom -DskipTests package")
    return [
        f"{file.relative_to(root)}: {finding}"
        for file in lists
        for finding in licences.findings(json.loads(file.read_text()).get("components", []))
    ]
