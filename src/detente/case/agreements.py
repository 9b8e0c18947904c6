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
    for event in sorted(material.events, key=lambda event: event.type or ""):
        named = issue_of(event.quote.text, kinds) if _between(event, sides) else None
        # Cooperation is told of many things; without an agreement beside it, only a handing over is a step carried out.
        if named and (event.type == "AGREE" or named in found or _HANDED_OVER.search(event.quote.text)):
            found[named].append(event)
    return found


def agreements(
    material: Material, told: Mapping[str, Sequence[Source]], placed: Sequence[Placed], sided: Mapping[str, Sided]
) -> tuple[Agreed, ...]:
    """Return what was agreed and by whom: a round or an event says so, or one sentence has sides accept the same rung.

    An agreement binds those of whom it is told: what two of three sides agree is theirs and not the third's.

    Parameters
    ----------
    material
        What the record holds.
    told
        As from `agreed_issues`.
    placed
        All positions on their rungs.
    sided
        Issues by id, with the sides in their places.
    """
    found = []
    for issue, item in sorted(sided.items()):
        told_of = _by_parties(told.get(issue, ()), item.sides)
        at = {parties: _rung(item, entries, _of(placed, parties)) for parties, entries in told_of.items()}
        for rung in sorted(rung.id for rung in item.kind.rungs):
            own = {parties: entries for parties, entries in told_of.items() if at[parties] == rung}
            accepts = [p for p in placed if p.stance == "accepts" and (p.position.issue, p.rung) == (issue, rung)]
            for parties, entries in sorted(_with_accepts(own, accepts, item.sides).items()):
                found.append(_agreed(material, issue, rung, parties, entries))
    return tuple(found)


def _by_parties(entries: Iterable[Source], sides: Sequence[str]) -> dict[tuple[str, ...], list[Source]]:
    """Entries by the sides that they have agree; who agrees with fewer beside a larger circle is part of that."""
    one_text: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    for entry in entries:
        one_text[_span(entry)].update(set(_who(entry)) & set(sides))
    circles = {frozenset(who) for who in one_text.values()}
    widest = sorted(tuple(sorted(c)) for c in circles if not any(c < other for other in circles))
    found: dict[tuple[str, ...], list[Source]] = {circle: [] for circle in widest}
    for entry in entries:
        for circle in widest:
            if one_text[_span(entry)] <= set(circle):
                found[circle].append(entry)
    return found


def _span(entry: Source) -> tuple[str, int, int]:
    """Where an entry's text stands: three parties to one sentence come as events of two each."""
    return entry.quote.report, entry.quote.start, entry.quote.end


def _who(entry: Source) -> tuple[str, ...]:
    names = entry.parties if isinstance(entry, Round) else () if isinstance(entry, Position) else _acting(entry)
    return ids(names)


def _acting(event: Event) -> tuple[str, ...]:
    return tuple(name for name in (event.actor, event.recipient) if name)


def _of(placed: Iterable[Placed], parties: Sequence[str]) -> list[Placed]:
    return [item for item in placed if item.party in parties]


def _with_accepts(
    told_of: Mapping[tuple[str, ...], list[Source]], accepts: Sequence[Placed], sides: Sequence[str]
) -> dict[tuple[str, ...], list[Source]]:
    """Agreements on one rung with the acceptances behind them.

    Each side may accept on terms of its own: where neither round nor event tells of an agreement, only one stretch of a
    text that has two or more accept counts as one.
    """
    found = {parties: list(entries) for parties, entries in told_of.items()}
    for parties, entries in found.items():
        if set(parties) <= {p.party for p in accepts}:
            entries.extend(p.position for p in _of(accepts, parties))
    spans = {_span(p.position) for p in accepts}
    for span in sorted(spans):
        said = [p for p in accepts if _span(p.position) == span and p.party in sides]
        parties = tuple(sorted({p.party for p in said}))
        if len(parties) > 1 and not any(set(parties) <= set(known) for known in found):
            part = [known for known in found if set(known) < set(parties)]
            found[parties] = [p.position for p in said] + [e for known in part for e in found.pop(known)]
    return found


def _between(event: Event, sides: Sequence[str]) -> bool:
    pair = [party_id(name) for name in (event.actor, event.recipient) if name]
    return event.type in ("AGREE", "COOPERATE") and len(set(pair)) == 2 and set(pair) <= set(sides)


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


def _agreed(material: Material, issue: str, rung: str, parties: Sequence[str], entries: Sequence[Source]) -> Agreed:
    days = [e.date for e in entries if _tells_day(e) and e.date]
    done = [e for e in entries if _handed_over(e) or _DONE.search(e.quote.text)]
    told = [(e.date if _handed_over(e) else None) or material.dated(e) for e in done]
    done_by = min(filter(None, told), default=None)
    return Agreed(issue, rung, tuple(parties), min(days, default=None), bool(done), basis(entries), done_by)


def _handed_over(entry: Source) -> TypeGuard[Event]:
    return isinstance(entry, Event) and entry.type == "COOPERATE"


def _tells_day(entry: Source) -> TypeGuard[Round | Event]:
    """The day something was agreed, not the day it was carried out."""
    return isinstance(entry, Round) or (isinstance(entry, Event) and entry.type == "AGREE")
