"""What persons decided on names, and what follows from it for the entries that were read from these names.

A reader says that in one report some words stand for a party. Where a person says that they stand for another one, the
parties of all entries of the report that were read from these words are that other one in the present view; where a
person only says that they do not stand for it, they are called by these words.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from detente.entries import Claim, Entry, Event, Judgement, Naming, Position, Round
from detente.ontology import acts

_ARTICLE = re.compile(r"(?:the|an?|this|these|those|that)\s+(?=\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rename:
    """Some words of a report stand for another party than the reader said.

    Parameters
    ----------
    party
        Whom they stand for.
    judgement
        Who said so.
    """

    party: str
    judgement: Judgement


Renames = Mapping[tuple[str, str, str], Rename]
"""By report, words as `plain` has them, and the party that the reader had."""


def plain(words: str) -> str:
    """Return words as they are compared: in small letters, without article and genitive.

    Examples
    --------
    >>> plain("The  Junta's"), plain("Oslo")
    ('junta', 'oslo')
    """
    said = " ".join(words.casefold().split())
    return re.sub(r"['’]s?$", "", _ARTICLE.sub("", said, count=1))


def as_party(words: str) -> str:
    """Return words of a text as the name of a party of which no more is known.

    Examples
    --------
    >>> as_party("The junta"), as_party("The  Northern Council's")
    ('the junta', 'The Northern Council')
    """
    said = re.sub(r"['’]s?$", "", " ".join(words.split()))
    article = _ARTICLE.match(said)
    return said[:1].lower() + said[1:] if article and said[article.end()].islower() else said


def renames(decided: Iterable[tuple[Naming, Judgement, str | None]]) -> Renames:
    """Return what follows from decisions on names; of several on the same words and party the latest counts.

    Parameters
    ----------
    decided
        Namings as readers gave them, each with a decision and the party by which it stands then, if it does.
    """
    latest: dict[tuple[str, str, str], tuple[Naming, Judgement, str | None]] = {}
    for each in sorted(decided, key=lambda d: (d[1].at, d[1].id)):
        latest[each[0].quote.report, plain(each[0].quote.text), each[0].party] = each
    found = {}
    for key, (naming, judgement, stands) in latest.items():
        party = as_party(naming.quote.text) if judgement.decision == "reject" else stands
        if party is not None and party != naming.party:
            found[key] = Rename(party, judgement)
    return found


def renamed(entry: Entry, read: Entry, known: Renames) -> Entry:
    """Return an entry with the parties for which its words stand.

    Parameters
    ----------
    entry
        As it stands otherwise.
    read
        As its reader gave it: a party that a person corrected in the entry itself stays.
    known
        What was decided on names.
    """
    by: dict[str, Judgement] = {}

    def party(field: str, value: str, had: bool, words: Mapping[str, str]) -> str:
        said = words.get(field)
        found = known.get((entry.quote.report, plain(said), value)) if said and had else None
        if found is None:
            return value
        by[found.judgement.id] = found.judgement
        return found.party

    words = dict(read.by.original)
    changes: dict[str, Any] = {}
    for name in _single(entry):
        value = getattr(entry, name)
        if value is not None:
            changes[name] = party(name, value, getattr(read, name) == value, words)
    if isinstance(entry, Round) and isinstance(read, Round):
        for name in ("parties", "mediators"):
            had = getattr(read, name)
            changes[name] = tuple(sorted({party(f"{name}.{v}", v, v in had, words) for v in getattr(entry, name)}))
    if not by:
        return entry
    told = tuple(sorted(by.values(), key=lambda j: (j.at, j.id)))
    return _ordered(replace(entry, **changes, by=replace(entry.by, renamed=told, before=entry.id)))


def _single(entry: Entry) -> tuple[str, ...]:
    match entry:
        case Position():
            return ("party", "said_by")
        case Event():
            return ("actor", "recipient")
        case Claim():
            return ("source",)
        case Round():
            return ()


def _ordered(entry: Entry) -> Entry:
    """Parties stand sorted where their order means nothing."""
    if isinstance(entry, Event) and entry.type and acts()[entry.type].symmetric and entry.actor and entry.recipient:
        first, second = sorted((entry.actor, entry.recipient))
        return replace(entry, actor=first, recipient=second)
    return entry
