"""What issue 3 asks of `sourcier link`, as data, and whether a run reached it."""

from __future__ import annotations

from dataclasses import dataclass

from measure import Cost
from problems import FEBRL
from score import Score

MIB = 1024 * 1024


@dataclass(frozen=True)
class Target:
    """Limits for one size; None where nothing is asked. Seconds and bytes are those of the whole program, from the CSV files; `again` is
    the seconds of a second question on the stored snapshot."""

    f1: float
    precision: float | None = None
    wall: float | None = None
    peak: int | None = None
    calibrated: bool = False
    again: float | None = None


TARGETS = {
    FEBRL: Target(f1=0.9995),
    "1m": Target(f1=0.955, precision=0.98, wall=5.0, peak=500 * MIB, calibrated=True, again=1.0),
    "5m": Target(f1=0.95, precision=0.98, wall=20.0, peak=1024 * MIB, calibrated=True, again=3.0),
}


def judge(size: str, score: Score, cost: Cost) -> list[tuple[bool, str]]:
    """One sentence for each limit of that size, with whether it holds."""
    target = TARGETS.get(size)
    if target is None:
        return []
    found = [(score.f1 >= target.f1, f"F1 {score.f1:.4f}, at least {target.f1} asked")]
    if target.precision is not None:
        found.append((score.precision >= target.precision, f"precision {score.precision:.4f}, at least {target.precision} asked"))
    if target.wall is not None:
        found.append((cost.wall <= target.wall, f"{cost.wall:.1f} s, at most {target.wall:g} s asked"))
    if target.peak is not None:
        found.append((cost.peak <= target.peak, f"{cost.peak / MIB:.0f} MiB, at most {target.peak // MIB} MiB asked"))
    if target.calibrated:
        found.append((score.calibrated is True, f"calibration in [0.8, 0.95): share right {score.checked.share:.3f}, between 0.75 and 0.98 asked"))
    return found


def judge_again(size: str, linking: float) -> list[tuple[bool, str]]:
    """The same for the seconds of linking in a second question on the stored snapshot."""
    target = TARGETS.get(size)
    if target is None or target.again is None:
        return []
    return [(linking <= target.again, f"second question {linking:.2f} s, at most {target.again:g} s asked")]
