"""Claims side by side: who says which figure on one event, what follows from them, and what cannot all be true.

A claim belongs to the event that is told with it: of those in its own sentence the nearest, otherwise the last one told
before it in the same paragraph, no more than three sentences back; otherwise to none. A row of a table is about its
one event. Events that the record joins are
one, so figures of several reports stand together. Within an event figures of one unit are on the same thing if half of
the words of the shorter description stand in the other, or if one says nothing beyond the unit.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from detente.entries import Claim, Comparator, Entry, Event, Round, Unit
from detente.ontology.actors import resolve
from detente.record.joining import Joined
from detente.record.wording import akin, content
from detente.reports import Report, sentences
from detente.tabled import Tabled

_SENTENCES_BACK = 3
# What can be a whole with parts: things that are counted.
_COUNTED = frozenset(get_args(Unit)) - {"USD", "EUR", "share", "days", "hours", "minutes", "months", "years", "km"}
_ABOUT = 0.1
"""How far a figure that is said to be about something may be off, for saying that two figures cannot both be true."""
_OF_THEM = re.compile(r"\bof (?:them|these|those|which|whom|it)\b", re.IGNORECASE)
_PART = re.compile(r"\b(?:including|among (?:them|these|those|whom|which)|of (?:them|whom|which|these|those))\b", re.I)


@dataclass(frozen=True, slots=True)
class Said:
    """One figure as one report has it.

    Parameters
    ----------
    claim
        The entry.
    report
        Where it stands.
    source
        Who it goes back to: whom the report gives as its source, whatever outlet quotes them; otherwise the report's
        outlet; of a report that repeats another, the outlet of that.
    """

    claim: Claim
    report: Report
    source: str


@dataclass(frozen=True, slots=True)
class Thing:
    """Figures on the same thing.

    Parameters
    ----------
    about, unit
        What is counted, in the shortest words given.
    said
        Who says what, by date.
    low, high
        Least and greatest figure that is not denied, None where all are.
    sources
        Those that do not repeat each other, sorted.
    """

    about: str
    unit: str
    said: tuple[Said, ...]
    low: float | None
    high: float | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Derived:
    """A figure that nobody gave but that follows from figures that were given.

    Parameters
    ----------
    value, unit, comparator
        As of a claim.
    how
        The sum in words.
    parts
        The claims that it follows from.
    """

    value: float
    unit: str
    comparator: Comparator
    how: str
    parts: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Figures that cannot all be true.

    Parameters
    ----------
    what
        Why not, in words.
    claims
        The figures.
    """

    what: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Account(Tabled):
    """The figures on one event.

    Parameters
    ----------
    event
        The event or meeting with all its quotes; None for figures that belong to none.
    things
        What figures are given on.
    derived
        What follows from them.
    contradictions
        Which of them cannot all be true.
    """

    event: Joined | None
    things: tuple[Thing, ...]
    derived: tuple[Derived, ...]
    contradictions: tuple[Contradiction, ...]


def accounts(
    groups: Sequence[Joined], reports: Mapping[str, Report], origins: Mapping[str, str], standing: Iterable[Claim]
) -> list[Account]:
    """Return the figures by the events that they belong to, those that belong to none last.

    Parameters
    ----------
    groups
        Entries that tell of the same, together.
    reports
        By id.
    origins
        Report id to the report that it repeats in the end.
    standing
        The claims to show.
    """
    home = {entry.id: n for n, group in enumerate(groups) for entry in group.entries}
    told: dict[str, list[Event | Round]] = defaultdict(list)
    for group in groups:
        for entry in group.entries:
            if isinstance(entry, Event | Round):
                told[entry.quote.report].append(entry)
    outlets = {report.outlet.casefold(): report.outlet for report in reports.values() if report.outlet}
    found: dict[int | None, list[Said]] = defaultdict(list)
    for claim in standing:
        report = reports[claim.quote.report]
        event = belongs(claim, told[report.id], report)
        origin = reports.get(origins.get(report.id, report.id), report)
        found[home[event.id] if event else None].append(Said(claim, report, _source(claim, origin, outlets)))
    order = sorted(found, key=lambda n: (n is None, n or 0))
    return [_account(None if n is None else groups[n], found[n]) for n in order]


def on(what: str, found: Iterable[Account]) -> list[Account]:
    """Return what is said on something: things in whose figures all of the words stand, and what rests on these.

    Parameters
    ----------
    what
        Words; of the description, the unit or the quote.
    found
        Accounts.
    """
    words = content(what)
    kept = []
    for account in found:
        shown = tuple(thing for thing in account.things if any(words <= _words(s.claim) for s in thing.said))
        ids = {s.claim.id for thing in shown for s in thing.said}
        derived = tuple(each for each in account.derived if ids & {claim.id for claim in each.parts})
        against = tuple(each for each in account.contradictions if ids & {claim.id for claim in each.claims})
        if shown:
            kept.append(replace(account, things=shown, derived=derived, contradictions=against))
    return kept


