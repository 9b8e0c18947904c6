"""The few packages that differ in kind, as terms a person can read: who acts, who gains what, and the weakest point."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from detente.case.model import THIRD_PARTY, Case, Demand
from detente.settlement.bargaining import model
from detente.settlement.questions import unmet
from detente.settlement.results import Package, Settlement
from detente.settlement.stances import allowed, has_say, missing, name_of, obligors

NAMES = {
    "nash": "Nash",
    "kalai_smorodinsky": "Kalai-Smorodinsky",
    "egalitarian": "egalitarian",
    "utilitarian": "utilitarian",
}
"""The solutions as they stand inside a sentence."""
HUMANITARIAN = "humanitarian minimum"

APART, DIFFERENT = 2, 0.2
"""Of three and more parties so many packages beside the best for each, where some party has that share more or less."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a package.

    Parameters
    ----------
    issue, rung
        Ids.
    text
        In plain words.
    acts
        Ids of those who must act for it.
    absent
        Ids of those among them who are not at the table.
    """

    issue: str
    rung: str
    text: str
    acts: tuple[str, ...]
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Readable:
    """A package worth reading.

    Parameters
    ----------
    kinds
        Why it is shown.
    package
        Issue id to rung id.
    terms
        What it changes; free options are always named.
    gains
        Party id to what it has beyond no deal, in the units of the values; empty where it is not valued. The
        humanitarian minimum leaves the dispute open, so there it is what the steps give beyond today.
    joint
        Share of draws in which it is allowed and leaves nobody worse off than no deal; None where not worked out.
    weakest
        The weakest point, one sentence without a full stop.
    absent
        Ids of everybody it needs who is not at the table.
    note
        How the case can bring them in; "" where nobody is missing.
    spoilers
        Ids of the spoilers of whom it leaves a demand unmet.
    """

    kinds: tuple[str, ...]
    package: Package
    terms: tuple[Term, ...]
    gains: Mapping[str, float]
    joint: float | None
    weakest: str
    absent: tuple[str, ...]
    note: str
    spoilers: tuple[str, ...] = ()


def readable(case: Case, settlement: Settlement) -> tuple[Readable, ...]:
    """Return the packages worth reading: representatives of the frontier, solutions, the most acceptable, and the
    humanitarian minimum.

    Parameters
    ----------
    case, settlement
        What was worked out for this case.

    Returns
    -------
    tuple
        Each package once, with every reason why it is shown. The humanitarian minimum has, for each issue that can be
        settled while fighting goes on, the smallest step that is agreed or that nobody refuses, and nothing else.

    Examples
    --------
    >>> from detente.settlement.settle import settle
    >>> case = Case("nobody yet")
    >>> readable(case, settle(case, draws=10))
    ()
    """
    kinds: dict[tuple[tuple[str, str], ...], list[str]] = {}
    gains: dict[tuple[tuple[str, str], ...], Mapping[str, float]] = {}
    for kind, package, valued in _candidates(case, settlement):
        key = tuple(sorted(package.items()))
        kinds.setdefault(key, []).append(kind)
        gains[key] = valued or gains.get(key, {})
    joint = _joint(settlement)
    return tuple(_one(case, tuple(kinds[key]), dict(key), gains[key], joint.get(key)) for key in kinds)


def _candidates(case: Case, settlement: Settlement) -> Iterator[tuple[str, Package, Mapping[str, float]]]:
    yield from _of_the_frontier(case, settlement)
    for name, package, gains in _solved(settlement):
        yield (f"{NAMES[name]} solution", package, gains)
    if settlement.rating and settlement.rating.packages and settlement.bargain:
        package = settlement.rating.packages[0].package
        yield ("most acceptable", package, gains_of(case, settlement, package))
    elif settlement.acceptable:
        package = settlement.acceptable[0].package
        yield ("most acceptable", package, gains_of(case, settlement, package))
    if least := _humanitarian(case, settlement):
        yield (HUMANITARIAN, least, gains_of(case, settlement, least))


def _of_the_frontier(case: Case, settlement: Settlement) -> Iterator[tuple[str, Package, Mapping[str, float]]]:
    """Its ends and its middle; of three and more parties the best for each, and what differs most from those."""
    valued = _valued(settlement)
    if not valued:
        return
    sides = list(valued[0][1])
    if len(sides) == 2:
        yield (f"best for {name_of(case, sides[1])} on the frontier", *valued[0])
        yield ("middle of the frontier", *valued[len(valued) // 2])
        yield (f"best for {name_of(case, sides[0])} on the frontier", *valued[-1])
        return
    taken = []
    for side in sides:
        taken.append(max(range(len(valued)), key=lambda n: (valued[n][1][side], sum(valued[n][1].values()), -n)))
        yield (f"best for {name_of(case, side)} on the frontier", *valued[taken[-1]])
    for n in _apart([list(gains.values()) for _, gains in valued], taken)[:APART]:
        yield ("unlike the others on the frontier", *valued[n])


def _apart(rows: Sequence[Sequence[float]], taken: Sequence[int]) -> list[int]:
    """Return rows one after the other, each the farthest from all before in shares of what each party can gain."""
    import numpy as np

    points = np.array(rows) / np.maximum(np.max(rows, axis=0), 1e-300)
    far = np.min([np.abs(points - points[n]).max(axis=1) for n in taken], axis=0)
    found: list[int] = []
    while len(found) < APART and far.max() > DIFFERENT:
        found.append(int(far.argmax()))
        far = np.minimum(far, np.abs(points - points[found[-1]]).max(axis=1))
    return found


def gains_of(case: Case, settlement: Settlement, package: Package) -> Mapping[str, float]:
    """Return what a package gives each party beyond no deal; a step while the fighting goes on, beyond the status quo.

    Parameters
    ----------
    case, settlement
        What was worked out for this case.
    package
        Issue id to rung id.

    Returns
    -------
    Mapping
        Party id to gain, in the units of the values; of drawn ones in the draw of the frontier shown. Empty where the
        package is not valued.
    """
    shown = settlement.frontier
    if settlement.bargain:
        built = model(case)
        worth, whole = built.worth, set(package) >= set(built.issues)
        base = {party: -built.reservation[party] for party in built.parties}
    elif shown:
        worth, whole = shown.worth, not all(case.issue(issue).separable for issue in package)
        robust = any(case.issue(issue).rung(rung).robust for issue, rung in package.items())
        base = {side: both[int(robust)] for side, both in shown.base.items()}
    else:
        return {}
    if whole:
        return {p: math.fsum(own[k][r] for k, r in package.items() if k in own) + base[p] for p, own in worth.items()}
    steps = {k: r for k, r in package.items() if case.issue(k).status_quo}
    valued = {k for own in worth.values() for k in own}
    if not steps or not set(steps) & valued:
        return {}
    return {
        party: math.fsum(own[k][r] - own[k][case.issue(k).status_quo] for k, r in steps.items() if k in own)
        for party, own in worth.items()
    }


def _valued(settlement: Settlement) -> list[tuple[Package, Mapping[str, float]]]:
    """The frontier, by rising value of the first party, with what each gains over no deal; nobody loses."""
    if found := settlement.bargain:
        rows = [
            (point.package, {p: v - found.reservation[p] for p, v in point.values.items()}) for point in found.frontier
        ]
        return [row for row in rows if min(row[1].values()) >= 0]
    points = settlement.frontier.points if settlement.frontier else ()
    return [(point.package, point.surplus) for point in points if min(point.surplus.values()) >= 0]


def _solved(settlement: Settlement) -> Iterator[tuple[str, Package, Mapping[str, float]]]:
    if found := settlement.bargain:
        for name, point in found.solutions.items():
            if point:
                yield name, point.package, {p: v - found.reservation[p] for p, v in point.values.items()}
    elif settlement.frontier:
        for name, drawn in settlement.frontier.solutions.items():
            if drawn:
                yield name, drawn.package, drawn.surplus


def _joint(settlement: Settlement) -> dict[tuple[tuple[str, str], ...], float]:
    if settlement.rating and settlement.bargain:
        return {tuple(sorted(r.package.items())): r.joint.share for r in settlement.rating.packages}
    return {tuple(sorted(a.package.items())): a.joint["willing"] for a in settlement.acceptable}


def _humanitarian(case: Case, settlement: Settlement) -> dict[str, str]:
    least: dict[str, str] = {}
    for issue in case.issues:
        fit = {s.rung for s in settlement.standings if s.issue == issue.id and s.state in ("agreed", "open")}
        steps = [rung for rung in issue.rungs if rung.id in fit and rung.id != issue.status_quo]
        if issue.separable and not issue.free and steps:
            least[issue.id] = min(steps, key=lambda rung: (abs(rung.x - issue.sq.x), rung.x)).id
    return least


def _one(
    case: Case, kinds: tuple[str, ...], package: dict[str, str], gains: Mapping[str, float], joint: float | None
) -> Readable:
    terms = tuple(_term(case, issue, rung) for issue, rung in package.items() if case.issue(issue).status_quo != rung)
    absent = tuple(sorted({party for term in terms for party in term.absent}))
    return Readable(
        kinds,
        MappingProxyType(package),
        terms,
        MappingProxyType(dict(gains)),
        joint,
        _weakest(case, package, gains, absent, joint),
        absent,
        "; ".join(_bring_in(case, party) for party in absent),
        tuple(p.id for p in case.parties if p.role == "spoiler" and unmet(case, package, p.id)),
    )


def _term(case: Case, issue_id: str, rung_id: str) -> Term:
    issue = case.issue(issue_id)
    rung = issue.rung(rung_id)
    return Term(
        issue_id,
        rung_id,
        f"{issue.name}: {rung.label or rung.id}",
        obligors(case, issue, rung),
        missing(case, issue, rung),
    )


def _weakest(
    case: Case, package: Mapping[str, str], gains: Mapping[str, float], absent: tuple[str, ...], joint: float | None
) -> str:
    """What most likely breaks it: a red line, somebody missing, a demand not met, or the party with least to gain."""
    broken = [demand for demand in case.demands if _breaks(case, demand, package)]
    hard = [d for d in broken if d.red_line or d.sacred or d.precondition == "content"]
    if hard:
        return f"it crosses what {name_of(case, hard[0].party)} calls {_firm(hard[0])} on {_issue(case, hard[0])}"
    if absent:
        return f"it needs {' and '.join(name_of(case, party) for party in absent)}, not at the table"
    for spoiler in (party for party in case.parties if party.role == "spoiler"):
        if lacking := unmet(case, package, spoiler.id):
            who, what = name_of(case, spoiler.id), _issue(case, lacking[0])
            return f"{who} has reason to break it: it asks for something else on {what}"
    if broken:
        first = max(broken, key=lambda d: d.key)
        return f"{name_of(case, first.party)} asks for something else on {_issue(case, first)}"
    if gains:
        party = min(gains, key=lambda p: (gains[p], p))
        return f"{name_of(case, party)} gains least ({gains[party]:+.3g})"
    return (
        "what it gives each party is not known" if joint is None else f"it is acceptable to all in {joint:.0%} of draws"
    )


def _breaks(case: Case, demand: Demand, package: Mapping[str, str]) -> bool:
    stands = demand.issue in package and has_say(case, demand.party, case.issue(demand.issue))
    return stands and package[demand.issue] not in allowed(case, demand)


def _firm(demand: Demand) -> str:
    return "sacred" if demand.sacred else "a red line" if demand.red_line else "a condition of any peace"


def _issue(case: Case, demand: Demand) -> str:
    return case.issue(demand.issue).name.lower()


def _bring_in(case: Case, party: str) -> str:
    if party != THIRD_PARTY:
        return f"to bring {name_of(case, party)} in, run `detente case bring CASE {party}`"
    return f"to bring somebody in, run `detente case bring CASE PARTY --for {party}`"
