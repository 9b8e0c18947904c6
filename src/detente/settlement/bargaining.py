"""What the parties could agree on where their weights and values are stated: the exact frontier and the solutions.

Sums are taken of multiples of one small power of two, so that they are exact in any order, and solutions are compared
as whole numbers: two packages tie where their utilities do, not where rounding makes them.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

import numpy as np

from detente.case.model import Case, Issue
from detente.case.preferences import Preferences, amount
from detente.case.rules import literals
from detente.errors import CannotWorkOut
from detente.settlement.arrays import FloatArray, IntArray
from detente.settlement.merging import Count, Table, TooMany, count_packages, undominated_sums
from detente.settlement.permits import conditions, satisfies
from detente.settlement.permits import red_lines as red_lines_of
from detente.settlement.results import Package
from detente.settlement.weights import draw_weights

SOLUTIONS = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")
BITS = 50
"""The largest sum has so many bits: sums of whole numbers below 2^53 are exact in double precision."""
NOTHING_FOR_ALL = "every package leaves some party below its reservation value"
NO_PACKAGE = "the rules, red lines and conditions of the case leave no package"


@dataclass(frozen=True, slots=True)
class Point:
    """A package and what it is worth.

    Parameters
    ----------
    package
        Rung per issue.
    values
        Party id to utility, the first party of the case first.
    """

    package: Package
    values: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Bargain:
    """What parties with stated preferences could agree on.

    Parameters
    ----------
    parties
        Ids, the first party first.
    packages
        How many packages the rules, red lines and conditions leave.
    frontier
        Every efficient point with one package that gives it, by rising value of the first party; empty where there are
        too many (see `reasons`).
    solutions
        Name to point, None where `reasons` says why.
    ties
        Name to the other efficient points that the solution likes as well; only names that have some.
    reasons
        What has no answer ("frontier" or a solution), and why.
    reservation
        Party id to its value without a deal.
    exact
        True where frontier and solutions are exact for the numbers of the case, False where those are ranges: then
        they are exact for the middle of each.
    how
        The method in a few words.
    notices
        What a reader should know of how the case was read.
    """

    parties: tuple[str, ...]
    packages: int
    frontier: tuple[Point, ...]
    solutions: Mapping[str, Point | None]
    ties: Mapping[str, tuple[Point, ...]]
    reasons: Mapping[str, str]
    reservation: Mapping[str, float]
    exact: bool
    how: str
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A case with stated preferences in arrays.

    Parameters
    ----------
    parties, issues
        Ids.
    rungs
        Ids per issue, of those that red lines and conditions leave.
    worth
        Party id to issue id to rung id to weight x value, as plain numbers.
    tables
        The same in whole multiples of `grain`, with distances from the status quo.
    rules
        Over the places of `issues`.
    reserve
        Value without a deal per party, in multiples of `grain`.
    grain
        A power of two.
    """

    parties: tuple[str, ...]
    issues: tuple[str, ...]
    rungs: tuple[tuple[str, ...], ...]
    worth: Mapping[str, Mapping[str, Mapping[str, float]]]
    tables: tuple[Table, ...]
    rules: tuple[Count, ...]
    reserve: FloatArray
    grain: float
    reservation: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))


def bargain(case: Case, *, tell: Callable[[str], object] = id) -> Bargain:
    """Return frontier and solutions of a case whose sides all have stated preferences.

    Parameters
    ----------
    case
        With `preferences` for every side. Red lines, sacred demands and content preconditions bind.
    tell
        Called with one line when something takes long.

    Raises
    ------
    CannotWorkOut
        Where a side has no preferences, or nothing is valued.

    Examples
    --------
    >>> from detente.case.model import Issue, Party, Rung
    >>> pie = Issue("pie", "Pie", "stake", tuple(Rung(f"r{n}", n / 2, "") for n in range(3)), "", free=True)
    >>> worth = {"a": (0, 0.6, 1), "b": (1, 0.7, 0)}
    >>> rows = tuple(Preferences(p, {"pie": {f"r{n}": amount(v) for n, v in enumerate(vs)}}, {"pie": amount(1)})
    ...              for p, vs in worth.items())
    >>> found = bargain(Case("pie", (Party("a", "A", "side"), Party("b", "B", "side")), (pie,), preferences=rows))
    >>> found.packages, len(found.frontier), found.solutions["nash"].values
    (3, 3, {'a': 0.6, 'b': 0.7})
    """
    built = model(case)
    sizes = [len(rungs) for rungs in built.rungs]
    packages = count_packages(sizes, built.rules)
    exact = all(row.known for row in stated_rows(case))
    notices = tuple(
        f"no reservation value for {party}: 0 is taken" for party in built.parties if party not in case.reservation
    )
    try:
        sums = undominated_sums(built.tables, built.rules, tell)
    except TooMany as why:
        return _beyond(built, packages, notices, str(why))
    frontier = tuple(_point(built, row) for row in sums.packages)
    chosen = solve(sums.points, built.reserve, _distances(built, sums.packages), sums.packages)
    missing = NO_PACKAGE if not len(frontier) else NOTHING_FOR_ALL
    how = "merge of the issues' undominated sums" + (", conditioned on the rules" if built.rules else "")
    return Bargain(
        parties=built.parties,
        packages=packages,
        frontier=frontier,
        solutions=MappingProxyType({name: frontier[at[0]] if at else None for name, at in chosen.items()}),
        ties=MappingProxyType({name: tuple(frontier[m] for m in at[1:]) for name, at in chosen.items() if at[1:]}),
        reasons=MappingProxyType({name: missing for name, at in chosen.items() if not at}),
        reservation=built.reservation,
        exact=exact,
        how=how if exact else f"{how}, for the middle of every range",
        notices=notices,
    )


