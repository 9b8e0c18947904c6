#!/usr/bin/env python3
"""Says how often the reader finds the two main parties of a report.

usage: pairs.py GOLD_DIR [--misses]

The main parties of an annotated report are the two that share most of its rounds, talks and agreements and hold most of
its positions, a pair counting for no more than what both of them hold. They count as found where both are among those
whom the reader takes for the main parties. `--misses` names, report by report, whom it took instead.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from annotations import unfit
from detente.reading.cast import cast_of
from detente.reading.grammar.parser import parse
from detente.reports import report_from_text
from detente.reports.sentences import sentences
from matching import UNORDERED, folded

Entry = dict[str, Any]


def main_pair(gold: Entry) -> tuple[str, ...]:
    """Return the two main parties of an annotated report, empty where it names fewer than two.

    Parameters
    ----------
    gold
        A report's annotation.
    """
    shared: Counter[tuple[str, ...]] = Counter(
        pair for parties in _together(gold) for pair in combinations(sorted(set(parties)), 2)
    )
    held = Counter(each["party"] for each in gold["positions"])
    pairs = {*shared, *combinations(sorted(held), 2)}
    return min(pairs, key=lambda pair: (-_standing(pair, shared, held), pair), default=())


def _standing(pair: tuple[str, ...], shared: Mapping[tuple[str, ...], int], held: Mapping[str, int]) -> int:
    return shared.get(pair, 0) + min(held.get(party, 0) for party in pair)


def _together(gold: Entry) -> Iterator[list[str]]:
    yield from (each["parties"] for each in gold["rounds"])
    dealt = [each for each in gold["events"] if each["type"] in UNORDERED]
    yield from ([each["actor"], each["recipient"]] for each in dealt if each["actor"] and each["recipient"])


def compare(folder: Path) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Yield name, annotated and read main parties of every report in a folder.

    Parameters
    ----------
    folder
        Pairs of NAME.txt and NAME.json.
    """
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        report = report_from_text(path.with_suffix(".txt").read_text(encoding="utf-8"), date=gold["date"])
        read = cast_of(parse([each.text for each in sentences(report)]), date=report.date).pair
        if wanted := main_pair(gold):
            yield path.stem, wanted, read


def found(wanted: Sequence[str], read: Sequence[str]) -> bool:
    """True where all of the wanted parties are among those read, however their names are written."""
    return set(map(folded, wanted)) <= set(map(folded, read))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print in how many reports of a folder the main parties were found."""
    parser = argparse.ArgumentParser(description="Measure how often the main parties of a report are found.")
    parser.add_argument("gold", type=Path, help="folder of annotated reports")
    parser.add_argument("--misses", action="store_true", help="print whom the reader took instead")
    options = parser.parse_args(arguments)
    if reason := unfit(options.gold):
        parser.error(reason)
    compared = list(compare(options.gold))
    wrong = [each for each in compared if not found(*each[1:])]
    for name, wanted, read in wrong if options.misses else ():
        print(f"- {name}: {', '.join(wanted)}; read: {', '.join(read) or 'nobody'}")
    print(f"main parties found in {len(compared) - len(wrong)} of {len(compared)} reports")
    return 0


if __name__ == "__main__":
    sys.exit(main())
