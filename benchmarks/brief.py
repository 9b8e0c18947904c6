"""How long the main job takes: `uv run python benchmarks/brief.py [--runs 5]`.

Times the whole command on the three example reports in fresh processes, after one run that fills the caches of compiled
kernels, and each stage inside one process. Ratios of stages are comparable across machines; seconds are not.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

REPORTS = Path(__file__).resolve().parents[1] / "examples" / "istanbul-2025" / "reports"


def whole(runs: int) -> list[float]:
    """Return the seconds of `detente brief` in fresh processes."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "detente.cli", "brief", str(REPORTS), "-o", f"{folder}/brief.html"]
        subprocess.run(command, check=True, capture_output=True)
        return [_timed(lambda: subprocess.run(command, check=True, capture_output=True))[0] for _ in range(runs)]


def stages() -> dict[str, float]:
    """Return the seconds of each stage within one process, imports included in the stage that needs them first."""
    seconds: dict[str, float] = {}

    def step(name: str, work: Callable[[], Any]) -> Any:
        seconds[name], value = _timed(work)
        return value

    def read_all() -> Any:
        from detente.reading import read
        from detente.reports import load_all

        return [(report, read(report)) for report in load_all([REPORTS])]

    def build(pairs: Any) -> Any:
        from detente.case import from_record
        from detente.record import Record

        with Record() as record:
            for report, entries in pairs:
                record.add(report, entries)
            return from_record(record, title="benchmark"), tuple(record.entries("claim"))

    def settled(case: Any) -> Any:
        from detente.settlement import settle

        return settle(case)

    def simulated(case: Any) -> Any:
        from detente.talks import find_shock, simulate

        shock = find_shock(case)
        return simulate(case, (shock,) if shock else ())

    def written(*parts: Any) -> Any:
        from detente.brief import Brief

        case, settlement, odds, claims = parts
        return Brief(case, settlement, odds, claims=claims).html()

    pairs = step("read", read_all)
    case, claims = step("record and case", lambda: build(pairs))
    settlement = step("settle", lambda: settled(case))
    odds = step("simulate", lambda: simulated(case))
    step("brief", lambda: written(case, settlement, odds, claims))
    return seconds


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    value = work()
    return time.perf_counter() - start, value


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = whole(parser.parse_args().runs)
    print(f"whole command: median {statistics.median(runs):.1f} s, worst {max(runs):.1f} s over {len(runs)} runs")
    parts = stages()
    total = sum(parts.values())
    for name, seconds in parts.items():
        print(f"  {name:16} {seconds:6.2f} s  {seconds / total:5.0%}")


if __name__ == "__main__":
    main()
