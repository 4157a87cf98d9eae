"""The second question on a stored snapshot: a case is built once from the two tables; then somebody is added, so that no earlier answer
fits, and `sourcier analyse` links everybody again.

Contract with the program (cli.md): `sourcier run MANIFEST --out DIR` writes `DIR/case.sourcier`, which keeps the columns that linking
compares; `sourcier analyse CASE --json F` opens it, links and weighs. The log (SOURCIER_LOG) says when each stage began: linking is the
time from the first source to the first weighing.
"""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import measure

MANIFEST = """[incident]
title = "Banc d'essai, données fictives"
language = "fr"
timezone = "Europe/Paris"
pool = 20000000

[[recipients]]
path = "{recipients}"
found_by = "open-call"
sent_at = "2024-06-03T08:00"

[[sources]]
id = "fichier"
name = "Fichier fictif"
controller = "Association fictive"
purpose = "Banc d'essai"
kind = "held"
  [[sources.snapshots]]
  path = "{source}"
  as_of = 2024-01-15
"""


STAGE = re.compile(r"^(?:\x1b\[\d+m)*(\d{4}-\S+Z).*?: (linking|attributing|writing)", re.MULTILINE)


def measured(sourcier: Path, problem: Path, out: Path) -> tuple[measure.Cost, measure.Cost, float]:
    """What building the case of that problem took, what asking it again took, and the seconds of linking in that."""
    out.mkdir(parents=True, exist_ok=True)
    manifest, one = out / "incident.toml", out / "one.csv"
    manifest.write_text(MANIFEST.format(recipients=problem / "recipients.csv", source=problem / "source.csv"), encoding="utf-8")
    built = measure.run([str(sourcier), "run", str(manifest), "--out", str(out / "case"), "--replace", "--quiet"], out / "run.log")
    case, answer = out / "case" / "case.sourcier", out / "answer.json"
    with open(problem / "recipients.csv", encoding="utf-8") as people:
        one.write_text(people.readline() + people.readline(), encoding="utf-8")
    added = ["import", str(case), str(one), "--as", "recipients", "--campaign", "encore", "--sent-at", "2024-07-01", "--quiet"]
    measure.run([str(sourcier), *added], out / "import.log")
    log = out / "analyse.log"
    again = measure.run([str(sourcier), "analyse", str(case), "--json", str(answer), "--quiet"], log, {"SOURCIER_LOG": "sourcier=debug", "NO_COLOR": "1"})
    return built, again, linking(log.read_text(encoding="utf-8"))


def linking(log: str) -> float:
    """Seconds from the first source being linked to the first mailing being weighed, as the log tells."""
    began = {}
    for at, stage in STAGE.findall(log):
        began.setdefault(stage, datetime.fromisoformat(at.replace("Z", "+00:00")))
    return (began["attributing"] - began["linking"]).total_seconds()
