"""Runs a program and measures it: wall time, processor time and peak memory of that one child and its threads.

Not for what the programs compute: see score.py.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

# ru_maxrss is in KiB on Linux and in bytes on macOS.
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


class Failed(Exception):
    """The program ended with an error; the message names it and gives the end of its output."""


@dataclass
class Cost:
    """What one run took: seconds, seconds of all processors together, bytes."""

    wall: float
    cpu: float
    peak: int


def run(command: list[str], log: Path, extra_environment: Mapping[str, str] | None = None) -> Cost:
    """Runs the command to its end with its output in `log`; raises Failed unless it returns 0.

    A process counts the memory of whoever started it into its own peak until it becomes the new program, and the benchmark holds whole
    tables. So a second, small Python (this file as a program) starts the command and reports.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    small = [sys.executable, "-I", "-S", str(Path(__file__).resolve()), str(log), *command]
    report = json.loads(subprocess.run(small, env={**os.environ, **(extra_environment or {})}, capture_output=True, check=True).stdout)
    if report.pop("code"):
        last_words = log.read_text(encoding="utf-8", errors="replace").strip()[-600:]
        raise Failed(f"`{' '.join(command)}` failed; {log} ends with:\n{last_words}")
    return Cost(**report)


def _report(log: str, command: list[str]) -> str:
    """Starts the command, waits, and gives its exit code and cost as JSON."""
    with open(log, "wb") as output:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
    return json.dumps({"code": child.returncode, "wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss * _RSS_UNIT})


if __name__ == "__main__":
    print(_report(sys.argv[1], sys.argv[2:]))
