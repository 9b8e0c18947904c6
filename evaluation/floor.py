#!/usr/bin/env python3
"""Checks that the reader is not worse than it was: F1 of each kind against a pinned floor.

usage: floor.py [NAME...] [--pin [--lower]]

The floor stands in floor.json with the digest of the reports that it was measured on; other texts or annotations need
a floor of their own, so a digest that does not match is an error. `--pin` measures and writes the floor anew. It never
writes a figure below the present one, unless `--lower` says that this is meant.
"""

import argparse
import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from corpora import FOLDERS, digest
from layout import columns, short
from matching import KINDS, compare
from readers import read_here
from tables import summary

FLOOR_FILE = Path(__file__).with_name("floor.json")
# A floor lies this far below what was measured: arithmetic differs between machines, and so may a borderline parse.
SLACK = 0.01
# Folders without which nothing was checked.
ALWAYS = ("reports",)
Floor = dict[str, Any]


def measured(folder: Path) -> dict[str, float]:
    """Return F1 of each kind on a folder."""
    figures = summary(list(compare(folder, read_here)))
    return {kind: figures[f"all/{kind}"]["f1"] for kind in KINDS}


def faults(name: str, folder: Path, floor: Floor, f1: Mapping[str, float]) -> Iterator[str]:
    """Yield what is wrong with the figures of a folder.

    Parameters
    ----------
    name, folder
        Of the annotated reports.
    floor
        `corpus`, the digest, and `f1` by kind.
    f1
        What was measured.
    """
    if digest(folder) != floor["corpus"]:
        yield f"{name}: the reports are not those that the floor was measured on; measure anew with --pin"
        return
    for kind in KINDS:
        if kind not in floor["f1"]:
            yield f"{name}: no floor for {kind}; pin one with --pin"
        elif f1[kind] < floor["f1"][kind]:
            yield f"{name}: F1 of {kind} is {f1[kind]:.3f}, below the floor of {floor['f1'][kind]:.3f}"


def pinned(folder: Path, f1: Mapping[str, float], old: Floor | None, *, lower: bool = False) -> Floor:
    """Return a new floor.

    Parameters
    ----------
    folder
        The annotated reports.
    f1
        What was measured on them.
    old
        The present floor, None where there is none.
    lower
        True where a figure may fall.

    Raises
    ------
    ValueError
        Where a figure would fall and `lower` is not given.

    Examples
    --------
    >>> pinned(Path("none"), {"claims": 0.948}, {"f1": {"claims": 0.9}})["f1"]
    {'claims': 0.93}
    """
    new = {kind: max(0.0, math.floor((value - SLACK) * 100 + 1e-9) / 100) for kind, value in f1.items()}
    kept = old["f1"] if old else {}
    fallen = [kind for kind in new if f1[kind] < kept.get(kind, 0)]
    if fallen and not lower:
        falls = ", ".join(f"{kind} {kept[kind]:.2f} to {new[kind]:.2f}" for kind in fallen)
        raise ValueError(f"the floor would fall ({falls}); say --lower if that is meant, and why in the commit")
    raised = {kind: value if lower else max(value, kept.get(kind, 0)) for kind, value in new.items()}
    return {"corpus": digest(folder), "f1": raised}


def take(name: str, floors: dict[str, Floor], *, pin: bool = False, lower: bool = False) -> tuple[list[str], list[str]]:
    """Measure a corpus, and check or pin its floor.

    Parameters
    ----------
    name
        Of the corpus.
    floors
        By name of the corpus; a pinned floor is put in.
    pin, lower
        Whether to pin, and whether figures may fall.

    Returns
    -------
    row : list of str
        What is printed.
    wrong : list of str
        What is wrong.
    """
    folder = FOLDERS[name]
    if not folder.is_dir():
        return [name, *["not here"] * len(KINDS)], [f"{name}: {folder} is missing"] if name in ALWAYS else []
    f1, wrong = measured(folder), []
    if pin:
        try:
            floors[name] = pinned(folder, f1, floors.get(name), lower=lower)
        except ValueError as exc:
            wrong = [f"{name}: {exc}"]
    elif name in floors:
        wrong = list(faults(name, folder, floors[name], f1))
    else:
        wrong = [f"{name}: no floor; pin one with --pin"]
    least = floors.get(name, {"f1": {}})["f1"]
    return [name, *(f"{short(least[kind]) if kind in least else '-'}  {short(f1[kind])}" for kind in KINDS)], wrong


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the floor or pin it; 1 where something is wrong."""
    parser = argparse.ArgumentParser(description="Check the reader's figures against the pinned floor.")
    parser.add_argument("names", nargs="*", help=f"corpora, by default all: {', '.join(FOLDERS)}")
    parser.add_argument("--pin", action="store_true", help="measure and write the floor anew")
    parser.add_argument("--lower", action="store_true", help="with --pin: let figures fall")
    options = parser.parse_args(arguments)
    unknown = set(options.names) - set(FOLDERS)
    if unknown:
        parser.error(f"no such corpus: {', '.join(sorted(unknown))}; there are {', '.join(FOLDERS)}")
    if options.lower and not options.pin:
        parser.error("--lower goes with --pin")
    floors: dict[str, Floor] = json.loads(FLOOR_FILE.read_text(encoding="utf-8"))
    taken = [take(name, floors, pin=options.pin, lower=options.lower) for name in options.names or FOLDERS]
    for line in columns([["floor and F1", *KINDS], *(row for row, _ in taken)]):
        print(line)
    wrong = [line for _, lines in taken for line in lines]
    for line in wrong:
        print(line, file=sys.stderr)
    if options.pin and not wrong:
        FLOOR_FILE.write_text(json.dumps(dict(sorted(floors.items())), indent=1) + "\n", encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
