"""The opposition within a state: "opposition leader Rupert Hentzau" speaks for it, never for the state's government."""

import re
from collections.abc import Sequence

from detente.ontology.actors import resolve
from detente.reading.cast.persons import add_person
from detente.reading.cast.titles import PERSON
from detente.reading.grammar.parser import Doc, text_of
from detente.reading.who.mentions import Cast, Mention

_OPPOSITION = re.compile(
    r"\b[Oo]pposition\b(?! (?:(?:was |came |has )?(?:to|from|against|voiced|expressed|of)|grew|remains)\b)"
)
_LEADS = r"(?:leads?|led|heads?|headed|speaks for|spoke for)"
_LED_BY = (
    re.compile(
        rf"\b[Oo]pposition (?:leader|chief|politician|lawmaker|deputy|senator|spokes\w+|MP)s? (?P<person>{PERSON})"
    ),
    re.compile(rf"(?P<person>{PERSON}), (?:the |an? )?(?:[\w-]+ )?opposition (?:leader|chief|politician|lawmaker)\b"),
    re.compile(rf"(?P<person>{PERSON}), (?:the )?(?:leader|head|chief) of the (?:[\w-]+ )?opposition\b"),
    re.compile(rf"(?P<person>{PERSON}),? who {_LEADS} the (?:[\w-]+ )?opposition\b"),
)


def learn_oppositions(cast: Cast, docs: Sequence[Doc]) -> None:
    """Add to a cast the opposition of each state in which a report speaks of one, unless a main party is meant.

    Parameters
    ----------
    cast
        The cast, its main parties chosen; changed in place.
    docs
        The parsed sentences.
    """
    if cast.opposition:
        return
    before: list[Mention] = []
    for text in map(text_of, docs):
        mentions = [m for m in cast.mentions(text) if cast.kind(m.party) == "state"]
        for match in _OPPOSITION.finditer(text):
            state = _state(mentions, before, match.start())
            party = _opposition_of(state)
            if party is None or any(m.start <= match.start() < m.end for m in cast.mentions(text)):
                continue
            _learn_leaders(cast, text, match, party, state)
            _learn_owned(cast, text, mentions, match, party)
        before = mentions or before


def _state(mentions: Sequence[Mention], before: Sequence[Mention], at: int) -> str | None:
    """The state named last before a word, else the first after it, else the last of the sentence before."""
    own = [m for m in mentions if m.start < at] or list(mentions[:1]) if mentions else list(before)
    return own[-1].party if own else None


def _opposition_of(state: str | None) -> str | None:
    """Name the opposition in a state: "the Norwegian opposition"."""
    actor = resolve(state) if state else None
    people = [name.text for name in actor.named if name.kind == "people"] if actor else []
    party = f"{people[0]} opposition" if people else None
    known = resolve(party) if party else None
    return known.name if known else party


def _learn_leaders(cast: Cast, text: str, match: re.Match[str], party: str, state: str | None) -> None:
    for pattern in _LED_BY:
        for led in pattern.finditer(text):
            if led.start() <= match.start() < led.end():
                # The state's own adjective had made its leader the state's.
                for name in (led["person"].strip(), led["person"].split()[-1]):
                    if cast.learned.get(name) == state and cast.kinds.get(name) == "person":
                        cast.unlearn(name)
                add_person(cast, led["person"], party)


def _learn_owned(cast: Cast, text: str, mentions: Sequence[Mention], match: re.Match[str], party: str) -> None:
    """Take "the Norwegian opposition", "Norway's opposition" for it, whatever their state is."""
    for mention in mentions:
        if text[mention.end : match.start()] in (" ", "'s ", "’s "):
            cast.learned.setdefault(text[mention.start : match.end()], party)
