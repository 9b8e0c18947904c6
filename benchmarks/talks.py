"""How fast the talks run: `uv run python benchmarks/talks.py [--draws 20000] [--case FILE]`.

All 64 sets of channels over 26 weeks, frontiers included, per composition and for all; then growth with weeks, draws
and issues as ratios in one run. Seconds are those of this machine.
"""

import argparse
import os
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from detente.case import load
from detente.case.model import Case, Demand
from detente.settlement.draws import draw
from detente.settlement.surplus import surplus
from detente.talks import find_shock
from detente.talks.pulse import pulse
from detente.talks.results import Shock
from detente.talks.tracks import ALL_CHANNELS, ground, readiness

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "istanbul-2025" / "case.yaml"


def run(case: Case, shock: Shock, draws: int, weeks: int, composition: Any = "willing", sets: int = 64) -> None:
    """Draw, work out the frontiers and run every set of channels."""
    drawn = draw(case, draws, 1)
    base = ground(case, drawn, surplus(case, drawn), composition)
    readiness(base, pulse(case, shock, drawn), np.arange(ALL_CHANNELS + 1)[:sets], weeks)


def timed(work: Callable[[], Any]) -> float:
    """Return the seconds that a call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def with_issues(case: Case, more: int) -> Case:
    """Return the case with further issues in dispute, copies of its first stake issue under other names."""
    first = next(issue for issue in case.issues if issue.role == "stake" and not issue.separable)
    a, b = case.sides[0].id, case.sides[1].id
    ends = first.rungs[0].id, first.rungs[-1].id
    issues = tuple(replace(first, id=f"copy-{n}", name=f"Copy {n}") for n in range(more))
    demands = tuple(
        Demand(side, issue.id, rung, "demands") for issue in issues for side, rung in zip((a, b), ends, strict=True)
    )
    return replace(case, issues=case.issues + issues, demands=case.demands + demands)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draws", type=int, default=20_000)
    parser.add_argument("--case", type=Path, default=EXAMPLE)
    options = parser.parse_args()
    case = load(options.case)
    shock = find_shock(case)
    if shock is None:
        parser.error("the case has no event; give one that has")
    run(case, shock, 50, 2)
    print(f"{options.case.name}: {options.draws:,} draws x 64 sets of channels x 26 weeks, {os.cpu_count()} cores")
    seconds = {c: timed(partial(run, case, shock, options.draws, 26, c)) for c in ("table", "unknown", "willing")}
    for composition, taken in seconds.items():
        print(f"  all tracks, {composition:8} {taken:6.2f} s")
    print(f"  all tracks and compositions {sum(seconds.values()):6.2f} s")
    few = min(options.draws, 2_000)
    print("growth (ratio of seconds; 2 is linear where something is doubled)")
    least = min(timed(partial(run, case, shock, few, 26)) for _ in range(3))
    grown = {
        "weeks 26 to 52": (case, few, 52, 64),
        f"draws {few:,} to {2 * few:,}": (case, 2 * few, 26, 64),
        "one issue more": (with_issues(case, 1), few, 26, 64),
        "two issues more": (with_issues(case, 2), few, 26, 64),
    }
    for name, (model, draws, weeks, sets) in grown.items():
        taken = min(timed(partial(run, model, shock, draws, weeks, sets=sets)) for _ in range(3))
        print(f"  {name:22} {taken / least:.2f}")


if __name__ == "__main__":
    main()
