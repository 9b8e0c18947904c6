"""Which event of the record to look at: the one nearest before a round of the talks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from detente.case.model import Case, Happening, Meeting
from detente.entries import Claim
from detente.talks.aftermath import known_day, observed
from detente.talks.mapping import DOUBTED, Mapped, map_event, mapped
from detente.talks.results import Shock

BEFORE_A_ROUND = 30
"""Days before a round in which an event counts as a shock to it."""
REACTION = re.compile(
    r"\b(?:retaliat\w+|reprisals?|revenge|in (?:response|return)|respond(?:ed|ing|s)?)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    event: Mapped
    days: int
    meeting: Meeting
    place: int


def find_shock(case: Case, claims: Sequence[Claim] = ()) -> Shock | None:
    """Return the event of the record nearest before a round, with the reason for the choice.

    Looks at the latest round first and goes back. An event counts where it follows a card (`mapped`); one on the day of
    the round itself, which may have come after it, only where none came before. Of several on the same day, one between
    the two sides comes first, then one that the text neither doubts nor calls a reaction, then one that the record has
    a reprisal to, then the order of the record.

    Parameters
    ----------
    case
        Any case.
    claims
        Figures of the record, which tell of victims.

    Returns
    -------
    Shock or None
        None where no round has such an event in the thirty days before it.

    Examples
    --------
    >>> find_shock(Case("nothing yet")) is None
    True
    """
    held = [m for m in case.meetings if m.outcome != "scheduled" and known_day(m.date)]
    for meeting in sorted(held, key=lambda m: m.date or "", reverse=True):
        found = sorted(_candidates(case, meeting, claims), key=lambda c: _rank(case, c))
        if found:
            return _shock(case, found[0])
    return None


def events(case: Case, claims: Iterable[Claim] = ()) -> tuple[Shock, ...]:
    """Return every event of the record that follows a card, in order of days.

    Parameters
    ----------
    case
        Any case.
    claims
        Figures of the record, which tell of victims.
    """
    found = [_of(case, event, "chosen by the user") for event in mapped(case, claims) if event.card]
    return tuple(sorted(found, key=lambda shock: (shock.date or "", shock.id)))


def _candidates(case: Case, meeting: Meeting, claims: Sequence[Claim]) -> Iterator[_Candidate]:
    met = known_day(meeting.date)
    for place, happening in enumerate(case.happenings):
        day = known_day(happening.date)
        if not (day and met and 0 <= (met - day).days <= BEFORE_A_ROUND):
            continue
        event = map_event(case, happening, claims)
        if event.card:
            yield _Candidate(event, (met - day).days, meeting, place)


def _rank(case: Case, candidate: _Candidate) -> tuple[bool, int, bool, bool, bool, int]:
    """Surely before, then nearest; on one day acts between the sides, plain ones, those replied to, then the order."""
    act = candidate.event.happening
    outside = act.actor not in {side.id for side in case.sides}
    other = _is_reaction(case, act) or _is_doubted(case, act)
    unanswered = _after(case, act)[0] is None
    return candidate.days == 0, candidate.days, outside, other, unanswered, candidate.place


def _is_reaction(case: Case, happening: Happening) -> bool:
    texts = (case.evidence[id].sentence for id in happening.basis.entries if id in case.evidence)
    return any(REACTION.search(text) for text in texts)


def _is_doubted(case: Case, happening: Happening) -> bool:
    """Return whether every quote of an act doubts it; a doubt elsewhere in the sentence may concern something else."""
    quotes = [case.evidence[id].quote for id in happening.basis.entries if id in case.evidence]
    return bool(quotes) and all(DOUBTED.search(quote) for quote in quotes)


def _shock(case: Case, chosen: _Candidate) -> Shock:
    when = (
        "on the day of (which came first is not known)"
        if chosen.days == 0
        else f"{chosen.days} day{'s' * (chosen.days > 1)} before"
    )
    why = f"taken because it is the event nearest before a round: {when} that of {chosen.meeting.date}"
    return _of(case, chosen.event, why)


def _of(case: Case, event: Mapped, why: str) -> Shock:
    """Return an event of the record as the talks feel it."""
    happening, card = event.happening, event.card
    assert card is not None
    reply, met_soon = _after(case, happening)
    names = {party.id: party.name for party in case.parties}
    actor, target = (names.get(id, id) for id in (event.actor, event.target))
    return Shock(
        id=f"{happening.type.lower()}-{happening.date}-{happening.actor}",
        label=f"{card.of(actor, target)}, {happening.date}",
        kind=card.kind,
        actor=event.actor,
        target=event.target,
        date=happening.date,
        channels=card.channels,
        retaliation_observed=reply is not None,
        meeting_observed=met_soon,
        basis=happening.basis.entries + (reply[0].basis.entries if reply else ()),
        assumption=why,
        to_both=card.to_both,
        channel_basis=card.basis,
        reprisal_lag=reply[1] if reply else None,
        follows=follows(event),
    )


def follows(event: Mapped) -> str:
    """Say which card an event follows and why, or why it follows none.

    Examples
    --------
    >>> follows(mapped(Case("talks", happenings=(Happening("PROTEST", "a", None, None),)))[0])
    'inside one party; no card says what it does'
    """
    if event.card is None:
        return event.why
    said = [f"{event.card.kind}: {event.why}"]
    if event.days_before is not None:
        said.append(f"{_days(event.days_before)} before a round" if event.days_before else "on the day of a round")
    if event.happening.type == "ASSAULT":
        said.append(f"victims {event.victims}" + (f" ({event.victim_words})" if event.victim_words else ""))
    return "; ".join([*said, f"told by {event.told_by}" if event.told_by != "as alleged only" else event.told_by])


def _days(count: int) -> str:
    return f"{count} day{'s' * (count > 1)}"


def _after(case: Case, act: Happening) -> tuple[tuple[Happening, int] | None, bool]:
    """Return what the record shows after one of its own events."""
    assert act.actor is not None
    assert act.recipient is not None
    return observed(case, act.actor, act.recipient, act.date, (act.type,))
