"""The linkage problems of the benchmark, made once and kept outside the repository.

Also keeps the Python environment. Data of an older generator is never reused: the folder's name carries a digest of the generator.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
GENERATOR = ("rates.py", "vocabulary.py", "people.py", "written.py", "source.py", "recipients.py", "identifiable.py", "population.py")
ROWS = {"100k": 100_000, "1m": 1_000_000, "5m": 5_000_000, "10m": 10_000_000}
FEBRL = "febrl4"
SIZES = (FEBRL, *ROWS)


def default_cache() -> Path:
    """Where the environment, the data and the results are kept."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sourcier-bench"


def environment(cache: Path) -> Path:
    """The Python of the benchmark's own environment, made and filled when it is missing or its list of packages has changed."""
    place, wanted = cache / "venv", HERE / "requirements.txt"
    python, stamp = place / "bin" / "python", place / "installed.txt"
    if not python.exists():
        venv.create(place, with_pip=True)
    if not stamp.exists() or stamp.read_bytes() != wanted.read_bytes():
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--requirement", wanted], check=True)
        stamp.write_bytes(wanted.read_bytes())
    return python


@dataclass
class Problem:
    """Two tables to link and the truth about them."""

    size: str
    seed: int
    folder: Path

    @property
    def name(self) -> str:
        """As it stands in the tables."""
        return self.size if self.size == FEBRL else f"{self.size} seed {self.seed}"

    @property
    def link_options(self) -> list[str]:
        """What `sourcier link` is told besides the two tables."""
        if self.size != FEBRL:
            return []
        sides = ("left", "right")
        return ["--one-to-one", *(part for side in sides for part in (f"--mapping-{side}", str(self.folder / f"mapping-{side}.toml")))]


def problem(cache: Path, size: str, seed: int, harsh: float) -> Problem:
    """The problem of that size, made when it is not there yet."""
    digest = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in (GENERATOR if size != FEBRL else ("febrl.py",)))).hexdigest()[:8]
    name = f"{size}-{digest}" if size == FEBRL else f"{size}-s{seed}-h{harsh:g}-{digest}"
    folder = cache / "data" / name
    if not (folder / "truth.csv").exists():
        print(f"making {name}", file=sys.stderr, flush=True)
        half_made = folder.with_suffix(".part")
        arguments = ["febrl.py"] if size == FEBRL else ["population.py", "--rows", str(ROWS[size]), "--seed", str(seed), "--harsh", str(harsh)]
        subprocess.run([sys.executable, HERE / arguments[0], *arguments[1:], "--out", half_made], check=True, stdout=subprocess.DEVNULL)
        half_made.rename(folder)
    return Problem(size, seed, folder)
