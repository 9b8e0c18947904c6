#!/usr/bin/env python3
"""Measures how well the main text of web pages is told from what stands around it, on a page set of your own.

usage: boilerplate.py FOLDER... [--json] [--misses]

Each FOLDER is a page set, in one of two forms:

- pairs of NAME.html and NAME.txt, the text being what a person takes for the report. Precision and recall are the
  shares of runs of four words of what was kept, and of the text, that are in the other;
- a map NAME.json of pages, each {"file": "page.html", "with": [...], "without": [...]}: what must be in the text and
  what must not. The files may lie at any depth in the folder. A string of "with" that is there is a hit, one of
  "without" that is there a false alarm.

Prints precision, recall and F1 of each set, pooled over its pages, with the counts that they rest on.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.errors import InputError
from detente.reports import load

RUN = 4


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over pages: hits, what was kept, what should have been, pages, and pages that gave no text."""

    right: float = 0
    kept: float = 0
    wanted: float = 0
    pages: int = 0
    empty: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Pool two counts."""
        return Tally(
            self.right + other.right, self.kept + other.kept, self.wanted + other.wanted,
            self.pages + other.pages, self.empty + other.empty,
        )  # fmt: skip

    def figures(self) -> dict[str, float]:
        """Return precision, recall and F1 with the counts they rest on."""
        precision = self.right / self.kept if self.kept else 0.0
        recall = self.right / self.wanted if self.wanted else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        shares = {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}
        return shares | {"right": self.right, "kept": self.kept, "wanted": self.wanted} | {
            "pages": self.pages, "pages_without_text": self.empty,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a set: its file, and either its text or what must and must not be in it."""

    file: Path
    text: str | None = None
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


def kept_text(file: Path) -> str:
    """Return what is kept of a page, "" where no text is found in it."""
    try:
        report = load(file)
    except InputError:
        return ""
    return "\n".join(report.text[start:end] for start, end in report.kept)


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words of a text; a shorter text is one run."""
    words = text.casefold().split()
    length = min(RUN, len(words))
    return Counter(tuple(words[i : i + length]) for i in range(len(words) - length + 1)) if words else Counter()


def score(page: Page) -> Tally:
    """Return the counts of one page."""
    kept = kept_text(page.file)
    empty = not kept
    if page.text is not None:
        ours, theirs = runs(kept), runs(page.text)
        return Tally((ours & theirs).total(), ours.total(), theirs.total(), 1, empty)
    said = " ".join(kept.split())
    hits, alarms = (sum(" ".join(s.split()) in said for s in each) for each in (page.present, page.absent))
    return Tally(hits, hits + alarms, len(page.present), 1, empty)


def pages(folder: Path) -> Iterator[Page]:
    """Yield the pages of a set.

    Parameters
    ----------
    folder
        With pairs of .html and .txt, or a map in .json.

    Raises
    ------
    InputError
        Where the folder has neither, or a map is not of the form or names a page that is not there.
    """
    if not folder.is_dir():
        raise InputError("not a folder; give one with pages of yours", file=folder)
    files = {file.name: file for file in sorted(folder.rglob("*")) if file.is_file()}
    maps = sorted(folder.glob("*.json"))
    found = [page for file in maps for page in _mapped(file, files)] or list(_paired(folder))
    if not found:
        raise InputError("no page in it; put NAME.html beside NAME.txt, or a map NAME.json of pages", file=folder)
    yield from found


def _paired(folder: Path) -> Iterator[Page]:
    for file in sorted(folder.rglob("*.htm*")):
        if (text := file.with_suffix(".txt")).exists():
            yield Page(file, text.read_text(encoding="utf-8"))


def _mapped(map_file: Path, files: dict[str, Path]) -> Iterator[Page]:
    try:
        rows = json.loads(map_file.read_text(encoding="utf-8"))
        entries = list(rows.values() if isinstance(rows, dict) else rows)
        wanted = [(row["file"], tuple(row["with"]), tuple(row["without"])) for row in entries]
    except (ValueError, KeyError, TypeError, AttributeError) as exc:
        raise InputError(f"not a map of pages with file, with and without ({exc!r})", file=map_file) from None
    for name, present, absent in wanted:
        file = files.get(Path(name).name)
        if file is None:
            raise InputError(
                f"the page {name!r} is not in this folder; add it or take it out of the map", file=map_file
            )
        yield Page(file, None, present, absent)


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the sets that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--misses", action="store_true", help="name the pages with the lowest F1")
    options = parser.parse_args(arguments)
    try:
        results = {str(folder): {page.file: score(page) for page in pages(folder)} for folder in options.folders}
    except InputError as exc:
        print(f"boilerplate.py: {exc}", file=sys.stderr)
        return 2
    figures = {name: sum(tallies.values(), Tally()).figures() for name, tallies in results.items()}
    if options.json:
        print(json.dumps(figures, indent=1))
        return 0
    for name, row in figures.items():
        print(f"{name}: precision {row['precision']:.3f}  recall {row['recall']:.3f}  F1 {row['f1']:.3f}  "
              f"({row['pages']} pages, {row['pages_without_text']} without text)")  # fmt: skip
        for file in sorted(results[name], key=lambda file: results[name][file].figures()["f1"])[: 10 * options.misses]:
            print(f"    {results[name][file].figures()['f1']:.3f}  {file}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
