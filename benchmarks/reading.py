"""How fast the reader reads, and whether its memory stays flat: `uv run python benchmarks/reading.py [FOLDER]`.

FOLDER holds reports as .txt (the example's by default). Three figures, on one core and in processor time: words per
second of the whole reader, of the parser alone, and their ratio, which is comparable across machines. Then the peak
memory after each tenth of --reports reports, made from the same texts with other names and numbers so that no cache
can serve them twice. `--profile` lists where the time goes.
"""

import argparse
import cProfile
import pstats
import random
import re
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from detente.reading import read
from detente.reading.grammar.parser import pipeline, plain
from detente.reports import Report, load, report_from_text, sentences

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "istanbul-2025" / "reports"


def words_of(reports: Sequence[Report]) -> int:
    """Return how many words the reports have, by white space."""
    return sum(len(report.text.split()) for report in reports)


def seconds(work: Callable[[], object], runs: int) -> float:
    """Return the median processor time of some work."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def parse_alone(reports: Sequence[Report]) -> None:
    """Parse every sentence and do nothing with it."""
    for report in reports:
        for _ in pipeline().pipe([plain(part.text) for part in sentences(report)]):
            pass


def varied(report: Report, dice: random.Random) -> Report:
    """Return a report with other numbers and one new made-up name, so that it is a text not seen before."""
    text = re.sub(r"\d", lambda _: str(dice.randint(0, 9)), report.text)
    name = "".join(dice.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(9)).title()
    return report_from_text(f"{text}\n\n{name} said nothing.", date="2025-06-02")


def memory(reports: Sequence[Report], number: int) -> list[tuple[int, float]]:
    """Return peak memory in MB after each tenth of `number` reports read one after the other."""
    dice = random.Random(1)
    found = []
    for i in range(1, number + 1):
        read(varied(dice.choice(reports), dice))
        if i % max(1, number // 10) == 0:
            found.append((i, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=EXAMPLE)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--reports", type=int, default=10_000, help="0 leaves memory out")
    parser.add_argument("--profile", action="store_true")
    chosen = parser.parse_args()
    reports = [load(path) for path in sorted(chosen.folder.rglob("*.txt"))]
    if not reports:
        raise SystemExit(f"{chosen.folder} holds no .txt file; give a folder of reports")
    read(reports[0])
    count = words_of(reports)
    if chosen.profile:
        profile = cProfile.Profile()
        profile.runcall(lambda: [read(report) for report in reports])
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)
    whole = seconds(lambda: [read(report) for report in reports], chosen.runs)
    alone = seconds(lambda: parse_alone(reports), chosen.runs)
    print(f"{len(reports)} reports, {count:,} words, median of {chosen.runs} runs, processor time")
    print(f"whole reader   {count / whole:8,.0f} words/s")
    print(f"parser alone   {count / alone:8,.0f} words/s")
    print(f"ratio          {alone / whole:8.2f}")
    for number, megabytes in memory(reports, chosen.reports) if chosen.reports else ():
        print(f"peak memory after {number:6,} reports  {megabytes:7.1f} MB")


if __name__ == "__main__":
    main()
