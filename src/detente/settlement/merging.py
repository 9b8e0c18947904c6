"""The frontier of known additive values: merge issue by issue, keep what nothing beats, remember where it came from.

Rules across issues are kept by *conditioning*: partial packages are told apart by what the rules still need to know of
them (how many statements of a rule are true so far), and by nothing else. So a rule costs what the issues between its
first and its last one cost, not the product of them. Small lists are merged with numpy; two parties' long ones with a
compiled kernel, which is loaded only then.

Source: Nemhauser and Ullmann (1969), for the list of undominated sums.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from detente.errors import CannotWorkOut
from detente.settlement.arrays import FloatArray, IntArray

COMPILED_FROM = 8_000
"""Lists of two parties are merged by the compiled kernel from so many sums on: below, loading it takes longer."""
MOST_SUMS = 200_000_000
"""Most partial packages of two parties looked at in one merge; only those that nothing beats are kept."""
MOST_OF_MANY = 60_000
"""Most efficient partial packages of three and more parties: each sum is held against all of them."""
State = tuple[int, ...]


class TooMany(CannotWorkOut):
    """There are more efficient packages than can be kept."""


@dataclass(frozen=True, slots=True)
class Count:
    """A rule: fewer than `bound` of its statements are true; each is a column and which of its options make it true."""

    held: tuple[tuple[int, frozenset[int]], ...]
    bound: int


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """What one issue's options give.

    Parameters
    ----------
    gains
        Per option and party (R, P), such that sums are exact.
    away
        Distance of every option from the status quo (R,).
    """

    gains: FloatArray
    away: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Sums:
    """Undominated sums, and the way back to the options.

    Parameters
    ----------
    points
        (M, P), of two parties by rising sum of the first.
    packages
        Option per column (M, K).
    """

    points: FloatArray
    packages: IntArray


@dataclass(slots=True, eq=False)
class _List:
    """Undominated partial packages of one state; `points` fall in the first party."""

    points: FloatArray
    away: FloatArray
    back: IntArray


def undominated_sums(tables: Sequence[Table], rules: Sequence[Count] = (), tell: Callable[[str], object] = id) -> Sums:
    """Return every undominated sum with one package that gives it.

    Parameters
    ----------
    tables
        One per issue.
    rules
        Over columns of `tables`.
    tell
        Called with a line before the first use of the compiled kernel, which may have to be compiled.

    Returns
    -------
    Sums
        Of packages with the same sum the nearest to the status quo, then the one whose first issue has the earlier
        option, and so on.

    Raises
    ------
    TooMany
        Where the lists outgrow their limits.

    Examples
    --------
    >>> pie = Table(np.array([[0.0, 2.0], [1.0, 1.0], [2.0, 0.0]]), np.zeros(3))
    >>> undominated_sums([pie], [Count(((0, frozenset({1})),), 1)]).points.tolist()
    [[0.0, 2.0], [2.0, 0.0]]
    """
    parties = tables[0].gains.shape[1] if tables else 2
    order = _order(len(tables), rules)
    states: dict[State, _List] = {
        (0,) * len(rules): _List(np.zeros((1, parties)), np.zeros(1), np.zeros(1, dtype=np.int64))
    }
    history: list[tuple[dict[State, _List], list[State]]] = []
    last = {r: max(order.index(k) for k, _ in rule.held) for r, rule in enumerate(rules)}
    for at, column in enumerate(order):
        kept = [r for r in range(len(rules)) if last[r] > at]
        keys = list(states)
        starts = np.cumsum([0, *(len(states[key].points) for key in keys)])
        goals = _targets(tables[column], column, keys, rules, kept)
        history.append((states, keys))
        states = {
            goal: _merged(tables[column], [(states[keys[s]], int(starts[s]), o) for s, o in parts], parties, tell)
            for goal, parts in sorted(goals.items())
        }
    return _traced(tables, order, history, states, parties)


def count_packages(sizes: Sequence[int], rules: Sequence[Count] = ()) -> int:
    """Return how many packages keep all rules, a whole number of any size.

    Examples
    --------
    >>> count_packages([5] * 30), count_packages([2, 2], [Count(((0, frozenset({1})), (1, frozenset({1}))), 2)])
    (931322574615478515625, 3)
    """
    order = _order(len(sizes), rules)
    last = {r: max(order.index(k) for k, _ in rule.held) for r, rule in enumerate(rules)}
    counts: dict[State, int] = {(0,) * len(rules): 1}
    for at, column in enumerate(order):
        kept = [r for r in range(len(rules)) if last[r] > at]
        after: dict[State, int] = {}
        for state, count in counts.items():
            for option in range(sizes[column]):
                goal = _next(state, column, option, rules, kept)
                if goal is not None:
                    after[goal] = after.get(goal, 0) + count
        counts = after
    return sum(counts.values())


def _order(count: int, rules: Sequence[Count]) -> list[int]:
    """Free issues first, the last one first; then the issues that rules join, so that a rule is open for a short time.

    Of equal sums the first issue decides last, and so first.
    """
    joined = sorted({k for rule in rules for k, _ in rule.held}, reverse=True)
    touching = {k: [r for r in rules if any(k == c for c, _ in r.held)] for k in joined}
    placed: list[int] = []
    while len(placed) < len(joined):
        opened = {c for k in placed for r in touching[k] for c, _ in r.held}
        rest = [k for k in joined if k not in placed]
        # the issue that opens the fewest others, beginning with those already open
        placed.append(min(rest, key=lambda k: (len(_joins(touching[k]) - opened - {k}), k not in opened, -k)))
    return [k for k in range(count - 1, -1, -1) if k not in joined] + placed


def _joins(rules: Sequence[Count]) -> set[int]:
    return {k for rule in rules for k, _ in rule.held}


def _next(state: State, column: int, option: int, rules: Sequence[Count], kept: Sequence[int]) -> State | None:
    """Return what the rules know after one more option, None where one is broken; rules that are through count 0."""
    counts = list(state)
    for r, rule in enumerate(rules):
        counts[r] += sum(k == column and option in options for k, options in rule.held)
        if counts[r] >= rule.bound:
            return None
    return tuple(n if r in kept else 0 for r, n in enumerate(counts))


def _targets(
    table: Table, column: int, keys: Sequence[State], rules: Sequence[Count], kept: Sequence[int]
) -> dict[State, list[tuple[int, int]]]:
    """Return per next state which state and option lead to it."""
    goals: dict[State, list[tuple[int, int]]] = {}
    for option in range(len(table.gains)):
        for s, state in enumerate(keys):
            goal = _next(state, column, option, rules, kept)
            if goal is not None:
                goals.setdefault(goal, []).append((s, option))
    return goals


def _merged(
    table: Table, parts: Sequence[tuple[_List, int, int]], parties: int, tell: Callable[[str], object]
) -> _List:
    """Return the undominated of all shifted lists; `back` codes option and place among all lists before."""
    size = sum(len(part.points) for part, _, _ in parts)
    if size > MOST_SUMS:
        raise TooMany(f"one merge has {size:,} sums, {MOST_SUMS:,} at most")
    if parties == 2 and size >= COMPILED_FROM:
        return _compiled(table, parts, tell)
    options = len(table.gains)
    points = np.concatenate([part.points + table.gains[o] for part, _, o in parts])
    away = np.concatenate([part.away + table.away[o] for part, _, o in parts])
    back = np.concatenate([(np.arange(len(part.points)) + first) * options + o for part, first, o in parts])
    if parties == 2:
        # most sums are beaten by one with more for the first party: the full order is needed of the rest only
        rough = np.argsort(-points[:, 0])
        second = points[rough, 1]
        rough = rough[second >= np.maximum.accumulate(second)]
        points, away, back = points[rough], away[rough], back[rough]
    # the first party first; of equal sums the nearest to the status quo, then the earlier option
    order = np.lexsort((back // options, back % options, away, *(-points.T[::-1])))
    points, away, back = points[order], away[order], back[order]
    best = _first_of_two(points) if parties == 2 else _first_of_many(points)
    return _List(points[best], away[best], back[best])


def best_rows(points: FloatArray, rank: IntArray) -> IntArray:
    """Return the rows that no other beats, by rising first coordinate; of equal rows the one of the lowest rank.

    Parameters
    ----------
    points
        (M, P).
    rank
        (M,).

    Examples
    --------
    >>> best_rows(np.array([[1.0, 1], [0, 2], [1, 1], [0, 1]]), np.array([3, 2, 1, 0])).tolist()
    [1, 2]
    """
    order = np.lexsort((rank, *(-points.T[::-1])))
    first = _first_of_two if points.shape[1] == 2 else _first_of_many
    best: IntArray = order[first(points[order])][::-1]
    return best


def _first_of_two(points: FloatArray) -> IntArray:
    second = points[:, 1]
    before = np.concatenate([[-np.inf], np.maximum.accumulate(second)[:-1]])
    kept: IntArray = np.flatnonzero(second > before)
    return kept


def _first_of_many(points: FloatArray) -> IntArray:
    """Return the undominated rows of points sorted by falling coordinates: what beats a row stands before it."""
    kept: IntArray = np.zeros(0, dtype=np.int64)
    step = 512
    for start in range(0, len(points), step):
        block = np.arange(start, min(start + step, len(points)))
        block = block[~_beaten(points[block], points[kept])]
        alone = np.array(
            [not (points[block[:n]] >= points[m]).all(axis=1).any() for n, m in enumerate(block)], dtype=np.bool_
        )
        kept = np.concatenate([kept, block[alone]])
        if len(kept) > MOST_OF_MANY:
            raise TooMany(f"there are more than {MOST_OF_MANY:,} efficient partial packages")
    return kept


def _beaten(points: FloatArray, by: FloatArray) -> Any:
    beaten = np.zeros(len(points), dtype=np.bool_)
    for start in range(0, len(by), 2048):
        left = np.flatnonzero(~beaten)
        chunk = by[start : start + 2048]
        beats = np.ones((len(left), len(chunk)), dtype=np.bool_)
        for p in range(points.shape[1]):
            beats &= chunk[None, :, p] >= points[left, None, p]
        beaten[left] = beats.any(axis=1)
    return beaten


def _compiled(table: Table, parts: Sequence[tuple[_List, int, int]], tell: Callable[[str], object]) -> _List:
    tell("merging long lists; the first run compiles a kernel, which takes a few seconds")
    from detente.settlement.merge_kernel import merge_all

    lengths = np.array([len(part.points) for part, _, _ in parts], dtype=np.int64)
    option = np.array([o for _, _, o in parts], dtype=np.int64)
    first = np.array([start for _, start, _ in parts], dtype=np.int64)
    # A state may lead here by several options: its list is passed once.
    lists = list({id(part): part for part, _, _ in parts}.values())
    begins = dict(zip(map(id, lists), np.cumsum([0, *(len(one.points) for one in lists)]), strict=False))
    begin = np.array([begins[id(part)] for part, _, _ in parts], dtype=np.int64)
    joined = [np.concatenate(columns) for columns in zip(*((one.points, one.away) for one in lists), strict=True)]
    points, away, back = merge_all(joined[0], joined[1], begin, lengths, first, option, table.gains, table.away)
    return _List(points, away, back)


def _traced(
    tables: Sequence[Table],
    order: Sequence[int],
    history: Sequence[tuple[dict[State, _List], list[State]]],
    states: dict[State, _List],
    parties: int,
) -> Sums:
    """Follow the last list's packages back to their options."""
    if not states:
        return Sums(np.zeros((0, parties)), np.zeros((0, len(tables)), dtype=np.int64))
    (final,) = states.values()
    packages = np.zeros((len(final.points), len(tables)), dtype=np.int64)
    back = final.back
    for column, (before, keys) in zip(reversed(order), reversed(history), strict=True):
        options = len(tables[column].gains)
        packages[:, column] = back % options
        place = back // options
        back = np.concatenate([before[key].back for key in keys])[place]
    if parties == 2:
        return Sums(final.points[::-1], packages[::-1])
    return Sums(final.points, packages)
