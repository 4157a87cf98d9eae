"""The linkage benchmark: makes its data, runs `sourcier link` and its peers on it, prints one table.

    python3 benches/linkage/run.py [--sourcier PATH] [--sizes febrl4,100k,1m] [--seeds 1,2] [--peers docs,expert] [--strict]

Needs Python 3.11 and, the first time, the package index. Nothing is written into the repository.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import measure
import problems

HERE = problems.HERE


def inside_environment(cache: Path) -> None:
    """Goes on in the benchmark's own environment; returns only there."""
    python = problems.environment(cache)
    if Path(sys.prefix).resolve() != python.parent.parent.resolve():
        os.execv(python, [str(python), *sys.argv])


def program(asked: str | None) -> Path:
    """The program to measure: the one asked for, or the release build, made when it is missing."""
    if asked:
        return Path(asked).resolve(strict=True)
    root = HERE.parent.parent
    built = Path(os.environ.get("CARGO_TARGET_DIR") or root / "target") / "release" / "sourcier"
    if not built.exists():
        subprocess.run(["cargo", "build", "--release", "--locked"], cwd=root, check=True)
    return built


@dataclass
class Row:
    """One line of the table. `seconds`: for sourcier the whole process; for a peer from reading the CSV files to the written pairs."""

    problem: str
    name: str
    seconds: float
    cpu: float
    peak: int
    f1: float
    precision: float
    recall: float


