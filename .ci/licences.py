"""Checks the licences of every crate in the tree, and that no banned crate is in the binary. Needs only cargo and Python."""

import json
import re
import subprocess
import sys

ALLOWED = {
    "0BSD", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "ISC", "MIT", "MIT-0",
    "OFL-1.1", "Ubuntu-font-1.0", "Unicode-3.0", "Unlicense", "Zlib", "bzip2-1.0.6", "CDLA-Permissive-2.0", "MPL-2.0", "NCSA", "WTFPL", "blessing",
}
BANNED = {"reqwest", "hyper", "ureq", "curl", "isahc", "rustls", "native-tls", "imessage-database", "crabstep"}


def is_allowed(expression: str) -> bool:
    """True if some choice the expression offers has only allowed licences."""
    expression = expression.replace("/", " OR ").replace("(", " ( ").replace(")", " ) ")
    tokens = re.findall(r"\(|\)|\bAND\b|\bOR\b|[^\s()]+(?: WITH [^\s()]+)?", expression)
    python = " ".join({"AND": "and", "OR": "or", "(": "(", ")": ")"}.get(t, str(t in ALLOWED)) for t in tokens)
    return bool(eval(python, {"__builtins__": {}}))


def main() -> int:
    metadata = json.loads(subprocess.check_output(["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", "x86_64-unknown-linux-gnu"]))
    packages = {p["id"]: p for p in metadata["packages"]}
    problems = []
    for package in packages.values():
        licence = package["license"] or ""
        if not licence and package["license_file"]:
            continue
        if not is_allowed(licence):
            problems.append(f"{package['name']} {package['version']}: licence {licence!r} is not on the list")
    # What is linked into the binary: normal dependencies only.
    nodes = {n["id"]: n for n in metadata["resolve"]["nodes"]}
    queue, seen = [metadata["resolve"]["root"]], set()
    while queue:
        here = queue.pop()
        if here in seen:
            continue
        seen.add(here)
        for dep in nodes[here]["deps"]:
            if any(kind["kind"] is None for kind in dep["dep_kinds"]):
                queue.append(dep["pkg"])
    for here in seen:
        if packages[here]["name"] in BANNED:
            problems.append(f"{packages[here]['name']} must not be in the binary")
    egui = {p["version"] for p in packages.values() if p["name"] == "egui"}
    if len(egui) != 1:
        problems.append(f"one egui in the tree, not {sorted(egui)}")
    for problem in sorted(problems):
        print(problem)
    print(f"{len(packages)} crates checked, {len(problems)} problems")
    return 1 if problems else 0


sys.exit(main())
