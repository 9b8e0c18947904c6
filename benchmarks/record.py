"""How fast a record takes in reports and finds sentences again: `uv run python benchmarks/record.py [--reports N]`;
with `--record postgresql://...`, an empty database instead of a file.

Reports are made up (25 sentences, an entry in every third) from a vocabulary in which words are as unevenly frequent as
in any language. At 1,000, 10,000 and 100,000 of them and on the way to the last: how many were added per second since
the last line, how long the processor was busy with each and what it took on disk, the size of the file, and the latency
of searches by rare, middling and frequent words, by party, issue, type, kind and dates (median, the slowest tenth, and
the slowest). One report in a hundred is an earlier one with a sentence more; at the end the time to find these. 100,000
take a few minutes and 2 GB of disk. Then for records of growing size how long it takes to join the entries that tell of
the same.
"""

import argparse
import datetime as dt
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from detente.entries import Claim, Entry, Event, Position, Provenance, Quote
from detente.ontology import acts, issues
from detente.record import Record
from detente.reports import Report, report_from_text

PARTIES = ("Arland", "Borland", "Norway", "Denmark", "Sweden", "Iceland", "Finland", "United Nations")
RULES = Provenance("rules", "1", "benchmark", 0.8)
PLACES = (*(f"Town {n}" for n in range(40)), "Oslo", "northern Oslo", None)
SENTENCES = 25
AT_ONCE = 200
ONE_COPY_IN = 100


def vocabulary(dice: random.Random, size: int = 20_000) -> tuple[list[str], list[float]]:
    """Return made-up words and their weights: the n-th is a 1/n as frequent as the first (Zipf's law)."""
    letters = "aeioubcdfghklmnprst"
    words = ["".join(dice.choice(letters) for _ in range(dice.randint(3, 10))) for _ in range(size)]
    return words, [1 / n for n in range(1, size + 1)]


def made_up(dice: random.Random, words: Sequence[str], weights: Sequence[float]) -> tuple[Report, list[Entry]]:
    """Return a report and what is read from it."""
    drawn = dice.choices(words, weights, k=SENTENCES * 22)
    lines = [" ".join(drawn[n * 22 : n * 22 + 22]).capitalize() + "." for n in range(SENTENCES)]
    day = (dt.date(2015, 1, 1) + dt.timedelta(days=dice.randrange(4000))).isoformat()
    report = report_from_text("\n\n".join(lines), date=day)
    entries, start = [], 0
    for n, line in enumerate(lines):
        if n % 3 == 0:
            terms = " ".join(dice.choices(words[:300], weights[:300], k=dice.randint(1, 4)))
            entries.append(entry(dice, report.quote(start, start + len(line) - 1), terms, day))
        start += len(line) + 2
    return report, entries


def batch(
    dice: random.Random, words: Sequence[str], weights: Sequence[float], number: int
) -> list[tuple[Report, list[Entry]]]:
    """Return reports, the first of each hundred with a sentence more as the last of it."""
    made = [made_up(dice, words, weights) for _ in range(number)]
    for n in range(ONE_COPY_IN - 1, number, ONE_COPY_IN):
        first = made[n - ONE_COPY_IN + 1][0]
        made[n] = report_from_text(f"{first.text}\n\n{' '.join(dice.choices(words, k=10))}.", date=first.date), []
    return made


def entry(dice: random.Random, quote: Quote, terms: str, day: str) -> Entry:
    """Return a position, an event or a claim that quotes a sentence."""
    one, other = dice.choice(PARTIES), dice.choice(PARTIES)
    kind = dice.randrange(3)
    if kind == 0:
        return Position(one, dice.choice(list(issues())), "demands", terms, quote, by=RULES)
    if kind == 1:
        return Event(dice.choice(list(acts())), one, other, day, dice.choice(PLACES), quote, by=RULES)
    return Claim(one, dice.randrange(1000), "people", "made up", "=", "attributed", quote, by=RULES)


