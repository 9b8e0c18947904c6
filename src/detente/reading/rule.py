"""What a rule of the reader is: its name, what it says, an example and a counter-example."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the reader.

    Parameters
    ----------
    id
        Its name, kept in every entry that it yields.
    kind
        position | event | round.
    says
        The stance, the type of event, or "".
    words
        Dictionary forms of verbs or nouns that set it off.
    example
        A sentence from which it yields an entry.
    counter
        A sentence from which it yields none.
    confidence
        In [0, 1]: of two rules that read the same entry the surer one is kept. What the entry then says of itself is
        measured (`detente.reading.confidence`).
    pattern
        Regular expression of the set phrases that set it off, "" for a rule by words.
    """

    id: str
    kind: Literal["position", "event", "round"]
    says: str
    words: frozenset[str]
    example: str
    counter: str
    confidence: float
    pattern: str = ""


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a set; a table of rules reads better that way.

    Examples
    --------
    >>> sorted(words("kill wound"))
    ['kill', 'wound']
    """
    return frozenset(text.split())


def either(alternatives: Iterable[str]) -> str:
    """Return a pattern that matches any of some words, the longest of them that it can.

    Examples
    --------
    >>> either(["chief", "chiefs"])
    '(?:chiefs|chief)'
    """
    return f"(?:{'|'.join(map(re.escape, sorted(alternatives, key=lambda each: (-len(each), each))))})"
