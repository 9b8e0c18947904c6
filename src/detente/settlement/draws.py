"""Draws: samples of everything that nobody knows about a case, in arrays over draws.

Every number comes from a stream of its own, keyed by what it is and for whom, so that editing one issue leaves the
other draws as they are, and the order of parties and issues in a case never matters. Axes: n draws, P sides, K stake
issues in play, R_k rungs in the hull of issue k. docs/explanation/model.md gives the formulas.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypedDict

import numpy as np

from detente.case.model import Case, Demand, Issue
from detente.errors import CannotWorkOut
from detente.settlement.arrays import BoolArray, FloatArray, IntArray
from detente.settlement.peaks import draw_peaks, taken, wants_change, wish
from detente.settlement.permits import permits
from detente.settlement.priors import PRIORS, ranges, sample, stream
from detente.settlement.results import COMPOSITIONS, Composition


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """Samples of everything unknown, over the stake issues in play.

    Parameters
    ----------
    n, seed
        Number of draws and their seed.
    sides
        Side ids, sorted: the axis P. Party 1 of the formulas is the first.
    issues
        Ids of the stake issues in play, sorted: the axis K. An issue that no side wants to change is not in play.
    separable
        Per issue (K,): can be settled while the fighting goes on.
    rungs
        Per issue, the rung ids of its hull in rising order of x: the axis R_k.
    coordinates
        Per issue, x of those rungs (R_k,).
    status_quo
        Per issue (K,), index of the status-quo rung in `rungs`.
    robust
        Per issue (R_k,), True for a guarantee that lowers the risk of being cheated.
    peaks
        Most preferred coordinate (n, P, K).
    eta
        Curvature of the values (n,).
    phi
        How far fighting decides each issue (n, K).
    weights
        Salience (n, P, K); adds up to 1 over K (to 0 where a side cares for nothing).
    values
        Per issue, value in [0, 1] of each rung of the hull (n, P, R_k).
    at_status_quo
        Value of the status quo (n, P, K).
    at_peak_of
        Value to the side of the second axis of the peak of the side of the third (n, P, P, K).
    allowed
        Composition to, per issue, (n, R_k): True where deliverers deliver and no red line that holds is crossed; for
        issues that are not separable every content precondition must be met as well.
    gate
        Composition to (n,): True where the content preconditions on all other issues (separable ones, ceasefire,
        format) can be met, so that a comprehensive package is possible at all.
    values_of
        Name of a prior to its draws, (n,), or (n, P) where each side has its own.
    """

    n: int
    seed: int
    sides: tuple[str, ...]
    issues: tuple[str, ...]
    separable: BoolArray
    rungs: tuple[tuple[str, ...], ...]
    coordinates: tuple[FloatArray, ...]
    status_quo: IntArray
    robust: tuple[BoolArray, ...]
    peaks: FloatArray
    eta: FloatArray
    phi: FloatArray
    weights: FloatArray
    values: tuple[FloatArray, ...]
    at_status_quo: FloatArray
    at_peak_of: FloatArray
    allowed: Mapping[Composition, tuple[BoolArray, ...]]
    gate: Mapping[Composition, BoolArray]
    values_of: Mapping[str, FloatArray]


def draw(case: Case, n: int = 10_000, seed: int = 1) -> Draws:
    """Draw everything that nobody knows about a case.

    Parameters
    ----------
    case
        With two or more sides.
    n
        Number of draws, at least 1. The first draws of a longer run are those of a shorter one.
    seed
        Same case and seed, same draws.

    Returns
    -------
    Draws
        Over the stake issues that at least one side wants to change.

    Raises
    ------
    CannotWorkOut
        Where fewer than two sides are in the case.
    CaseError
        Where an assumption of the case is faulty.

    Examples
    --------
    >>> from detente.case.model import Demand, Issue, Party, Rung
    >>> rungs = (Rung("none", 0, "no aid", stated=True), Rung("all", 1, "aid", ("a",), stated=True))
    >>> case = Case("aid talks", (Party("a", "A", "side"), Party("b", "B", "side")),
    ...             (Issue("aid", "Aid", "stake", rungs, "none"),), (Demand("b", "aid", "all", "demands"),))
    >>> draws = draw(case, n=100)
    >>> draws.issues, draws.peaks.shape
    (('aid',), (100, 2, 1))
    """
    sides = _sides(case)
    values_of = _quantities(case, sides, n, seed)
    ladders = [issue for issue in sorted(case.issues, key=lambda issue: issue.id) if not issue.free]
    wishes = {(i, issue.id): wish(issue, case.demands_of(i, issue.id)) for i in sides for issue in ladders}
    issues = tuple(
        issue
        for issue in ladders
        if issue.role == "stake" and any(wants_change(wishes[i, issue.id], issue) for i in sides)
    )
    accepted = {(i, issue.id): taken(issue, case.demands_of(i, issue.id)) for i in sides for issue in issues}
    peaks, indifferent = draw_peaks(issues, sides, wishes, accepted, values_of["silence-opposed"], seed)
    weights = _weights(case, issues, sides, values_of["salience-correlation"], n, seed)
    weights[indifferent] = 0.0
    total = weights.sum(axis=2, keepdims=True)
    np.divide(weights, total, out=weights, where=total > 0)
    hulls = [issue.hull for issue in issues]
    return Draws(
        n=n,
        seed=seed,
        sides=sides,
        issues=tuple(issue.id for issue in issues),
        separable=np.array([issue.separable for issue in issues], dtype=np.bool_),
        rungs=tuple(tuple(rung.id for rung in hull) for hull in hulls),
        coordinates=tuple(np.array([rung.x for rung in hull]) for hull in hulls),
        status_quo=np.array([hull.index(issue.sq) for issue, hull in zip(issues, hulls, strict=True)], dtype=np.int64),
        robust=tuple(np.array([rung.robust for rung in hull]) for hull in hulls),
        peaks=peaks,
        eta=values_of["value-curvature"],
        phi=_phi(issues, n, seed),
        weights=weights,
        values_of=values_of,
        **_valued(issues, peaks, values_of["value-curvature"]),
        **_permitted(case, issues, values_of, seed),
    )


def value(x: FloatArray | float, peak: FloatArray, ends: tuple[float, float], eta: FloatArray) -> FloatArray:
    """Return what a coordinate is worth to a side: 1 at its peak, falling to 0 at the farther end of the ladder.

    Parameters
    ----------
    x
        Coordinates.
    peak
        Most preferred coordinates.
    ends
        Lowest and highest coordinate of the ladder.
    eta
        Curvature, above 0; 1 for a straight line.

    Examples
    --------
    >>> value(np.array([0, 0.5, 1]), np.array([1.0]), (0, 1), np.array([1.0]))
    array([0. , 0.5, 1. ])
    """
    reach = np.maximum(peak - ends[0], ends[1] - peak)
    far: FloatArray = np.abs(x - peak) / reach
    return 1.0 - np.minimum(far, 1.0) ** eta


def tiered(g: FloatArray, tiers: Sequence[int]) -> FloatArray:
    """Rearrange exponential draws so that a heavier tier never holds less than a lighter one.

    The largest values of all tiered issues go to the heaviest tier, and so on; inside a tier the order of the issue's
    own draws stays. Normalised, the result is uniform on the part of the simplex that the order leaves.

    Parameters
    ----------
    g
        Independent exponential draws (n, K).
    tiers
        Per issue: 1 is heaviest, 2 next, and so on; 0 is free of any order.

    Returns
    -------
    ndarray
        Shape (n, K).

    Examples
    --------
    >>> tiered(np.array([[0.2, 0.7, 0.4]]), [1, 2, 0])
    array([[0.7, 0.2, 0.4]])
    """
    out = g.copy()
    rank = np.asarray(tiers)
    falling = -np.sort(-g[:, rank > 0], axis=1)
    start = 0
    for tier in sorted(set(tiers) - {0}):
        members = np.flatnonzero(rank == tier)
        own_order = members[np.argsort(-g[:, members], axis=1, kind="stable")]
        np.put_along_axis(out, own_order, falling[:, start : start + len(members)], axis=1)
        start += len(members)
    return out


def _sides(case: Case) -> tuple[str, ...]:
    sides = tuple(sorted(side.id for side in case.sides))
    if len(sides) < 2:
        known = f"only {case.sides[0].name} is a side" if sides else "no party is a side"
        raise CannotWorkOut(f"a settlement needs two sides with a voice in the record, and {known}")
    return sides


def _quantities(case: Case, sides: tuple[str, ...], n: int, seed: int) -> Mapping[str, FloatArray]:
    ranges(case)
    return MappingProxyType(
        {
            name: np.stack([sample(case, name, n, seed, side) for side in sides], axis=1)
            if prior.each_side
            else sample(case, name, n, seed)
            for name, prior in PRIORS.items()
        }
    )


class _Valued(TypedDict):
    values: tuple[FloatArray, ...]
    at_status_quo: FloatArray
    at_peak_of: FloatArray


def _valued(issues: Sequence[Issue], peaks: FloatArray, eta: FloatArray) -> _Valued:
    """Return the values of the rungs of the hull, of the status quo and of each side's peak."""
    n, sides, count = peaks.shape
    values, at_sq, at_peak_of = [], np.empty((n, sides, count)), np.empty((n, sides, sides, count))
    for k, issue in enumerate(issues):
        own, ends = peaks[:, :, k, None], (issue.rungs[0].x, issue.rungs[-1].x)
        values.append(value(np.array([rung.x for rung in issue.hull]), own, ends, eta[:, None, None]))
        at_sq[:, :, k] = value(issue.sq.x, own, ends, eta[:, None, None])[:, :, 0]
        at_peak_of[:, :, :, k] = value(peaks[:, None, :, k], own, ends, eta[:, None, None])
    return {"values": tuple(values), "at_status_quo": at_sq, "at_peak_of": at_peak_of}


