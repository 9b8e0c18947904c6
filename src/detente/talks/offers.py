"""Alternating offers between two sides over the same case, thousands of sessions at once: for studying protocols.

Side 1 opens; the sides take turns until one accepts or the steps run out. A side accepts an offer that gives it at
least what it asks for by its own strategy at its turn, and otherwise puts the package that gives it the least above it.
`simulate` does not call this: it asks how readily agreement comes, not who says what.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Literal

import numpy as np

from detente.case.model import Case
from detente.errors import CannotWorkOut, InputError
from detente.settlement.arrays import BoolArray, FloatArray, IntArray
from detente.settlement.draws import draw
from detente.settlement.kernels import kernel
from detente.settlement.surplus import surplus
from detente.tabled import Tabled

Kind = Literal["time", "tit-for-tat", "bayesian"]
KINDS: tuple[Kind, ...] = ("time", "tit-for-tat", "bayesian")
MAX_PACKAGES = 200_000
_BINS = 1024
_NOISE = 0.3
"""Standard deviation of what an offer says about the other side's wishes: judgement."""
_WINDOW = 0.05
"""A learning side looks for what the other likes among packages that give up to this much more than it asks for."""


@dataclass(frozen=True, slots=True)
class Strategy:
    """How a side concedes.

    Parameters
    ----------
    kind
        ``time``: its demand falls with time alone. ``tit-for-tat``: by as much as the other's last move gave it, after
        two moves by time. ``bayesian``: by time, with the package that the other is believed to like best.
    exponent
        Above 0: under 1 the side holds out (boulware), above 1 it gives early (conceder).

    Source
    ------
    Faratin, Sierra and Jennings (1998) for time and behaviour; Hindriks and Tykhonov (2008) for the Bayesian side, with
    one hypothesis per option of an issue.
    """

    kind: Kind = "time"
    exponent: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Sessions(Tabled):
    """How sessions ended.

    Parameters
    ----------
    agreed
        (n,), True where a side accepted.
    step
        (n,), the step at which that was, the number of steps where nobody did.
    package
        (n, K), index of the option per issue; -1 without agreement.
    utility
        (n, 2); the reservation values without agreement.
    """

    agreed: BoolArray
    step: IntArray
    package: IntArray
    utility: FloatArray


