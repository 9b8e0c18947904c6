"""From stance to peak: where on an issue's ladder a side's most preferred point may lie, and draws of it."""

from collections.abc import Mapping, Sequence

import numpy as np

from detente.case.model import Demand, Issue
from detente.settlement.arrays import BoolArray, FloatArray
from detente.settlement.priors import stream

Wish = tuple[float, float] | None
"""The interval in which a side's peak lies; None where it has asked for nothing and refused nothing."""


def wish(issue: Issue, demands: Sequence[Demand]) -> Wish:
    """Return where a party's peak lies, as far as its own words say.

    A demand or proposal puts it between the stated rung and the end of the ladder away from the status quo; of several
    the strongest governs. A refusal puts it short of the refused rung, on the side of the status quo. An acceptance
    alone is no wish (see `taken`).

    Parameters
    ----------
    issue
        The ladder.
    demands
        What the party has said on this issue.

    Returns
    -------
    tuple or None
        Lowest and highest coordinate.

    Examples
    --------
    >>> from detente.case.model import Rung
    >>> ladder = tuple(Rung(f"r{n}", n / 4, "") for n in range(5))
    >>> line = Issue("line", "Line", "stake", ladder, "r2")
    >>> wish(line, [Demand("a", "line", "r3", "demands")]), wish(line, [Demand("b", "line", "r3", "rejects")])
    ((0.75, 1.0), (0.0, 0.5))
    """
    asks = [issue.rung(d.rung).x for d in demands if d.stance in ("demands", "proposes")]
    left = _left_by_refusals(issue, [issue.rung(d.rung).x for d in demands if d.stance == "rejects"])
    if not asks:
        return left
    ask = _beyond(issue, max(asks, key=lambda x: (abs(x - issue.sq.x), -x)))
    return ask if left is None or max(ask[0], left[0]) > min(ask[1], left[1]) else _common(ask, left)


def taken(issue: Issue, demands: Sequence[Demand]) -> float:
    """Return how far from the status quo a party has said it would go along: the outermost rung it accepts.

    A side that is otherwise silent has its peak there where it is opposed to more. At the status quo itself, as for a
    side that said nothing, a step that both have agreed and carried out would count as a loss to the one that did not
    ask for it.

    Examples
    --------
    >>> from detente.case.model import Rung
    >>> ladder = tuple(Rung(f"r{n}", n / 4, "") for n in range(5))
    >>> taken(Issue("swap", "Swap", "stake", ladder, "r0"), [Demand("a", "swap", "r2", "accepts")])
    0.5
    """
    xs = [issue.rung(d.rung).x for d in demands if d.stance == "accepts"]
    return max(xs, key=lambda x: (abs(x - issue.sq.x), -x), default=issue.sq.x)


def wants_change(asked: Wish, issue: Issue) -> bool:
    """Return whether a side's peak can lie anywhere but at the status quo."""
    return asked is not None and asked != (issue.sq.x, issue.sq.x)


def draw_peaks(
    issues: Sequence[Issue],
    sides: Sequence[str],
    wishes: Mapping[tuple[str, str], Wish],
    accepted: Mapping[tuple[str, str], float],
    opposed: FloatArray,
    seed: int,
) -> tuple[FloatArray, BoolArray]:
    """Draw every side's peak on every issue in play.

    A silent side is opposed (peak at the status quo, or at what it has accepted) with the given chance; otherwise it is
    indifferent or of one mind with a side that wants the change, with equal chances.

    Parameters
    ----------
    issues
        At least one side wants to change each of them.
    sides
        Side ids.
    wishes
        What `wish` says of each side and issue.
    accepted
        What `taken` says of each side and issue.
    opposed
        Chance that silence is opposition, per draw (n,).
    seed
        Of the draws.

    Returns
    -------
    tuple
        Peaks (n, P, K), and where a side is indifferent (n, P, K).
    """
    n = len(opposed)
    peaks = np.empty((n, len(sides), len(issues)))
    indifferent = np.zeros(peaks.shape, dtype=np.bool_)
    for k, issue in enumerate(issues):
        spoken = {p: asked for p, i in enumerate(sides) if (asked := wishes[i, issue.id]) is not None}
        for p, (low, high) in spoken.items():
            peaks[:, p, k] = low + (high - low) * stream(seed, "peak", sides[p], issue.id).random(n)
        wanting = np.array([p for p, asked in spoken.items() if wants_change(asked, issue)], dtype=np.int64)
        for p in set(range(len(sides))) - set(spoken):
            mind, lean, whose = stream(seed, "silence", sides[p], issue.id).random((n, 3)).T
            agrees = (mind >= opposed) & (lean >= 0.5)
            indifferent[:, p, k] = (mind >= opposed) & ~agrees
            shared = peaks[np.arange(n), wanting[(whose * len(wanting)).astype(np.int64)], k]
            peaks[:, p, k] = np.where(agrees, shared, accepted[sides[p], issue.id])
    return peaks, indifferent


def _left_by_refusals(issue: Issue, refused: Sequence[float]) -> Wish:
    """Return the stretch of the ladder that lies short of every refused rung; None where no refusal says anything."""
    sq, ends = issue.sq.x, (issue.rungs[0].x, issue.rungs[-1].x)
    stretches = [stretch for x in refused if (stretch := _short_of(issue, x)) is not None]
    if not stretches:
        return None
    for stretch in stretches:
        ends = _common(ends, stretch)
    return ends if ends[0] <= ends[1] else (sq, sq)


def _short_of(issue: Issue, x: float) -> Wish:
    """Return what a refused rung leaves; a refused status quo leaves the rest of a ladder that leads one way only."""
    xs, sq = [rung.x for rung in issue.rungs], issue.sq.x
    at = xs.index(x)
    if x > sq or (x == sq == xs[-1] and at > 0):
        return (xs[0], xs[at - 1])
    if x < sq or (x == sq == xs[0] and len(xs) > 1):
        return (xs[at + 1], xs[-1])
    return None


def _beyond(issue: Issue, x: float) -> tuple[float, float]:
    """Return the stretch from a demanded rung to the end of the ladder away from the status quo."""
    if x == issue.sq.x:
        return (x, x)
    return (x, issue.rungs[-1].x) if x > issue.sq.x else (issue.rungs[0].x, x)


def _common(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return max(one[0], other[0]), min(one[1], other[1])
