"""The zone of possible agreement per composition, what decides it, and one draw's frontier to look at."""

from collections.abc import Iterator, Mapping

import numpy as np

from detente.case.model import Case, Demand, Issue
from detente.settlement.arrays import BoolArray, FloatArray, IntArray
from detente.settlement.draws import Draws
from detente.settlement.frontier import Frontiers, frontiers
from detente.settlement.listing import frontier_of
from detente.settlement.merging import best_rows
from detente.settlement.packages import Space, choices, space
from detente.settlement.permits import conditions, missing, permits, red_lines, satisfies
from detente.settlement.priors import stream
from detente.settlement.results import Composition, Frontier, FrontierPoint, Spread, Zone
from detente.settlement.stances import name_of
from detente.settlement.surplus import Surplus

OTHERS = 400
"""Most packages shown beside the frontier."""
LISTED_ALONE = 200_000
"""Up to so many packages the frontier of the draw shown is found among all of them, of more by merging."""
LISTED = 20_000
"""Up to so many packages all are listed to choose those from; of more, a sample is."""


def zone(case: Case, draws: Draws, composition: Composition, margin: FloatArray, used: BoolArray) -> Zone:
    """Return how often there is a package that every side prefers to no deal, by how much, and what decides it.

    Parameters
    ----------
    case, draws
        Draws of this case.
    composition
        Who is taken to deliver.
    margin
        Largest smallest surplus per draw (n,), NaN where no package is allowed.
    used
        Draws whose stakes are known (n,), at least one.
    """
    found = margin[used]
    some = found[~np.isnan(found)]
    empty = (len(found) - len(some)) / len(found)
    exists = float((some >= 0).sum() / len(found))
    return Zone(
        composition=composition,
        exists=exists,
        margin=Spread(*np.percentile(some, (5, 50, 95)).tolist()) if len(some) else None,
        empty=empty,
        reason=_reason(case, draws, composition, empty, exists, used),
    )


