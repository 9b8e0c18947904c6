"""Baselines to hold the solutions against: mean and median of the positions, weighted by capability x salience.

On 351 resolved issues of the European Union the weighted mean forecast better than the bargaining solutions did. It
does not ask whether anybody accepts the package, and that is the point of a baseline.

Source: Scholz, Calbert and Smith (2011), Unravelling Bueno de Mesquita's group decision model.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np

from detente.case.model import Case, Issue
from detente.case.preferences import Preferences, amount
from detente.settlement.arrays import BoolArray, FloatArray, IntArray
from detente.settlement.bargaining import Model, stated_rows, value_of
from detente.settlement.draws import Draws
from detente.settlement.packages import Space
from detente.settlement.priors import sampled
from detente.settlement.results import Composition, Package

EQUAL = "equal for all: the case gives no capability of every side"
GIVEN = "as in the case"
WINNING = "the chance of winning, since the case gives no capability of both sides"
_HAIR = 1e-9
"""Of the distance from the status quo: settles ties between two options as near to a position."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a baseline gives.

    Parameters
    ----------
    name
        weighted_mean | weighted_median.
    package
        Issue id to the option nearest to the position; None where `reason` says why there is none.
    values
        Party id to utility, as of the solutions beside it.
    positions
        Issue id to the mean or median coordinate, of the issues whose options stand in an order; where values are drawn
        that of the option taken.
    allowed
        Whether rules, red lines and conditions leave the package.
    capability
        What stands for it.
    reason
        Why there is no package; "" where there is one.
    """

    name: str
    package: Package | None
    values: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    positions: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    allowed: bool = True
    capability: str = EQUAL
    reason: str = ""


def weighted_mean(positions: FloatArray, capability: FloatArray, salience: FloatArray) -> FloatArray:
    """Return the mean position weighted by capability x salience, over the last axis; NaN where nobody cares.

    Parameters
    ----------
    positions, capability, salience
        Of every actor; broadcast together.

    Source
    ------
    Scholz, Calbert and Smith (2011), Table 1.

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


def weighted_median(positions: FloatArray, capability: FloatArray, salience: FloatArray) -> FloatArray:
    """Return the lowest position at which half of the capability x salience is reached; NaN where nobody cares.

    Parameters
    ----------
    positions, capability, salience
        Of every actor, over the last axis; broadcast together.

    Examples
    --------
    >>> float(weighted_median(np.array([0.0, 4.0, 9.0]), np.ones(3), np.array([1.0, 1.0, 3.0])))
    9.0
    """
    positions, weight = np.broadcast_arrays(positions, capability * salience)
    order = np.argsort(positions, axis=-1, kind="stable")
    reached = np.cumsum(np.take_along_axis(weight, order, axis=-1), axis=-1)
    first = (reached >= reached[..., -1:] / 2).argmax(axis=-1)
    median = np.take_along_axis(np.take_along_axis(positions, order, axis=-1), first[..., None], axis=-1)[..., 0]
    found: FloatArray = np.where(reached[..., -1] > 0, median, np.nan)
    return found


AVERAGES = {"weighted_mean": weighted_mean, "weighted_median": weighted_median}


def of_draws(case: Case, draws: Draws, packages: Space, used: BoolArray) -> tuple[Mapping[str, IntArray], str]:
    """Return the package nearest to each average of the peaks on every issue, whoever accepts it, and the capability.

    Parameters
    ----------
    case, draws, packages
        Of one case. Where the case has no capability of every side, two sides count with their chance of winning, more
        with one each.
    used
        Draws to count (n,); the others have -1.

    Returns
    -------
    tuple
        Name to codes (n,), and what stands for capability.
    """
    able, what = _drawn_capability(case, draws)
    codes = {name: np.zeros(draws.n, dtype=np.int64) for name in AVERAGES}
    for k, stride in zip(packages.columns, packages.strides, strict=True):
        x, rest = draws.coordinates[k], draws.coordinates[k][draws.status_quo[k]]
        for name, average in AVERAGES.items():
            at = np.nan_to_num(average(draws.peaks[:, :, k], able, draws.weights[:, :, k]), nan=rest)
            codes[name] += stride * (np.abs(at[:, None] - x) + _HAIR * np.abs(x - rest)).argmin(axis=1)
    return {name: np.where(used, found, -1) for name, found in codes.items()}, what


def in_draw(
    draws: Draws, packages: Space, composition: Composition, d: int, codes: Mapping[str, int], capability: str
) -> tuple[Baseline, ...]:
    """Return the baselines of one draw.

    Parameters
    ----------
    draws, packages
        Of one case.
    composition
        Who is taken to deliver.
    d
        Index of the draw.
    codes
        Name to package.
    capability
        What stands for it.
    """
    found = []
    for name, code in codes.items():
        at = list(zip(packages.columns, packages.digits(code), strict=True))
        total = sum((draws.weights[d, :, k] * draws.values[k][d, :, r] for k, r in at), np.zeros(len(draws.sides)))
        values = dict(zip(draws.sides, total.tolist(), strict=True))
        positions = {draws.issues[k]: float(draws.coordinates[k][r]) for k, r in at}
        open_ = all(bool(draws.allowed[composition][k][d, r]) for k, r in at) and packages.follows_rules(code)
        found.append(Baseline(name, packages.package(code), values, positions, open_, capability))
    return tuple(found)