def _beyond(built: Model, packages: int, notices: tuple[str, ...], why: str) -> Bargain:
    """Return the solutions alone, from a search, where the frontier outgrows what can be kept."""
    from detente.settlement.searching import search

    found = search(built)
    reasons = {"frontier": f"not listed: {why}"} | {name: NOTHING_FOR_ALL for name, at in found.items() if at is None}
    return Bargain(
        parties=built.parties,
        packages=packages,
        frontier=(),
        solutions=MappingProxyType({n: None if at is None else _point(built, at) for n, at in found.items()}),
        ties=MappingProxyType({}),
        reasons=MappingProxyType(reasons),
        reservation=built.reservation,
        exact=False,
        how="search by constraint programming, to a hundred-thousandth; the frontier is not listed",
        notices=notices,
    )


def model(case: Case) -> Model:
    """Return a case with stated preferences in arrays.

    Parameters
    ----------
    case
        With `preferences` for every side.

    Raises
    ------
    CannotWorkOut
        Where a side has no preferences, or nothing is valued.
    """
    rows = stated_rows(case)
    issues = tuple(issue for issue in case.issues if any(issue.id in row.values for row in rows))
    if not issues:
        raise CannotWorkOut("no issue has values; give some under preferences in the case file")
    rungs = tuple(tuple(rung for rung in (r.id for r in issue.rungs) if _open(case, issue, rung)) for issue in issues)
    worth = {row.party: _worth(row) for row in rows}
    reservation = {row.party: amount(case.reservation.get(row.party, 0.0)).middle for row in rows}
    gains = [_gains(rows, worth, issue.id, ids) for issue, ids in zip(issues, rungs, strict=True)]
    grain = _grain([*gains, np.array([list(reservation.values())])])
    tables = tuple(
        Table(np.rint(table / grain), _away(issue, ids)) for issue, ids, table in zip(issues, rungs, gains, strict=True)
    )
    return Model(
        parties=tuple(row.party for row in rows),
        issues=tuple(issue.id for issue in issues),
        rungs=rungs,
        worth=worth,
        tables=tables,
        rules=tuple(counts(case, issues, rungs)),
        reserve=np.rint(np.array(list(reservation.values())) / grain),
        grain=grain,
        reservation=MappingProxyType(reservation),
    )


def counts(case: Case, issues: Sequence[Issue], rungs: Sequence[Sequence[str]]) -> list[Count]:
    """Return the rules of a case over some of its issues; a statement about another issue is never true.

    Parameters
    ----------
    case
        Its rules.
    issues, rungs
        The issues of the packages, and the rung ids that packages use.
    """
    place = {issue.id: k for k, issue in enumerate(issues)}
    found = []
    for rule in case.constraints:
        for one in literals(case, rule):
            held = tuple(
                (place[issue], frozenset(r for r, id in enumerate(rungs[place[issue]]) if id in wanted))
                for issue, wanted in one.held
                if issue in place
            )
            held = tuple((k, options) for k, options in held if options)
            if len(held) >= one.bound:
                found.append(Count(held, one.bound))
    return found


