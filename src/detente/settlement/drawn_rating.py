"""The rating of a case whose weights, values and beliefs are drawn: ranks, central weights, and what matters most."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from detente.case.model import Case
from detente.settlement.arrays import BoolArray, FloatArray
from detente.settlement.draws import Draws, draw
from detente.settlement.rating import CONFIDENCE_DRAWS, Rated, Rating, Share, matters, ranks, share
from detente.settlement.results import Composition, Solution
from detente.settlement.solutions import Picks, pick
from detente.settlement.surplus import Surplus, surplus


def rate_drawn(
    case: Case,
    draws: Draws,
    parts: Surplus,
    picks: Picks,
    composition: Composition,
    listed: Sequence[int],
    worst: FloatArray,
    solutions: Sequence[Solution],
) -> Rating:
    """Rate a short list of packages over the draws whose stakes are known.

    Parameters
    ----------
    case, draws, parts, picks
        Draws, surplus and solutions of this case.
    composition
        Who is taken to deliver.
    listed
        Codes of the packages.
    worst
        Surplus of the side worst off, per package and draw (A, n), -inf where the package is not allowed.
    solutions
        Their shares.
    """
    used = parts.usable
    count = int(used.sum())
    order = np.argsort(-(worst[:, used] >= 0).sum(axis=1), kind="stable")
    codes, worst = [listed[a] for a in order], worst[order][:, used]
    ranked, pairwise = ranks(worst)
    nash = picks.codes["nash"]
    some = draw(case, min(draws.n, CONFIDENCE_DRAWS), draws.seed)
    rated = tuple(
        Rated(
            picks.space.package(code),
            share(int((worst[a] >= 0).sum()), count),
            share(int((nash[used] == code).sum()), count),
            ranked[a],
            *_central(case, draws, some, nash == code, code, composition),
        )
        for a, code in enumerate(codes)
    )
    return Rating(
        draws=count,
        seed=draws.seed,
        zone=share(int((picks.margin[used] >= 0).sum()), count),
        packages=rated,
        pairwise=pairwise,
        solutions={solution.name.replace("-", "_"): solution.shares for solution in solutions},
        matters=matters(_unknown(draws), np.where(used, picks.margin, np.nan)),
        composition=composition,
    )


def _central(
    case: Case, draws: Draws, some: Draws, first: BoolArray, code: int, composition: Composition
) -> tuple[dict[str, dict[str, float]], Share | None]:
    """Mean weights where the package is the Nash one, and how often it is so under them in some of the draws."""
    if not first.any():
        return {}, None
    mean = draws.weights[first].mean(axis=0)
    central = {
        side: dict(zip(draws.issues, row, strict=True)) for side, row in zip(draws.sides, mean.tolist(), strict=True)
    }
    fixed = replace(some, weights=np.broadcast_to(mean, some.weights.shape).copy())
    parts = surplus(case, fixed)
    nash = pick(case, fixed, parts, composition).codes["nash"][parts.usable]
    return central, share(int((nash == code).sum()), len(nash)) if len(nash) else None


def _unknown(draws: Draws) -> dict[str, FloatArray]:
    """What varies over the draws, by name; names of sides and issues are ids."""
    named: dict[str, FloatArray] = {}
    for name, drawn in draws.values_of.items():
        columns = drawn[:, None] if drawn.ndim == 1 else drawn
        for p in range(columns.shape[1]):
            named[f"{name} of {draws.sides[p]}" if drawn.ndim > 1 else name] = columns[:, p]
    for k, issue in enumerate(draws.issues):
        named[f"share of {issue} that fighting decides"] = draws.phi[:, k]
        for p, side in enumerate(draws.sides):
            named[f"weight of {issue} for {side}"] = draws.weights[:, p, k]
            named[f"most preferred on {issue} for {side}"] = draws.peaks[:, p, k]
    return {name: drawn for name, drawn in named.items() if np.ptp(drawn) > 0}
