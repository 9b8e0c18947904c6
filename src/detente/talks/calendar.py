"""The calendar of the talks in numbers: how readily the sides can agree in each week, before any event.

Without a calendar they may agree in every week alike. docs/explanation/talks.md says what a calendar assumes.
"""

import itertools
import math
from collections.abc import Iterator
from datetime import date

import numpy as np

from detente.case.calendar import Calendar, When
from detente.case.model import Case
from detente.errors import InputError
from detente.settlement.arrays import FloatArray
from detente.settlement.priors import stream
from detente.talks.aftermath import known_day

ANY_RHYTHM = (1.0, 8.0)
"""Weeks between rounds where the record shows fewer than two: judgement."""
_LOOKED_AT = 6


def open_weeks(calendar: Calendar | None, n: int, seed: int, weeks: int, start: str | None) -> FloatArray:
    """Return mu per draw and week (n, weeks): 1 in a week with a round, less between rounds, 0 where nobody meets.

    Parameters
    ----------
    calendar
        None for talks that may agree in every week.
    n, seed
        Draws, and their seed.
    weeks
        Horizon.
    start
        ISO day of week 0; None where unknown: then the calendar must be in weeks.

    Raises
    ------
    InputError
        Where the calendar has days and the start is unknown.

    Examples
    --------
    >>> open_weeks(Calendar(rounds=(1, 3), between=(0.5, 0.5), deadline=4), 1, 1, 6, None)
    array([[0.5, 1. , 0.5, 1. , 0. , 0. ]])
    """
    out: FloatArray = np.ones((n, weeks))
    if calendar is None:
        return out
    away = [(_week(a, start), _week(b, start)) for a, b in calendar.suspended]
    if calendar.rounds or calendar.every:
        out[:] = _drawn(calendar.between, n, seed, "between")[:, None]
        for at in _rounds(calendar, away, n, seed, weeks, start):
            inside = (at >= 0) & (at < weeks)
            out[np.flatnonzero(inside), at[inside].astype(np.int64)] = 1.0
    week = np.arange(weeks)
    for begin, end in away:
        out[:, (week >= begin) & (week < end)] = 0.0
    if calendar.deadline is not None:
        out[:, week >= _week(calendar.deadline, start)] = 0.0
    return out


def _rounds(
    calendar: Calendar, away: list[tuple[float, float]], n: int, seed: int, weeks: int, start: str | None
) -> Iterator[FloatArray]:
    """Yield the week of each round per draw (n,), as delays and suspensions leave it."""
    chance, size = _drawn(calendar.delayed, n, seed, "delayed"), _drawn(calendar.delay, n, seed, "delay")
    slip, last = np.zeros(n), np.zeros(n)

    def held(at: FloatArray, number: int) -> FloatArray:
        late = stream(seed, "calendar", "late", str(number)).random(n) < chance
        at = at + np.where(late, size, 0.0)
        for begin, end in sorted(away):
            at = np.where((at >= begin) & (at < end), end, at)
        return at

    number = 0
    for planned in sorted(week for when in calendar.rounds if (week := _week(when, start)) >= 0):
        last = held(planned + slip, number)
        slip = np.maximum(last - planned, 0.0)
        number += 1
        yield last
    if calendar.every is None:
        return
    gap = _drawn(calendar.every, n, seed, "every")
    for more in itertools.count(number):
        last = held(last + gap, more)
        if (last >= weeks).all():
            return
        yield last


def _drawn(ends: tuple[float, float], n: int, seed: int, name: str) -> FloatArray:
    return ends[0] + (ends[1] - ends[0]) * stream(seed, "calendar", name).random(n)


def _week(when: When, start: str | None) -> float:
    """Return the week of a day or a week; the first seven days are week 0."""
    if not isinstance(when, str):
        return float(when)
    first = known_day(start)
    if first is None:
        raise InputError(
            f"the calendar names {when}, but neither the event nor the case has a day to count from; "
            "give the case its date, or write weeks such as rounds: [2, 5]"
        )
    return float(math.floor((date.fromisoformat(when) - first).days / 7))


def calendar_of(case: Case) -> Calendar:
    """Return the calendar that a record shows: the rounds that are set, then rounds in the rhythm of those held.

    Parameters
    ----------
    case
        Its meetings. The rhythm is the range of the gaps between the latest six rounds held on known days, at least a
        week; from one to eight weeks where fewer than two were held.

    Examples
    --------
    >>> calendar_of(Case("talks")).every
    (1.0, 8.0)
    """
    days = sorted({day for m in case.meetings if m.outcome != "scheduled" and (day := known_day(m.date))})
    gaps = [max(1.0, (b - a).days / 7) for a, b in itertools.pairwise(days[-_LOOKED_AT:])]
    latest = days[-1] if days else date.min
    ahead = [m for m in case.meetings if m.outcome == "scheduled" and (known_day(m.date) or date.min) > latest]
    rhythm = "the rhythm of the rounds held" if gaps else "a round every one to eight weeks, judgement"
    return Calendar(
        rounds=tuple(sorted({m.date for m in ahead if m.date})),
        every=(min(gaps), max(gaps)) if gaps else ANY_RHYTHM,
        assumption=f"rounds that the record has as set, then {rhythm}",
    )