def shown(
    case: Case,
    draws: Draws,
    parts: Surplus,
    composition: Composition,
    offsets: FloatArray,
    margin: FloatArray,
    solved: Mapping[str, IntArray],
) -> Frontier:
    """Return the exact frontier of the draw with the median margin, with other allowed packages around it.

    Parameters
    ----------
    case, draws, parts
        Of one case.
    composition
        Who is taken to deliver.
    offsets
        Of the surplus (n, P, 2).
    margin
        Per draw (n,), NaN where no package is allowed; at least one is.
    solved
        Solution to package per draw (n,).

    Raises
    ------
    CannotWorkOut
        Where that draw has too many efficient packages.
    """
    ranked = np.argsort(margin, kind="stable")  # NaN come last
    d = int(ranked[(~np.isnan(margin)).sum() // 2])
    packages = space(case, draws)
    if packages.size <= LISTED_ALONE:
        points, codes = frontier_of(packages, choices(packages, draws, parts, composition, d), offsets[d])
    else:
        points, codes = _merged(frontiers(case, draws, parts, composition, only=d), offsets[d])
    shown_points = tuple(_point(draws, packages, d, *at) for at in zip(codes.tolist(), points, strict=True))
    return Frontier(
        composition=composition,
        draw=d,
        sides=draws.sides,
        points=shown_points,
        others=_others(draws, parts, packages, composition, offsets[d], d, codes),
        solutions={
            name.replace("-", "_"): next(
                (p for p, code in zip(shown_points, codes, strict=True) if code == at[d]), None
            )
            for name, at in solved.items()
        },
        worth=_worth(draws, parts, d),
        base={side: (low, high) for side, (low, high) in zip(draws.sides, offsets[d].tolist(), strict=True)},
    )


def _worth(draws: Draws, parts: Surplus, d: int) -> dict[str, dict[str, dict[str, float]]]:
    """Return what every rung in play gives every side in one draw."""
    return {
        side: {
            issue: dict(zip(draws.rungs[k], parts.gains[k][d, p].tolist(), strict=True))
            for k, issue in enumerate(draws.issues)
        }
        for p, side in enumerate(draws.sides)
    }


def _merged(fronts: Frontiers, offsets: FloatArray) -> tuple[FloatArray, IntArray]:
    """Return surplus and codes of one draw's efficient packages of both guarantee classes."""
    robust = np.arange(len(fronts.code)) >= fronts.start[1]
    points = fronts.gains + offsets.T[robust.astype(np.int64)]
    best = best_rows(points, np.argsort(np.argsort(fronts.code)))
    return points[best], fronts.code[best]


def _point(draws: Draws, packages: Space, d: int, code: int, surplus: FloatArray) -> FrontierPoint:
    at = list(zip(packages.columns, packages.digits(code), strict=True))
    utility = sum((draws.weights[d, :, k] * draws.values[k][d, :, r] for k, r in at), start=np.zeros(len(draws.sides)))
    named = (dict(zip(draws.sides, row.tolist(), strict=True)) for row in (surplus, utility))
    return FrontierPoint(packages.package(code), *named)


def _others(
    draws: Draws,
    parts: Surplus,
    packages: Space,
    composition: Composition,
    offsets: FloatArray,
    d: int,
    efficient: IntArray,
) -> tuple[tuple[float, ...], ...]:
    """Return up to OTHERS allowed packages of one draw that are not on its frontier, evenly from the list of them."""
    options = choices(packages, draws, parts, composition, only=d)
    codes, points, robust = np.zeros(1, np.int64), np.zeros((1, len(draws.sides))), np.zeros(1, np.bool_)
    rng = stream(draws.seed, "packages beside the frontier")
    for low, high in zip(options.start[:-1], options.start[1:], strict=True):
        mine = np.flatnonzero(options.allowed[0, low:high]) + low
        codes = (codes[:, None] + options.code[mine]).ravel()
        points = (points[:, None] + options.gains[0, mine]).reshape(-1, len(draws.sides))
        robust = (robust[:, None] | options.robust[mine]).ravel()
        if len(codes) > LISTED:
            kept = np.sort(rng.permutation(len(codes))[: LISTED // 10])
            codes, points, robust = codes[kept], points[kept], robust[kept]
    rest = np.flatnonzero(~np.isin(codes, efficient))
    rest = rest[np.argsort(codes[rest])]
    rest = rest[np.unique(np.linspace(0, len(rest) - 1, OTHERS).astype(np.int64))] if len(rest) else rest
    surplus = points[rest] + offsets.T[robust[rest].astype(np.int64)]
    return tuple(map(tuple, surplus.tolist()))


def _reason(case: Case, draws: Draws, composition: Composition, empty: float, exists: float, used: BoolArray) -> str:
    agreeable = f"in {_percent(exists)} of the draws a package leaves every side at least as well off as no deal"
    if empty == 0:
        lost = _out_of_reach(case) if composition == "table" else ""
        return f"Every draw allows some package; {agreeable}.{lost}"
    obstacles = dict.fromkeys(_obstacles(case, draws, composition, used))
    why = "; ".join(obstacles) or "the rules across issues leave nothing"
    if empty == 1:
        return f"No package in any draw: {why}."
    return f"No package in {_percent(empty)} of the draws: {why}. {agreeable[0].upper()}{agreeable[1:]}."


def _obstacles(case: Case, draws: Draws, composition: Composition, used: BoolArray) -> Iterator[str]:
    """Yield what leaves nothing allowed in some draws, in plain words, issue by issue."""
    of_issue = permits(case, draws.values_of["red-line-holds"], draws.values_of["outsiders-deliver"], draws.seed)
    for issue in sorted(case.issues, key=lambda issue: issue.id):
        permit, packaged = of_issue[issue.id], issue.id in draws.issues and not issue.separable
        unmet = np.zeros(len(used), dtype=np.bool_)
        for demand in conditions(case, issue):
            delivered = permit.delivered[composition][:, satisfies(case, issue, demand)]
            if len(short := np.flatnonzero(_nothing(delivered) & used)):
                unmet[short] = True
                yield _unmet(case, issue, demand, composition, 1 - len(short) / int(used.sum()))
        if not permit.demanded.any():
            yield f"no way to settle {issue.name} meets every condition set on it"
        elif packaged or not permit.demanded.all():
            crossed = _nothing(permit.uncrossed & permit.demanded)
            stranded = _nothing(permit.settled(composition)) & ~crossed & ~unmet
            yield from _crossed(case, issue, float(crossed[used].mean()), float(stranded[used].mean()))


def _nothing(rungs: BoolArray) -> BoolArray:
    """Return in which draws no rung is left (n,)."""
    return np.asarray(~rungs.any(axis=1))


def _unmet(case: Case, issue: Issue, demand: Demand, composition: Composition, share: float) -> str:
    """Say whose absence leaves a content precondition unmet."""
    left = satisfies(case, issue, demand)
    away = [missing(case, issue, rung) for rung, meets in zip(issue.hull, left, strict=True) if meets]
    fewest = min(away, key=lambda parties: (len(parties), parties), default=())
    names = _listed([name_of(case, party) for party in fewest])
    terms = demand.terms or issue.rung(demand.rung).label
    what = f"{name_of(case, demand.party)} makes “{terms}” ({issue.name}) a condition of any peace"
    if not fewest:
        return f"{what}, and nothing on offer meets it"
    verb, does = ("are", "do") if len(fewest) > 1 else ("is", "does")
    here = f"{verb} not at the table" if composition == "table" else f"{does} so in {_percent(share)} of the draws"
    return f"{what}, and {names}, who would have to deliver it, {here}"


def _crossed(case: Case, issue: Issue, crossed: float, stranded: float) -> Iterator[str]:
    """Say how often the red lines on an issue leave nothing, or nothing that is delivered."""
    whose = _listed(sorted({name_of(case, d.party) for d in red_lines(case, issue)}))
    if crossed > 0:
        yield f"the red lines of {whose} on {issue.name} leave nothing in {_percent(crossed)} of the draws"
    if stranded > 0:
        needed = {name_of(case, party) for rung in issue.hull for party in missing(case, issue, rung)}
        left = f"what the red lines of {whose} leave on {issue.name}" if whose else f"what is left on {issue.name}"
        yield f"{left} needs {_listed(sorted(needed))} and is not delivered in {_percent(stranded)} of the draws"


def _out_of_reach(case: Case) -> str:
    """Say which issues have rungs that nobody at the table can deliver."""
    needed: dict[str, list[str]] = {}
    for issue in sorted(case.issues, key=lambda issue: issue.id):
        if issue.role == "stake":
            for party in sorted({party for rung in issue.hull for party in missing(case, issue, rung)}):
                needed.setdefault(name_of(case, party), []).append(issue.name)
    listed = "; ".join(f"{name} ({_listed(issues)})" for name, issues in sorted(needed.items()))
    return f" Out of reach without those absent: {listed}." if needed else ""


def _listed(names: list[str]) -> str:
    return " and ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])} and {names[-1]}"


def _percent(share: float) -> str:
    """Return a share in whole per cent, never 0 or 100 where it is neither.

    Examples
    --------
    >>> _percent(0.4567), _percent(0.001), _percent(1.0)
    ('46%', 'under 1%', '100%')
    """
    if 0 < share < 0.005:
        return "under 1%"
    return "over 99%" if 0.995 <= share < 1 else f"{share:.0%}"
