"""The few packages that differ in kind, as terms a person can read: who acts, who gains what, and the weakest point."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from detente.case.model import Case, Demand
from detente.settlement.results import Package, Settlement
from detente.settlement.stances import allowed, has_say, missing, name_of, obligors

NAMES = {
    "nash": "Nash",
    "kalai_smorodinsky": "Kalai-Smorodinsky",
    "egalitarian": "egalitarian",
    "utilitarian": "utilitarian",
}
"""The solutions as they stand inside a sentence."""


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
        Party id to what it has beyond no deal, in the units of the values; empty where it is not valued.
    joint
        Share of draws in which it is allowed and leaves nobody worse off than no deal; None where not worked out.
    weakest
        The weakest point, one sentence without a full stop.
    absent
        Ids of everybody it needs who is not at the table.
    note
        How the case can bring them in; "" where nobody is missing.
    """

    kinds: tuple[str, ...]
    package: Package
    terms: tuple[Term, ...]
    gains: Mapping[str, float]
    joint: float | None
    weakest: str
    absent: tuple[str, ...]
    note: str


def readable(case: Case, settlement: Settlement) -> tuple[Readable, ...]:
    """Return the packages worth reading: both ends and the middle of the frontier, solutions, the most acceptable, and
    the humanitarian minimum.

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
    valued = _valued(settlement)
    if valued:
        sides = [name_of(case, side) for side in valued[0][1]]
        yield (f"best for {sides[-1]} on the frontier", *valued[0])
        yield ("middle of the frontier", *valued[len(valued) // 2])
        yield (f"best for {sides[0]} on the frontier", *valued[-1])
    for name, package, gains in _solved(settlement):
        yield (f"{NAMES[name]} solution", package, gains)
    if settlement.rating and settlement.rating.packages:
        yield ("most acceptable", settlement.rating.packages[0].package, {})
    elif settlement.acceptable:
        yield ("most acceptable", settlement.acceptable[0].package, {})
    if least := _humanitarian(case, settlement):
        yield ("humanitarian minimum", least, {})


def _valued(settlement: Settlement) -> list[tuple[Package, Mapping[str, float]]]:
    """The frontier of two parties, by rising value of the first, with what each gains over no deal."""
    if found := settlement.bargain:
        rows = [
            (point.package, {p: v - found.reservation[p] for p, v in point.values.items()}) for point in found.frontier
        ]
        return [row for row in rows if len(row[1]) == 2 and min(row[1].values()) >= 0]
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
    if settlement.rating:
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
    unmet = [demand for demand in case.demands if _breaks(case, demand, package)]
    hard = [d for d in unmet if d.red_line or d.sacred or d.precondition == "content"]
    if hard:
        return f"it crosses what {name_of(case, hard[0].party)} calls {_firm(hard[0])} on {_issue(case, hard[0])}"
    if absent:
        return f"it needs {' and '.join(name_of(case, party) for party in absent)}, not at the table"
    if unmet:
        first = max(unmet, key=lambda d: d.key)
        return f"{name_of(case, first.party)} asks for something else on {_issue(case, first)}"
    if gains:
        party = min(gains, key=lambda p: (gains[p], p))
        return f"{name_of(case, party)} gains least ({gains[party]:+.3g} beyond no deal)"
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
    if any(other.id == party for other in case.parties):
        return f"to bring {name_of(case, party)} in, set at_table: true for {party} under parties"
    return f"to bring somebody in, add them under parties with at_table: true, and as deliverers in place of {party}"
