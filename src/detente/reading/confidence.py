"""How sure an entry is: the share of its rule's entries that were right on annotated reports.

The figures stand in confidence.json, which `evaluation/calibrate.py` writes.
"""

import functools
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from detente.entries import Claim, Entries, Event, Position, Round

CONFIDENCE_FILE = Path(__file__).with_name("confidence.json")
E = TypeVar("E", Position, Event, Claim, Round)


def confidence(kind: str, rule: str) -> float:
    """Return the share of a rule's entries expected to be right.

    Parameters
    ----------
    kind
        position | event | claim | round.
    rule
        Id of the rule; one that was not measured has the share of its kind.

    Returns
    -------
    float
        In (0, 1).

    Examples
    --------
    >>> confidence("round", "not a rule") == confidence("round", "")
    True
    """
    of_kind = _shipped()[kind]
    return float(of_kind["rules"].get(rule, of_kind["all"])["confidence"])


def measured(entries: Entries) -> Entries:
    """Return the same entries, each with the measured confidence of its rule."""
    return replace(
        entries,
        positions=tuple(map(_measured, entries.positions)),
        events=tuple(map(_measured, entries.events)),
        claims=tuple(map(_measured, entries.claims)),
        rounds=tuple(map(_measured, entries.rounds)),
    )


def _measured(entry: E) -> E:
    return replace(entry, by=replace(entry.by, confidence=confidence(entry.kind, entry.by.rule)))


@functools.cache
def _shipped() -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(CONFIDENCE_FILE.read_text(encoding="utf-8"))
    return found
