"""Turns an answer into entries: each is held against schema and report, and taken, or turned down with a reason."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from detente.entries import Claim, Entry, Event, Position, Provenance, Quote, Round
from detente.ontology.acts import acts
from detente.reading.llm import schema
from detente.reading.llm.alignment import align
from detente.reading.llm.grounds import Grounds, has_figure, tidy
from detente.reading.llm.sections import Section
from detente.reports.report import Report

MAX_TERMS = 14
MAX_WHAT = 11


@dataclass(frozen=True, slots=True)
class TurnedDown:
    """An entry of an answer that was not taken.

    Parameters
    ----------
    kind
        position | event | claim | round.
    reason
        Why.
    given
        The entry as JSON.
    """

    kind: str
    reason: str
    given: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of one answer.

    Parameters
    ----------
    entries
        Those that hold.
    turned_down
        Those that do not.
    unreadable
        Why nothing could be taken from the answer, "" where it has the right form.
    """

    entries: tuple[Entry, ...] = ()
    turned_down: tuple[TurnedDown, ...] = ()
    unreadable: str = ""

    def faults(self) -> list[dict[str, str]]:
        """Return what is to be mended, for the model to read."""
        if self.unreadable:
            return [{"fault": self.unreadable}]
        return [{"kind": each.kind, "fault": each.reason, "given": each.given[:160]} for each in self.turned_down]


class _No(Exception):
    """An entry that does not hold; the message says why."""


@dataclass(frozen=True, slots=True)
class Check:
    """What answers on one section are held against.

    Parameters
    ----------
    report, section
        The report and the stretch of it that was sent.
    grounds
        What the report names.
    by
        Who gave the answer.
    """

    report: Report
    section: Section
    grounds: Grounds
    by: Provenance = field(default_factory=Provenance)

    def answer(self, text: str) -> Checked:
        """Return the entries of an answer that hold, and the others with the reason.

        Parameters
        ----------
        text
            The answer as it came.
        """
        try:
            lists = schema.Lists.model_validate(json.loads(_object_in(text)))
        except ValidationError as exc:
            return Checked(unreadable=_told(exc))
        except (ValueError, RecursionError) as exc:
            return Checked(unreadable=f"not one JSON object: {tidy(str(exc))[:120]}")
        taken: list[Entry] = []
        turned_down: list[TurnedDown] = []
        for name, form in schema.FORMS.items():
            for given in getattr(lists, name):
                try:
                    taken.append(_MADE[name](self, form.model_validate(given)))
                except ValidationError as exc:
                    turned_down.append(_turned_down(name, _told(exc), given))
                except _No as exc:
                    turned_down.append(_turned_down(name, str(exc), given))
        return Checked(tuple(taken), tuple(turned_down))

    def quote(self, text: str) -> Quote:
        """Return the exact stretch of the report that a quote was copied from."""
        span = align(text, self.section, self.report)
        if span is None:
            raise _No("the quote does not stand in the text")
        start, end = span
        if sum(a < end and start < b for a, b in self.section.sentences) > 2:
            raise _No("the quote is longer than two sentences")
        if len(text.split()) < 2:
            raise _No("the quote is a single word; quote what says it")
        return self.report.quote(start, end)

    def party(self, name: str) -> str:
        """Return a party under the name that entries carry."""
        found = self.grounds.party(name)
        if found is None:
            raise _No(f"{_shown(name)} is no party that the text names")
        return found

    def date(self, date: str | None) -> str | None:
        """Return a date that the report can give."""
        if date is not None and not self.grounds.knows_date(date):
            raise _No(f"the date {_shown(date)} does not follow from the text and its date; null where unknown")
        return date

    def place(self, place: str | None) -> str | None:
        """Return a place as the text names it."""
        if place is not None and tidy(place) not in self.grounds:
            raise _No(f"the place {_shown(place)} is not named in the text")
        return None if place is None else tidy(place)


def _position(check: Check, given: schema.Position) -> Entry:
    quote = check.quote(given.quote)
    if given.issue in given.after:
        raise _No(f"{given.issue} cannot come before itself")
    strange = check.grounds.strange_numbers(given.terms)
    if strange:
        raise _No(f"the terms have a number that the text does not have: {', '.join(strange)[:60]}")
    return Position(
        check.party(given.party),
        given.issue,
        given.stance,
        _first_words(given.terms, MAX_TERMS),
        quote,
        precondition=given.precondition is not None,
        red_line=given.red_line,
        after=tuple(dict.fromkeys(given.after)),
        key=given.key,
        precondition_kind=given.precondition,
        by=check.by,
    )


def _event(check: Check, given: schema.Event) -> Entry:
    quote = check.quote(given.quote)
    actor, recipient = (None if name is None else check.party(name) for name in (given.actor, given.recipient))
    if actor is not None and actor == recipient:
        raise _No("actor and recipient are the same")
    if acts()[given.type].symmetric and actor and recipient:
        actor, recipient = sorted((actor, recipient))
    return Event(given.type, actor, recipient, check.date(given.date), check.place(given.place), quote, by=check.by)


def _claim(check: Check, given: schema.Claim) -> Entry:
    quote = check.quote(given.quote)
    if not has_figure(quote.text, given.value, given.unit):
        raise _No(f"the figure {given.value:,.12g} does not stand in the quote")
    source = None if given.source is None else check.grounds.source(given.source)
    if source is None and given.source is not None:
        raise _No(f"the source {_shown(given.source)} is not named in the text")
    if (source is None and given.status == "attributed") or (source is not None and given.status == "stated"):
        raise _No("a figure is attributed where it has a source, and stated where the report itself gives it")
    what = _first_words(given.what, MAX_WHAT)
    return Claim(source, given.value, given.unit, what, given.comparator, given.status, quote, by=check.by)


def _round(check: Check, given: schema.Round) -> Entry:
    quote = check.quote(given.quote)
    parties = tuple(sorted({check.party(name) for name in given.parties}))
    if len(parties) < 2:
        raise _No("a round needs two parties")
    return Round(
        check.date(given.date),
        check.place(given.place),
        parties,
        given.outcome,
        quote,
        tuple(sorted({check.party(name) for name in given.mediators} - set(parties))),
        tuple(dict.fromkeys(given.agreed)),
        by=check.by,
    )


_MADE: Mapping[str, Callable[[Check, Any], Entry]] = {
    "positions": _position,
    "events": _event,
    "claims": _claim,
    "rounds": _round,
}


def _object_in(text: str) -> str:
    """Return what stands between the outermost braces: some models put a code fence or a sentence around their JSON."""
    start, end = text.find("{"), text.rfind("}")
    return text[start : end + 1] if 0 <= start < end else text


def _first_words(text: str, number: int) -> str:
    return " ".join(tidy(text).split()[:number])


def _turned_down(name: str, reason: str, given: Any) -> TurnedDown:
    return TurnedDown(name.removesuffix("s"), reason, json.dumps(given, ensure_ascii=False)[:600])


def _told(exc: ValidationError) -> str:
    return "; ".join(_errors(exc))


def _errors(exc: ValidationError) -> Iterator[str]:
    for item in exc.errors(include_url=False, include_input=False)[:5]:
        place = ".".join(map(str, item["loc"]))
        yield f"{tidy(place)[:60]}: {tidy(item['msg'].removeprefix('Value error, '))}" if place else tidy(item["msg"])


def _shown(text: str) -> str:
    return f"“{tidy(text)[:60]}”"
