"""How far a figure would move with other reports of the same sort: reports are drawn again, with replacement."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching import KINDS
from tables import Counts

DRAWS = 4000
SEED = 1
# Nine draws in ten lie between these quantiles.
LOW, HIGH = 0.05, 0.95
Array = NDArray[np.float64]


def weights(reports: int, *, draws: int = DRAWS, seed: int = SEED) -> Array:
    """Return how often each report is drawn in each draw.

    Parameters
    ----------
    reports
        How many there are; every draw takes as many.
    draws
        How many times.
    seed
        Of the random numbers.

    Returns
    -------
    array, shape (draws, reports)
    """
    drawn = np.random.default_rng(seed).multinomial(reports, np.full(reports, 1 / reports), size=draws)
    return np.asarray(drawn, dtype=np.float64)


def _table(of: Counts, reports: list[str], kind: str) -> Array:
    return np.array([of[report].get(kind, [0, 0, 0]) for report in reports], dtype=np.float64)


def _share(part: Array, whole: Array) -> Array:
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)


def _f1(pooled: Array) -> Array:
    """F1 of right, annotated and predicted entries in the last axis."""
    return _share(2 * pooled[..., 0], pooled[..., 1] + pooled[..., 2])


def _range(values: Array) -> list[float]:
    return [round(float(each), 3) for each in np.quantile(values, [LOW, HIGH])]


def intervals(of: Counts, *, draws: int = DRAWS, seed: int = SEED) -> dict[str, Any]:
    """Return the range of nine draws in ten for every figure.

    Parameters
    ----------
    of
        Counts by report and kind.
    draws, seed
        Of the resampling.

    Returns
    -------
    dict
        By kind: `precision`, `recall` and `f1`, each [low, high]; and `macro_f1`.
    """
    reports = sorted(of)
    drawn = weights(len(reports), draws=draws, seed=seed)
    pooled = {kind: drawn @ _table(of, reports, kind) for kind in KINDS}
    found: dict[str, Any] = {
        kind: {
            "precision": _range(_share(each[:, 0], each[:, 2])),
            "recall": _range(_share(each[:, 0], each[:, 1])),
            "f1": _range(_f1(each)),
        }
        for kind, each in pooled.items()
    }
    found["macro_f1"] = _range(np.mean([_f1(each) for each in pooled.values()], axis=0))
    return found


def differences(ours: Counts, theirs: Counts, *, draws: int = DRAWS, seed: int = SEED) -> dict[str, dict[str, Any]]:
    """Compare two readers on the same reports: both are drawn together.

    Parameters
    ----------
    ours, theirs
        Counts by report and kind; of the same reports.
    draws, seed
        Of the resampling.

    Returns
    -------
    dict
        By kind, and "macro": `ours` and `theirs` (F1), their `difference`, its `range` over nine draws in ten, and
        `better`, the share of draws in which ours is ahead.

    Raises
    ------
    ValueError
        Where the reports differ.
    """
    if ours.keys() != theirs.keys():
        raise ValueError(f"not the same reports: {', '.join(sorted(ours.keys() ^ theirs.keys()))}")
    reports = sorted(ours)
    drawn = weights(len(reports), draws=draws, seed=seed)
    once = np.ones((1, len(reports)))
    sides: list[Mapping[str, tuple[Array, Array]]] = [
        {kind: (_f1(once @ table), _f1(drawn @ table)) for kind in KINDS for table in [_table(side, reports, kind)]}
        for side in (ours, theirs)
    ]
    found = {kind: _difference(sides[0][kind], sides[1][kind]) for kind in KINDS}
    means = [tuple(np.mean([side[kind][n] for kind in KINDS], axis=0) for n in (0, 1)) for side in sides]
    found["macro"] = _difference((means[0][0], means[0][1]), (means[1][0], means[1][1]))
    return found


def _difference(ours: tuple[Array, Array], theirs: tuple[Array, Array]) -> dict[str, Any]:
    gaps = ours[1] - theirs[1]
    a, b = float(ours[0][0]), float(theirs[0][0])
    return {
        "ours": round(a, 3),
        "theirs": round(b, 3),
        "difference": round(a - b, 3),
        "range": _range(gaps),
        "better": round(float(np.mean(gaps > 0)), 3),
    }
