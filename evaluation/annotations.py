#!/usr/bin/env python3
"""Checks annotated reports against the form of the codebook (docs/reference/codebook.md).

usage: annotations.py FOLDER

Names every fault of every NAME.json, one a line: a quote that is not in NAME.txt, an issue, type, unit or date that
does not exist, a missing or unknown field, an entry that is there twice.
"""

import argparse
import json
import re
import sys
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, get_args

from detente.entries import Comparator, Outcome, Stance, Status, Unit
from detente.ontology import acts, issues

Entry = dict[str, Any]
FIELDS = {
    "positions": "party issue stance terms precondition red_line after quote",
    "events": "type actor recipient date place quote",
    "claims": "source value unit what comparator status quote",
    "rounds": "date place parties mediators outcome agreed quote",
}
MAY_HAVE = {"positions": "key precondition_kind said_by"}
# What makes two entries of a kind the same; two figures or meetings may well look alike.
IDENTITY = {"positions": "party issue stance", "events": "type actor recipient date place quote"}
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def faults(folder: Path) -> Iterator[str]:
    """Yield every fault in a folder of annotated reports, as "NAME.json: events[2].type: ...".

    Parameters
    ----------
    folder
        Pairs of NAME.txt and NAME.json.
    """
    for path in sorted(folder.glob("*.json")):
        for place, fault in _of_file(path):
            yield f"{path.name}: {place}: {fault}" if place else f"{path.name}: {fault}"


def unfit(folder: Path) -> str | None:
    """Return in one line why a folder cannot be measured on, None where it can."""
    if not folder.is_dir():
        return f"no such folder: {folder}"
    if not any(folder.glob("*.json")):
        return f"no annotated report (*.json) in {folder}"
    found = list(faults(folder))
    return f"{folder}: {found[0]} ({len(found)} in all; annotations.py names every fault)" if found else None


def _of_file(path: Path) -> Iterator[tuple[str, str]]:
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
    except (OSError, ValueError) as exc:
        yield "", str(exc)
        return
    if not isinstance(gold, dict):
        yield "", "not an object"
        return
    if gold.get("id") != path.stem:
        yield "id", f"{gold.get('id')!r} is not the name of the file"
    if not _is_date(gold.get("date")):
        yield "date", f"{gold.get('date')!r} is not a day, month, year or null"
    for kind in FIELDS:
        yield from _of_kind(kind, gold.get(kind), text)


def _of_kind(kind: str, entries: Any, text: str) -> Iterator[tuple[str, str]]:
    if not isinstance(entries, list):
        yield kind, "a list is missing"
        return
    seen: dict[tuple[Any, ...], int] = {}
    for i, entry in enumerate(entries):
        if not isinstance(entry, dict):
            yield f"{kind}[{i}]", "not an object"
            continue
        for name, fault in _of_fields(kind, entry):
            yield f"{kind}[{i}].{name}", fault
        if not entry.get("quote") or entry["quote"] not in text:
            yield f"{kind}[{i}].quote", f"not in the text: {entry.get('quote')!r}"
        if kind in IDENTITY:
            same = seen.setdefault(tuple(entry.get(name) for name in IDENTITY[kind].split()), i)
            if same != i:
                yield f"{kind}[{i}]", f"the same as {kind}[{same}]"


def _of_fields(kind: str, entry: Entry) -> Iterator[tuple[str, str]]:
    known = FIELDS[kind].split()
    for name in known:
        if name not in entry:
            yield name, "missing"
        elif not _valid(name, entry[name]):
            yield name, f"{entry[name]!r} is not valid here"
    for name in entry.keys() - set(known) - set(MAY_HAVE.get(kind, "").split()):
        yield name, "unknown field"
    if entry.get("type") in ("CONSULT", "AGREE"):
        pair = [each for each in (entry.get("actor"), entry.get("recipient")) if each]
        if pair != sorted(pair):
            yield "actor", "actor and recipient of talks and agreements stand in alphabetical order"


def _valid(name: str, value: Any) -> bool:
    one_of: dict[str, Collection[str]] = {
        "issue": list(issues()),
        "stance": get_args(Stance),
        "type": list(acts()),
        "unit": get_args(Unit),
        "comparator": get_args(Comparator),
        "status": get_args(Status),
        "outcome": get_args(Outcome),
    }
    if name in one_of:
        return value in one_of[name]
    if name in ("after", "agreed"):
        return isinstance(value, list) and all(each in one_of["issue"] for each in value)
    if name in ("parties", "mediators"):
        return isinstance(value, list) and all(map(_is_text, value)) and (bool(value) or name == "mediators")
    if name in ("precondition", "red_line"):
        return isinstance(value, bool)
    if name == "value":
        return isinstance(value, int | float) and not isinstance(value, bool)
    if name == "date":
        return _is_date(value)
    if name in ("actor", "recipient", "place", "source"):
        return value is None or _is_text(value)
    return _is_text(value)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_date(value: Any) -> bool:
    if value is None:
        return True
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value + "-01" * (2 - value.count("-")))
    except ValueError:
        return False
    return True


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the faults of a folder; 1 where there are any."""
    parser = argparse.ArgumentParser(description="Check annotated reports against the form of the codebook.")
    parser.add_argument("folder", type=Path, help="folder of NAME.txt and NAME.json")
    folder = parser.parse_args(arguments).folder
    found = list(faults(folder))
    if not found and (reason := unfit(folder)):
        parser.error(reason)
    for line in found:
        print(line)
    print(f"{len(list(folder.glob('*.json')))} reports, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