def searches(dice: random.Random, words: Sequence[str]) -> list[dict[str, str]]:
    """Return what is searched for."""
    asked: list[dict[str, str]] = []
    for _ in range(10):
        rare, middling, frequent = (words[dice.randrange(*span)] for span in ((5000, 20000), (200, 2000), (0, 50)))
        party, issue, act = dice.choice(PARTIES), dice.choice(list(issues())), dice.choice(list(acts()))
        asked += [
            {"words": rare},
            {"words": middling},
            {"words": frequent},
            {"words": f"{frequent} {middling}"},
            {"words": frequent, "party": party},
            {"words": middling, "kind": "event"},
            {"party": party, "issue": issue},
            {"type": act, "since": "2018", "until": "2019-06"},
            {"words": frequent, "since": "2020-03", "until": "2020-03"},
        ]
    return asked


def milliseconds(record: Record, asked: Sequence[dict[str, str]]) -> list[float]:
    """Return how long each search takes."""
    times = []
    for each in asked:
        start = time.perf_counter()
        record.search(**each)  # type: ignore[arg-type]
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times)


def measure(place: Path | str, number: int, seed: int) -> None:
    """Add reports to a new record, and print a line at each size."""
    dice = random.Random(seed)
    words, weights = vocabulary(dice)
    print("  reports  sentences  added/s  busy ms  kB each      MB   search ms: median, 90%, slowest")
    added, copies, before = 0, 0, 0.0
    with Record(place) as record:
        for size in sizes(number):
            spent, busy, since = 0.0, 0.0, size - added
            while added < size:
                made = batch(dice, words, weights, min(AT_ONCE, size - added))
                start, begun = time.perf_counter(), time.process_time()
                record.add_many(made)
                busy += time.process_time() - begun
                spent, added = spent + time.perf_counter() - start, added + len(made)
                copies += sum(not entries for _, entries in made)
            times = milliseconds(record, searches(dice, words))
            mega = _size(place) if isinstance(place, Path) else 0.0
            latency = f"{statistics.median(times):.1f}, {times[len(times) * 9 // 10]:.1f}, {times[-1]:.1f}"
            rates = f"{since / spent:8.0f} {busy * 1000 / since:8.2f} {(mega - before) * 1000 / since:8.1f}"
            print(f"{size:8} {size * SENTENCES:10} {rates} {mega:7.0f}   {latency}", flush=True)
            before = mega
        start = time.perf_counter()
        found = len(record.repeats())
        print(f"{found} of {copies} that repeat another found in {time.perf_counter() - start:.1f} s", flush=True)


def joining(sizes: Sequence[int], seed: int) -> None:
    """Join the entries of records of these sizes, and print a line for each."""
    print("  reports    entries     groups   busy s   ms each")
    dice = random.Random(seed)
    words, weights = vocabulary(dice)
    for size in sizes:
        with Record() as record:
            for start in range(0, size, AT_ONCE):
                record.add_many(batch(dice, words, weights, min(AT_ONCE, size - start)))
            begun = time.process_time()
            found = record.joined()
            busy = time.process_time() - begun
        entries = sum(len(each.entries) for each in found)
        print(f"{size:9} {entries:10} {len(found):10} {busy:8.2f} {busy * 1000 / size:9.2f}", flush=True)


def sizes(number: int) -> list[int]:
    """Return powers of ten from a thousand on and the quarters of the last stretch, up to the number."""
    powers = [size for size in (1_000, 10_000, 100_000, 1_000_000) if size < number]
    last = powers[-1] if powers else 0
    return sorted({*powers, *(last + (number - last) * quarter // 4 for quarter in (1, 2, 3)), number} - {0})


def _size(path: Path) -> float:
    """Megabytes of a record, wherever its pages are at the moment."""
    with closing(sqlite3.connect(path)) as connection:
        pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return float(pages * size / 1e6)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--joined", type=int, nargs="*", default=[500, 2_000, 8_000], help="sizes, or none")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--record", help="the address of an empty database, to be measured instead of a file")
    options = parser.parse_args()
    if options.record:
        measure(options.record, options.reports, options.seed)
        return
    if options.reports:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder) / "record.db", options.reports, options.seed)
    joining(options.joined, options.seed)


if __name__ == "__main__":
    main()
