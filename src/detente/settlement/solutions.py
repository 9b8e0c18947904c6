"""Bargaining solutions on the surplus of each draw.

None of them is read as a forecast here: they say what fair shares of the gain from agreeing would look like.
`detente.settlement.baselines` has what to hold them against.

Sources: Nash (1950), The bargaining problem; Kalai and Smorodinsky (1975), Other solutions to Nash's bargaining
problem; the egalitarian solution as the lexicographic maximum of the smallest surplus (Imai 1983).
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from detente.case.model import Case
from detente.errors import CannotWorkOut
from detente.settlement.arrays import FloatArray, IntArray
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


def _picks(packages: Space, margin: FloatArray, codes: IntArray) -> Picks:
    return Picks(packages, margin, {name: codes[:, c] for c, name in enumerate(CONCEPTS)})
