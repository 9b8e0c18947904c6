"""Short forms of bodies that a report names in full: "the court", "the alliance"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from detente.ontology.actors import resolve
from detente.reading.grammar.parser import Doc, text_of
from detente.reading.rule import words
from detente.reading.who.mentions import Cast

# Nouns by which a body that was named in full is taken up again, and those with which it keeps its capital.
_TAKEN_UP = words("Court Tribunal Alliance League Agency")
_CAPITAL = words("Organisation Organization Congress Union Movement Front")


def learn_short_forms(cast: Cast, docs: Sequence[Doc]) -> None:
    """Learn "the court", "the alliance" where one party alone of the report has that noun in a name of its own.

    Parameters
    ----------
    cast
        The cast, its parties counted; changed in place.
    docs
        The parsed sentences.
    """
    text = "\n".join(text_of(doc) for doc in docs)
    bearers: dict[str, set[str]] = defaultdict(set)
    for party in cast.counts:
        for head in _heads(party):
            bearers[head].add(party)
    for head, parties in bearers.items():
        named = re.findall(rf"\b[A-Z][\w'-]+ (?:[A-Z][\w'-]+ )*{head}\b|\b{head} (?:of|for) (?:the )?[A-Z]\w+", text)
        known = {resolve(name.strip()) for name in named} - {None}
        if len(parties) != 1 or len(known) > 1 or any(resolve(name) is None for name in named):
            continue
        party = next(iter(parties))
        for noun in (head, head.casefold()) if head in _TAKEN_UP else (head,):
            for name in (f"the {noun}", f"The {noun}"):
                if name in text and resolve(name) is None:
                    cast.learned.setdefault(name, party)


def _heads(party: str) -> Iterator[str]:
    """The nouns of a body's own names: "International Criminal Court" has "Court"."""
    actor = resolve(party)
    names = actor.names if actor is not None and actor.kind != "state" else ()
    for name in names:
        parts = name.split()
        of = next((i for i, word in enumerate(parts) if word in ("of", "for")), len(parts))
        if len(parts) > 1 and of and parts[of - 1] in _TAKEN_UP | _CAPITAL:
            yield parts[of - 1]
