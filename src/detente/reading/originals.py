"""The words of the text that became a resolved value: "Kyiv" for a party, "on Monday" for a date; and names of parties.

Nothing is read here. A sentence is gone through once more, after all has been read from it and before the next one is
begun, so that its pronouns and descriptions still mean whom they meant.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from detente.entries import Claim, Entries, Event, Naming, Position, Quote, Round
from detente.reading.frame import Frame, by
from detente.reading.grammar.parser import Token, children, text_of
from detente.reading.who.roles import named_parties

E = TypeVar("E", Position, Event, Claim, Round)
_PARTIES = ("party", "actor", "recipient", "source", "said_by")
_LISTS = ("parties", "mediators")
_BEFORE = ("det", "amod", "compound", "nmod:poss", "nummod", "flat")
# Names of the table of actors are certain but for a place or a person of the same name; who a person or a description
# stands for is worked out from the report. A judgement, not measured.
_SURE = {"person": 0.8, "leader": 0.8, "description": 0.6}
_SURE_OF_NAMES = 0.9


@dataclass(frozen=True, slots=True)
class Heard:
    """Words of a sentence that stand for a party.

    Parameters
    ----------
    start, end
        Character span in the report.
    party
        The party.
    how
        name | capital | people | metonym | leader | person | description | pointer (a pronoun, "both sides").
    """

    start: int
    end: int
    party: str
    how: str


def heard(frame: Frame) -> list[Heard]:
    """Return the words of a sentence that stand for parties, in order.

    Parameters
    ----------
    frame
        The sentence, when all has been read from it.
    """
    resolver, at = frame.resolver, frame.sentence.start
    named = [Heard(at + m.start, at + m.end, m.party, m.kind) for m in resolver.cast.mentions(frame.text)]
    found = list(named)
    for token, parties in resolver.heard(frame.doc):
        start, end = _phrase(token)
        # What is known by a name in it ("Norway's junta") is told by that name.
        if not (named_parties(resolver.cast, token) or any(m.start < at + end and at + start < m.end for m in named)):
            # "Both sides" stands for two, and is the name of neither; "his government" is that of whoever was named.
            owned = any(each.pos_ == "PRON" for each in children(token, "nmod:poss"))
            points = token.pos_ in ("PRON", "DET") or len(parties) > 1 or owned
            how = "pointer" if points else "description"
            found += [Heard(at + start, at + end, party, how) for party in parties]
    return sorted(found, key=lambda h: (h.start, h.end, h.party))


def _phrase(token: Token) -> tuple[int, int]:
    """A noun with what stands before it: "the ruling junta"."""
    start = token.idx
    for left in sorted(children(token, *_BEFORE), key=lambda t: -t.i):
        if left.i < token.i and start - left.idx - len(left.text) <= 1:
            start = left.idx
    return start, token.idx + len(token.text)


def namings(frame: Frame, found: Iterable[Heard]) -> Iterator[Naming]:
    """Yield the names and descriptions of parties in a sentence.

    Parameters
    ----------
    frame
        The sentence.
    found
        What stands for parties in it.
    """
    for each in found:
        if each.how != "pointer":
            quote = frame.report.quote(each.start, each.end)
            yield Naming(each.party, quote, by(f"name-{each.how}", _SURE.get(each.how, _SURE_OF_NAMES)))


def named_once(found: Iterable[Naming]) -> tuple[Naming, ...]:
    """Keep of each name of a party where the report first uses it."""
    kept: dict[tuple[str, str], Naming] = {}
    for naming in found:
        kept.setdefault((naming.party, " ".join(naming.quote.text.casefold().split())), naming)
    return tuple(sorted(kept.values(), key=lambda n: (n.quote.start, n.quote.end, n.id)))


def with_originals(entries: Entries, frames: Sequence[Frame], found: Sequence[Sequence[Heard]]) -> Entries:
    """Return the same entries, each with the words that its values were made of, as far as they stand near its quote.

    Parameters
    ----------
    entries
        Of a report.
    frames
        Its sentences.
    found
        What stands for parties in each of them.
    """
    near = _Near(frames, found)
    return replace(
        entries,
        positions=tuple(map(near.told, entries.positions)),
        events=tuple(map(near.told, entries.events)),
        claims=tuple(map(near.told, entries.claims)),
        rounds=tuple(map(near.told, entries.rounds)),
    )


class _Near:
    """Finds words in the sentences of a quote."""

    def __init__(self, frames: Sequence[Frame], found: Sequence[Sequence[Heard]]) -> None:
        self._frames, self._found = frames, found

    def told(self, entry: E) -> E:
        """Return an entry with the words for its fields; what its rule has noted by itself stays."""
        said = {name: words for name, words in self._words(entry) if words}
        return replace(entry, by=replace(entry.by, original=tuple((said | dict(entry.by.original)).items())))

    def _words(self, entry: Any) -> Iterator[tuple[str, str | None]]:
        here = self._at(entry.quote)
        for name in _PARTIES:
            if value := getattr(entry, name, None):
                yield name, self._party(value, entry.quote, here)
        for name in _LISTS:
            for value in getattr(entry, name, ()):
                yield f"{name}.{value}", self._party(value, entry.quote, here)
        if value := getattr(entry, "date", None):
            yield "date", self._date(value, entry.quote, here)
        if value := getattr(entry, "place", None):
            yield "place", self._place(value, here)

    def _at(self, quote: Quote) -> list[int]:
        return [n for n, f in enumerate(self._frames) if f.sentence.start < quote.end and quote.start < f.sentence.end]

    def _party(self, party: str, quote: Quote, here: Sequence[int]) -> str | None:
        fitting = [h for n in here for h in self._found[n] if h.party == party]
        if not fitting:
            return None
        # Of several in the quote the first, otherwise the nearest.
        best = min(fitting, key=lambda h: (_off(h.start, h.end, quote), h.start, -h.end))
        return self._text(best.start, best.end)

    def _date(self, date: str, quote: Quote, here: Sequence[int]) -> str | None:
        for n in (*here, *range(min(here, default=0) - 1, max(-1, min(here, default=0) - 4), -1)):
            frame = self._frames[n]
            at = frame.sentence.start
            fitting = [d for d in frame.dates if date in (d.past, d.future)]
            if fitting:
                best = min(fitting, key=lambda d: (_off(at + d.start, at + d.end, quote), d.start))
                return self._text(at + best.start, at + best.end)
        return None

    def _place(self, place: str, here: Sequence[int]) -> str | None:
        """A place is named as the text has it, unless the text says "here"."""
        for n in here:
            frame = self._frames[n]
            if place in text_of(frame.doc):
                return place
            if said := _HERE.search(text_of(frame.doc)):
                return self._text(frame.sentence.start + said.start(), frame.sentence.start + said.end())
        return None

    def _text(self, start: int, end: int) -> str:
        return " ".join(self._frames[0].report.text[start:end].split()).strip(",;:.")


_HERE = re.compile(r"\b(?:in this (?:[\w-]+ )?(?:city|town|village)|here)\b", re.IGNORECASE)


def _off(start: int, end: int, quote: Quote) -> int:
    """How far a stretch lies from a quote; 0 inside it."""
    return max(0, quote.start - start, end - quote.end)
