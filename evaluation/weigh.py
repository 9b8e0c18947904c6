#!/usr/bin/env python3
"""Works out how much the reader's rules and its network count together, from reports that neither was made with.

usage: weigh.py [FOLDER...] [--print]

Reads the folders (by default the corpus `held`) and writes src/detente/reading/learned/weights.json: for positions and
for acts the weights of a logistic regression on what rules and network say of an entry, and the limit under which an
entry is left out. The limit is the lowest at which at least half of what is right is found by chance alone or, where
that is higher, the one at which precision is not below recall. Run it after `calibrate.py`, or after the network has
been trained again.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from annotations import unfit
from corpora import FOLDERS
from detente.reading.confidence import measured
from detente.reading.learned import weighing
from detente.reading.learned.network import network
from detente.reading.reader import by_rules, merged
from detente.reports import load
from matching import Entry, folded, pair_up

KINDS = ("position", "event", "round")
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
    found: dict[str, list[Seen]] = {kind: [] for kind in KINDS}
    annotated = dict.fromkeys(KINDS, 0)
    for path in (path for folder in folders for path in sorted(folder.glob("*.json"))):
        gold: Entry = json.loads(path.read_text(encoding="utf-8"))
        report = load(path.with_suffix(".txt"), date=gold["date"])
        rules = by_rules(report)
        entries = measured(merged(rules, report))
        guesses = network().guesses(rules.told)
        frames = [each.frame for each in rules.told]
        evidence = {
            "position": weighing.of_positions(frames, guesses, entries.positions),
            "event": weighing.of_events(frames, guesses, entries.events),
            "round": weighing.of_rounds(frames, guesses, entries.rounds),
        }
        true = {"position": set(_held(gold)), "event": set(_done(gold))}
        matched = {ours for _, ours in pair_up("rounds", gold["rounds"], entries.to_json()["rounds"])}
        for kind in KINDS:
            annotated[kind] += len(gold[f"{kind}s"])
            found[kind] += [
                Seen(e.features(), n in matched if kind == "round" else _folded(e.key) in true[kind])
                for n, e in enumerate(evidence[kind])
            ]
    return {kind: Sample(tuple(found[kind]), annotated[kind]) for kind in KINDS}


def _held(gold: Entry) -> Iterator[tuple[str, ...]]:
    for entry in gold["positions"]:
        yield _folded((entry["party"], entry["issue"], entry["stance"]))


def _done(gold: Entry) -> Iterator[tuple[str, ...]]:
    for entry in gold["events"]:
        both = [folded(entry[name]) for name in ("actor", "recipient")]
        yield (folded(entry["type"]), *(sorted(both) if entry["type"] in weighing.MUTUAL else both))


def _folded(key: Sequence[str]) -> tuple[str, ...]:
    names = [folded(each) for each in key]
    return (names[0], *sorted(names[1:])) if key[0] in weighing.MUTUAL else tuple(names)


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


def limit(sample: Sample, weights: Mapping[str, float]) -> float:
    """Return how sure an entry must be: where F1 is best among limits with precision not below recall."""
    shares = np.array([_share(each, weights) for each in sample.seen])
    right = np.array([each.right for each in sample.seen])
    best = (-1.0, 0.5)
    for least in np.arange(0.2, 0.6, 0.01):
        kept = shares >= least
        n, k = int(kept.sum()), int((kept & right).sum())
        if n and k / n >= k / sample.annotated:
            best = max(best, (2 * k / (n + sample.annotated), float(least)))
    return round(best[1], 2)


def _share(seen: Seen, weights: Mapping[str, float]) -> float:
    total = sum(weights.get(name, 0.0) * value for name, value in seen.features.items())
    return float(1 / (1 + np.exp(-total)))


def weights(folders: Sequence[Path]) -> dict[str, Any]:
    """Return weights and limits by kind, with how many entries they rest on."""
    found = {}
    for kind, sample in samples(folders).items():
        fitted = regression(sample.seen)
        rests = {"seen": len(sample.seen), "right": sum(each.right for each in sample.seen)}
        found[kind] = {"least": limit(sample, fitted), "rests_on": rests, "weights": fitted}
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