class _Permitted(TypedDict):
    allowed: Mapping[Composition, tuple[BoolArray, ...]]
    gate: Mapping[Composition, BoolArray]


def _permitted(case: Case, issues: Sequence[Issue], values_of: Mapping[str, FloatArray], seed: int) -> _Permitted:
    """Return which rungs are allowed, and where the conditions on issues outside the packages can be met."""
    every = permits(case, values_of["red-line-holds"], values_of["outsiders-deliver"], seed)
    packaged = {issue.id for issue in issues if not issue.separable}
    outside = [permit for id, permit in every.items() if id not in packaged and not permit.demanded.all()]
    allowed: dict[Composition, tuple[BoolArray, ...]] = {}
    gate: dict[Composition, BoolArray] = {}
    for composition in COMPOSITIONS:
        allowed[composition] = tuple(
            every[issue.id].open(composition) if issue.separable else every[issue.id].settled(composition)
            for issue in issues
        )
        gate[composition] = np.ones(len(values_of["red-line-holds"]), dtype=np.bool_)
        for permit in outside:
            gate[composition] &= permit.settled(composition).any(axis=1)
    return {"allowed": MappingProxyType(allowed), "gate": MappingProxyType(gate)}


def _weights(
    case: Case, issues: Sequence[Issue], sides: tuple[str, ...], kappa: FloatArray, n: int, seed: int
) -> FloatArray:
    """Return exponential weights (n, P, K), correlated across sides and ordered by tier, not yet normalised.

    The parts of a split issue share the weight of the whole: r gamma weights of shape 1/r add up to one exponential,
    and their shares of it are Dirichlet whatever it is.
    """
    weights = np.empty((n, len(sides), len(issues)))
    if not issues:
        return weights
    whole = [issue.part_of or issue.id for issue in issues]
    names = list(dict.fromkeys(whole))
    place = [names.index(name) for name in whole]
    common = np.stack([stream(seed, "salience", name).standard_normal(n) for name in names], axis=1)
    for p, i in enumerate(sides):
        own = np.stack([stream(seed, "weight", i, name).standard_normal(n) for name in names], axis=1)
        z = np.sqrt(kappa)[:, None] * common + np.sqrt(1 - kappa)[:, None] * own
        tiers = [
            _tier([d for issue in issues if (issue.part_of or issue.id) == name for d in case.demands_of(i, issue.id)])
            for name in names
        ]
        weights[:, p] = tiered(_exponential(z), tiers)[:, place] * _parts(issues, whole, i, n, seed)
    return weights