def _words(claim: Claim) -> frozenset[str]:
    return content(f"{claim.what} {claim.unit} {claim.quote.text}")


def belongs(claim: Claim, events: Sequence[Event | Round], report: Report) -> Event | Round | None:
    """Return the event or meeting of its report that a claim belongs to, None where it belongs to none.

    Parameters
    ----------
    claim
        The figure.
    events
        Of the same report.
    report
        The report.
    """
    parts = sentences(report)
    own = _sentence(claim, report)
    if own is None:
        one_event = len({(e.quote.start, e.quote.end) for e in events}) == 1
        return min(events, key=lambda e: e.id) if one_event else None
    placed = [(e, n) for e in events if (n := _sentence(e, report)) is not None]
    here = [e for e, n in placed if n == own]
    if here:
        return min(here, key=lambda e: (_gap(e, claim), e.kind != "event", e.quote.start, e.id))
    before = [
        (n, e) for e, n in placed if own - _SENTENCES_BACK <= n < own and parts[n].paragraph == parts[own].paragraph
    ]
    return max(before, key=lambda p: (p[0], p[1].quote.start, p[1].kind == "event", p[1].id))[1] if before else None


def bounds(claim: Claim) -> tuple[float, float]:
    """Return the least and the greatest number that a claim can mean.

    Examples
    --------
    >>> from detente.entries import Quote
    >>> bounds(Claim(None, 40, "people", "freed", ">", "stated", Quote("r", 0, 2, "40")))
    (40, inf)
    """
    value, off = claim.value, abs(claim.value) * _ABOUT
    low_high: dict[Comparator, tuple[float, float]] = {
        "=": (value, value),
        ">": (value, math.inf),
        "<": (-math.inf, value),
        "~": (value - off, value + off),
    }
    return low_high[claim.comparator]


def alike(a: Claim, b: Claim, *, one_event: bool) -> bool:
    """Return whether two claims are on the same thing, as far as units and words show.

    Parameters
    ----------
    a, b
        Two figures.
    one_event
        Whether they belong to one event: there a figure that says no more than its unit is on what the others are on.
    """
    if a.unit != b.unit:
        return False
    one, other = content(a.what, a.unit), content(b.what, b.unit)
    if not one or not other:
        return (one_event and a.unit in _COUNTED - {"other"}) or a.what.casefold() == b.what.casefold()
    return akin(one, other)


def things(said: Iterable[Said], *, one_event: bool) -> tuple[Thing, ...]:
    """Return figures by what they are on.

    Parameters
    ----------
    said
        The figures.
    one_event
        Whether they belong to one event.
    """
    groups: list[list[Said]] = []
    for each in sorted(said, key=lambda s: (s.claim.unit, s.claim.what, s.claim.value, s.source, s.claim.id)):
        fits = (g for g in groups if any(alike(each.claim, other.claim, one_event=one_event) for other in g))
        home = next(fits, None)
        if home is None:
            groups.append([each])
        else:
            home.append(each)
    return tuple(_thing(group) for group in groups)


def _account(event: Joined | None, said: Sequence[Said]) -> Account:
    found = things(said, one_event=event is not None)
    derived, impossible = _arithmetic(said) if event else ((), ())
    # Of figures that belong to no event nothing says that they are on one day.
    differing = [c for thing in found for c in _contradictions(thing)] if event else []
    return Account(event, found, derived, (*impossible, *differing))


def _thing(group: Sequence[Said]) -> Thing:
    ordered = sorted(group, key=lambda s: (s.report.date or "", s.claim.quote.report, s.claim.quote.start, s.claim.id))
    values = [s.claim.value for s in group if s.claim.status != "denied"]
    about = min((s.claim.what for s in group), key=lambda what: (len(what), what))
    sources = tuple(sorted({s.source for s in group}))
    return Thing(
        about, group[0].claim.unit, tuple(ordered), min(values, default=None), max(values, default=None), sources
    )


