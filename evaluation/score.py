#!/usr/bin/env python3
"""Scores what a reader took from annotated reports.

usage: score.py GOLD_DIR [PREDICTED_DIR] [--rules] [--json] [--tables] [--misses] [--save DIR]

GOLD_DIR holds one NAME.json per report (docs/reference/codebook.md) and NAME.txt beside it. Without PREDICTED_DIR the
reports are read here with the project's own reader (`--rules`: by its rules alone), each with its gold date. Prints
precision, recall and F1 of positions, events, claims and rounds with the range over reports drawn again, then the share
of matched entries whose other fields agree; `--tables` adds every label, every rule, and how far confidence can be
believed; `--save` keeps what was read as one NAME.json per report, to compare with later. An entry whose quote is not
in the text counts as wrong.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from annotations import unfit
from bootstrap import intervals
from layout import overview
from layout import tables as all_tables
from matching import Compared as Compared
from matching import compare as compare
from matching import pair_up as pair_up
from matching import same_event as same_event
from readers import read_by_rules, saving
from readers import read_from as read_from
from readers import read_here as read_here
from tables import by_label, by_report, by_rule, counts, reliability
from tables import summary as summary


def figures(compared: Sequence[Compared]) -> dict[str, Any]:
    """Return everything that is measured of a reader on a folder.

    Parameters
    ----------
    compared
        All comparisons of the folder.

    Returns
    -------
    dict
        `summary` with `intervals`, `by_report`, `labels`, `rules` and `reliability` added.
    """
    by_kind = counts(compared)
    return summary(compared) | {
        "reports": len(by_kind),
        "by_report": by_report(by_kind),
        "intervals": intervals(by_kind),
        "labels": by_label(compared),
        "rules": by_rule(compared),
        "reliability": reliability(compared),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Score a folder and print the figures."""
    parser = argparse.ArgumentParser(description="Score a reader against annotated reports.")
    parser.add_argument("gold", type=Path, help="folder of annotated reports")
    parser.add_argument(
        "predicted", type=Path, nargs="?", help="folder of predictions; without it the reports are read here"
    )
    parser.add_argument("--rules", action="store_true", help="read by the rules alone, without the network")
    parser.add_argument("--json", action="store_true", help="print one JSON object with all figures and tables")
    parser.add_argument("--tables", action="store_true", help="print also every label, rule and bin of confidence")
    parser.add_argument("--misses", action="store_true", help="print what was missed (-) and what is wrong (+)")
    parser.add_argument("--save", type=Path, metavar="DIR", help="keep what was read in this folder")
    options = parser.parse_args(arguments)
    if reason := unfit(options.gold):
        parser.error(reason)
    if options.predicted and options.rules:
        parser.error("--rules reads here, and a folder of predictions is given; leave one of them out")
    predict = read_from(options.predicted) if options.predicted else read_by_rules if options.rules else read_here
    compared = list(compare(options.gold, saving(predict, options.save) if options.save else predict))
    if options.misses:
        for each in compared:
            for line in each.misses():
                print(line, file=sys.stderr if options.json else sys.stdout)
    found = figures(compared)
    if options.json:
        print(json.dumps(found, indent=1))
        return 0
    print(f"{found['reports']} reports in {options.gold}; in brackets nine in ten draws of reports")
    for line in [*overview(found), *(all_tables(found) if options.tables else ())]:
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
