"""The second question on a stored snapshot: a case is built once from the two tables, then `sourcier analyse` links it again.

Contract with the program (cli.md): `sourcier run MANIFEST --out DIR` writes `DIR/case.sourcier`, which keeps the normalised keys of the
snapshot; `sourcier analyse CASE --json F` opens it, links and weighs. What is timed is the second command, the whole process.
"""

from __future__ import annotations

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


def measured(sourcier: Path, problem: Path, out: Path) -> tuple[measure.Cost, measure.Cost]:
    """What building the case of that problem took, and what asking it again took."""
    out.mkdir(parents=True, exist_ok=True)
    manifest = out / "incident.toml"
    manifest.write_text(MANIFEST.format(recipients=problem / "recipients.csv", source=problem / "source.csv"), encoding="utf-8")
    built = measure.run([str(sourcier), "run", str(manifest), "--out", str(out / "case"), "--quiet"], out / "run.log")
    case, answer = out / "case" / "case.sourcier", out / "answer.json"
    again = measure.run([str(sourcier), "analyse", str(case), "--json", str(answer), "--quiet"], out / "analyse.log")
    return built, again
