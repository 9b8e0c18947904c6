"""Agreements of two parties that accept the same in one sentence; what one side alone agrees to is none."""

from itertools import combinations

from detente.entries import Event, Position
from detente.reading.frame import Frame, by
from detente.reading.grammar.clauses import in_clause_of
from detente.reading.grammar.parser import Token, children, lemma, marker, passive, token_at
from detente.reading.grammar.places import place_in
from detente.reading.meetings.days import JUST_NOW
from detente.reading.meetings.patterns import SCHEDULED
from detente.reading.meetings.words import AGREEING, SIGN
from detente.reading.positions.holders import holders_of
from detente.reading.rules import BY_ID


def agreed(frame: Frame, positions: list[Position]) -> list[Event]:
    """Return the AGREE of a sentence in which two parties accept the same.

    Parameters
    ----------
    frame
        The sentence.
    positions
        What was read from it.
    """
    rule = BY_ID["sign"]
    by_issue: dict[str, list[str]] = {}
    for position in positions:
        if position.stance == "accepts" and position.by.rule in ("accept-verb", "in-force", "agreed-at-talks"):
            by_issue.setdefault(position.issue, []).append(position.party)
    parties = next((sorted(set(names)) for names in by_issue.values() if len(set(names)) in (2, 3)), None)
    if parties is None or SCHEDULED.search(frame.text):
        return []
    # A truce that begins was agreed on another day, which the report may tell of.
    begins = {p.by.rule for p in positions if p.stance == "accepts"} <= {"in-force", "treaty-present", "duty"}
    date = None if begins else _day(frame) or (frame.report.date if JUST_NOW.search(frame.text) else None)
    return [
        Event("AGREE", first, second, date, place_in(frame), frame.whole(), by=by(rule.id, rule.confidence))
        for first, second in combinations(parties, 2)
    ]


def _day(frame: Frame) -> str | None:
    """The day of the agreement itself rather than that of the news of it."""
    verb = next((t for t in frame.tokens if t.pos_ == "VERB" and lemma(t) in SIGN | AGREEING), None)
    for date in reversed(frame.dates):
        at = token_at(frame.doc, date.start, date.end)
        if verb is not None and at is not None and in_clause_of(at, verb) and date.past is not None:
            return date.past
    return frame.date_for()


def of_one_side(frame: Frame) -> bool:
    """Return True where whoever agrees is one side alone: "Oslo agreed to the plan", not "agreed with Copenhagen on".

    Parameters
    ----------
    frame
        A sentence that tells of an agreement.
    """
    agreeing = [t for t in frame.tokens if t.pos_ == "VERB" and lemma(t) in AGREEING]
    return bool(agreeing) and all(_alone(frame, verb) for verb in agreeing)


def _alone(frame: Frame, verb: Token) -> bool:
    with_another = any(marker(c) == "with" for c in children(verb, "obl"))
    return not with_another and not passive(verb) and len(holders_of(frame, verb)) == 1
