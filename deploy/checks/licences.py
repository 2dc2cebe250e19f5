#!/usr/bin/env python3
"""Fails if something in these lists of parts (CycloneDX, JSON) has no licence that we can live with."""

import json
import re
import sys

# Licences under which a service may be made of a part and stay under Apache-2.0 itself, as they are or with the exception.
GOOD = re.compile(
    r"^(Apache-2\.0|Apache-1\.1|MIT(-0)?|BSD-[0-9]-Clause|0BSD|ISC|EPL-[12]\.0|CC0-1\.0|Zlib|Unlicense|UPL-1\.0|EDL-1\.0|W3C|ICU|"
    r"LGPL-2\.1(-only|-or-later)?|GPL-2\.0(-only)? WITH .*(Classpath|universal-foss).*|GPL-2\.0-with-classpath-exception|MPL-[12]\.[01]|"
    r"CDDL-1\.[01]|Public Domain.*|Go License|The .*BSD.*|Eclipse.*|.*Apache.*2.*|.*MIT.*|.*BSD.*|.*Universal FOSS.*)$",
    re.IGNORECASE,
)


def findings(parts):
    for part in parts:
        names = [entry.get("expression") or entry["license"].get("id") or entry["license"].get("name", "") for entry in part.get("licenses", [])]
        # One good one is enough: whoever names several offers a choice.
        choices = [choice.strip(" ()") for name in names for choice in re.split(r"\bOR\b", name)]
        if not any(GOOD.match(choice) for choice in choices):
            yield f"{part.get('group', '')}:{part['name']}:{part.get('version', '')}: {', '.join(names) or 'no licence'}"


def main(files):
    if not files:
        sys.exit("usage: licences.py SBOM.json …")
    bad = False
    for file in files:
        with open(file, encoding="utf-8") as stream:
            parts = json.load(stream).get("components", [])
        found = sorted(set(findings(parts)))
        print(f"{file}: {len(parts)} parts, {len(found)} without a good licence")
        for finding in found:
            print("  " + finding)
        bad = bad or bool(found) or not parts
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