def _drawn_capability(case: Case, draws: Draws) -> tuple[FloatArray, str]:
    if set(draws.sides) <= set(case.capability):
        given = [sampled(case.capability[side], draws.n, draws.seed, "capability", side) for side in draws.sides]
        return np.stack(given, axis=1), GIVEN
    if len(draws.sides) == 2:
        win = draws.values_of["win-probability"]
        return np.stack([win, 1 - win], axis=1), WINNING
    return np.ones((draws.n, len(draws.sides))), EQUAL


def of_stated(case: Case, built: Model) -> tuple[Baseline, ...]:
    """Return the baselines of a case that states what packages are worth.

    A party's position on an issue is the option it values most, its salience the weight times the spread of its values
    there, as a share of all its issues; of ranges the middle counts. Options without an order have no mean; a median
    they have where one of them has more than half of all capability x salience, which makes it the median in any order.

    Parameters
    ----------
    case, built
        The case, and its model.
    """
    rows = stated_rows(case)
    sides = [row.party for row in rows]
    given = set(sides) <= set(case.capability)
    able = np.array([amount(case.capability[side]).middle if given else 1.0 for side in sides])
    salience = [_salience(row, built) for row in rows]
    found = []
    for name in AVERAGES:
        package: dict[str, str] = {}
        positions, lacking = {}, []
        for issue in (case.issue(id) for id in built.issues):
            best = [_best(issue, built.worth[side].get(issue.id, {})) for side in sides]
            weight = able * np.array([own.get(issue.id, 0.0) for own in salience])
            if (line := _line(issue)) is None:
                option = _majority(best, weight) if name == "weighted_median" else None
                lacking += [] if option else [issue.name]
            else:
                at = AVERAGES[name](np.array([line[rung] for rung in best]), weight, np.ones(len(sides)))
                positions[issue.id] = float(at) if not np.isnan(at) else line[issue.status_quo or best[0]]
                option = _nearest(issue, line, positions[issue.id])
            package[issue.id] = option or ""
        found.append(_baseline(built, name, package, positions, GIVEN if given else EQUAL, lacking))
    return tuple(found)


def _baseline(
    built: Model, name: str, package: Package, positions: Mapping[str, float], capability: str, lacking: Sequence[str]
) -> Baseline:
    if lacking:
        why = "in no order, so they have no mean" if name == "weighted_mean" else "in no order, and none has a majority"
        reason = f"the options of {', '.join(lacking)} stand {why}"
        return Baseline(name, None, positions=positions, capability=capability, reason=reason)
    values = {party: value_of(built, party, package) for party in built.parties}
    return Baseline(name, package, values, positions, _is_open(built, package), capability)


def _is_open(built: Model, package: Package) -> bool:
    if any(rung not in rungs for rung, rungs in zip(package.values(), built.rungs, strict=True)):
        return False
    options = [rungs.index(rung) for rung, rungs in zip(package.values(), built.rungs, strict=True)]
    return all(sum(options[k] in held for k, held in rule.held) < rule.bound for rule in built.rules)


def _salience(row: Preferences, built: Model) -> dict[str, float]:
    """Return the share of what is at stake for a party that lies on each issue."""
    spread = {issue: max(own.values()) - min(own.values()) for issue, own in built.worth[row.party].items()}
    total = sum(spread.values())
    return {issue: part / total if total > 0 else 0.0 for issue, part in spread.items()}


def _best(issue: Issue, worth: Mapping[str, float]) -> str:
    """Return the option that is worth most, of equals the one nearest to the status quo, then the first."""
    line = _line(issue) or dict.fromkeys((rung.id for rung in issue.rungs), 0.0)
    rest = line.get(issue.status_quo, 0.0)
    return max(line, key=lambda rung: (worth.get(rung, 0.0), -abs(line[rung] - rest)))


def _line(issue: Issue) -> dict[str, float] | None:
    """Return where each option stands; of free options only where all are numbers."""
    if not issue.free:
        return {rung.id: rung.x for rung in issue.rungs}
    try:
        numbers = [float(rung.label) for rung in issue.rungs]
    except ValueError:
        return None
    low, high = min(numbers), max(numbers)
    return {r.id: (n - low) / ((high - low) or 1.0) for r, n in zip(issue.rungs, numbers, strict=True)}


def _majority(best: Sequence[str], weight: FloatArray) -> str | None:
    held = {rung: sum(w for b, w in zip(best, weight.tolist(), strict=True) if b == rung) for rung in best}
    rung = max(held, key=lambda r: held[r])
    return rung if held[rung] > sum(held.values()) / 2 else None


def _nearest(issue: Issue, line: Mapping[str, float], at: float) -> str:
    rest = line.get(issue.status_quo, 0.0)
    return min(line, key=lambda rung: abs(line[rung] - at) + _HAIR * abs(line[rung] - rest))
