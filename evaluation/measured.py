#!/usr/bin/env python3
"""Writes docs/reference/measured.md: what the reader reaches on every folder of annotated reports at hand.

usage: measured.py

No figure of that page is typed by hand. Run it after a change of the reader, of its confidence or of the reports.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from baseline import against
from corpora import ROOT, at_hand, digest
from layout import short, with_range
from matching import KINDS, compare
from readers import read_here
from release import latest
from score import figures

PAGE = ROOT / "docs" / "reference" / "measured.md"
NOTE = "<!-- Written by evaluation/measured.py; run it again instead of editing. -->"
ABOUT = {
    "reports": "the project's own reports, each on another conflict and in another genre; up to release 0.2.0 no rule"
    " was written for them, since then they are read by those who write rules, so that their figures flatter",
    "practice": "dense texts of many genres, each on another conflict, that are read by those who write rules",
    "unseen": "texts like those of practice, on other conflicts, which nobody reads who writes rules: what to expect"
    " of a report in a style that the rules were not made for",
    "news": "plain news, as agencies write it, each report on another conflict, read by those who write rules",
    "news-unseen": "plain news on other conflicts, which nobody reads who writes rules: what to expect of news",
    "held": "reports of many genres on other conflicts, annotated more densely than the others, for which no rule was"
    " written and from which the network did not learn; how much rules and network count was worked out on them",
    "dev": "news texts by which it was decided what to keep",
    "seed": "what the project started from; rules were written with it in view",
    "train": "many genres; on these the rules were developed",
}


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table in Markdown, the first row as its head."""
    head, *body = ["| " + " | ".join(row) + " |" for row in rows]
    yield from (head, "|---" * len(rows[0]) + "|", *body)


def section(name: str, found: Mapping[str, Any], baselines: Mapping[str, Any], corpus: str) -> Iterator[str]:
    """Yield what was measured on one folder.

    Parameters
    ----------
    name
        Of the folder.
    found
        All figures of the reader on it.
    baselines
        Differences to each baseline, or None.
    corpus
        Digest of the reports.
    """
    count = "One report" if found["reports"] == 1 else f"{found['reports']} reports"
    yield from (f"## {name}", "", f"{count}, digest `{corpus}`: {ABOUT[name]}.", "")
    rows = [["", "Precision", "Recall", "F1", "Annotated", "Predicted", "Calibration error"]]
    for kind in KINDS:
        here, ranges = found[f"all/{kind}"], found["intervals"][kind]
        shares = [with_range(here[each], ranges[each]) for each in ("precision", "recall", "f1")]
        error = found["reliability"].get(kind)
        sure = short(error["calibration_error"]) if error else "-"
        rows.append([kind, *shares, str(here["gold"]), str(here["pred"]), sure])
    yield from table(rows)
    yield ""
    yield from table(list(_against(baselines)))
    yield ""


def _against(baselines: Mapping[str, Any]) -> Iterator[list[str]]:
    kept = {name: kinds for name, kinds in baselines.items() if kinds}
    yield ["F1", "Reader", *(cell for name in kept for cell in (name[0].upper() + name[1:], "Difference"))]
    for kind, row in baselines["keywords"].items():
        cells = [kind, short(row["ours"])]
        for kinds in kept.values():
            theirs = kinds[kind]
            cells += [short(theirs["theirs"]), with_range(theirs["difference"], theirs["range"])]
        yield cells


def page(folders: Mapping[str, Path]) -> str:
    """Return the page."""
    lines = [
        NOTE,
        "",
        "# How well the reader reads",
        "",
        f"Measured with version {version('detente')}. In brackets: nine in ten draws of as many reports, with",
        "replacement. [How a report is read](../explanation/reading.md) says what the figures mean.",
        "",
    ]
    for name, folder in folders.items():
        found = figures(list(compare(folder, read_here)))
        lines += section(name, found, against(folder, latest()), digest(folder))
    return "\n".join(lines).rstrip() + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the page."""
    argparse.ArgumentParser(description="Write the page of figures anew.").parse_args(arguments)
    PAGE.write_text(page(at_hand()), encoding="utf-8")
    print(f"written: {PAGE}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
