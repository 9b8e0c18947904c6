"""Bargaining solutions on the surplus of each draw, and the weighted mean as the baseline to hold them against.

On 351 resolved issues of the European Union the weighted mean forecast better than these solutions did, so none of them
is read as a forecast here: they say what fair shares of the gain from agreeing would look like.

Sources: Nash (1950), The bargaining problem; Kalai and Smorodinsky (1975), Other solutions to Nash's bargaining
problem; the egalitarian solution as the lexicographic maximum of the smallest surplus (Imai 1983).
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from detente.case.model import Case
from detente.errors import CannotWorkOut
from detente.settlement.arrays import BoolArray, FloatArray, IntArray
from detente.settlement.draws import Draws
from detente.settlement.frontier import Frontiers, frontiers
from detente.settlement.listing import PLAIN, best_of_lists, nearest, pick_plainly
from detente.settlement.packages import Space, choices, space
from detente.settlement.results import Composition, Solution
from detente.settlement.surplus import Surplus

CONCEPTS = ("nash", "kalai-smorodinsky", "egalitarian", "utilitarian")
"""Maximum of the product of all s_i; of min s_i / ideal_i, ideal_i the best that side i can have while nobody is below
0; lexicographically of the smallest s_i; of the sum. Each over the packages with every s_i >= 0; ties to the nearest to
the status quo, and from it to what is better for a side and worse for none."""
LISTED_LIMIT = 2_000_000_000
"""Most packages times draws that are listed one by one, with three and more sides."""


@dataclass(frozen=True, slots=True, eq=False)
class Picks:
    """What each solution picks in each draw.

    Parameters
    ----------
    space
        The packages.
    margin
        The largest smallest surplus of any allowed package (n,); NaN where none is allowed or the stake is unknown.
    codes
        Solution to the package's code (n,), -1 in a draw without a package that leaves every side at 0 or above.
    """

    space: Space
    margin: FloatArray
    codes: Mapping[str, IntArray]


def pick(
    case: Case, draws: Draws, parts: Surplus, composition: Composition, offsets: FloatArray | None = None
) -> Picks:
    """Work out margin and solutions of every draw.

    Parameters
    ----------
    case, draws, parts
        Draws and surplus of this case.
    composition
        Who is taken to deliver.
    offsets
        Of the surplus (n, P, 2), today's where not given.

    Raises
    ------
    CannotWorkOut
        Where the packages are too many to work out exactly.
    """
    offsets = parts.offsets() if offsets is None else offsets
    packages = space(case, draws)
    if len(draws.sides) > 2 and packages.size * draws.n > LISTED_LIMIT:
        raise CannotWorkOut(
            f"{len(draws.sides)} sides have {packages.size:,} packages in each of {draws.n:,} draws, more than can be "
            "listed; take fewer draws or leave issues out"
        )
    if packages.size * draws.n <= PLAIN:
        options = choices(packages, draws, parts, composition)
        return _picks(packages, *pick_plainly(packages, options, offsets))
    if len(draws.sides) == 2:
        return pick_on(frontiers(case, draws, parts, composition), offsets)
    from detente.settlement.solution_kernel import pick_listed

    options = choices(packages, draws, parts, composition)
    margin, codes = pick_listed(
        options.gains, options.allowed, options.start, options.robust, options.code, offsets,
        packages.radix, packages.away,
    )  # fmt: skip
    return _picks(packages, margin, codes)


def pick_on(fronts: Frontiers, offsets: FloatArray) -> Picks:
    """Work out margin and solutions on two-party frontiers.

    Parameters
    ----------
    fronts
        One frontier per draw and guarantee class.
    offsets
        Of the surplus (n, 2, 2).
    """
    from detente.settlement.solution_kernel import pick_frontiers

    radix, away = fronts.space.radix, fronts.space.away
    return _picks(fronts.space, *pick_frontiers(fronts.start, fronts.gains, fronts.code, offsets, radix, away))


def choose(points: FloatArray) -> Mapping[str, int]:
    """Return which of some points each solution picks; -1 where every point leaves somebody below 0.

    Parameters
    ----------
    points
        Surplus of every package to every side (M, P).

    Examples
    --------
    >>> dict(choose(np.array([[3.0, 0.5], [1.5, 1.5], [0.0, 4.0]])))
    {'nash': 1, 'kalai-smorodinsky': 1, 'egalitarian': 1, 'utilitarian': 2}
    """
    order = np.arange(len(points))
    sums = [own[None] for own in points.astype(np.float64).T]
    _, picked = best_of_lists(sums, nearest(order)) if len(points) else (None, np.full((1, len(CONCEPTS)), -1))
    return dict(zip(CONCEPTS, picked[0].tolist(), strict=True))


def shares(name: str, packages: Space, codes: IntArray) -> Solution | None:
    """Return how often a solution picks each rung, and its most frequent package.

    Parameters
    ----------
    name
        Of the solution.
    packages
        What the codes stand for.
    codes
        One package per draw, -1 where there is none.

    Returns
    -------
    Solution or None
        None where no draw has a package.
    """
    found = codes[codes >= 0]
    if not len(found):
        return None
    digits = found[:, None] // np.array(packages.strides) % packages.radix
    kinds, counts = np.unique(found, return_counts=True)
    most = int(counts.argmax())
    return Solution(
        name,
        {
            issue: dict(zip(rungs, (np.bincount(column, minlength=len(rungs)) / len(found)).tolist(), strict=True))
            for issue, rungs, column in zip(packages.issues, packages.rungs, digits.T, strict=True)
        },
        packages.package(int(kinds[most])),
        int(counts[most]) / len(found),
    )


def weighted_mean(positions: FloatArray, capability: FloatArray, salience: FloatArray) -> FloatArray:
    """Return the mean position weighted by capability x salience, over the last axis; NaN where nobody cares.

    Parameters
    ----------
    positions, capability, salience
        Of every actor; broadcast together.

    Source
    ------
    Scholz, Calbert and Smith (2011), Unravelling Bueno de Mesquita's group decision model, Table 1.

    Examples
    --------
    >>> float(weighted_mean(np.array([0.0, 1.0]), np.array([1.0, 1.0]), np.array([1.0, 3.0])))
    0.75
    """
    weight = capability * salience
    total = weight.sum(axis=-1)
    mean: FloatArray = np.full(np.shape(total), np.nan)
    np.divide((weight * positions).sum(axis=-1), total, out=mean, where=total > 0)
    return mean


def weighted_median(positions: FloatArray, capability: FloatArray, salience: FloatArray) -> float:
    """Return the position at which half of the capability x salience is reached.

    Parameters
    ----------
    positions, capability, salience
        Of every actor (A,).

    Examples
    --------
    >>> weighted_median(np.array([0.0, 4.0, 9.0]), np.ones(3), np.array([1.0, 1.0, 3.0]))
    9.0
    """
    order = np.argsort(positions, kind="stable")
    reached = np.cumsum((capability * salience)[order])
    return float(positions[order][np.searchsorted(reached, reached[-1] / 2)])


def baseline(draws: Draws, packages: Space, used: BoolArray) -> IntArray:
    """Return the package nearest to the weighted mean of the peaks on every issue, whoever accepts it (n,).

    Two sides count with their chance of winning as capability, more with one each.

    Parameters
    ----------
    draws, packages
        Of one case.
    used
        Draws to count (n,); the others have -1.
    """
    win = draws.values_of["win-probability"]
    able = np.stack([win, 1 - win], axis=1) if len(draws.sides) == 2 else np.ones((draws.n, len(draws.sides)))
    codes = np.zeros(draws.n, dtype=np.int64)
    for k, stride in zip(packages.columns, packages.strides, strict=True):
        x, rest = draws.coordinates[k], draws.coordinates[k][draws.status_quo[k]]
        mean = np.nan_to_num(weighted_mean(draws.peaks[:, :, k], able, draws.weights[:, :, k]), nan=rest)
        # a hair of the distance from the status quo settles ties between two rungs
        codes += stride * np.abs(mean[:, None] - x).__add__(1e-9 * np.abs(x - rest)).argmin(axis=1)
    return np.where(used, codes, -1)


def _picks(packages: Space, margin: FloatArray, codes: IntArray) -> Picks:
    return Picks(packages, margin, {name: codes[:, c] for c, name in enumerate(CONCEPTS)})