def _parts(issues: Sequence[Issue], whole: Sequence[str], side: str, n: int, seed: int) -> FloatArray:
    """Return the share that each issue has of the weight of the issue of which it is a part (n, K)."""
    shares = np.ones((n, len(issues)))
    for name in {name for name in whole if whole.count(name) > 1}:
        at = [k for k, one in enumerate(whole) if one == name]
        drawn = [stream(seed, "part", side, issues[k].id).standard_gamma(1 / len(at), n) for k in at]
        part = np.stack(drawn, axis=1)
        total = part.sum(axis=1, keepdims=True)
        shares[:, at] = np.divide(part, total, out=np.full_like(part, 1 / len(at)), where=total > 0)
    return shares


def _exponential(z: FloatArray) -> FloatArray:
    """Return the quantile of the unit exponential at the rank of a standard normal."""
    tail = np.fromiter(map(math.erfc, (z / math.sqrt(2)).ravel().tolist()), np.float64, z.size)
    return -np.log(tail / 2).reshape(z.shape)


def _tier(demands: Sequence[Demand]) -> int:
    """Return 1 for a red line or content precondition, 2 for a key demand, 3 for a plain one, 0 for none."""
    if any(d.red_line or d.sacred or d.precondition == "content" for d in demands):
        return 1
    return 2 if any(d.key for d in demands) else 3 if demands else 0


def _phi(issues: Sequence[Issue], n: int, seed: int) -> FloatArray:
    phi = np.empty((n, len(issues)))
    for k, issue in enumerate(issues):
        low, high = issue.phi
        phi[:, k] = low + (high - low) * stream(seed, "phi", issue.id).random(n)
    return phi
