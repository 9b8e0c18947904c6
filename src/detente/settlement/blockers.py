"""Why there is no deal: every minimal set of demands that cannot all hold, and every cheapest way out.

A package takes one rung of every issue. Four kinds of *members* rule rungs out:

- explicit: a stated demand, as `detente.settlement.stances.allowed` reads it; a party never blocks itself;
- constraint: a rule of the case across issues;
- absent: a deliverer from outside who is not at the table, and so delivers nothing;
- presumed: a side that is asked to act and is silent, and so is taken to be opposed.

A *blocker* is a minimal set of members that leaves no package. A *concession set* is a minimal set of demands whose
dropping leaves one. Only demands can be conceded. What stands around them when they are is a choice: by default the
rules of the case do, and absences and presumptions do not. The question is then what the parties would have to give up
before each other; otherwise every demand that needs somebody absent would stand in every concession set, though
bringing that deliverer in is the cheaper remedy.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from itertools import islice
from math import prod
from types import MappingProxyType
from typing import Generic, TypeVar

from detente.case.model import Case, Demand
from detente.case.rules import forbidden
from detente.settlement.bending import all_needed, bends
from detente.settlement.minimal_sets import LIMIT, Clauses, correction_sets, satisfiable, unsatisfiable_sets
from detente.settlement.results import Blocker, BlockerTag, Concessions
from detente.settlement.stances import (
    accepted,
    allowed,
    contradictions,
    has_say,
    holding,
    missing,
    name_of,
    obligors,
    opposition,
    silent,
    too_little,
)

TAGS: tuple[BlockerTag, ...] = ("explicit", "constraint", "absent", "presumed")
T = TypeVar("T")
Choice = tuple[str, str]
"""Issue id and rung id."""


@dataclass(frozen=True, slots=True)
class BlockerCount(Generic[T]):
    """What an enumeration found, and whether it is all there is.

    Parameters
    ----------
    found
        The sets, in order.
    count
        How many there are in all; a lower bound where `complete` is false.
    complete
        False where the limit stopped the enumeration of a component.
    """

    found: tuple[T, ...]
    count: int
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Member:
    """Something that rules rungs out, and can be part of a blocker.

    Parameters
    ----------
    tag
        Its kind.
    id
        Demand id, constraint id, party id, or party and issue id of a presumed opposition.
    forbids
        Choices that cannot be made together, one choice long except for constraints.
    demand
        The demand, for an explicit member.
    party
        Who is absent or silent.
    text
        The reason, for a constraint.
    """

    tag: BlockerTag
    id: str
    forbids: tuple[tuple[Choice, ...], ...]
    demand: Demand | None = None
    party: str = ""
    text: str = ""


def blockers(case: Case, *, limit: int = LIMIT) -> BlockerCount[Blocker]:
    """Return every minimal set of demands, with what stands around them, that leaves no package.

    Parameters
    ----------
    case
        The case.
    limit
        Most blockers taken from one component (issues that constraints link), smallest first.

    Returns
    -------
    BlockerCount of Blocker
        Explicit ones first, then constraint, absent, presumed.

    Notes
    -----
    A blocker's probability is the chance that all of its members bind. A red line holds with the mean of rho, .8 for
    one (those of one blocker share rho), a sacred one always. A plain demand binds as stated, a constraint always, and
    somebody absent delivers nothing at the table: each counts 1. Silences are opposed with the mean of pi, .725 for
    one.

    Examples
    --------
    >>> from detente.case.model import Issue, Party, Rung
    >>> aid = Issue("aid", "Aid", "stake", (Rung("no", 0, "none"), Rung("yes", 1, "relief", ("b",), stated=True)), "no")
    >>> sides = (Party("a", "A", "side", True), Party("b", "B", "side", True))
    >>> found = blockers(Case("aid", sides, (aid,), (Demand("a", "aid", "yes", "demands", "relief"),)))
    >>> print(found.found[0].tag, round(found.found[0].probability, 3))
    presumed 0.725
    """
    found: list[Blocker] = []
    complete = True
    for issues, members in components(case):
        sets = unsatisfiable_sets(_clauses(case, issues, soft=members), limit)
        found += (_blocker(case, [members[n] for n in chosen]) for chosen in sets.sets)
        complete &= sets.complete
    found.sort(key=lambda b: (TAGS.index(b.tag), len(b.demands) + len(b.context), b.issues, b.demands, b.context))
    return BlockerCount(tuple(found), len(found), complete)


def concessions(
    case: Case, *, context: Collection[BlockerTag] = frozenset({"constraint"}), limit: int = LIMIT
) -> BlockerCount[Concessions]:
    """Return every minimal set of demands whose dropping leaves a package, cheapest first.

    Parameters
    ----------
    case
        The case.
    context
        What stands while demands are dropped: constraint, absent, presumed, any of them. A sacred demand always does.
    limit
        Most sets taken from one component, and most combinations of components listed, cheapest first.

    Returns
    -------
    BlockerCount of Concessions
        `count` is the product over components. It is 0 where nothing need be dropped, and where nothing can: sacred
        demands and context alone leave no package.

    Examples
    --------
    >>> concessions(Case("nothing yet")).count
    0
    """
    parts: list[tuple[tuple[Demand, ...], ...]] = []
    cores: list[list[frozenset[str]] | None] = []
    complete = True
    for issues, members in components(case):
        open_to, stands = _droppable(members, context)
        clauses = _clauses(case, issues, hard=stands, soft=open_to)
        if not satisfiable(clauses):
            sets = correction_sets(clauses, limit)
            parts.append(tuple(tuple(d for n in s if (d := open_to[n].demand)) for s in sets.sets))
            cores.append(_cores(clauses, open_to))
            complete &= sets.complete
    if not parts:
        return BlockerCount((), 0)
    every = _cheapest_first([[(sum(map(cost, demands)), demands) for demands in part] for part in parts])
    found = [_concession(case, price, demands, cores) for price, demands in islice(every, limit)]
    least = min((one.cost for one in found), default=0.0)
    shown = (replace(one, cheapest=one.cost == least) for one in found)
    ordered = sorted(shown, key=lambda one: (one.cost, len(one.demands), one.demands))
    return BlockerCount(tuple(ordered), prod(map(len, parts)), complete)


def cost(demand: Demand) -> int:
    """Return the price of dropping a demand: 3 for a red line or content precondition, 2 for a key one, else 1."""
    if demand.red_line or demand.sacred or demand.precondition == "content":
        return 3
    return 2 if demand.key else 1


def members(case: Case) -> tuple[Member, ...]:
    """Return everything that rules rungs out, in an order that does not depend on that of the case."""
    found = [*_stated(case), *_rules(case), *_missing(case), *_silences(case)]
    return tuple(sorted((m for m in found if m.forbids), key=lambda m: (TAGS.index(m.tag), m.id)))


def components(case: Case) -> tuple[tuple[tuple[str, ...], tuple[Member, ...]], ...]:
    """Return groups of issues that constraints link, each with the members that touch it.

    An absence that touches several groups has a member in each: it is hard for all of them, so it links nothing.
    """
    every = members(case)
    group = {issue.id: frozenset({issue.id}) for issue in case.issues}
    for member in every:
        for clause in member.forbids:
            joined = frozenset().union(*(group[issue] for issue, _ in clause))
            group |= dict.fromkeys(joined, joined)
    parts = sorted({tuple(sorted(issues)) for issues in group.values()})
    return tuple((part, tuple(_restrict(every, frozenset(part)))) for part in parts)


def _restrict(every: Iterable[Member], issues: frozenset[str]) -> Iterator[Member]:
    for member in every:
        clauses = tuple(clause for clause in member.forbids if clause[0][0] in issues)
        if clauses:
            yield Member(member.tag, member.id, clauses, member.demand, member.party, member.text)


def _stated(case: Case) -> Iterator[Member]:
    """Positions of one party that exclude each other rule out only what none of them leaves."""
    torn = set(contradictions(case))
    for demand in case.demands:
        issue = case.issue(demand.issue)
        if has_say(case, demand.party, issue):
            torn_here = (demand.party, demand.issue) in torn
            read = case.demands_of(demand.party, demand.issue) if torn_here else (demand,)
            left = frozenset().union(*(allowed(case, one) for one in read))
            out = tuple(((issue.id, rung.id),) for rung in issue.hull if rung.id not in left)
            yield Member("explicit", demand.id, out, demand)


def _rules(case: Case) -> Iterator[Member]:
    """A rule about a rung that no package uses says nothing."""
    in_hull = {(issue.id, rung.id) for issue in case.issues for rung in issue.hull}
    for rule in case.constraints:
        out = tuple(tuple(sorted(c)) for c in forbidden(case, rule) if in_hull.issuperset(c))
        if out:
            yield Member("constraint", rule.id, out, text=rule.text)


def _missing(case: Case) -> Iterator[Member]:
    out: dict[str, list[tuple[Choice, ...]]] = {}
    for issue in sorted(case.issues, key=lambda issue: issue.id):
        for rung in issue.hull:
            for party in missing(case, issue, rung):
                out.setdefault(party, []).append(((issue.id, rung.id),))
    for party, forbids in out.items():
        yield Member("absent", party, tuple(forbids), party=party)


def _silences(case: Case) -> Iterator[Member]:
    """A silent side is taken to be opposed where another side asks for a rung that it would have to act for."""
    for issue in case.issues:
        for side in case.sides:
            if silent(case, side.id, issue.id) and _asked_of(case, side.id, issue.id):
                agreed = accepted(case, side.id, issue.id) | {issue.status_quo}
                acts = (r for r in issue.hull if side.id in obligors(case, issue, r) and r.id not in agreed)
                out = tuple(((issue.id, rung.id),) for rung in acts)
                yield Member("presumed", f"{side.id}.{issue.id}", out, party=side.id)


def _asked_of(case: Case, party: str, issue_id: str) -> bool:
    issue, sides = case.issue(issue_id), {side.id for side in case.sides} - {party}
    return any(
        party in obligors(case, issue, issue.rung(d.rung))
        for d in case.demands
        if d.issue == issue_id
        and d.party in sides
        and d.stance in ("demands", "proposes")
        and d.rung != issue.status_quo
    )


def _clauses(case: Case, issues: Iterable[str], *, hard: Iterable[Member] = (), soft: Iterable[Member]) -> Clauses:
    """One variable per rung. "At least one rung" is enough: members only rule out, so a second rung never helps."""
    hulls = [[(id, rung.id) for rung in case.issue(id).hull] for id in issues]
    variable = {choice: n for n, choice in enumerate((c for hull in hulls for c in hull), 1)}

    def ruled_out(member: Member) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(-variable[choice] for choice in clause) for clause in member.forbids)

    chosen = list(soft)
    always = [tuple(variable[choice] for choice in hull) for hull in hulls]
    always += (clause for member in hard for clause in ruled_out(member))
    weights = tuple(cost(m.demand) if m.demand else 1 for m in chosen)
    return Clauses(tuple(always), tuple(map(ruled_out, chosen)), weights)


def _droppable(
    every: Iterable[Member], context: Collection[BlockerTag]
) -> tuple[tuple[Member, ...], tuple[Member, ...]]:
    """Split members into the demands that can be dropped and what stands meanwhile; the rest is set aside."""
    open_to = tuple(m for m in every if m.demand and not m.demand.sacred)
    stands = tuple(m for m in every if (m.demand.sacred if m.demand else m.tag in context))
    return open_to, stands


def _cheapest_first(
    parts: list[list[tuple[int, tuple[Demand, ...]]]],
) -> Iterator[tuple[int, tuple[Demand, ...]]]:
    """Combine one set of every component, by rising cost, without building the product."""
    if not all(parts):
        return
    parts = [sorted(part, key=lambda one: (one[0], len(one[1]), [d.id for d in one[1]])) for part in parts]
    first = (0,) * len(parts)
    queue, seen = [(sum(part[0][0] for part in parts), first)], {first}
    while queue:
        price, at = heappop(queue)
        yield price, tuple(d for part, n in zip(parts, at, strict=True) for d in part[n][1])
        for k, part in enumerate(parts):
            after = (*at[:k], at[k] + 1, *at[k + 1 :])
            if after[k] < len(part) and after not in seen:
                seen.add(after)
                heappush(queue, (price - part[at[k]][0] + part[after[k]][0], after))


def _concession(
    case: Case, price: int, demands: tuple[Demand, ...], cores: Iterable[list[frozenset[str]] | None]
) -> Concessions:
    by = {side.id: 0 for side in case.sides} | {d.party: 0 for d in demands}
    for demand in demands:
        by[demand.party] += 1
    split: Mapping[str, int] = MappingProxyType(dict(sorted(by.items())))
    ids = tuple(sorted(d.id for d in demands))
    return Concessions(ids, float(price), split, False, all_needed(case, ids, cores))


def _cores(clauses: Clauses, open_to: Iterable[Member]) -> list[frozenset[str]] | None:
    """Return what cannot all hold, as sets of demand ids; none looked for without red lines, None if too many."""
    demands = [m.demand for m in open_to if m.demand]
    if not any(map(bends, demands)):
        return []
    sets = unsatisfiable_sets(clauses)
    return [frozenset(demands[n].id for n in chosen) for chosen in sets.sets] if sets.complete else None


def _blocker(case: Case, chosen: list[Member]) -> Blocker:
    demands = [m.demand for m in chosen if m.demand]
    around = [m for m in chosen if not m.demand]
    # Somebody absent may be missed on many issues; the demands and rules say which of them this is about.
    about = [m for m in chosen if m.tag != "absent"] or chosen
    issues = tuple(sorted({issue for m in about for clause in m.forbids for issue, _ in clause}))
    silences = sum(member.tag == "presumed" for member in chosen)
    return Blocker(
        tuple(demand.id for demand in demands),
        tuple(_context(case, member) for member in around),
        max((member.tag for member in chosen), key=TAGS.index),
        issues,
        round(opposition(case, silences) * holding(case, sum(map(bends, demands))), 12),
        _sentence(case, demands, around, issues),
    )


_VERBS = {"demands": "demands", "proposes": "proposes", "rejects": "refuses", "accepts": "accepts"}


def _sentence(case: Case, demands: list[Demand], around: list[Member], issues: tuple[str, ...]) -> str:
    about = _listed([case.issue(issue).name for issue in issues])
    if not demands:
        return f"{about}: {_listed([_context(case, member) for member in around])}, and that leaves no option."
    says = _listed([_says(case, demand) for demand in demands])
    clash = {1: "this cannot be met", 2: "the two cannot both be met"}.get(len(demands), "these cannot all be met")
    why = f" while {_listed([_context(case, member) for member in around])}" if around else ""
    return f"{about}: {says}; {clash}{why}."


def _says(case: Case, demand: Demand) -> str:
    verb = "rules out" if demand.stance == "rejects" and demand.red_line else _VERBS[demand.stance]
    what = demand.terms or case.issue(demand.issue).rung(demand.rung).label
    why = " as too little" if too_little(case, demand) else ""
    source = f" (according to {demand.said_by})" if demand.said_by else ""
    return f"{name_of(case, demand.party)} {verb} “{what}”{why}{source}"


def _context(case: Case, member: Member) -> str:
    who = name_of(case, member.party) if member.party else ""
    if member.tag == "absent":
        return f"{who}, which would have to deliver, is not at the table"
    if member.tag == "presumed":
        return f"{who}, which would have to act, has not agreed (silence is not consent)"
    return f"this rule holds: {member.text.rstrip('.')}"


def _listed(parts: list[str]) -> str:
    """Join with commas and a last "and"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
