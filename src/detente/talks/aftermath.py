"""What the record shows after an act: a reprisal, a round held all the same. What is observed is not drawn."""

from collections.abc import Collection
from datetime import date

from detente.case.model import Case, Happening

REPRISAL = 14
"""Days in which a like act with the roles swapped counts as the reprisal; the median lag in ICB is three days."""
SOON_AFTER = 7
"""Days in which a round held shows that the event did not stop the talks."""


def observed(
    case: Case, actor: str, target: str, when: str | None, types: Collection[str]
) -> tuple[tuple[Happening, int] | None, bool]:
    """Return what the record shows after an act: its reprisal with the days between, and whether a round was held soon.

    Parameters
    ----------
    case
        Its events and meetings.
    actor, target
        Who did it to whom, ids.
    when
        ISO day; without one nothing is known to have come after.
    types
        Event types that count as the act, and with the roles swapped as its reprisal.
    """
    start = known_day(when)
    if start is None:
        return None, False
    replies = [
        (other, (day - start).days)
        for other in case.happenings
        if other.type in types
        and (other.actor, other.recipient) == (target, actor)
        and (day := known_day(other.date))
        and 0 <= (day - start).days <= REPRISAL
    ]
    met = (day for m in case.meetings if m.outcome != "scheduled" and (day := known_day(m.date)))
    # A round on the same day may have come before.
    soon = any(0 < (day - start).days <= SOON_AFTER for day in met)
    return min(replies, key=lambda reply: reply[1], default=None), soon


def known_day(text: str | None) -> date | None:
    """Return the day, None for a month, a year or nothing: what is not known to the day is not compared by days."""
    if text is None or len(text) != 10:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
