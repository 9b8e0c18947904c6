"""Which group of assumptions the effect of a shock depends on: Sobol indices of the log hazard ratio.

Pick-freeze: run A, run B, and for every group a run that is A with the streams of that group taken from B. Every stream
is keyed by what it draws (`settlement.priors.stream`), so a group is a set of keys. docs/explanation/talks.md.
"""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from detente.case.model import Case
from detente.errors import CannotWorkOut
from detente.settlement.arrays import BoolArray, FloatArray
from detente.settlement.priors import Mixed, stream
from detente.settlement.results import Composition
from detente.tabled import Tabled
from detente.talks.paired import basis, paired
from detente.talks.results import Shock

GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "weights": ("salience", "weight", "salience-correlation", "value-curvature"),
        "stance": ("peak", "silence", "silence-opposed"),
        "red lines": ("red line", "red-line-holds"),
        "deliverers": ("delivers", "outsiders-deliver"),
        "beliefs": ("win-probability", "optimism", "belief-weight", "decisive-share", "phi", "shock information"),
        "costs": ("war-cost", "truce-saving", "time-on-side", "shock cost"),
        "audience": ("audience-cost", "partial-step", "shock audience"),
        "trust": ("trust", "guarantee", "loss-if-cheated", "shock trust"),
        "third party": ("shock third party",),
        "retaliation": ("shock retaliation",),
        "acceptance": ("temperature",),
    }
)
"""Group to the names of its streams; those of a shock by channel. The paces cancel from a hazard ratio."""
CALENDAR: Mapping[str, tuple[str, ...]] = MappingProxyType({"calendar": ("calendar",)})
"""One group more where the case has a calendar."""
_OTHER = 1_000_003
_RESAMPLES = 200
LEAST_LIVE = 100
"""Draws without which no index is given."""


@dataclass(frozen=True, slots=True)
class Sobol(Tabled):
    """How much of the variance of the log hazard ratio comes from a group of assumptions.

    Parameters
    ----------
    group
        Of GROUPS.
    first, total
        Share by the group alone, and with all its interactions; estimates can lie a little outside [0, 1].
    first_range, total_range
        90% ranges over resampled draws.
    live
        Draws on which they rest.
    """

    group: str
    first: float
    total: float
    first_range: tuple[float, float]
    total_range: tuple[float, float]
    live: int = 0


WIDE = 0.25
"""Width of a 90% range of a share above which it says little: judgement."""


def doubts(rows: Sequence[Sobol]) -> tuple[str, ...]:
    """Return why the shares rest on too few draws, none where they do not.

    Parameters
    ----------
    rows
        From `sobol`.

    Returns
    -------
    tuple of str
        A part above the whole (a first-order share above its total, or a total outside [0, 1], by more than a point),
        and ranges wider than WIDE.

    Examples
    --------
    >>> doubts([Sobol("costs", 0.1, 0.6, (0.0, 0.2), (0.4, 0.8), 300)])
    ('the range of costs is 40 points wide',)
    """
    said = []
    for row in rows:
        if row.first > row.total and row.first - row.total > 0.01:
            said.append(f"{row.group} alone comes out above all it has a part in")
    wide = [row for row in rows if row.total_range[1] - row.total_range[0] > WIDE]
    if wide:
        most = max(row.total_range[1] - row.total_range[0] for row in wide)
        names = ", ".join(row.group for row in wide)
        of = f"the range of {names} is" if len(wide) == 1 else f"the ranges of {names} are up to"
        said.append(f"{of} {most * 100:.0f} points wide")
    outside = [row.group for row in rows if row.total > 1.01 or row.total < -0.01]
    if outside:
        said.append(f"{', '.join(outside)} lies outside 0 to 100%")
    return tuple(said)


def sobol(
    case: Case,
    shock: Shock,
    *,
    draws: int = 8_000,
    seed: int = 1,
    weeks: int = 26,
    composition: Composition = "unknown",
) -> tuple[Sobol, ...]:
    """Return the indices of every group, the largest total first.

    Parameters
    ----------
    case, shock
        As for `simulate`.
    draws
        Of each of the runs; there are two more runs than groups.
    seed, weeks, composition
        Of the runs.

    Returns
    -------
    tuple of Sobol
        Over the draws in which a deal is allowed in every run. Empty where these are fewer than LEAST_LIVE, or where
        the effect is the same in all of them.

    Source
    ------
    Sobol (1993); estimators by correlation after Martinez (2011), as heavy tails upset those by squared differences.
    """
    try:
        whole = _ratio(case, shock, draws, seed, weeks, composition)
        other = _ratio(case, shock, draws, seed + _OTHER, weeks, composition)
        mixed = {
            group: _ratio(
                case,
                shock,
                draws,
                Mixed.of_seeds(seed, seed + _OTHER, functools.partial(_belongs, group)),
                weeks,
                composition,
            )
            for group in (GROUPS if case.calendar is None else {**GROUPS, **CALENDAR})
        }
    except CannotWorkOut:
        return ()
    live: BoolArray = np.isfinite(whole) & np.isfinite(other)
    for ratio in mixed.values():
        live &= np.isfinite(ratio)
    if live.sum() < LEAST_LIVE or np.var(whole[live]) == 0:
        return ()
    rows = [_index(group, whole[live], other[live], ratio[live], seed) for group, ratio in mixed.items()]
    return tuple(sorted(rows, key=lambda row: (-row.total, row.group)))


def group_of(keys: tuple[str, ...]) -> str:
    """Return the group of a stream, "" for one that has no say.

    Examples
    --------
    >>> group_of(("shock", "trust", "amount", "")), group_of(("peak", "a", "land")), group_of(("pace-truce", ""))
    ('trust', 'stance', '')
    """
    name = f"shock {keys[1]}" if keys[0] == "shock" else keys[0]
    return next((group for group, names in {**GROUPS, **CALENDAR}.items() if name in names), "")


def _belongs(group: str, keys: tuple[str, ...]) -> bool:
    return group_of(keys) == group


def _ratio(case: Case, shock: Shock, draws: int, seed: int, weeks: int, composition: Composition) -> FloatArray:
    return paired(basis(case, draws, seed, composition), (shock,), weeks).log_ratio()


def _index(group: str, whole: FloatArray, other: FloatArray, mixed: FloatArray, seed: int) -> Sobol:
    n = len(whole)
    first, total = _shares(whole, other, mixed)
    rng = stream(int(seed), "sobol resamples", group)
    drawn = np.array([_shares(whole[i], other[i], mixed[i]) for i in rng.integers(0, n, (_RESAMPLES, n))])
    low, high = np.quantile(drawn, (0.05, 0.95), axis=0)
    return Sobol(group, first, total, (float(low[0]), float(high[0])), (float(low[1]), float(high[1])), n)


def _shares(whole: FloatArray, other: FloatArray, mixed: FloatArray) -> tuple[float, float]:
    """Return first-order and total index: `mixed` shares the group with `other` and all else with `whole`."""
    return _correlation(other, mixed), 1 - _correlation(whole, mixed)


def _correlation(a: FloatArray, b: FloatArray) -> float:
    a, b = a - a.mean(), b - b.mean()
    size = float(np.sqrt((a**2).mean() * (b**2).mean()))
    return float((a * b).mean()) / size if size > 0 else 1.0
