"""From the record's events to cards: by type, target, victims, days before a round, and words; and who tells of it.

The rules stand in ``mapping.yaml``, the first that fits counts. What follows none is named with the reason.
"""

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from detente.case.model import Case, Happening, name_id
from detente.entries import Claim
from detente.ontology.tables import load_shipped
from detente.talks.aftermath import known_day
from detente.talks.cards import Card, cards
from detente.talks.victims import Victims, figures_of, victims

RULES = Path(__file__).with_name("mapping.yaml")
DOUBTED = re.compile(r"\b(?:alleged(?:ly)?|reported(?:ly)?|purported(?:ly)?|supposed(?:ly)?|accused)\b", re.IGNORECASE)


class Rule(BaseModel):
    """One row of mapping.yaml; see there."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    card: str
    types: tuple[str, ...]
    victims: Literal["civilians"] | None = None
    before: int | None = None
    words: tuple[tuple[str, ...], ...] = ()
    swap: bool = False
    because: str


@dataclass(frozen=True, slots=True)
class Mapped:
    """An event of the record and the card it follows.

    Parameters
    ----------
    happening
        The event.
    card
        None where it follows none.
    actor, target
        As the card takes them, "" without a card.
    why
        Why this card, or why none.
    days_before
        Days to the next round, None where none came after it or its day is unknown.
    victims, victim_words
        Who was hit, and the words that say so; "untold" and "" for acts without violence.
    told_by
        Who tells of it: its author, the side it was done to, somebody else, or the report itself; "as alleged only"
        where every quote doubts it.
    """

    happening: Happening
    card: Card | None
    actor: str
    target: str
    why: str
    days_before: int | None
    victims: Victims
    victim_words: str
    told_by: str


@functools.cache
def _table() -> tuple[tuple[Rule, ...], Mapping[str, str]]:
    data: Any = load_shipped(RULES)
    return tuple(Rule.model_validate(row) for row in data["rules"]), MappingProxyType(dict(data["unmapped"]))


def rules() -> tuple[Rule, ...]:
    """Return the rules in their order.

    Examples
    --------
    >>> rules()[0].card
    'strike-on-civilians'
    """
    return _table()[0]


def mapped(case: Case, claims: Iterable[Claim] = ()) -> tuple[Mapped, ...]:
    """Return every event of the record with its card, or with the reason why it has none, in the order of the record.

    Parameters
    ----------
    case
        Its events, rounds and quotes.
    claims
        Figures of the record, which tell of victims and of who says so.

    Examples
    --------
    >>> case = Case("talks", happenings=(Happening("CONSULT", "a", "b", "2025-06-01"),))
    >>> mapped(case)[0].why
    'a meeting, which the rounds of the record hold'
    """
    figures = tuple(claims)
    return tuple(_mapped(case, act, figures) for act in case.happenings)


def map_event(case: Case, act: Happening, claims: Sequence[Claim] = ()) -> Mapped:
    """Return one event with its card, or with the reason why it has none."""
    return _mapped(case, act, claims)


def _mapped(case: Case, act: Happening, claims: Sequence[Claim]) -> Mapped:
    hit, words = victims(case, act, claims) if act.type == "ASSAULT" else ("untold", "")
    days = _days_before(case, act)
    rule = next((rule for rule in rules() if _fits(rule, case, act, hit, days)), None)
    why = _hindrance(case, act, rule)
    told = _told_by(case, act, claims)
    if rule is None or why:
        return Mapped(
            act, None, "", "", why or _table()[1].get(act.type, "no card says what it does"), days, hit, words, told
        )
    assert act.actor is not None
    assert act.recipient is not None
    actor, target = (act.recipient, act.actor) if rule.swap else (act.actor, act.recipient)
    return Mapped(act, cards()[rule.card], actor, target, rule.because, days, hit, words, told)


def _fits(rule: Rule, case: Case, act: Happening, hit: Victims, days: int | None) -> bool:
    if act.type not in rule.types:
        return False
    if rule.victims and hit not in (rule.victims, "both"):
        return False
    if rule.before is not None and not (days is not None and 0 < days <= rule.before):
        return False
    return all(_says(case, act, group) for group in rule.words)


def _says(case: Case, act: Happening, stems: Sequence[str]) -> bool:
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, stems))})", re.IGNORECASE)
    return any(pattern.search(case.evidence[id].quote) for id in act.basis.entries if id in case.evidence)


def _hindrance(case: Case, act: Happening, rule: Rule | None) -> str:
    """Say why an event of a kind that has a card follows none all the same; "" where nothing is in the way."""
    if rule is None:
        return ""
    sides = {side.id for side in case.sides}
    if not act.actor:
        return "nobody is named as the one who did it; who assumes somebody writes a card with actor and target"
    if not act.recipient:
        return "nobody is named as the one it was done to"
    if act.actor == act.recipient:
        return "done by a party to itself"
    if (act.actor if rule.swap else act.recipient) not in sides:
        return "not done to a side of the talks"
    if known_day(act.date) is None:
        return f"its day is not known ({act.date})" if act.date else "its day is not known"
    return ""


def _days_before(case: Case, act: Happening) -> int | None:
    day = known_day(act.date)
    if day is None:
        return None
    after = ((met - day).days for m in case.meetings if (met := known_day(m.date)) and met >= day)
    return min(after, default=None)


def _told_by(case: Case, act: Happening, claims: Sequence[Claim]) -> str:
    quotes = [case.evidence[id].quote for id in act.basis.entries if id in case.evidence]
    if quotes and all(DOUBTED.search(quote) for quote in quotes):
        return "as alleged only"
    sources = [claim.source for claim in figures_of(case, act, claims) if claim.source]
    for source in sources:
        if name_id(source) == act.actor:
            return "its author"
        if name_id(source) == act.recipient:
            return "the side it was done to"
    return sources[0] if sources else "the report"
