"""The parties' demands, and the order in which they want the issues settled."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from detente.case.agreements import issue_of
from detente.case.mapping import GAINING, Placed, Sided, place
from detente.case.material import Material, basis, party_name
from detente.case.model import EVERYTHING, Agreed, Basis, Demand, Issue, Order
from detente.entries import Position, PreconditionKind, Quote
from detente.ontology.articles import told_by
from detente.ontology.issues import issues as shipped

_BEFORE = re.compile(
    r"\b(?:before|prior to|ahead of|(?:prerequisite|precondition|condition) (?:for|of))\s+(?P<what>.+)",
    re.IGNORECASE | re.DOTALL,
)
_ORDER_WORDS = re.compile(r"\b(?:before|first|prior|prerequisite|until|ahead of|then|only after)\b", re.IGNORECASE)


def place_all(positions: Sequence[Position], sided: Sided) -> list[Placed]:
    """Place every position on one issue: what is asked for first, since a refusal may be of that."""
    asked = [place(p, sided) for p in positions if p.stance in GAINING]
    return asked + [place(p, sided, asked) for p in positions if p.stance not in GAINING]


def demands(material: Material, placed: Iterable[Placed]) -> tuple[Demand, ...]:
    """Return one demand per party, issue, stance and rung, with every entry that supports it.

    A party that refuses in one report and accepts in a later one has both demands; their dates tell which is the later.
    What it both demands and proposes is one demand: two would be counted as two conflicts and two concessions. Stance,
    terms and date are those of the latest entry in which the party speaks itself or a report states it, flags those of
    the entries like that one: what an adversary says that a party demands adds nothing to what the party itself asks.
    """
    groups: dict[tuple[str, str, str, str], list[Placed]] = defaultdict(list)
    for item in placed:
        groups[item.position.issue, item.party, item.stance, item.rung].append(item)
    for issue, party, stance, rung in list(groups):
        if stance == "proposes" and (issue, party, "demands", rung) in groups:
            groups[issue, party, "demands", rung] += groups.pop((issue, party, stance, rung))
    return tuple(_demand(material, groups[key]) for key in sorted(groups))


def precondition_kind(position: Position) -> PreconditionKind | None:
    """Return the kind of a precondition, from its words where the reader did not say.

    Parameters
    ----------
    position
        Any position.
    """
    if not position.precondition or position.precondition_kind:
        return position.precondition_kind if position.precondition else None
    return "order" if _ORDER_WORDS.search(f"{position.terms} {position.quote.text}") else "content"


def orders(
    material: Material, placed: Iterable[Placed], issues: Sequence[Issue], agreed: Sequence[Agreed]
) -> tuple[Order, ...]:
    """Return the orders that the texts give; silence gives none.

    An agreement that was carried out while the issue to come first was not settled voids the order for its issue,
    unless the party asked for the order again after the step.

    Parameters
    ----------
    material
        What the record holds.
    placed
        All positions.
    issues
        Of the case.
    agreed
        What the sides agreed.
    """
    found: dict[tuple[str, str, str], list[Position]] = defaultdict(list)
    placed = list(placed)
    for item in placed:
        for first in item.position.after:
            if first != item.position.issue:
                found[item.party, first, item.position.issue].append(item.position)
        if precondition_kind(item.position) == "order" and (then := _put_off(item, placed)):
            found[item.party, item.position.issue, then].append(item.position)
    done = {a.issue: a for a in agreed if a.executed}
    labels = {issue.id: issue for issue in issues}
    for (party, first, then), entries in list(found.items()):
        if then == EVERYTHING:
            for issue in done.keys() - {first}:
                found[party, first, issue].extend(entries)
    return tuple(_order(material, key, entries, done, labels) for key, entries in sorted(found.items()))


def _put_off(item: Placed, placed: Iterable[Placed]) -> str | None:
    """What is to wait; None where the same words say so of another position: "a truce only after a treaty"."""
    then = put_off(item.position)
    if then != EVERYTHING:
        return then
    here = (other.position for other in placed if other.party == item.party)
    said = any(item.position.issue in p.after and _overlap(p.quote, item.position.quote) for p in here)
    return None if said else then


def _overlap(a: Quote, b: Quote) -> bool:
    return a.report == b.report and a.start < b.end and b.start < a.end


def put_off(position: Position) -> str:
    """Return the issue that is to wait ("a withdrawal before a ceasefire"), or ``*`` where the text names none.

    Parameters
    ----------
    position
        One that asks to come first.
    """
    later = _BEFORE.search(position.quote.text)
    named = issue_of(later.group("what"), shipped()) if later else None
    return named if named and named != position.issue else EVERYTHING


def _demand(material: Material, group: Sequence[Placed]) -> Demand:
    direct = [item for item in group if not item.position.said_by] or group
    latest = material.latest(item.position for item in direct)
    stance = next(item.stance for item in direct if item.position is latest)
    alike = [item.position for item in direct if item.stance == stance]
    kinds = {precondition_kind(p) for p in alike}
    return Demand(
        group[0].party,
        latest.issue,
        group[0].rung,
        stance,
        latest.terms,
        red_line=any(p.red_line for p in alike),
        key=any(p.key for p in alike),
        # What any deal must hold binds in every package; the wish to come first is kept as an order as well.
        precondition="content" if "content" in kinds else "order" if "order" in kinds else None,
        date=material.dated(latest) or None,
        said_by=_said_by(alike),
        basis=basis((item.position for item in group), "; ".join(sorted({item.assumption for item in group} - {""}))),
    )


def _said_by(entries: Iterable[Position]) -> str:
    """Whose word something is, "" where one of the entries is the party's own or the report's."""
    sources = {entry.said_by for entry in entries}
    if None in sources:
        return ""
    return " and ".join(sorted(told_by(party_name(source)) for source in sources if source))


def _order(
    material: Material,
    key: tuple[str, str, str],
    entries: Sequence[Position],
    done: dict[str, Agreed],
    issues: dict[str, Issue],
) -> Order:
    party, first, then = key
    date = max(map(material.dated, entries)) or None
    order = Order(party, first, then, date=date, said_by=_said_by(entries), basis=basis(entries))
    step = done.get(then)
    if step is None or first in done or order.asked_again(step):
        return order
    label, day = issues[then].rung(step.rung).label, f" ({step.date})" if step.date else ""
    void = f"{issues[then].name}: {label}{day} went ahead without {issues[first].name.lower()}"
    return replace(order, void=void, basis=Basis(tuple(sorted({*order.basis.entries, *step.basis.entries}))))
