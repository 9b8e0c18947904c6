"""Where a shock raises the odds and where it lowers them: a map over two assumptions."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from detente.case.model import Case
from detente.errors import CannotWorkOut, InputError
from detente.settlement.arrays import FloatArray
from detente.settlement.priors import PRIORS, ranges
from detente.settlement.results import Composition
from detente.tabled import Tabled
from detente.talks.attribution import NO_SAY, signs
from detente.talks.paired import Basis, basis, paired
from detente.talks.results import Shock


@dataclass(frozen=True, slots=True)
class Axis:
    """One assumption and the values it is pinned to.

    Parameters
    ----------
    name
        A quantity such as ``optimism`` or ``war-cost.russia``, or one of the shock: ``shock.cost.amount``.
    values
        Rising.
    """

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SignMap(Tabled):
    """The shares of draws with each sign, both assumptions pinned.

    Parameters
    ----------
    across, down
        The two assumptions; rows of the shares follow `down`.
    positive, negative
        Shares in [0, 1], a row per value of `down`.
    composition, weeks, draws
        Of the runs, `draws` in each cell.
    """

    across: Axis
    down: Axis
    positive: tuple[tuple[float, ...], ...]
    negative: tuple[tuple[float, ...], ...]
    composition: Composition
    weeks: int
    draws: int


def sign_map(
    case: Case,
    shock: Shock,
    *,
    over: Sequence[str] = (),
    steps: int = 7,
    draws: int = 1_000,
    seed: int = 1,
    weeks: int = 26,
    composition: Composition = "unknown",
) -> SignMap:
    """Pin two assumptions to a grid of values and look at the sign of the effect on a comprehensive deal.

    Parameters
    ----------
    case, shock
        As for `simulate`.
    over
        Names of up to two assumptions; what is missing is chosen: those whose ends move the sign most.
    steps
        Values per assumption, at least 2.
    draws
        Of everything else, the same in each cell.
    seed, weeks, composition
        Of the runs.

    Raises
    ------
    InputError
        Where a name is not one of the case or the shock.
    CannotWorkOut
        Where the talks cannot be run.
    """
    known = _known(case, shock)
    for name in over:
        if name not in known:
            raise InputError(f"no assumption is called {name!r}; choose two of {', '.join(known)}")
    base = basis(case, max(draws, 2_000), seed, composition)
    chosen = [*dict.fromkeys(over)]
    chosen += [name for name in _deciding(base, shock, known, weeks) if name not in chosen][: 2 - len(chosen)]
    if len(chosen) < 2:
        raise CannotWorkOut("fewer than two assumptions move the effect of this event")
    across, down = (Axis(name, tuple(np.linspace(*known[name], steps).tolist())) for name in chosen[:2])
    cells = [
        [
            paired(basis(c, draws, seed, composition), (s,), weeks).shares()
            for c, s in _row(case, shock, across, down, y)
        ]
        for y in down.values
    ]
    positive, negative = (tuple(tuple(cell[k] for cell in row) for row in cells) for k in (0, 1))
    return SignMap(across, down, positive, negative, composition, weeks, draws)


def _row(case: Case, shock: Shock, across: Axis, down: Axis, y: float) -> Iterator[tuple[Case, Shock]]:
    for x in across.values:
        yield pinned(case, shock, {across.name: (x, x), down.name: (y, y)})


def pinned(case: Case, shock: Shock, given: Mapping[str, tuple[float, float]]) -> tuple[Case, Shock]:
    """Return case and shock with assumptions in place of theirs; names as in `Axis`.

    Examples
    --------
    >>> case, _ = pinned(Case("talks"), Shock("s", "", "", "a", "b", None, {}), {"optimism": (0, 0)})
    >>> case.assumptions["optimism"]
    (0, 0)
    """
    mine = {name: ends for name, ends in given.items() if not name.startswith("shock.")}
    channels = {name: dict(sizes) for name, sizes in shock.channels.items()}
    for name, ends in given.items():
        if name.startswith("shock."):
            _, channel, quantity = name.split(".")
            channels[channel][quantity] = ends
    felt = MappingProxyType({name: MappingProxyType(sizes) for name, sizes in channels.items()})
    return replace(case, assumptions={**case.assumptions, **mine}), replace(shock, channels=felt)


def _known(case: Case, shock: Shock) -> Mapping[str, tuple[float, float]]:
    """Return every assumption that can be pinned, with its range."""
    all_ranges, sides = ranges(case), sorted(side.id for side in case.sides)
    known: dict[str, tuple[float, float]] = {}
    for name, prior in PRIORS.items():
        if name not in NO_SAY and prior.each_side:
            known |= {f"{name}.{side}": all_ranges.get(f"{name}.{side}", all_ranges[name]) for side in sides}
        elif name not in NO_SAY:
            known[name] = all_ranges[name]
    known |= {
        f"shock.{channel}.{quantity}": (float(ends[0]), float(ends[1]))
        for channel, sizes in shock.channels.items()
        for quantity, ends in sizes.items()
        if quantity != "lag"
    }
    return MappingProxyType({name: ends for name, ends in known.items() if ends[0] < ends[1]})


def _deciding(base: Basis, shock: Shock, known: Mapping[str, tuple[float, float]], weeks: int) -> list[str]:
    """Return the assumptions by how far the sign moves between their lowest and highest fifth."""
    ran = paired(base, (shock,), weeks)
    ratio = ran.log_ratio()
    live = np.isfinite(ratio)
    if live.sum() < 50:
        return []
    positive, negative = signs(ratio[live])
    drawn = dict(_drawn(base, ran.felt[0].drawn))
    reach = {
        name: _reach(drawn[name][live], positive - negative)
        for name in known
        if name in drawn and np.ptp(drawn[name][live]) > 0
    }
    return sorted(reach, key=lambda name: (-reach[name], name))


def _drawn(base: Basis, shock: Mapping[str, FloatArray]) -> Iterator[tuple[str, FloatArray]]:
    for name, values in base.draws.values_of.items():
        if values.ndim == 1:
            yield name, values
        else:
            yield from ((f"{name}.{side}", values[:, p]) for p, side in enumerate(base.draws.sides))
    for name, values in shock.items():
        channel, _, quantity = name.partition(": ")
        yield f"shock.{channel}.{quantity}", values


def _reach(values: FloatArray, sign: FloatArray) -> float:
    low, high = np.quantile(values, (0.2, 0.8))
    reach = float(sign[values >= high].mean() - sign[values <= low].mean())
    return 0.0 if math.isnan(reach) else abs(reach)
