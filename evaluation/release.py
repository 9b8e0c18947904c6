#!/usr/bin/env python3
"""Keeps what a released reader reached, so that a later one can be held against it.

usage: release.py [--again]

Reads every corpus at hand and writes releases/VERSION.json: for each corpus its digest, and for each report how many
entries were right, annotated and predicted. No text and no entry is kept. A version that is there is written over only
with `--again`.
"""

import argparse
import json
import re
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from corpora import at_hand, digest
from matching import compare
from readers import read_here
from tables import Counts, counts

RELEASES = Path(__file__).with_name("releases")


def release(number: str, folders: Mapping[str, Path]) -> dict[str, Any]:
    """Return what a reader reaches on folders of annotated reports.

    Parameters
    ----------
    number
        Its version.
    folders
        By name.
    """
    corpora = {
        name: {"corpus": digest(folder), "counts": counts(compare(folder, read_here))}
        for name, folder in folders.items()
    }
    return {"version": number, "corpora": corpora}


def latest() -> Path | None:
    """Return the file of the highest version, None where there is none."""
    files = [path for path in RELEASES.glob("*.json") if path.stem.replace(".", "").isdigit()]
    return max(files, key=lambda path: [int(part) for part in path.stem.split(".")], default=None)


def counts_on(folder: Path, file: Path) -> tuple[str, Counts | None]:
    """Return the version in a file, and its counts on the reports of a folder, None where it was not measured there.

    Raises
    ------
    ValueError
        Where the file is none that this script writes.
    """
    here = digest(folder)
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        found = (corpus["counts"] for corpus in kept["corpora"].values() if corpus["corpus"] == here)
        return kept["version"], next(found, None)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ValueError(f"{file} is not what release.py writes") from None


def _text(kept: Mapping[str, Any]) -> str:
    """JSON with the three counts of a kind on one line."""
    return re.sub(r"\[\s+(\d+),\s+(\d+),\s+(\d+)\s+\]", r"[\1, \2, \3]", json.dumps(kept, indent=1)) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the file of this version."""
    parser = argparse.ArgumentParser(description="Keep what the reader of this version reaches.")
    parser.add_argument("--again", action="store_true", help="write over what is kept of this version")
    options = parser.parse_args(arguments)
    number = version("detente")
    file = RELEASES / f"{number}.json"
    if file.exists() and not options.again:
        parser.error(f"{file} is there; --again writes over it")
    kept = release(number, at_hand())
    RELEASES.mkdir(exist_ok=True)
    file.write_text(_text(kept), encoding="utf-8")
    print(f"{number}: {', '.join(kept['corpora'])} in {file}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
