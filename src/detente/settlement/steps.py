"""In which order the issues can be settled: who wants what first, where that locks up, and what an order exposes."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import permutations
from types import MappingProxyType

from detente.case.model import EVERYTHING, Agreed, Case, Order
from detente.settlement.results import Deadlock, Edge, Move, Steps

MOST_STEPS = 16
"""Most steps whose orders are searched for the smallest interim loss: the search grows as 2^steps."""


def steps(case: Case, gains: Mapping[str, Mapping[str, float]] | None = None) -> Steps:
    """Return the order of steps that the parties' preconditions leave, with the deadlocks among them.

    Parameters
    ----------
    case
        Its orders, each read for its party: "before everything" spares what the party itself puts before it.
    gains
        Side id to issue id to what settling the issue gives the side, in stake units, for a package looked at.
        With them, `exposure` is worked out where at most MOST_STEPS issues have gains.

    Returns
    -------
    Steps
        An issue stands one level after the last of those that come before it. A deadlock (issues that wait for each
        other) is one level of its own. `void` has the orders that the case calls void, and those that a step carried
        out without them has overtaken; one asked for again after the step binds. A void order for two issues beats a
        "before everything" of the same party; where only some rungs of the later issue have been carried out, the edge
        binds the rest.

    Examples
    --------
    >>> from detente.case.model import Issue, Rung
    >>> ladder = (Rung("no", 0, ""), Rung("yes", 1, ""))
    >>> issues = tuple(Issue(id, id, "stake", ladder, "no") for id in ("aid", "land", "truce"))
    >>> steps(Case("talks", (), issues, orders=(Order("a", "truce", "*"),))).order
    (('truce',), ('aid', 'land'))
    """
    wanted, void = _edges(case), _void(case)
    edges = tuple(edge for edge in wanted if _key(edge) not in void or _rest_waits(case, edge.then))
    nodes = tuple(sorted(issue.id for issue in case.issues))
    knots = components(nodes, edges)
    deadlocks = tuple(_deadlock(knot, edges) for knot in knots if len(knot) > 1)
    order = _levels(knots, edges)
    return Steps(
        order,
        edges,
        tuple(void[key] for key in sorted(void)),
        deadlocks,
        _exposure(nodes, edges, deadlocks, gains or {}),
        _schedule(case, order, knots, edges),
    )


def components(nodes: Iterable[str], edges: Iterable[Edge]) -> tuple[tuple[str, ...], ...]:
    """Return the issues that wait for each other, directly or not, as sorted groups; the others alone.

    Examples
    --------
    >>> components("abc", [Edge("a", "b", "x"), Edge("b", "a", "y")])
    (('a', 'b'), ('c',))
    """
    after = _reach(nodes, edges)
    return tuple(sorted({tuple(sorted({n} | {m for m in after[n] if n in after[m]})) for n in after}))


def relaxation(edges: Sequence[Edge]) -> tuple[Edge, ...]:
    """Return a smallest set of edges whose dropping leaves no cycle; of several such sets always the same.

    Parameters
    ----------
    edges
        Of one deadlock. Two parties' wishes for the same order are two edges.

    Source
    ------
    Minimum feedback arc set as MaxSAT over the pairwise order of the issues; RC2 of python-sat.

    Examples
    --------
    >>> [edge.party for edge in relaxation([Edge("a", "b", "x"), Edge("b", "a", "y"), Edge("b", "a", "z")])]
    ['x']
    """
    from pysat.examples.rc2 import RC2
    from pysat.formula import WCNF

    nodes = sorted({end for edge in edges for end in (edge.first, edge.then)})
    pairs = {pair: n for n, pair in enumerate(permutations(nodes, 2), 1)}
    formula = WCNF()
    for (a, b), ahead in pairs.items():
        formula.append([-ahead, -pairs[b, a]])
        for c in nodes:
            if c not in (a, b):
                formula.append([-ahead, -pairs[b, c], pairs[a, c]])
    ordered = sorted(edges, key=_key)
    for edge in ordered:
        formula.append([pairs[edge.first, edge.then]], weight=1)
    with RC2(formula) as solver:
        kept = set(solver.compute())
    return tuple(edge for edge in ordered if pairs[edge.first, edge.then] not in kept)


def safest_sequence(
    issues: Sequence[str], edges: Iterable[Edge], gains: Mapping[str, Mapping[str, float]]
) -> tuple[tuple[str, ...], Mapping[str, float]]:
    """Return the sequence with the smallest interim loss of the side worst off, and each side's loss along it.

    A side's interim loss is max(0, -sum of its gains so far), at its largest along the sequence.

    Parameters
    ----------
    issues
        At most MOST_STEPS.
    edges
        Orders to keep, without a cycle.
    gains
        Side id to issue id to gain, in stake units; 0 where none is given.

    Returns
    -------
    tuple
        The sequence (of equals the first by id), and side id to largest interim loss.

    Source
    ------
    Held and Karp (1962): dynamic programming over subsets.

    Examples
    --------
    >>> gains = {"a": {"land": -1.0, "aid": 0.6}, "b": {"land": 1.0, "aid": -0.2}}
    >>> order, loss = safest_sequence(["aid", "land"], [], gains)
    >>> order, round(loss["a"], 3)
    (('aid', 'land'), 0.4)
    """
    names = sorted(issues)
    place = {name: n for n, name in enumerate(names)}
    before = [0] * len(names)
    for edge in edges:
        if edge.first in place and edge.then in place:
            before[place[edge.then]] |= 1 << place[edge.first]
    loss_of = _losses(names, gains)
    best: list[tuple[float, tuple[int, ...]] | None] = [(0.0, ())] + [None] * ((1 << len(names)) - 1)
    for done, loss in enumerate(loss_of[1:], 1):
        earlier = (
            (max(loss, so_far[0]), (*so_far[1], last))
            for last in _members(done)
            if before[last] & done == before[last] and (so_far := best[done & ~(1 << last)])
        )
        best[done] = min(earlier, default=None)
    found = best[-1]
    if found is None:
        raise ValueError("the orders to keep have a cycle")
    sequence = tuple(names[n] for n in found[1])
    losses = {s: max(_loss(gains[s], sequence[:n]) for n in range(len(sequence) + 1)) for s in sorted(gains)}
    return sequence, MappingProxyType(losses)


def _members(bits: int) -> list[int]:
    return [n for n in range(bits.bit_length()) if bits >> n & 1]


def _losses(names: Sequence[str], gains: Mapping[str, Mapping[str, float]]) -> list[float]:
    """Return the loss of the side worst off per set of steps done, as bits; each set from the one without its last."""
    worst = [0.0] * (1 << len(names))
    for own in gains.values():
        total = [0.0] * len(worst)
        for done in range(1, len(worst)):
            last = done.bit_length() - 1
            total[done] = total[done ^ (1 << last)] + own.get(names[last], 0.0)
            worst[done] = max(worst[done], -total[done])
    return worst


def _loss(gains: Mapping[str, float], done: Iterable[str]) -> float:
    return max(0.0, -sum(gains.get(issue, 0.0) for issue in done))


def _exposure(
    nodes: Sequence[str], edges: Iterable[Edge], deadlocks: Iterable[Deadlock], gains: Mapping[str, Mapping[str, float]]
) -> Mapping[str, float]:
    relaxed = {edge for deadlock in deadlocks for edge in deadlock.relax}
    moved = {issue for own in gains.values() for issue in own} & set(nodes)
    if not moved or len(moved) > MOST_STEPS:
        return MappingProxyType({})
    after = _reach(nodes, [edge for edge in edges if edge not in relaxed])
    # An order through an issue without gains still binds the issues around it.
    kept = [Edge(a, b, "") for a in moved for b in after[a] & moved]
    return safest_sequence(sorted(moved), kept, gains)[1]


def _key(edge: Edge) -> tuple[str, str, str]:
    return (edge.first, edge.then, edge.party)


def _orders(case: Case) -> list[Order]:
    return sorted(case.orders, key=lambda o: (o.first, o.then, o.party, o.void, o.basis.entries))


def _edges(case: Case) -> tuple[Edge, ...]:
    """Return the orders that the case holds to bind, one edge per pair of issues and party, with all their entries."""
    orders: dict[tuple[str, str, str], list[Order]] = {}
    for order in _orders(case):
        if not order.void:
            for then in _later(case, order):
                orders.setdefault((order.first, then, order.party), []).append(order)
    return tuple(_edge(key, found) for key, found in sorted(orders.items()))


def _edge(key: tuple[str, str, str], orders: Sequence[Order]) -> Edge:
    sources = {order.said_by for order in orders}
    entries = {id for order in orders for id in order.basis.entries}
    return Edge(*key, tuple(sorted(entries)), "" if "" in sources else " and ".join(sorted(sources)))


def _later(case: Case, order: Order) -> Iterator[str]:
    """Return the issues that an order puts later: none that its party itself puts before, or first as well."""
    ids = {issue.id for issue in case.issues}
    if order.first not in ids:
        return
    own = [o for o in case.orders if o.party == order.party and not o.void]
    if order.then == EVERYTHING:
        firsts = {o.first for o in own if o.then == EVERYTHING}
        named = [Edge(o.first, o.then, o.party) for o in own if o.then != EVERYTHING]
        after = _reach(ids, (edge for edge in named if {edge.first, edge.then} <= ids))
        yield from (id for id in sorted(ids - firsts) if order.first not in after[id])
    elif order.then in ids and order.then != order.first:
        yield order.then


def _void(case: Case) -> dict[tuple[str, str, str], tuple[Edge, str]]:
    """Return what the case calls void, and what steps carried out have overtaken, by edge, with the reason."""
    void: dict[tuple[str, str, str], tuple[Edge, str]] = {}
    for edge in _edges(case):
        if why := _overtaken(case, edge):
            void[_key(edge)] = (edge, why)
    for order in _orders(case):
        if order.void:
            entries = {*order.basis.entries}
            if (key := (order.first, order.then, order.party)) in void:
                entries |= {*void[key][0].basis}
            void[key] = (Edge(*key, tuple(sorted(entries)), order.said_by), order.void)
    return {
        key: (edge, f"{why}; only further steps on this issue still wait for it" if _half_done(case, edge) else why)
        for key, (edge, why) in void.items()
    }


def _half_done(case: Case, edge: Edge) -> bool:
    """Return whether the order is void for some steps on its later issue, and binds others through another wish."""
    return edge.then != EVERYTHING and _rest_waits(case, edge.then) and _key(edge) in {_key(e) for e in _edges(case)}


def _overtaken(case: Case, edge: Edge) -> str:
    """Return how a step carried out has gone ahead of its order, "" where none has."""
    early = [
        a
        for a in _done(case, edge.then)
        if edge.party in a.parties and not _before(case, edge.first, a) and not _asked_again(case, edge, a)
    ]
    if not early:
        return ""
    first = min(early, key=lambda a: (a.date or "", a.rung))
    label = case.issue(edge.then).rung(first.rung).label
    return f"“{label}” was carried out without it" + (f" (agreed {first.date})" if first.date else "")


def _asked_again(case: Case, edge: Edge, step: Agreed) -> bool:
    asked = [o for o in case.orders if (o.party, o.first) == (edge.party, edge.first)]
    return any(o.asked_again(step) for o in asked if o.then in (edge.then, EVERYTHING))


def _before(case: Case, first: str, later: Agreed) -> bool:
    """Return whether the issue that should come first had been carried out by then."""
    return any((a.date or "") <= (later.date or "~") for a in _done(case, first))


def _done(case: Case, issue: str) -> list[Agreed]:
    return [a for a in case.agreed if a.issue == issue and a.executed]


def _rest_waits(case: Case, issue_id: str) -> bool:
    """Return whether some, but not all, stated rungs of an issue have been carried out."""
    issue, done = case.issue(issue_id), {a.rung for a in _done(case, issue_id)}
    return bool(done) and not done >= {rung.id for rung in issue.rungs if rung.stated and rung.id != issue.status_quo}


def _reach(nodes: Iterable[str], edges: Iterable[Edge]) -> dict[str, set[str]]:
    """Return what comes after each issue, directly or not."""
    ahead: dict[str, set[str]] = {node: set() for node in sorted(nodes)}
    for edge in edges:
        ahead[edge.first].add(edge.then)
    for middle in ahead:
        for node in ahead:
            if middle in ahead[node]:
                ahead[node] |= ahead[middle]
    return ahead


def _levels(knots: Sequence[tuple[str, ...]], edges: Collection[Edge]) -> tuple[tuple[str, ...], ...]:
    """Return the groups by the number of steps that must come before; each deadlock is a level of its own."""
    of = {issue: knot for knot in knots for issue in knot}
    links = {(of[edge.first], of[edge.then]) for edge in edges} - {(knot, knot) for knot in knots}
    depth = dict.fromkeys(knots, 0)
    for _ in knots:
        for first, then in links:
            depth[then] = max(depth[then], depth[first] + 1)
    levels: list[tuple[str, ...]] = []
    for level in range(max(depth.values(), default=-1) + 1):
        here = [knot for knot in knots if depth[knot] == level]
        free = tuple(sorted(knot[0] for knot in here if len(knot) == 1))
        levels += ([free] if free else []) + [knot for knot in here if len(knot) > 1]
    return tuple(levels)


def _schedule(
    case: Case, order: Sequence[tuple[str, ...]], knots: Iterable[tuple[str, ...]], edges: Collection[Edge]
) -> tuple[Move, ...]:
    """Return the moves by stage; what waits for each other moves at once, so that no order is broken."""
    of = {issue: knot for knot in knots for issue in knot}
    moves = []
    for stage, issues in enumerate(order):
        for issue in issues:
            together = tuple(other for other in of[issue] if other != issue)
            first = sorted({e.first for e in edges if e.then == issue} - set(together))
            known = case.issue(issue)
            moves.append(Move(issue, stage, together, tuple(first), known.reversible, known.reversal))
    return tuple(moves)


def _deadlock(knot: tuple[str, ...], edges: Iterable[Edge]) -> Deadlock:
    """Return a knot with its issues in the order of a shortest cycle, then those on its other cycles."""
    inside = tuple(edge for edge in edges if edge.first in knot and edge.then in knot)
    cycle = _shortest_cycle(knot, inside)
    return Deadlock((*cycle, *(issue for issue in knot if issue not in cycle)), inside, relaxation(inside))


def _shortest_cycle(knot: Sequence[str], edges: Iterable[Edge]) -> tuple[str, ...]:
    ahead: dict[str, list[str]] = {issue: [] for issue in knot}
    for first, then in sorted({(edge.first, edge.then) for edge in edges}):
        ahead[first].append(then)
    return min((_way_back(start, ahead) for start in knot), key=lambda cycle: (len(cycle), cycle))


def _way_back(start: str, ahead: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return a shortest way from an issue back to itself, breadth first; every issue of a knot has one."""
    ways: deque[tuple[str, ...]] = deque([(start,)])
    seen = {start}
    while ways:
        way = ways.popleft()
        for then in ahead[way[-1]]:
            if then == start:
                return way
            if then not in seen:
                seen.add(then)
                ways.append((*way, then))
    raise ValueError(f"{start} lies on no cycle")
