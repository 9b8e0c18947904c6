#!/usr/bin/env python3
"""Works out how much the reader's rules and its network count together, from reports that neither was made with.

usage: weigh.py [FOLDER...] [--print]

Reads the folders (by default the corpus `held`) and writes src/detente/reading/learned/weights.json: for positions,
acts and rounds the weights of a logistic regression on what rules and network say of an entry, and the limits under
which an entry is left out. Run it after `calibrate.py`, or after the network has been trained again.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from annotations import unfit
from corpora import FOLDERS
from detente.entries import entry_to_json
from detente.reading.learned import weighing
from detente.reading.learned.network import network
from detente.reading.reader import by_rules, merged
from detente.reports import load
from matching import Entry, pair_up

# Below which share of the like that was right an entry is left out, decided on `dev` and `seed`. What a rule has read
# can be checked against the rule, so little is enough; more of the rounds are right, and more is asked of them. Of what
# the network alone has seen as much is kept as leaves precision there within .1 of recall or above it.
LIMITS = {
    "position": {"read": 0.15, "seen": 0.35},
    "event": {"read": 0.2, "seen": 0.25},
    "round": {"read": 0.35},
}
# Strength of the prior that a piece of evidence says nothing, in the units of its weight.
PRIOR = 1.0


@dataclass(frozen=True)
class Seen:
    """Evidence for one entry.

    Parameters
    ----------
    features
        What speaks for it.
    right
        Whether a report's annotation has it.
    """

    features: Mapping[str, float]
    right: bool


@dataclass(frozen=True)
class Sample:
    """Evidence of one kind in annotated reports.

    Parameters
    ----------
    seen
        All of it.
    annotated
        Entries that the annotations have.
    """

    seen: tuple[Seen, ...]
    annotated: int


def samples(folders: Sequence[Path]) -> dict[str, Sample]:
    """Return the evidence for positions and acts in annotated reports, by kind."""
    found: dict[str, list[Seen]] = {kind: [] for kind in LIMITS}
    annotated = dict.fromkeys(LIMITS, 0)
    for path in (path for folder in folders for path in sorted(folder.glob("*.json"))):
        gold: Entry = json.loads(path.read_text(encoding="utf-8"))
        report = load(path.with_suffix(".txt"), date=gold["date"])
        rules = by_rules(report)
        entries = merged(rules, report)
        guesses = network().guesses(rules.told)
        frames = [each.frame for each in rules.told]
        evidence = {
            "position": weighing.of_positions(frames, guesses, entries.positions),
            "event": weighing.of_events(frames, guesses, entries.events),
            "round": weighing.of_rounds(frames, guesses, entries.rounds),
        }
        for kind in LIMITS:
            made = [(e, entry_to_json(entry)) for e in evidence[kind] for entry in weighing.entries_of(e, frames)]
            right = {ours for _, ours in pair_up(f"{kind}s", gold[f"{kind}s"], [entry for _, entry in made])}
            annotated[kind] += len(gold[f"{kind}s"])
            found[kind] += [Seen(e.features(), n in right) for n, (e, _) in enumerate(made)]
    return {kind: Sample(tuple(found[kind]), annotated[kind]) for kind in LIMITS}


def regression(seen: Sequence[Seen], prior: float = PRIOR) -> dict[str, float]:
    """Return the weights of a logistic regression, drawn towards nothing but for the constant.

    Parameters
    ----------
    seen
        Evidence, each with the feature ``always``.
    prior
        Inverse variance of the weights' normal prior.

    Examples
    --------
    >>> seen = [Seen({"always": 1.0, "a": float(i % 2)}, bool(i % 2)) for i in range(40)]
    >>> weights = regression(seen)
    >>> weights["a"] > 1 > 0 > weights["always"]
    True
    """
    names = sorted({name for each in seen for name in each.features})
    x = np.array([[each.features.get(name, 0.0) for name in names] for each in seen])
    y = np.array([float(each.right) for each in seen])
    held = np.array([0.0 if name == "always" else prior for name in names])
    w = np.zeros(len(names))
    for _ in range(100):
        p = 1 / (1 + np.exp(-(x @ w)))
        step = np.linalg.solve(
            (x * (p * (1 - p))[:, None]).T @ x + np.diag(held) + 1e-9 * np.eye(len(names)), x.T @ (p - y) + held * w
        )
        w -= step
        if np.abs(step).max() < 1e-10:
            break
    return {name: round(float(value), 3) for name, value in zip(names, w, strict=True)}


def weights(folders: Sequence[Path]) -> dict[str, Any]:
    """Return weights and limits by kind, with how many entries they rest on."""
    found = {}
    for kind, sample in samples(folders).items():
        fitted = regression(sample.seen)
        rests = {"seen": len(sample.seen), "right": sum(each.right for each in sample.seen)}
        found[kind] = {"least": LIMITS[kind], "rests_on": rests, "weights": fitted}
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the weights."""
    parser = argparse.ArgumentParser(description="Weigh the rules and the network against each other.")
    parser.add_argument("folders", type=Path, nargs="*", default=[FOLDERS["held"]], help="folders of annotated reports")
    parser.add_argument("--print", action="store_true", help="print the weights and write nothing")
    options = parser.parse_args(arguments)
    for folder in options.folders:
        if reason := unfit(folder):
            parser.error(reason)
    text = json.dumps(weights(options.folders), indent=1) + "\n"
    if options.print:
        print(text, end="")
    else:
        weighing.WEIGHTS_FILE.write_text(text, encoding="utf-8")
        print(f"written: {weighing.WEIGHTS_FILE}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
