"""One meeting as it is put together from several sentences: when two of them tell of the same."""

import datetime as dt
from dataclasses import dataclass, field

from detente.entries import Outcome, Quote
from detente.ontology.actors import find_names

# Characters of an ISO day.
FULL_DATE = 10
# Talks that are further apart than this are another series, which may sit somewhere else.
_SERIES = 90
# So many of one table on one day sit at it together.
_COUPLE = 2


@dataclass
class Meeting:
    """A meeting as it is put together from several sentences."""

    date: str | None
    place: str | None
    parties: tuple[str, ...]
    quote: Quote
    scheduled: bool
    outcome: Outcome = "unknown"
    mediators: list[str] = field(default_factory=list)
    agreed: list[str] = field(default_factory=list)
    agreed_to: bool = False
    talks: bool = False
    met: bool = True
    stated: bool = False
    together: bool = True
    opening: bool = False
    terms: Quote | None = None
    # True where the sentence gives no day, and the report's own stands for it.
    of_today: bool = False
    # True where its own sentence names the place.
    placed: bool = False


def in_one_room(meeting: Meeting) -> bool:
    """True unless what is told may have been settled from afar: without a place, and without a word of meeting."""
    return meeting.together or meeting.place is not None or meeting.scheduled


def in_one_series(a: str | None, b: str | None) -> bool:
    """True for two dates of one series of talks; an unknown one is taken to belong to it."""
    return a is None or b is None or abs(days_between(a, b)) <= _SERIES


def days_between(a: str, b: str) -> int:
    """Days from one ISO date to another, months and years taken at their start."""
    first, second = (dt.date.fromisoformat((date + "-01-01")[:10]) for date in (a, b))
    return (second - first).days


def same(a: Meeting, b: Meeting) -> bool:
    """True where two sentences tell of one meeting: by who met, on which day, and where."""
    if a.parties != b.parties:
        within = set(a.parties) <= set(b.parties) or set(b.parties) <= set(a.parties)
        many = len(set(a.parties) & set(b.parties)) >= _COUPLE
        return a.scheduled == b.scheduled and _on_one_day(a, b) and many and (within or one_place(a, b))
    if a.scheduled != b.scheduled:
        # "They are due to sit down today", then what came of it.
        return _on_one_day(a, b) and one_place(a, b)
    if a.date and b.date:
        return a.date.startswith(b.date) or b.date.startswith(a.date)
    return (a.place is not None and _one_country(a.place, b.place)) or (a.date is None and b.date is None)


def _on_one_day(a: Meeting, b: Meeting) -> bool:
    return a.date == b.date and a.date is not None and len(a.date) == FULL_DATE


def told_again(a: Meeting, b: Meeting) -> bool:
    """True where a second sentence tells of a meeting whose day is known without giving one, or with the day after.

    "A and B have signed an accord, officials said on Monday. It was signed on Sunday in Oslo after two days of talks."
    """
    if a.scheduled or b.scheduled or a.parties != b.parties or a.date is None or not one_place(a, b):
        return False
    if b.date is None:
        return a.place == b.place
    both = len(a.date) == len(b.date) == FULL_DATE
    return both and b.of_today and not b.placed and 0 <= days_between(a.date, b.date) <= _TOLD_WITHIN


# Days after a meeting on which a report that does not date it may speak of it.
_TOLD_WITHIN = 3


def one_place(a: Meeting, b: Meeting) -> bool:
    """True unless the two are told to have been in different places."""
    return a.place is None or b.place is None or _one_country(a.place, b.place)


def _one_country(place: str | None, other: str | None) -> bool:
    """True for one place named twice, and for a state and its capital."""
    if place == other or place is None or other is None:
        return place == other
    state, capital = (find_names(each) for each in (place, other))
    kinds = {name.kind for each in (state, capital) for name in each[:1]}
    return bool(state and capital) and state[0].actor == capital[0].actor and "capital" in kinds


def _finer(place: str | None, other: str | None) -> str | None:
    """The city rather than its state."""
    if place is None or other is None or not _one_country(place, other):
        return place or other
    return other if all(name.kind != "capital" for name in find_names(place)[:1]) else place


def merge(a: Meeting, b: Meeting) -> None:
    """Add to a meeting what another sentence says of it; `a` is changed in place."""
    if b.date and len(b.date) > len(a.date or ""):
        # Whoever looks a meeting up wants the sentence that dates it.
        a.date, a.quote = b.date, b.quote
    a.place = _finer(a.place, b.place)
    a.scheduled, a.outcome = (
        a.scheduled and b.scheduled,
        b.outcome if a.outcome in ("unknown", "scheduled") else a.outcome,
    )
    a.parties = max(a.parties, b.parties, key=len)
    a.agreed_to, a.talks, a.met = a.agreed_to or b.agreed_to, a.talks or b.talks, a.met or b.met
    a.together, a.placed = a.together or b.together, a.placed or b.placed
    a.of_today = a.of_today and b.of_today
    a.terms = a.terms or b.terms
    a.mediators += b.mediators
    a.agreed += b.agreed
