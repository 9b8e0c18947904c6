#!/usr/bin/env python3
"""Holds the reader against keywords, against its rules alone and against the last release, on the same reports.

usage: baseline.py FOLDER [--against FILE_OR_DIR] [--json]

Prints F1 by kind of each, the difference with the range over reports drawn again (both readers on the same draw), and
the share of draws in which this reader is ahead. What a release reached stands in releases/VERSION.json (release.py);
a folder holds what any other reader read, one NAME.json per report (score.py --save).
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from annotations import unfit
from bootstrap import differences
from layout import columns, short
from matching import compare
from readers import read_by_keywords, read_by_rules, read_from, read_here
from release import counts_on, latest
from tables import counts


def against(folder: Path, file: Path | None) -> dict[str, Any]:
    """Return the differences to every baseline on a folder.

    Parameters
    ----------
    folder
        Annotated reports.
    file
        What a release reached, or a folder of another reader's entries; None for neither.

    Returns
    -------
    dict
        By name of the baseline: differences by kind, or None where the release was not measured on these reports.
    """
    ours = counts(compare(folder, read_here))
    found: dict[str, Any] = {
        "keywords": differences(ours, counts(compare(folder, read_by_keywords))),
        "rules alone": differences(ours, counts(compare(folder, read_by_rules))),
    }
    if file and file.is_dir():
        found[file.name] = differences(ours, counts(compare(folder, read_from(file))))
    elif file:
        number, theirs = counts_on(folder, file)
        found[f"release {number}"] = differences(ours, theirs) if theirs else None
    return found


def lines(name: str, rows: Mapping[str, Mapping[str, Any]] | None) -> Iterator[str]:
    """Yield the table of one baseline."""
    if rows is None:
        yield f"{name}: not measured on these reports"
        return
    table = [["F1", "reader", name, "difference", "nine in ten draws", "ahead"]]
    for kind, row in rows.items():
        low, high = row["range"]
        figures = [short(row["ours"]), short(row["theirs"]), short(row["difference"]), f"{short(low)} to {short(high)}"]
        table.append([kind, *figures, f"{row['better']:.0%}"])
    yield from columns(table)


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare on a folder and print."""
    parser = argparse.ArgumentParser(description="Hold the reader against baselines.")
    parser.add_argument("gold", type=Path, help="folder of annotated reports")
    parser.add_argument(
        "--against", type=Path, help="what a release reached, by default the last one kept; or a folder"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    if reason := unfit(options.gold):
        parser.error(reason)
    if options.against and not options.against.exists():
        parser.error(f"no such file or folder: {options.against}")
    try:
        found = against(options.gold, options.against or latest())
    except ValueError as exc:
        parser.error(str(exc))
    if options.json:
        print(json.dumps(found, indent=1))
        return 0
    for n, (name, rows) in enumerate(found.items()):
        for line in ["", *lines(name, rows)] if n else lines(name, rows):
            print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