class Bench:
    """One run over several problems."""

    def __init__(self, sourcier: Path, cache: Path, repeat: int) -> None:
        self.sourcier, self.results, self.repeat = sourcier, cache / "results", repeat
        self.rows: list[Row] = []
        self.missed = 0

    def link(self, problem: problems.Problem) -> None:
        """Measures `sourcier link`, checks the targets and that the number of threads changes nothing."""
        import score
        import targets

        out = self.results / problem.folder.name
        cost = self._median(self._link_command(problem, out / "sourcier.csv"), out / "sourcier.log")
        result = score.read(out / "sourcier.csv", problem.folder / "truth.csv")
        self.rows.append(Row(problem.name, "sourcier", cost.wall, cost.cpu, cost.peak, result.f1, result.precision, result.recall))
        print(f"\n== sourcier, {problem.name}\n{score.reliability(result)}")
        self._say([*targets.judge(problem.size, result, cost), self._same_bytes(problem, out)])

    def second_question(self, problem: problems.Problem) -> None:
        """Builds a case from the same tables and times linking them again from what the case has stored."""
        import second
        import targets

        built, again, linking = second.measured(self.sourcier, problem.folder, self.results / problem.folder.name)
        print(f"\n== second question, {problem.name}: linking {linking:.2f} s of")
        for name, cost in (("case built", built), ("asked again, whole analysis", again)):
            print(f"{name}: {cost.wall:.2f} s, {cost.cpu:.1f} CPU s, peak {cost.peak / targets.MIB:.0f} MiB")
        self._say(targets.judge_again(problem.size, linking))

    def _say(self, found: list[tuple[bool, str]]) -> None:
        """Prints what was reached and counts what was missed."""
        for holds, sentence in found:
            print(f"{'ok    ' if holds else 'MISSED'} {sentence}", flush=True)
            self.missed += not holds

    def _link_command(self, problem: problems.Problem, pairs: Path) -> list[str]:
        tables = [str(problem.folder / name) for name in ("recipients.csv", "source.csv")]
        return [str(self.sourcier), "link", *tables, "--out", str(pairs), "--threshold", "0.5", "--quiet", *problem.link_options]

    def _same_bytes(self, problem: problems.Problem, out: Path) -> tuple[bool, str]:
        """Whether one and two threads write the same bytes as the measured run."""
        files = [out / "sourcier.csv"]
        for threads in ("1", "2"):
            files.append(out / f"sourcier-{threads}-threads.csv")
            measure.run(self._link_command(problem, files[-1]), out / "threads.log", {"RAYON_NUM_THREADS": threads, "POLARS_MAX_THREADS": threads})
        same = len({file.read_bytes() for file in files}) == 1
        return same, "the same bytes with 1 and 2 threads"

    def peer(self, problem: problems.Problem, setup: str) -> None:
        """Measures one set-up of Splink."""
        import score

        out = self.results / problem.folder.name
        pairs, log = out / f"splink-{setup}.csv", out / f"splink-{setup}.log"
        cost = measure.run([sys.executable, str(HERE / "peers.py"), "--problem", str(problem.folder), "--setup", setup, "--out", str(pairs)], log)
        # The peer's last line says how long it took without starting Python, which is no part of the comparison.
        seconds = json.loads(log.read_text(encoding="utf-8").splitlines()[-1])["seconds"]
        result = score.read(pairs, problem.folder / "truth.csv")
        self.rows.append(Row(problem.name, f"Splink, {setup}", seconds, cost.cpu, cost.peak, result.f1, result.precision, result.recall))

    def _median(self, command: list[str], log: Path) -> measure.Cost:
        costs = sorted((measure.run(command, log) for _ in range(self.repeat)), key=lambda cost: cost.wall)
        return costs[len(costs) // 2]

    def table(self) -> str:
        """All lines as a Markdown table; ratios are a peer's figure over sourcier's on the same problem."""
        ours = {row.problem: row for row in self.rows if row.name == "sourcier"}
        lines = ["| problem | program | seconds | CPU s | peak MiB | F1 | precision | recall | time ratio | memory ratio |", "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|"]
        for row in self.rows:
            own = ours.get(row.problem)
            ratios = f"{row.seconds / own.seconds:.1f} | {row.peak / own.peak:.1f}" if own else "– | –"
            lines.append(
                f"| {row.problem} | {row.name} | {row.seconds:.2f} | {row.cpu:.1f} | {row.peak / 2**20:.0f} "
                f"| {row.f1:.4f} | {row.precision:.4f} | {row.recall:.4f} | {ratios} |"
            )
        return "\n".join(lines)


def machine() -> str:
    """Processor, memory and system in one line."""
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        model = next((line.split(":", 1)[1].strip() for line in cpuinfo.read_text().splitlines() if line.startswith("model name")), model)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{model}, {os.cpu_count()} threads, {memory:.0f} GiB, {platform.system()} {platform.release()}, load {os.getloadavg()[0]:.1f}"


def listed(allowed: tuple[str, ...]):
    """A parser of comma-separated words out of `allowed`."""

    def parse(text: str) -> list[str]:
        words = [word for word in text.split(",") if word]
        if unknown := [word for word in words if word not in allowed]:
            raise argparse.ArgumentTypeError(f"{unknown[0]} is none of {', '.join(allowed)}")
        return words

    return parse


def main() -> int:
    """Reads the command line; 1 when a target is missed and --strict was asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sourcier", default=os.environ.get("SOURCIER"), help="the program (default: the release build, made if missing)")
    parser.add_argument("--sizes", type=listed(problems.SIZES), default=[problems.FEBRL, "100k", "1m"], help=",".join(problems.SIZES))
    parser.add_argument("--seeds", type=lambda text: [int(seed) for seed in text.split(",")], default=[1], help="seeds of the French problem; 2 is held back")
    parser.add_argument("--peers", type=listed(("docs", "expert")), default=["docs", "expert"], help="docs,expert or nothing at all")
    parser.add_argument("--harsh", type=float, default=1.0, help="multiplies the noise")
    parser.add_argument("--repeat", type=int, default=1, help="runs of sourcier, of which the median counts")
    parser.add_argument("--second-question", action="store_true", help="also time `sourcier analyse` on the stored snapshot")
    parser.add_argument("--cache", type=Path, default=problems.default_cache())
    parser.add_argument("--strict", action="store_true", help="return 1 when a target is missed")
    parser.add_argument("--self-test", action="store_true", help="only check the benchmark itself")
    asked = parser.parse_args()
    inside_environment(asked.cache)
    if asked.self_test:
        import selftest

        selftest.main()
        return 0

    bench = Bench(program(asked.sourcier), asked.cache, asked.repeat)
    print(f"machine: {machine()}", flush=True)
    for size in asked.sizes:
        for seed in asked.seeds if size != problems.FEBRL else [0]:
            problem = problems.problem(asked.cache, size, seed, asked.harsh)
            if (facts := problem.folder / "facts.json").exists():
                print(f"{problem.name}: {json.loads(facts.read_text())['identifiable_share']:.1%} of the true pairs can be told from every other row")
            bench.link(problem)
            for setup in asked.peers:
                bench.peer(problem, setup)
            if asked.second_question and size != problems.FEBRL:
                bench.second_question(problem)
    print(f"\n{bench.table()}")
    return 1 if asked.strict and bench.missed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except measure.Failed as failure:
        sys.exit(str(failure))
