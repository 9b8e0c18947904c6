"""Positions over time: what a party said on an issue when, and where it moved.

A movement is a step that cannot stand beside what the party said before, or that changes how it says it: it takes what
it refused, refuses what it had taken, makes a first offer or a first acceptance, sets a new precondition or a new red
line, drops a red line. A second request beside the first is none, nor is a request put in other words, nor silence.
What others say of a party moves nothing, and of two dates that may be the same day neither is the later.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from detente.entries import Position, Stance
from detente.reading.grammar.dates import find_dates
from detente.record.wording import akin, content
from detente.tabled import Tabled

Kind = Literal[
    "dropped red line", "takes what it refused", "refuses what it took", "new precondition", "new red line",
    "first acceptance", "first offer",
]  # fmt: skip
HARDER: frozenset[Kind] = frozenset({"refuses what it took", "new precondition", "new red line"})
_TAKING = ("accepts", "proposes")
# "which it had accepted in May": what is told is older than the report.
_HAD = re.compile(
    r"\bhad\s+(?:\w+\s+){0,2}?(?:\w+ed|said|told|made|given|put|set|sought|taken|withdrawn|sworn)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Step:
    """What a party said on an issue at one time.

    Parameters
    ----------
    party, issue
        Names or ids, the same for all steps of a course.
    date
        ISO day, month or year, "" where unknown.
    stance, terms
        As of a position.
    red_line, precondition
        As of a position.
    said_by
        Whose word it is, where it is not the party's own; None otherwise.
    rung
        Id of the option where it is known; otherwise terms are compared by their words.
    entries
        Ids of the entries behind it.
    """

    party: str
    issue: str
    date: str
    stance: Stance
    terms: str
    red_line: bool = False
    precondition: bool = False
    said_by: str | None = None
    rung: str | None = None
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Movement(Tabled):
    """A change in what a party says on an issue.

    Parameters
    ----------
    kind
        What it is, in words.
    step
        The first step that shows it; its date is that of the movement.
    before
        The last step before it that it differs from.
    """

    kind: Kind
    step: Step
    before: Step


@dataclass(frozen=True, slots=True)
class Course(Tabled):
    """What a party said on an issue, in order of time.

    Parameters
    ----------
    party, issue
        As of its steps.
    steps
        By date, those without a date first.
    movements
        By date.
    """

    party: str
    issue: str
    steps: tuple[Step, ...]
    movements: tuple[Movement, ...]


def courses(steps: Iterable[Step]) -> list[Course]:
    """Return what each party said on each issue, in order of party and issue.

    Parameters
    ----------
    steps
        In any order.

    Examples
    --------
    >>> said = [Step("A", "aid", "2020-03", "rejects", "all aid"), Step("A", "aid", "2020-05", "accepts", "aid")]
    >>> [(each.kind, each.step.date) for course in courses(said) for each in course.movements]
    [('takes what it refused', '2020-05')]
    """
    by: dict[tuple[str, str], list[Step]] = defaultdict(list)
    for step in steps:
        by[step.party, step.issue].append(step)
    made = []
    for (party, issue), own in sorted(by.items()):
        ordered = sorted(own, key=_order)
        made.append(Course(party, issue, tuple(ordered), tuple(movements(ordered))))
    return made


def _order(step: Step) -> tuple[object, ...]:
    flags = step.red_line, step.precondition, step.said_by or ""
    return step.date, step.stance, step.terms, step.rung or "", step.entries, *flags


def movements(steps: Sequence[Step]) -> Iterator[Movement]:
    """Yield the movements in what one party said on one issue, each with the first step that shows it.

    Parameters
    ----------
    steps
        Of one party on one issue, in order of time.
    """
    own = [step for step in steps if step.date and step.said_by is None]
    shown: set[tuple[Kind, str]] = set()
    for step in own:
        before = [other for other in own if earlier(other.date, step.date)]
        found = _moved(step, before, own) if before else None
        if found and (found[0], step.date) not in shown:
            shown.add((found[0], step.date))
            yield Movement(found[0], step, found[1])


def earlier(one: str, other: str) -> bool:
    """Return whether a date is surely before another.

    Examples
    --------
    >>> earlier("2025-05", "2025-06-02"), earlier("2025-06", "2025-06-02")
    (True, False)
    """
    return one < other and not other.startswith(one)


def stated(position: Position, reported: str | None) -> str | None:
    """Return when a position was stated: where its quote recalls it from an earlier time, then; otherwise as reported.

    Parameters
    ----------
    position
        Any position.
    reported
        Date of its report, None where unknown.

    Examples
    --------
    >>> from detente.entries import Quote
    >>> text = "which it had accepted in May"
    >>> stated(Position("Arland", "aid", "accepts", "aid", Quote("r", 0, len(text), text)), "2025-06-03")
    '2025-05'
    """
    recalled = _HAD.search(position.quote.text)
    if not recalled:
        return reported
    dates = [d.past for d in find_dates(position.quote.text, reported) if d.start >= recalled.end() and d.past]
    return dates[0] if dates and (not reported or earlier(dates[0], reported)) else reported


def _moved(step: Step, before: Sequence[Step], own: Sequence[Step]) -> tuple[Kind, Step] | None:
    """What a step changes, and from which; the most telling of several."""
    alike = [other for other in before if _same(step, other)]
    refused = [other for other in alike if other.stance == "rejects"]
    taken = [other for other in alike if other.stance in _TAKING]
    if step.stance in _TAKING and refused:
        return ("dropped red line" if refused[-1].red_line else "takes what it refused"), refused[-1]
    if step.stance == "rejects" and taken and alike[-1].stance != "rejects":
        return "refuses what it took", taken[-1]
    if step.precondition and not any(other.precondition for other in before):
        return "new precondition", (alike or before)[-1]
    if step.red_line and not any(other.red_line for other in before):
        return "new red line", (alike or before)[-1]
    return _first(step, before, own)


def _first(step: Step, before: Sequence[Step], own: Sequence[Step]) -> tuple[Kind, Step] | None:
    """A first acceptance, or a first offer of something else, in place of what was asked for before."""
    if any(other.stance == "accepts" for other in before):
        return None
    if step.stance == "accepts":
        return "first acceptance", before[-1]
    if step.stance != "proposes" or any(other.stance == "proposes" for other in before):
        return None
    asked = [other for other in before if other.stance == "demands"]
    again = any(other.stance == "demands" and not earlier(other.date, step.date) for other in own)
    if again or any(_same(step, other) for other in asked):
        return None
    return "first offer", before[-1]


def _same(one: Step, other: Step) -> bool:
    """Both are about one option, as far as is known."""
    if one.rung is not None and other.rung is not None:
        return one.rung == other.rung
    first, second = content(one.terms), content(other.terms)
    return akin(first, second) or one.terms.casefold() == other.terms.casefold()