def alternate(
    worth: FloatArray,
    reservation: FloatArray,
    strategies: tuple[Strategy, Strategy] = (Strategy(), Strategy()),
    *,
    options: Sequence[int] | None = None,
    steps: int = 100,
) -> Sessions:
    """Run alternating offers.

    Parameters
    ----------
    worth
        What each option is worth to each side (n, 2, K, R); a package is worth the sum.
    reservation
        What each side has without a deal (n, 2); it never asks for less.
    strategies
        Of the two sides.
    options
        Options per issue (K,), at most R; R each by default.
    steps
        Turns in all, at least 2.

    Raises
    ------
    InputError
        Where shapes, steps or a strategy are faulty, or there are more than MAX_PACKAGES packages.

    Examples
    --------
    >>> pie = np.linspace(0, 1, 11)
    >>> worth = np.stack([pie, 1 - pie])[None, :, None, :]
    >>> done = alternate(worth, np.zeros((1, 2)), steps=101)
    >>> bool(done.agreed[0]), done.utility[0].tolist()
    (True, [0.5, 0.5])
    """
    sizes = _checked(worth, reservation, strategies, options, steps)
    n, issues = worth.shape[0], worth.shape[2]
    agreed, step = np.zeros(n), np.full(n, steps, dtype=np.int64)
    package, utility = np.full((n, issues), -1, dtype=np.int64), reservation.astype(np.float64).copy()
    kinds = np.array([KINDS.index(strategy.kind) for strategy in strategies])
    exponents = np.array([strategy.exponent for strategy in strategies])
    args = (
        np.ascontiguousarray(worth, dtype=np.float64),
        np.ascontiguousarray(reservation, dtype=np.float64),
        sizes,
        kinds,
        exponents,
        steps,
        agreed,
        step,
        package,
        utility,
    )
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(_sessions, n // 2, n, *args)
        _sessions(0, n // 2, *args)
        other.result()
    return Sessions(agreed > 0, step, package, utility)


def offers_on(
    case: Case,
    strategies: tuple[Strategy, Strategy] = (Strategy(), Strategy()),
    *,
    draws: int = 1_000,
    seed: int = 1,
    steps: int = 100,
) -> Sessions:
    """Run one session per draw of a case: values, weights and what war is worth are those of `simulate`.

    Parameters
    ----------
    case
        With two sides.
    strategies, steps
        As in `alternate`; side 1 has the lower id.
    draws, seed
        Of everything unknown.

    Returns
    -------
    Sessions
        Over the usable draws, in units of the contested stake; issues that are not separable, everybody delivering,
        red lines not binding: what the strategies would do with the whole ladder between the stated positions.

    Raises
    ------
    CannotWorkOut
        Where the talks cannot be run, or there are not two sides.
    """
    drawn = draw(case, draws, seed)
    if len(drawn.sides) != 2:
        raise CannotWorkOut(f"alternating offers need two sides, and the case has {len(drawn.sides)}")
    parts = surplus(case, drawn)
    chosen = [k for k, separable in enumerate(drawn.separable) if not separable]
    widest = max(len(drawn.rungs[k]) for k in chosen)
    worth = np.zeros((int(parts.usable.sum()), 2, len(chosen), widest))
    for at, k in enumerate(chosen):
        worth[:, :, at, : len(drawn.rungs[k])] = parts.gains[k][parts.usable]
    reservation = -parts.offsets()[parts.usable, :, 0]
    return alternate(worth, reservation, strategies, options=[len(drawn.rungs[k]) for k in chosen], steps=steps)


def _checked(
    worth: FloatArray,
    reservation: FloatArray,
    strategies: tuple[Strategy, Strategy],
    options: Sequence[int] | None,
    steps: int,
) -> IntArray:
    """Return the options per issue; all faults at once."""
    faults = []
    if worth.ndim != 4 or worth.shape[1] != 2:
        raise InputError(f"worth has the shape {worth.shape}; give (sessions, 2, issues, options)")
    sizes = np.array(options if options is not None else [worth.shape[3]] * worth.shape[2], dtype=np.int64)
    if reservation.shape != worth.shape[:2]:
        faults.append(f"reservation has the shape {reservation.shape}, not {worth.shape[:2]}")
    if len(sizes) != worth.shape[2] or (sizes < 1).any() or (sizes > worth.shape[3]).any():
        faults.append(f"options must name 1 to {worth.shape[3]} options for each of {worth.shape[2]} issues")
    elif float(np.prod(sizes.astype(np.float64))) > MAX_PACKAGES:
        faults.append(f"{np.prod(sizes.astype(np.float64)):,.0f} packages, more than the limit of {MAX_PACKAGES:,}")
    if steps < 2:
        faults.append(f"{steps} step(s); each side needs one")
    faults += [f"an exponent of {s.exponent:g}; it must be above 0" for s in strategies if not s.exponent > 0]
    faults += [
        f"no strategy is called {s.kind!r}; there is {', '.join(KINDS)}" for s in strategies if s.kind not in KINDS
    ]
    if faults:
        raise InputError("; ".join(faults))
    return sizes


@kernel
def _worths(worth: FloatArray, sizes: IntArray, out: FloatArray) -> tuple[float, float]:
    """Put the worth of every package into `out`, the last issue running fastest; return the least and the most."""
    count = 1
    out[0] = 0.0
    # What is added first runs fastest, so the last issue goes first; every pass copies the block and adds an option.
    for k in range(len(sizes) - 1, -1, -1):
        for r in range(sizes[k] - 1, -1, -1):
            for p in range(count):
                out[r * count + p] = out[p] + worth[k, r]
        count *= sizes[k]
    least, most = out[0], out[0]
    for p in range(count):
        least, most = min(least, out[p]), max(most, out[p])
    return least, most


@kernel
def _chained(values: FloatArray, count: int, least: float, step: float, head: IntArray, link: IntArray) -> None:
    """Chain the packages of every bin of worth, so that an offer is found without sorting."""
    head[:] = -1
    scale = 1.0 / step
    for p in range(count):
        b = min(_BINS - 1, int((values[p] - least) * scale))
        link[p] = head[b]
        head[b] = p


@kernel
def _offer(values: FloatArray, asked: float, least: float, step: float, head: IntArray, link: IntArray) -> int:
    """Return the package that is worth the least of those worth at least what is asked."""
    found, worth = -1, np.inf
    for b in range(max(0, min(_BINS - 1, int((asked - least) * (1.0 / step)))), _BINS):
        p = head[b]
        while p >= 0:
            if values[p] >= asked and (values[p] < worth or (values[p] == worth and p < found)):
                found, worth = p, values[p]
            p = link[p]
        if found >= 0:
            break
    return found


@kernel
def _liked(
    values: FloatArray, asked: float, most: float, least: float, step: float, head: IntArray, link: IntArray,
    liking: FloatArray, sizes: IntArray,
) -> int:  # fmt: skip
    """Return, of the packages a little above what is asked, the one that the other is believed to like best."""
    found, best, top = -1, -np.inf, asked + _WINDOW * (most - least)
    first = max(0, min(_BINS - 1, int((asked - least) * (1.0 / step))))
    last = max(0, min(_BINS - 1, int((top - least) * (1.0 / step))))
    for b in range(first, last + 1):
        p = head[b]
        while p >= 0:
            if asked <= values[p] <= top:
                said, rest = 0.0, p
                for k in range(len(sizes) - 1, -1, -1):
                    said += liking[k, rest % sizes[k]]
                    rest //= sizes[k]
                if said > best or (said == best and p < found):
                    found, best = p, said
            p = link[p]
    return found


@kernel
def _learn(belief: FloatArray, liking: FloatArray, package: int, sizes: IntArray, time: float) -> None:
    """Update what the other's best option on each issue is believed to be, and what each option is worth to it."""
    rest = package
    for k in range(len(sizes) - 1, -1, -1):
        size = sizes[k]
        seen = rest % size
        rest //= size
        if size == 1:
            continue
        total = 0.0
        for h in range(size):
            given_up = abs(seen - h) / (size - 1) - time / 2.0
            belief[k, h] *= np.exp(-0.5 * (given_up / _NOISE) ** 2)
            total += belief[k, h]
        for h in range(size):
            belief[k, h] /= total
        for r in range(size):
            liking[k, r] = 0.0
            for h in range(size):
                liking[k, r] += belief[k, h] * (1.0 - abs(r - h) / (size - 1))


@kernel
def _sessions(
    first: int, stop: int, worth: FloatArray, reservation: FloatArray, sizes: IntArray, kinds: IntArray,
    exponents: FloatArray, steps: int, agreed: FloatArray, step_of: IntArray, package: IntArray, utility: FloatArray,
) -> None:  # fmt: skip
    """Run some of the sessions."""
    count = 1
    for size in sizes:
        count *= size
    values, link = np.empty((2, count)), np.empty((2, count), dtype=np.int32)
    head = np.empty((2, _BINS), dtype=np.int32)
    least, most, step = np.empty(2), np.empty(2), np.empty(2)
    belief = np.empty((2, len(sizes), worth.shape[3]))
    liking = np.empty((2, len(sizes), worth.shape[3]))
    asked, got = np.empty(2), np.empty(2)
    falling = np.empty((2, steps))
    for i in range(2):
        for turn in range(steps):
            falling[i, turn] = (turn / (steps - 1)) ** (1.0 / exponents[i])
    for n in range(first, stop):
        for i in range(2):
            least[i], most[i] = _worths(worth[n, i], sizes, values[i])
            step[i] = max((most[i] - least[i]) / _BINS, 1e-300)
            _chained(values[i], count, least[i], step[i], head[i], link[i])
            asked[i], got[i] = most[i], np.nan
            for k in range(len(sizes)):
                belief[i, k, :] = 1.0 / sizes[k]
                liking[i, k, :] = 0.0
        offered = -1
        for turn in range(steps):
            i = turn % 2
            floor = reservation[n, i]
            if kinds[i] == 1 and turn > 3:
                if offered >= 0:
                    now = values[i, offered]
                    if not np.isnan(got[i]):
                        asked[i] = min(most[i], max(floor, asked[i] - (now - got[i])))
                    got[i] = now
            else:
                asked[i] = floor + (most[i] - floor) * (1.0 - falling[i, turn])
            if most[i] < floor:
                break
            if offered >= 0 and values[i, offered] >= asked[i]:
                agreed[n], step_of[n] = 1.0, turn
                utility[n, 0], utility[n, 1] = values[0, offered], values[1, offered]
                rest = offered
                for k in range(len(sizes) - 1, -1, -1):
                    package[n, k] = rest % sizes[k]
                    rest //= sizes[k]
                break
            found = -1
            if kinds[i] == 2 and offered >= 0:
                _learn(belief[i], liking[i], offered, sizes, turn / (steps - 1))
                found = _liked(values[i], asked[i], most[i], least[i], step[i], head[i], link[i], liking[i], sizes)
            if found < 0:
                found = _offer(values[i], asked[i], least[i], step[i], head[i], link[i])
            offered = found if found >= 0 else offered