def solve(points: FloatArray, reserve: FloatArray, away: FloatArray, packages: IntArray) -> dict[str, list[int]]:
    """Return the points that each solution picks, its choice first; none where all leave a party below its reserve.

    Parameters
    ----------
    points
        Utilities (M, P) in whole numbers; efficient ones.
    reserve
        Value without a deal (P,) in whole numbers.
    away, packages
        What decides ties: distance from the status quo (M,), then the options (M, K), the earlier first.

    Returns
    -------
    dict
        Nash: largest product of gains over the reserve. Kalai-Smorodinsky: largest smallest ratio of gain to ideal
        gain, the ideal being the largest among points at or above every reserve; a party that can gain nothing counts
        1. Egalitarian: largest smallest gain, of equals the largest next one. Utilitarian: largest sum of gains.

    Source
    ------
    Nash (1950); Kalai and Smorodinsky (1975); Imai (1983); Harsanyi (1955).

    Examples
    --------
    >>> points = np.array([[0.0, 8], [3, 6], [6, 3]])
    >>> found = solve(points, np.zeros(2), np.array([0.0, 2, 1]), np.zeros((3, 1), dtype=np.int64))
    >>> found["nash"], found["utilitarian"]
    ([2, 1], [2, 1])
    """
    gains = points - reserve
    fit = np.flatnonzero((gains >= 0).all(axis=1))
    if not len(fit):
        return {name: [] for name in SOLUTIONS}
    gains = gains[fit]
    ideal = gains.max(axis=0)
    ratio = np.where(ideal > 0, gains / np.where(ideal > 0, ideal, 1), 1.0)
    whole = [int(i) for i in ideal]
    close: dict[str, tuple[FloatArray, Callable[[list[int]], tuple[Fraction | int, ...]]]] = {
        "nash": (gains.prod(axis=1), lambda g: (math.prod(g),)),
        "kalai_smorodinsky": (ratio.min(axis=1), lambda g: (min(map(_share, g, whole)),)),
        "egalitarian": (gains.min(axis=1), lambda g: tuple(sorted(g))),
        "utilitarian": (gains.sum(axis=1), lambda g: (sum(g),)),
    }
    found = {}
    for name, (score, key) in close.items():
        near = np.flatnonzero(score >= score.max() * (1 - 1e-9))
        exact = {m: key([int(g) for g in gains[m]]) for m in near.tolist()}
        best = max(exact.values())
        tied = [int(fit[m]) for m, value in exact.items() if value == best]
        found[name] = sorted(tied, key=lambda m: (away[m], packages[m].tolist()))
    return found


def _share(gain: int, ideal: int) -> Fraction:
    return Fraction(gain, ideal) if ideal else Fraction(1)


def stated_rows(case: Case) -> list[Preferences]:
    """Return the sides' preferences, the first party first; CannotWorkOut where a side has none."""
    sides = {side.id for side in case.sides}
    rows = [row for row in case.preferences if row.party in sides]
    unvalued = sorted(sides - {row.party for row in rows})
    if unvalued:
        raise CannotWorkOut(
            f"{', '.join(unvalued)} has no preferences; give them for every side, or for none to draw them from demands"
        )
    return rows


def _open(case: Case, issue: Issue, rung: str) -> bool:
    """Whether every red line, sacred demand and content precondition of a side leaves a rung."""
    place = [hull.id for hull in issue.hull]
    binding = (*red_lines_of(case, issue), *conditions(case, issue))
    return all(rung in place and bool(satisfies(case, issue, d)[place.index(rung)]) for d in binding)


def _worth(row: Preferences) -> dict[str, dict[str, float]]:
    weights = middle_weights(row)
    return {
        issue: {rung: weights[issue] * value.middle for rung, value in rungs.items()}
        for issue, rungs in row.values.items()
    }


def middle_weights(row: Preferences) -> Mapping[str, float]:
    """Return the middle of every weight; where none is known, the mean of those drawn."""
    if row.weights:
        return {issue: weight.middle for issue, weight in row.weights.items()}
    means = draw_weights(row, 10_000, 1).mean(axis=0)
    return dict(zip(row.values, means.tolist(), strict=True))


def _gains(
    rows: Sequence[Preferences],
    worth: Mapping[str, Mapping[str, Mapping[str, float]]],
    issue: str,
    rungs: Sequence[str],
) -> FloatArray:
    table = np.zeros((len(rungs), len(rows)))
    for p, row in enumerate(rows):
        if issue in row.values:
            table[:, p] = [worth[row.party][issue][rung] for rung in rungs]
    return table


def _grain(tables: Sequence[FloatArray]) -> float:
    """The power of two of which the largest sum has 2^BITS."""
    most = sum(float(np.abs(table).max(initial=0)) for table in tables)
    return 2.0 ** (math.ceil(math.log2(most)) - BITS) if most > 0 else 1.0


def _away(issue: Issue, rungs: Sequence[str]) -> FloatArray:
    if not issue.status_quo:
        return np.zeros(len(rungs))
    if issue.free:
        return np.array([float(rung != issue.status_quo) for rung in rungs])
    grid = 2.0**40
    return np.array([round(abs(issue.rung(rung).x - issue.sq.x) * grid) / grid for rung in rungs])


def _distances(built: Model, packages: IntArray) -> FloatArray:
    total = np.zeros(len(packages))
    for k, table in enumerate(built.tables):
        total += table.away[packages[:, k]]
    return total


def _point(built: Model, options: Sequence[int]) -> Point:
    package = {issue: built.rungs[k][int(options[k])] for k, issue in enumerate(built.issues)}
    return Point(package, {party: value_of(built, party, package) for party in built.parties})


def value_of(built: Model, party: str, package: Package) -> float:
    """Return what a package is worth to a party, as a plain sum."""
    own = built.worth[party]
    return math.fsum(own[issue][rung] for issue, rung in package.items() if issue in own)
