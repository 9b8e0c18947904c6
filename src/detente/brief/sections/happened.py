"""1. What happened and who says so."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.brief import words
from detente.brief.figures import Mark
from detente.brief.figures.timeline import TALKS, Family
from detente.brief.material import Material
from detente.brief.words import Statement
from detente.case.model import Basis, Happening, Meeting
from detente.entries import Claim, Comparator
from detente.record.claims import alike, bounds

_FAMILIES: dict[str, Family] = {
    "AGREE": "talks",
    "CONSULT": "talks",
    "SUPPORT": "giving",
    "CONCEDE": "giving",
    "COOPERATE": "giving",
    "AID": "giving",
    "RETREAT": "giving",
    "REQUEST": "words",
    "ACCUSE": "words",
    "REJECT": "words",
    "PROTEST": "words",
}
_COMPARED = {"=": "", ">": "at least ", "<": "up to ", "~": "about "}
_STATUS = {
    "stated": "the report states it",
    "attributed": "as said by the source",
    "hedged": "unconfirmed, the report hedges",
    "denied": "denied",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the list of events.

    Parameters
    ----------
    number
        As on the figure.
    date
        In words.
    said
        What happened.
    talks
        True for a round of talks.
    """

    number: int
    date: str
    said: Statement
    talks: bool


@dataclass(frozen=True, slots=True)
class Figured:
    """One figure with who says so.

    Parameters
    ----------
    value, what, source, status
        In words.
    date
        Of the report.
    entries
        What it rests on.
    number, comparator, bounds, denied
        As of the claim.
    """

    value: str
    what: str
    source: str
    status: str
    date: str
    entries: tuple[str, ...]
    number: float
    comparator: Comparator
    bounds: tuple[float, float]
    denied: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Figures on the same thing, side by side.

    Parameters
    ----------
    about, unit
        What is counted, in which unit.
    differs
        True where the sources give different figures.
    rows
        The figures.
    """

    about: str
    unit: str
    differs: bool
    rows: tuple[Figured, ...]


@dataclass(frozen=True, slots=True)
class Happened:
    """Section 1.

    Parameters
    ----------
    lead
        Statements to begin with.
    items
        Events and rounds in order of time.
    compared, single
        Figures given more than once, and the others.
    """

    lead: tuple[Statement, ...]
    items: tuple[Item, ...]
    compared: tuple[Group, ...]
    single: tuple[Figured, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    date: str | None
    lane: str
    family: Family
    said: Statement
    talks: bool


def happened(material: Material) -> Happened:
    """Return what happened and who says so.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    entries = _entries(material)
    items = tuple(Item(n, words.long_date(e.date), e.said, e.talks) for n, e in enumerate(entries, 1))
    groups = claim_groups(material)
    compared = tuple(group for group in groups if len(group.rows) > 1)
    single = tuple(row for group in groups if len(group.rows) == 1 for row in group.rows)
    return Happened(_lead(material, entries, compared), items, compared, single)