def _contradictions(thing: Thing) -> Iterator[Contradiction]:
    """Figures of two sources that do not overlap, and a source that later says otherwise."""
    held = [s for s in thing.said if s.claim.status != "denied"]
    for n, one in enumerate(held):
        for other in held[n + 1 :]:
            (low, high), (least, most) = bounds(one.claim), bounds(other.claim)
            if max(low, least) <= min(high, most):
                continue
            if one.source != other.source:
                what = f"{one.source} and {other.source} give figures that do not overlap"
            elif (one.report.date or "") < (other.report.date or ""):
                what = f"{one.source} says otherwise later"
            else:
                what = f"{one.source} gives two figures"
            yield Contradiction(f"{thing.about}: {what}", (one.claim, other.claim))


def _arithmetic(said: Sequence[Said]) -> tuple[tuple[Derived, ...], tuple[Contradiction, ...]]:
    """Shares of a total, and parts of a whole, within each report."""
    derived: list[Derived] = []
    impossible: list[Contradiction] = []
    by_report: dict[str, list[Said]] = defaultdict(list)
    for each in said:
        if each.claim.status != "denied":
            by_report[each.report.id].append(each)
    for own in by_report.values():
        claims = sorted((s.claim for s in own), key=lambda c: (c.quote.start, c.quote.end, c.id))
        for claim in claims:
            whole = _whole(claim, claims)
            if whole:
                derived += _of_share(claim, whole)
        for whole, parts in _parts(claims, own[0].report):
            total = sum(part.value for part in parts)
            if min(bounds(part)[0] for part in parts) > bounds(whole)[1] or total > bounds(whole)[1]:
                impossible.append(Contradiction("the parts are more than the whole", (whole, *parts)))
            elif total < whole.value:
                how = f"{whole.value:g} {whole.unit} less " + " and ".join(f"{p.value:g} {p.unit}" for p in parts)
                unsure = any(c.comparator != "=" for c in (whole, *parts))
                derived.append(Derived(whole.value - total, whole.unit, "~" if unsure else "=", how, (whole, *parts)))
    return tuple(derived), tuple(impossible)


def _whole(share: Claim, claims: Sequence[Claim]) -> Claim | None:
    """The nearest count before a share that its words name, or call "them"."""
    if share.unit != "share" or not 0 < share.value < 1:
        return None
    counts = [c for c in claims if c.unit in _COUNTED and c.quote.start < share.quote.start]
    text = f"{share.what} {share.quote.text}"
    if _OF_THEM.search(text):
        return counts[-1] if counts else None
    words = content(text)
    named = [c for c in counts if words & (content(c.what) | {c.unit.removesuffix("s")})]
    return named[-1] if named else None


def _of_share(share: Claim, whole: Claim) -> list[Derived]:
    """The part and the rest; shares in words are round, so both are about."""
    taken = share.value * whole.value
    made = ((taken, f"{share.value:.0%} of {whole.value:g}"), (whole.value - taken, f"the rest of {whole.value:g}"))
    return [Derived(_half_up(value), whole.unit, "~", how, (whole, share)) for value, how in made]


def _half_up(value: float) -> float:
    """Whole things; a half counts."""
    return float(math.floor(value + 0.5))


def _parts(claims: Sequence[Claim], report: Report) -> Iterator[tuple[Claim, list[Claim]]]:
    """A count and those of its parts: what follows "including", "among them", "of whom" in one sentence."""
    counts = sorted((c for c in claims if c.unit in _COUNTED), key=_stands)
    for n, whole in enumerate(counts):
        place = _sentence(whole, report)
        end = sentences(report)[place].end if place is not None else 0
        later = [c for c in counts[n + 1 :] if _stands(c) < end]
        mark = _PART.search(report.text, _stands(whole), _stands(later[0])) if later else None
        if mark:
            yield whole, later


def _stands(claim: Claim) -> int:
    """Where the figure stands in the text: its digits, else the first word of what is counted, else the quote."""
    text, count = claim.quote.text.casefold(), f"{claim.value:.0f}"
    signs = [f"{claim.value:,.0f}", count, *sorted(content(f"{claim.what} {claim.unit}"), key=text.find)]
    found = (re.search(rf"(?<![\w,.]){re.escape(sign)}", text) for sign in signs)
    return claim.quote.start + next((match.start() for match in found if match), 0)


def _source(claim: Claim, origin: Report, outlets: Mapping[str, str]) -> str:
    if claim.source is None:
        return origin.outlet or origin.title or origin.id
    actor = resolve(claim.source)
    return actor.name if actor else outlets.get(claim.source.casefold(), claim.source)


def _sentence(entry: Entry, report: Report) -> int | None:
    """Number of the sentence in which a quote begins, None outside the report proper."""
    start = entry.quote.start
    return next((n for n, s in enumerate(sentences(report)) if s.start <= start < s.end), None)


def _gap(one: Entry, other: Entry) -> int:
    return max(0, other.quote.start - one.quote.end, one.quote.start - other.quote.end)
