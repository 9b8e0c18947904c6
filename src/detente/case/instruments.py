"""One treaty, named with its subject here and without it there: the positions on it belong to one issue.

A report that says "a binding treaty on the dam" and later "the binding treaty" speaks of one instrument. Read sentence
by sentence the second names no subject, and counts as a settlement as such.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from detente.entries import Position
from detente.ontology.issues import issues

GENERAL = "settlement"
ASSUMPTION = "named without its subject: taken as the instrument of the same name that others tie to this issue"
_INSTRUMENT = re.compile(
    r"\b([\w-]+) (?:treat(?:y|ies)|agreements?|accords?|pacts?|conventions?|charters?|protocols?)\b", re.IGNORECASE
)
_SAYS_NOTHING = frozenset(
    [
        "a",
        "an",
        "any",
        "the",
        "this",
        "that",
        "such",
        "no",
        "its",
        "their",
        "our",
        "his",
        "her",
        "every",
        "some",
        "each",
        "one",
        "new",
        "old",
        "first",
        "next",
        "final",
        "peace",
        "comprehensive",
        "overall",
        "lasting",
        "full",
        "real",
        "good",
        "in",
        "to",
        "of",
        "under",
        "by",
        "with",
    ]
)


def same_instrument(positions: Sequence[Position]) -> Mapping[str, str]:
    """Return which positions on a settlement as such belong to another issue: id to issue id.

    Parameters
    ----------
    positions
        All positions of a record.

    Returns
    -------
    Mapping
        A position whose terms name an instrument of a kind ("a binding treaty"), where the quotes of positions on just
        one other stake name one of that kind too. A peace treaty or a final agreement is the settlement itself.
    """
    tied: dict[str, set[str]] = defaultdict(set)
    for position in positions:
        if position.issue != GENERAL and position.issue in issues() and issues()[position.issue].role == "stake":
            for name in _instruments(position.quote.text):
                tied[name].add(position.issue)
    found = {}
    for position in positions:
        named = {issue for name in _instruments(position.terms) for issue in tied.get(name, ())}
        if position.issue == GENERAL and len(named) == 1:
            found[position.id] = named.pop()
    return found


def moved(position: Position, issue: str) -> Position:
    """Return a position under another issue, with the id of the entry that it is.

    Parameters
    ----------
    position, issue
        The position, and the issue's id.
    """
    other = replace(position, issue=issue)
    object.__setattr__(other, "_id", position.id)
    return other


def _instruments(text: str) -> Iterator[str]:
    """Yield the kinds of the instruments that a text names, in lower case."""
    for match in _INSTRUMENT.finditer(text):
        if (kind := match[1].casefold()) not in _SAYS_NOTHING:
            yield kind
