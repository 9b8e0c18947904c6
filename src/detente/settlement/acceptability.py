"""Acceptability: the share of all that is unknown under which a package is allowed and leaves no side worse off.

Joint acceptability J(x) = P(x allowed, all s >= 0) is the headline: other packages on the list do not change it. Ranks
are taken on a short list only. `evaluate` puts zones, frontier, solutions and acceptability of a case together.

Sources: Lahdelma, Hokkanen and Salminen (1998), SMAA; Lahdelma and Salminen (2001), SMAA-2, for ranks and central
weights.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from detente.case.model import Case
from detente.errors import CannotWorkOut
from detente.settlement.arrays import BoolArray, FloatArray, IntArray
from detente.settlement.baselines import Baseline, in_draw, of_draws
from detente.settlement.drawn_rating import rate_drawn
from detente.settlement.draws import Draws
from detente.settlement.packages import Space, open_draws
from detente.settlement.rating import Rating
from detente.settlement.results import COMPOSITIONS, Acceptable, Composition, Frontier, Solution, Zone
from detente.settlement.solutions import CONCEPTS, Picks, pick, shares
from detente.settlement.surplus import Surplus, surplus
from detente.settlement.zones import shown, zone

CANDIDATES = 500
"""Most packages, by how often a solution picks them, that the short list is chosen from."""
SHORT_LIST = 6
"""Most packages that the greedy cover takes."""
LEAST_COVER = 0.01
"""A package must add this share of the draws with a zone of agreement to be taken."""


@dataclass(frozen=True, slots=True, eq=False)
class RankAcceptability:
    """How often an alternative has each rank, and for whom it would be the first.

    Parameters
    ----------
    ranks
        Share of the draws in which alternative a has rank r (A, A); rows add up to 1.
    central
        Mean weights of the draws in which it is first (A, C); NaN where it never is.
    confidence
        Share of the draws in which it is first under its central weights (A,); NaN where it never is.
    """

    ranks: FloatArray
    central: FloatArray
    confidence: FloatArray


def rank_acceptability(values: FloatArray, weights: FloatArray) -> RankAcceptability:
    """Return rank acceptability, central weights and confidence of every alternative.

    Parameters
    ----------
    values
        Of every alternative on every criterion, (A, C), or (n, A, C) where they are drawn too.
    weights
        Drawn weights (n, C).

    Returns
    -------
    RankAcceptability
        Of alternatives with the same total the first one named has the better rank.

    Source
    ------
    Lahdelma and Salminen (2001), SMAA-2, equations for rank acceptability, central weights and confidence.

    Examples
    --------
    >>> found = rank_acceptability(np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([[0.75, 0.25], [0.25, 0.75], [1, 0]]))
    >>> found.ranks.round(2).tolist(), found.central[1].tolist()
    ([[0.67, 0.33], [0.33, 0.67]], [0.25, 0.75])
    """
    tables = np.broadcast_to(values, (len(weights), *values.shape[-2:]))
    count = tables.shape[1]
    order = np.argsort(-np.einsum("nac,nc->na", tables, weights), axis=1, kind="stable")
    ranks = np.stack([(order == a).mean(axis=0) for a in range(count)])
    central = np.full((count, weights.shape[1]), np.nan)
    confidence = np.full(count, np.nan)
    for a in range(count):
        first = order[:, 0] == a
        if first.any():
            central[a] = weights[first].mean(axis=0)
            totals = tables @ central[a]
            confidence[a] = (totals[:, a] >= totals.max(axis=1)).mean()
    return RankAcceptability(ranks, central, confidence)


class Evaluated(NamedTuple):
    """What the sides could accept.

    Parameters
    ----------
    zones
        One per composition.
    frontier
        Of one draw, in the composition `main`; None where nothing is allowed.
    solutions
        With the baseline, in that composition.
    acceptable
        Packages by falling joint acceptability.
    stake_unknown
        Share of draws not used because a side has too little at stake.
    rating
        Of the short list, in that composition; None where nothing is allowed.
    baselines
        In the draw of the frontier.
    """

    zones: tuple[Zone, ...]
    frontier: Frontier | None
    solutions: tuple[Solution, ...]
    acceptable: tuple[Acceptable, ...]
    stake_unknown: float
    rating: Rating | None
    baselines: tuple[Baseline, ...]


def evaluate(case: Case, draws: Draws) -> Evaluated:
    """Work out what the sides could accept.

    Parameters
    ----------
    case, draws
        Draws of this case.

    Raises
    ------
    CannotWorkOut
        Where the surplus of the sides, or the packages, cannot be worked out.
    """
    parts = surplus(case, draws)
    if not parts.usable.any():
        raise CannotWorkOut("in no draw does every side have enough at stake to measure what a package gives it")
    offsets = parts.offsets()
    picks = {c: pick(case, draws, parts, c, offsets) for c in COMPOSITIONS}
    zones = tuple(zone(case, draws, c, picks[c].margin, parts.usable) for c in COMPOSITIONS)
    main: Composition = next((z.composition for z in zones if z.empty <= 0.5), "willing")
    packages = picks[main].space
    found = [shares(name, packages, picks[main].codes[name]) for name in CONCEPTS]
    simple, capability = of_draws(case, draws, packages, parts.usable)
    found += [shares(name.replace("_", "-"), packages, codes) for name, codes in simple.items()]
    solved = tuple(solution for solution in found if solution is not None)
    stake_unknown = float((~parts.usable).mean())
    if zones[-1].margin is None:
        return Evaluated(zones, None, solved, (), stake_unknown, None, ())
    frontier = shown(case, draws, parts, main, offsets, picks[main].margin, picks[main].codes)
    listed = _short_list(draws, parts, offsets, picks)
    worst = np.where(listed.allowed[main], listed.worst, -np.inf)
    rating = rate_drawn(case, draws, parts, picks[main], main, listed.codes, worst, solved)
    at = {name: int(codes[frontier.draw]) for name, codes in simple.items()}
    simply = in_draw(draws, packages, main, frontier.draw, at, capability)
    return Evaluated(zones, frontier, solved, _acceptable(packages, parts, listed), stake_unknown, rating, simply)


def joint_acceptability(
    draws: Draws, parts: Surplus, packages: Space, codes: Sequence[int], offsets: FloatArray | None = None
) -> Mapping[Composition, FloatArray]:
    """Return J(x) of some packages: the share of draws in which x is allowed and every s is 0 or more.

    Parameters
    ----------
    draws, parts, packages
        Of one case; at least one draw has known stakes.
    codes
        The packages.
    offsets
        Of the surplus (n, P, 2), today's where not given.

    Returns
    -------
    Mapping
        Composition to shares of the draws whose stakes are known (C,); standard error at most .005 at 10,000 draws.
    """
    worst = _worst(draws, parts, packages, codes, parts.offsets() if offsets is None else offsets)
    count = parts.usable.sum()
    return {c: ((worst >= 0) & _allowed(draws, parts, packages, codes, c)).sum(axis=1) / count for c in COMPOSITIONS}


def greedy_cover(cover: BoolArray, most: int = SHORT_LIST, least: float = LEAST_COVER) -> list[int]:
    """Return few rows that together cover many columns, the one that adds most first.

    Parameters
    ----------
    cover
        What each row covers (rows, columns).
    most
        Rows to take at most.
    least
        Share of the columns covered by any row that a further row must add.

    Examples
    --------
    >>> greedy_cover(np.array([[1, 1, 0, 0], [0, 1, 1, 0], [0, 0, 1, 1]], dtype=bool))
    [0, 2]
    """
    left = cover.any(axis=0)
    wanted = max(1.0, least * left.sum())
    taken: list[int] = []
    while len(taken) < most and left.any():
        added = (cover & left).sum(axis=1)
        if added.max() < wanted:
            break
        taken.append(int(added.argmax()))
        left &= ~cover[taken[-1]]
    return taken


@dataclass(frozen=True, slots=True, eq=False)
class _Listed:
    """The short list: codes, the surplus of the side worst off (A, n), and where each is allowed (A, n)."""

    codes: list[int]
    worst: FloatArray
    allowed: Mapping[Composition, BoolArray]

    def agreeable(self, composition: Composition) -> BoolArray:
        """Return where a package is allowed and no side is below 0 (A, n)."""
        return self.allowed[composition] & (self.worst >= 0)


def _short_list(draws: Draws, parts: Surplus, offsets: FloatArray, picks: Mapping[Composition, Picks]) -> _Listed:
    """Return packages by falling joint acceptability: a greedy cover, and the best of each composition."""
    packages = picks["willing"].space
    codes = _candidates(picks, packages)
    worst = _worst(draws, parts, packages, codes, offsets)
    allowed = {c: _allowed(draws, parts, packages, codes, c) for c in COMPOSITIONS}
    count = {c: (allowed[c] & (worst >= 0)).sum(axis=1) for c in COMPOSITIONS}
    listed = greedy_cover(allowed["willing"] & (worst >= 0)) if codes else []
    listed += [int(count[c].argmax()) for c in COMPOSITIONS if count[c].any()]
    listed = sorted(set(listed), key=lambda a: (*(-count[c][a] for c in reversed(COMPOSITIONS)), a))
    return _Listed([codes[a] for a in listed], worst[listed], {c: allowed[c][listed] for c in COMPOSITIONS})


def _acceptable(packages: Space, parts: Surplus, listed: _Listed) -> tuple[Acceptable, ...]:
    if not listed.codes:
        return ()
    count = parts.usable.sum()
    joint = {c: listed.agreeable(c).sum(axis=1) / count for c in COMPOSITIONS}
    first = {c: _first(listed.worst, listed.agreeable(c)) / count for c in COMPOSITIONS}
    return tuple(
        Acceptable(
            packages.package(code),
            {c: float(joint[c][a]) for c in COMPOSITIONS},
            {c: float(first[c][a]) for c in COMPOSITIONS},
        )
        for a, code in enumerate(listed.codes)
    )


def _candidates(picks: Mapping[Composition, Picks], packages: Space) -> list[int]:
    """Return the packages that solutions pick most often, the nearest to the status quo first among equals."""
    picked = np.concatenate([codes for pick in picks.values() for codes in pick.codes.values()])
    codes, counts = np.unique(picked[picked >= 0], return_counts=True)
    away = np.array([packages.distance(code) for code in codes.tolist()])
    order = np.lexsort((codes, away, -counts))[:CANDIDATES]
    return [int(code) for code in codes[order]]


def _worst(draws: Draws, parts: Surplus, packages: Space, codes: Sequence[int], offsets: FloatArray) -> FloatArray:
    """Return the smallest surplus of any side, per package and draw (C, n)."""
    gains = [np.ascontiguousarray(parts.gains[k].transpose(2, 0, 1)) for k in packages.columns]
    shift = np.ascontiguousarray(offsets.transpose(2, 0, 1))
    out = np.empty((len(codes), draws.n))
    for a, code in enumerate(codes):
        digits = packages.digits(code)
        robust = any(draws.robust[k][r] for k, r in zip(packages.columns, digits, strict=True))
        total = shift[int(robust)].copy()
        for gain, r in zip(gains, digits, strict=True):
            total += gain[r]
        out[a] = total.min(axis=1)
    return out


def _allowed(
    draws: Draws, parts: Surplus, packages: Space, codes: Sequence[int], composition: Composition
) -> BoolArray:
    """Return where a package is allowed (C, n)."""
    allowed = [np.ascontiguousarray(draws.allowed[composition][k].T) for k in packages.columns]
    out = np.repeat(open_draws(packages, draws, parts, composition)[None], len(codes), axis=0)
    for a, code in enumerate(codes):
        out[a] &= packages.follows_rules(code)
        for rungs, r in zip(allowed, packages.digits(code), strict=True):
            out[a] &= rungs[r]
    return out


def _first(worst: FloatArray, agreeable: BoolArray) -> IntArray:
    """Return in how many draws each package is the one that the side worst off likes best, of the agreeable ones."""
    best = np.where(agreeable, worst, -np.inf).argmax(axis=0)
    return np.bincount(best[agreeable.any(axis=0)], minlength=len(worst))