def dated_marks(material: Material) -> list[Mark]:
    """Return the events and rounds that have a date, for the timeline, with their numbers in the list.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    return [
        Mark(n, e.date, e.lane, e.family, words.sentence(e.said.text), material.href(e.said.entries), e.talks)
        for n, e in enumerate(_entries(material), 1)
        if e.date and words.date_parts(e.date)
    ]


def _lead(material: Material, entries: Sequence[_Entry], groups: Sequence[Group]) -> tuple[Statement, ...]:
    if not entries and not material.claims:
        return (Statement("The record has no event, no meeting and no figure, so there is nothing to tell."),)
    rounds = sum(entry.talks for entry in entries)
    ahead = min(rounds, sum(meeting.outcome == "scheduled" for meeting in material.case.meetings))
    announced = f", {words.count(ahead, 'more')} that {words.verb(ahead, 'is', 'are')} only scheduled," if ahead else ""
    said = [
        f"The record has {words.count(rounds - ahead, 'meeting of the parties', 'meetings of the parties')}{announced} "
        f"and {words.count(len(entries) - rounds, 'other event')}."
    ]
    differ = sum(group.differs for group in groups)
    if differ:
        said.append(f"On {words.count(differ, 'figure')} the sources differ; they stand side by side below.")
    elif len({claim.source or claim.quote.report for claim in material.claims}) == 1:
        said.append("All figures come from one source, so there is nothing to hold them against.")
    elif material.claims:
        said.append("No two sources give different figures for the same thing, as far as wording shows.")
    if not entries:
        said[0] = "The record has figures, but no event and no meeting."
    return tuple(Statement(text) for text in said)


def _entries(material: Material) -> list[_Entry]:
    """Return rounds and events in order of time, those of a day as the reports tell them, those without a date last."""
    meetings, events = _folded(material.case.meetings, material.case.happenings)
    rows = [_met(meeting, material) for meeting in meetings] + [_did(event, material) for event in events]
    return sorted(rows, key=lambda row: (row.date is None, row.date or "", not row.talks))


def _folded(meetings: Sequence[Meeting], events: Sequence[Happening]) -> tuple[list[Meeting], list[Happening]]:
    """Join what several reports tell of one event, and talks told as an event to their round."""
    met = list(meetings)
    merged: dict[tuple[object, ...], Happening] = {}
    for event in events:
        n = next((n for n, meeting in enumerate(met) if _same_talks(meeting, event)), None)
        if n is not None:
            met[n] = replace(met[n], basis=_joined(met[n], event))
            continue
        key = (event.type, event.actor, event.recipient, event.date, event.place)
        merged[key] = replace(merged[key], basis=_joined(merged[key], event)) if key in merged else event
    return met, list(merged.values())


def _same_talks(meeting: Meeting, event: Happening) -> bool:
    who, talks = {event.actor, event.recipient} - {None}, _FAMILIES.get(event.type) == "talks"
    return talks and event.date == meeting.date is not None and who <= set(meeting.parties)


def _joined(one: Meeting | Happening, other: Happening) -> Basis:
    return replace(one.basis, entries=tuple(dict.fromkeys(one.basis.entries + other.basis.entries)))


def _met(meeting: Meeting, material: Material) -> _Entry:
    names = material.names
    text = f"{names.all_parties(meeting.parties) or 'The parties'} met"
    if meeting.outcome == "scheduled":
        text = f"{names.all_parties(meeting.parties) or 'The parties'} were to meet"
    text += f" in {meeting.place}" if meeting.place else ""
    text += f", with {names.all_parties(meeting.mediators)} mediating or hosting" if meeting.mediators else ""
    text += f": {words.met(meeting.outcome, names.all_issues(meeting.agreed))}"
    said = Statement(words.sentence(text), meeting.basis.entries, meeting.basis.assumption)
    return _Entry(meeting.date, TALKS, "talks", said, True)


def _did(event: Happening, material: Material) -> _Entry:
    family = _FAMILIES.get(event.type, "pressure")
    lane = TALKS if family == "talks" else words.upper_first(_lane(event, material))
    text = words.sentence(words.happened(event, material.names))
    return _Entry(event.date, lane, family, Statement(text, event.basis.entries, event.basis.assumption), False)


def _lane(event: Happening, material: Material) -> str:
    """Return whose line on the figure an event stands on, by the bare name, as in the head of a column."""
    return material.names.parties.get(event.actor, event.actor) if event.actor else "somebody"


def claim_groups(material: Material) -> tuple[Group, ...]:
    """Return the figures grouped by what they count: same unit, and half of the words in common.

    Parameters
    ----------
    material
        Its claims.
    """
    groups: list[list[Claim]] = []
    for claim in sorted(material.claims, key=lambda c: (c.unit, c.what, c.value, c.source or "", c.id)):
        home = next((group for group in groups if any(alike(claim, other, one_event=False) for other in group)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    made = [_group(group, material) for group in groups]
    return tuple(sorted(made, key=lambda group: (not group.differs, -len(group.rows), group.about)))


def _group(claims: Sequence[Claim], material: Material) -> Group:
    said: dict[tuple[float, str, str | None, str], list[Claim]] = {}
    for claim in claims:
        said.setdefault((claim.value, claim.comparator, claim.source, claim.status), []).append(claim)
    rows = tuple(_figured(same, material) for same in said.values())
    differs = len({(c.value, c.comparator) for c in claims}) > 1 and len({c.source for c in claims}) > 1
    return Group(min((c.what for c in claims), key=len), claims[0].unit, differs, rows)


def _figured(same: Sequence[Claim], material: Material) -> Figured:
    claim = same[0]
    dates = sorted({material.evidence[c.id].date or "" for c in same})
    return Figured(
        figure_words(claim),
        claim.what,
        claim.source or "the report itself",
        _STATUS[claim.status],
        words.short_date(dates[-1] or None) if dates else "undated",
        tuple(c.id for c in same),
        claim.value,
        claim.comparator,
        bounds(claim),
        claim.status == "denied",
    )


def figure_words(claim: Claim) -> str:
    """Return value, unit and comparator in words.

    Parameters
    ----------
    claim
        A figure.

    Examples
    --------
    >>> from detente.entries import Quote
    >>> figure_words(Claim(None, 7e9, "USD", "damage", "~", "stated", Quote("r", 0, 2, "$7")))
    'about $7 billion'
    """
    return _COMPARED[claim.comparator] + _amount(claim)


def _amount(claim: Claim) -> str:
    if claim.unit == "share":
        return f"{100 * claim.value:g}%"
    number = _large(claim.value)
    if claim.unit in ("USD", "EUR"):
        return f"{'$' if claim.unit == 'USD' else '€'}{number}"
    return number if claim.unit == "other" else f"{number} {claim.unit}"


def _large(value: float) -> str:
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:g} {name}"
    return f"{value:,.10g}"
