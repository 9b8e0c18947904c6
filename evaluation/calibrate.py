#!/usr/bin/env python3
"""Works out how sure the reader may be of the entries of each rule, from annotated reports.

usage: calibrate.py [FOLDER...] [--print]

Reads the folders (by default the reports that the network learned from, for which no rule was written) and writes
src/detente/reading/confidence.json: for each rule how many of its entries were right, of how many, and its confidence.
That is the share that was right, drawn towards the share of all entries of the kind, the more so the fewer entries
there are. Run it after any change of the rules.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from math import lgamma
from pathlib import Path
from typing import Any

from annotations import unfit
from corpora import TAUGHT
from detente.reading.confidence import CONFIDENCE_FILE
from matching import KINDS, compare
from readers import read_by_rules
from tables import by_rule

# Weights of the prior that are tried, in entries. Under 2 a single entry decides; over 64 rules hardly differ.
STRENGTHS = (2, 4, 8, 16, 32, 64)
Row = tuple[int, int]


def likelihood(rows: Iterable[Row], mean: float, strength: float) -> float:
    """Return the log likelihood of rules' counts if their shares come from one beta distribution.

    Parameters
    ----------
    rows
        Right and predicted entries of each rule.
    mean, strength
        Of the distribution: alpha = mean * strength, beta = (1 - mean) * strength.

    Source
    ------
    The beta-binomial distribution (Skellam 1948), without the binomial coefficients, which do not depend on the prior.

    Examples
    --------
    >>> from math import exp
    >>> round(exp(likelihood([(1, 1)], 0.6, 10)), 3)
    0.6
    """
    alpha, beta = mean * strength, (1 - mean) * strength
    return sum(_log_beta(alpha + right, beta + n - right) - _log_beta(alpha, beta) for right, n in rows)


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def shrunk(rows: Mapping[str, Row]) -> dict[str, Any]:
    """Return the confidence of every rule of one kind.

    Parameters
    ----------
    rows
        Right and predicted entries by rule.

    Returns
    -------
    dict
        `all`, the counts and confidence of the kind; `prior`, how many entries the kind's share weighs; and `rules`.

    Examples
    --------
    >>> found = shrunk({"sure": (90, 100), "seldom": (1, 1), "poor": (5, 50)})
    >>> found["rules"]["poor"]["confidence"] < found["all"]["confidence"] < found["rules"]["seldom"]["confidence"]
    True
    >>> found["rules"]["seldom"]["confidence"] < found["rules"]["sure"]["confidence"] < 0.9
    True
    """
    right, n = (sum(row[i] for row in rows.values()) for i in (0, 1))
    # One entry right and one wrong beside what was seen, so that no kind is certain.
    mean = (right + 1) / (n + 2)
    strength = max(STRENGTHS, key=lambda each: likelihood(rows.values(), mean, each))
    return {
        "all": {"right": right, "of": n, "confidence": round(mean, 3)},
        "prior": strength,
        "rules": {
            rule: {"right": k, "of": m, "confidence": round((k + mean * strength) / (m + strength), 3)}
            for rule, (k, m) in sorted(rows.items())
        },
    }


def calibration(folders: Iterable[Path]) -> dict[str, Any]:
    """Return the table of the reader as it is, by kind of entry.

    Parameters
    ----------
    folders
        Annotated reports.
    """
    rules = by_rule(each for folder in folders for each in compare(folder, read_by_rules))
    return {
        kind.removesuffix("s"): shrunk(
            {rule: (int(row["right"]), int(row["predicted"])) for rule, row in rules.get(kind, {}).items()}
        )
        for kind in KINDS
    }


def text(table: Mapping[str, Any]) -> str:
    """Return the table as JSON, a rule on each line."""
    kinds = []
    for kind, found in table.items():
        rules = ",\n".join(f"   {json.dumps(rule)}: {json.dumps(row)}" for rule, row in found["rules"].items())
        head = f'  "all": {json.dumps(found["all"])},\n  "prior": {found["prior"]},\n'
        kinds.append(f' "{kind}": {{\n{head}  "rules": {{\n{rules}\n  }}\n }}')
    return "{\n" + ",\n".join(kinds) + "\n}\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the table."""
    parser = argparse.ArgumentParser(description="Work out the confidence of the reader's rules.")
    parser.add_argument("folders", type=Path, nargs="*", default=[TAUGHT], help="folders of annotated reports")
    parser.add_argument("--print", action="store_true", help="print the table and write nothing")
    options = parser.parse_args(arguments)
    for folder in options.folders:
        if reason := unfit(folder):
            parser.error(reason)
    found = text(calibration(options.folders))
    if options.print:
        print(found, end="")
    else:
        CONFIDENCE_FILE.write_text(found, encoding="utf-8")
        print(f"written: {CONFIDENCE_FILE}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
