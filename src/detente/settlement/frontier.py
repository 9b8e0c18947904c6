"""The exact frontier, per draw and guarantee class: merge issue by issue, keep what is not dominated.

A partial package that another beats for every side stays beaten whatever is added, so only undominated sums are kept:
exact, and with two sides fast where listing all packages is not; with more, many packages beat none of the others.
The risk of being cheated depends on the guarantee class only; with one frontier per class, time and shocks move
constants and the frontiers stand.

Source: the merge is the list algorithm of Nemhauser and Ullmann (1969) for the discrete multi-objective choice.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from detente.case.model import Case
from detente.errors import CannotWorkOut
from detente.settlement.arrays import FloatArray, IntArray, quantised
from detente.settlement.draws import Draws
from detente.settlement.packages import Space, choices, space
from detente.settlement.results import Composition
from detente.settlement.surplus import Surplus

POINTS_LIMIT = 40_000_000
"""Most efficient packages over all draws of one composition (about 1 GB)."""


@dataclass(frozen=True, slots=True, eq=False)
class Frontiers:
    """Efficient packages per draw and guarantee class, in one ragged array.

    Parameters
    ----------
    composition
        Who is taken to deliver.
    space
        The packages; `space.package(code)` gives the rungs.
    start
        (2 n + 1,): the packages of draw d and class g (0 without, 1 with a robust guarantee) stand at
        ``start[2 * d + g]`` up to ``start[2 * d + g + 1]``; none where nothing is allowed or the stake is unknown.
    gains
        Sum of the gains per side (M, P), of two by rising gain of the first; add `Surplus.offsets` for the surplus.
    code
        The packages (M,).
    """

    composition: Composition
    space: Space
    start: IntArray
    gains: FloatArray
    code: IntArray


def frontiers(
    case: Case,
    draws: Draws,
    parts: Surplus,
    composition: Composition,
    separable: bool = False,
    only: int | None = None,
) -> Frontiers:
    """Return the exact frontier of every draw, one per guarantee class.

    Parameters
    ----------
    case, draws, parts
        Draws and surplus of this case.
    composition
        Who is taken to deliver.
    separable
        True for bundles of separable issues: gains count from the status quo, and only bundles stay that cost no side
        anything and give one side something.
    only
        Index of the one draw to look at, which then is draw 0; all of them where not given.

    Raises
    ------
    CannotWorkOut
        Where the frontiers outgrow the memory (see POINTS_LIMIT).
    """
    packages = space(case, draws, separable)
    options = choices(packages, draws, parts, composition, only)
    from detente.settlement.frontier_kernel import frontiers_of_many, frontiers_of_two

    merge = frontiers_of_two if len(draws.sides) == 2 else frontiers_of_many
    start, gains, code = merge(
        options.gains, options.allowed, options.start, options.robust, options.code,
        packages.radix, packages.away, POINTS_LIMIT,
    )  # fmt: skip
    if not len(start):
        raise CannotWorkOut(
            f"{draws.n:,} draws have more than {POINTS_LIMIT:,} efficient packages; "
            "take fewer draws or leave issues out"
        )
    whole = Frontiers(composition, packages, start, gains, code)
    return _improving(whole, draws, parts) if separable else whole


def efficient(utilities: Sequence[FloatArray]) -> tuple[FloatArray, IntArray]:
    """Return the frontier of two additive utilities.

    Parameters
    ----------
    utilities
        Per issue, what each option gives the two sides (R_k, 2).

    Returns
    -------
    tuple
        Points (M, 2) by rising first utility, rounded to multiples of 2^-40, and the option chosen per issue (M, K).

    Examples
    --------
    >>> points, chosen = efficient([np.array([[0, 2], [1, 1], [2, 0]]), np.array([[0, 0], [1, 1]])])
    >>> points.tolist(), chosen.tolist()
    ([[1.0, 3.0], [2.0, 2.0], [3.0, 1.0]], [[0, 1], [1, 1], [2, 1]])
    """
    from detente.settlement.frontier_kernel import frontiers_of_two

    radix = np.array([len(table) for table in utilities], dtype=np.int64)
    strides = np.cumprod([1, *radix[:-1]])
    code = np.concatenate([np.arange(r) * stride for r, stride in zip(radix, strides, strict=True)])
    none = np.zeros(len(code))
    _, points, codes = frontiers_of_two(
        quantised(np.concatenate(utilities).astype(np.float64))[None], np.ones((1, len(code)), dtype=np.bool_),
        np.cumsum([0, *radix]), none.astype(np.bool_), code, radix, none, POINTS_LIMIT,
    )  # fmt: skip
    return points, codes[:, None] // strides % radix


def _improving(whole: Frontiers, draws: Draws, parts: Surplus) -> Frontiers:
    """Keep the bundles that cost no side anything and give one something, counted from the status quo."""
    at_rest = np.zeros((draws.n, len(draws.sides)))
    for k in whole.space.columns:
        at_rest += parts.gains[k][:, :, draws.status_quo[k]]
    of_draw = np.repeat(np.arange(draws.n), np.diff(whole.start[::2]))
    gains = whole.gains - at_rest[of_draw]
    kept = (gains >= 0).all(axis=1) & (gains > 0).any(axis=1)
    start = np.concatenate([[0], np.cumsum(kept)])[whole.start].astype(np.int64)
    return Frontiers(whole.composition, whole.space, start, gains[kept], whole.code[kept])
