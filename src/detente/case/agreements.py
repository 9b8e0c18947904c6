"""What the sides agreed, and what of it was carried out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeGuard

from detente.case.mapping import Placed, Sided, nearest, score
from detente.case.material import Material, basis, ids, party_id
from detente.case.model import Agreed
from detente.entries import Event, Position, Round
from detente.ontology.issues import IssueKind

Source = Position | Event | Round
_DONE = re.compile(
    r"\b(?:was|were|saw|been|has|have|had)\b(?:(?!\b(?:be|to|will|would|agreed)\b)[^.;]){0,40}?"
    r"\b(?:set free|freed|released|exchanged|handed over|returned|swapped|repatriated|delivered|carried out)\b"
    r"|\b(?:carried out|went ahead|was completed|been completed|was implemented|been implemented)\b",
    re.IGNORECASE,
)
_HANDED_OVER = re.compile(
    r"\b(?:set free|free[ds]|releas\w+|exchang\w+|swap\w*|hand\w* over|return\w*|repatriat\w+|deliver\w+|reopen\w*)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:no|not|without|never|nor|neither|despite|failed to)\b[^,;.—–]*$", re.IGNORECASE)


def issue_of(text: str, kinds: Mapping[str, IssueKind]) -> str | None:
    """Return the id of the issue that a text names first, without a negation before it; stakes go before procedure.

    Parameters
    ----------
    text
        A quote.
    kinds
        Issues by id.

    Examples
    --------
    >>> from detente.ontology import issues
    >>> issue_of("no ceasefire was agreed, except for a prisoner swap", issues())
    'prisoners'
    """
    found = []
    for kind in kinds.values():
        starts = [match.start() for word in kind.words for match in word.finditer(text)]
        starts = [start for start in starts if not _NEGATED.search(text[:start])]
        if starts:
            found.append((kind.role == "procedure", min(starts), kind.id))
    return min(found)[2] if found else None


def agreed_issues(material: Material, sides: Sequence[str], kinds: Mapping[str, IssueKind]) -> dict[str, list[Source]]:
    """Return the issues on which something was agreed between sides, with the rounds and events that say so.

    Parameters
    ----------
    material
        What the record holds.
    sides
        Side ids.
    kinds
        Issues by id.
    """
    found: dict[str, list[Source]] = defaultdict(list)
    for round_ in material.rounds:
        if round_.outcome != "scheduled" and len(set(ids(round_.parties)) & set(sides)) > 1:
            for issue in round_.agreed:
                found[issue].append(round_)
    for event in sorted(material.events, key=lambda event: event.type):
        named = issue_of(event.quote.text, kinds) if _between(event, sides) else None
        # Cooperation is told of many things; without an agreement beside it, only a handing over is a step carried out.
        if named and (event.type == "AGREE" or named in found or _HANDED_OVER.search(event.quote.text)):
            found[named].append(event)
    return found


def agreements(
    told: Mapping[str, Sequence[Source]], placed: Sequence[Placed], sided: Mapping[str, Sided]
) -> tuple[Agreed, ...]:
    """Return what was agreed: a round or an event says so, or one sentence has every side accept the same rung.

    Parameters
    ----------
    told
        As from `agreed_issues`.
    placed
        All positions on their rungs.
    sided
        Issues by id, with the sides in their places.
    """
    found: dict[tuple[str, str], list[Source]] = defaultdict(list)
    for issue, entries in told.items():
        found[issue, _rung(sided[issue], entries, placed)].extend(entries)
    for issue, item in sided.items():
        for rung in item.kind.rungs:
            accepts = _accepts(issue, rung.id, item.sides, placed, (issue, rung.id) in found)
            if accepts or (issue, rung.id) in found:
                found[issue, rung.id].extend(accepts)
    return tuple(_agreed(*key, sided[key[0]].sides, entries) for key, entries in sorted(found.items()))


def _between(event: Event, sides: Sequence[str]) -> bool:
    pair = [party_id(name) for name in (event.actor, event.recipient) if name]
    return event.type in ("AGREE", "COOPERATE") and len(set(pair)) == 2 and set(pair) <= set(sides)


def _accepts(issue: str, rung: str, sides: Sequence[str], placed: Iterable[Placed], told: bool) -> list[Position]:
    """The acceptances of one rung, where every side has one.

    Each side may accept on terms of its own: unless a round or event tells of an agreement, only one stretch of a text
    that has all of them accept counts as one.
    """
    said = [p for p in placed if p.stance == "accepts" and p.position.issue == issue and p.rung == rung]
    if not told:
        spans = {(p.position.quote.report, p.position.quote.start) for p in said}
        joint = [[p for p in said if (p.position.quote.report, p.position.quote.start) == span] for span in spans]
        said = [p for group in joint if set(sides) <= {p.party for p in group} for p in group]
    complete = len(sides) > 1 and set(sides) <= {p.party for p in said}
    return [p.position for p in said if p.party in sides] if complete else []


def _rung(sided: Sided, entries: Sequence[Source], placed: Iterable[Placed]) -> str:
    """The rung that most sides accept, else the one that the words of round or event name, else the usual one."""
    sq = sided.kind.status_quo
    on = [p for p in placed if p.stance == "accepts" and p.position.issue == sided.kind.id and p.rung != sq]
    if on:
        backers = {p.rung: {q.party for q in on if q.rung == p.rung} for p in on}
        return min(backers, key=lambda rung: (-len(backers[rung]), rung))
    rungs = [rung for rung in sided.kind.rungs if rung.id != sq]
    scores = {rung.id: sum(score(rung, entry) for entry in entries) for rung in rungs}
    return nearest([rung for rung in rungs if scores[rung.id] == max(scores.values())], sided).id


def _agreed(issue: str, rung: str, sides: Sequence[str], entries: Sequence[Source]) -> Agreed:
    met = {id for e in entries if isinstance(e, Round) for id in ids(e.parties)}
    days = [e.date for e in entries if _tells_day(e) and e.date]
    executed = any((isinstance(e, Event) and e.type == "COOPERATE") or _DONE.search(e.quote.text) for e in entries)
    parties = tuple(id for id in sides if not met or id in met)
    return Agreed(issue, rung, parties, min(days, default=None), executed, basis(entries))


def _tells_day(entry: Source) -> TypeGuard[Round | Event]:
    """The day something was agreed, not the day it was carried out."""
    return isinstance(entry, Round) or (isinstance(entry, Event) and entry.type == "AGREE")
