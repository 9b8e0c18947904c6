"""Packages: one rung for every stake issue in play, under the rules that tie issues together."""

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from detente.case.model import Case
from detente.case.rules import forbidden
from detente.errors import CannotWorkOut
from detente.settlement.arrays import BoolArray, FloatArray, IntArray, quantised
from detente.settlement.draws import Draws
from detente.settlement.results import Composition
from detente.settlement.surplus import Surplus

COMBINATIONS_LIMIT = 2_000
"""Most combinations of rungs on issues that one chain of rules ties together."""


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """Which packages there are: issues, rungs, and the rules between them.

    A package is one whole number, its *code*: the rungs' indices as digits, the first issue's digit changing fastest.

    Parameters
    ----------
    issues, rungs
        Ids, and per issue the rung ids of its hull.
    columns
        Index of each issue in `Draws.issues`.
    radix
        Rungs per issue.
    away
        Distance of every rung from the status quo, issue after issue.
    blocks
        Groups of issues that rules tie together, each with its choices of rung indices; a free issue is a block alone.
    """

    issues: tuple[str, ...]
    rungs: tuple[tuple[str, ...], ...]
    columns: tuple[int, ...]
    radix: IntArray
    away: FloatArray
    blocks: tuple[tuple[tuple[int, ...], tuple[tuple[int, ...], ...]], ...]

    @property
    def size(self) -> int:
        """Number of packages that no rule forbids."""
        return math.prod(len(choices) for _, choices in self.blocks)

    def digits(self, code: int) -> tuple[int, ...]:
        """Return the rung index per issue of a package."""
        out = []
        for base in self.radix.tolist():
            code, digit = divmod(code, base)
            out.append(digit)
        return tuple(out)

    def distance(self, code: int) -> float:
        """Return how far a package is from the status quo, summed over the issues."""
        first = np.cumsum([0, *self.radix])
        return float(sum(self.away[first[k] + r] for k, r in enumerate(self.digits(code))))

    def package(self, code: int) -> dict[str, str]:
        """Return issue id to rung id of a package."""
        return {k: rungs[r] for k, rungs, r in zip(self.issues, self.rungs, self.digits(code), strict=True)}

    def code(self, package: Mapping[str, str]) -> int:
        """Return the code of a package; KeyError or ValueError where it is none of this space."""
        places = [rungs.index(package[k]) for k, rungs in zip(self.issues, self.rungs, strict=True)]
        return sum(r * stride for r, stride in zip(places, self.strides, strict=True))

    def follows_rules(self, code: int) -> bool:
        """Return whether no rule forbids a package."""
        digits = self.digits(code)
        return all(tuple(digits[m] for m in members) in choices for members, choices in self.blocks)

    @property
    def strides(self) -> tuple[int, ...]:
        """What one step on each issue adds to a code."""
        return tuple(itertools.accumulate(self.radix.tolist()[:-1], int.__mul__, initial=1))


@dataclass(frozen=True, slots=True, eq=False)
class Choices:
    """The choices of all blocks of a space one after the other, with what each is worth in every draw.

    Parameters
    ----------
    start
        Where each block's choices begin, with the end (B + 1,).
    code, robust
        Per choice (O,): what it adds to a package's code; whether it holds a robust guarantee.
    gains
        What it adds to the surplus (n, O, P).
    allowed
        Whether it is open (n, O).
    """

    start: IntArray
    code: IntArray
    robust: BoolArray
    gains: FloatArray
    allowed: BoolArray


def space(case: Case, draws: Draws, separable: bool = False) -> Space:
    """Return the packages over the stake issues in play.

    Parameters
    ----------
    case, draws
        The draws are of this case.
    separable
        True for the bundles of separable issues alone (fighting goes on, all other issues stay at the status quo);
        False for the packages of a comprehensive settlement, which leave separable issues out.

    Raises
    ------
    CannotWorkOut
        Where there are more packages than a whole number can count, or one chain of rules ties too many rungs together.

    Examples
    --------
    >>> from detente.case.model import Demand, Issue, Party, Rung
    >>> from detente.settlement.draws import draw
    >>> rungs = (Rung("no", 0, ""), Rung("yes", 1, "", stated=True))
    >>> case = Case("talks", (Party("a", "A", "side"), Party("b", "B", "side")),
    ...             (Issue("aid", "Aid", "stake", rungs, "no"), Issue("land", "Land", "stake", rungs, "no")),
    ...             (Demand("a", "aid", "yes", "demands"), Demand("b", "land", "yes", "demands")))
    >>> packages = space(case, draw(case, n=1))
    >>> packages.size, packages.package(2)
    (4, {'aid': 'no', 'land': 'yes'})
    """
    columns = tuple(np.flatnonzero(draws.separable == separable).tolist())
    issues = tuple(draws.issues[k] for k in columns)
    rungs = tuple(draws.rungs[k] for k in columns)
    if math.prod(map(len, rungs)) >= 2**62:
        raise CannotWorkOut(f"{len(issues)} issues have more packages than can be counted; leave some issues out")
    away = [np.abs(draws.coordinates[k] - draws.coordinates[k][draws.status_quo[k]]) for k in columns]
    rules = _rules(case, dict(zip(issues, rungs, strict=True)), separable)
    return Space(
        issues=issues,
        rungs=rungs,
        columns=columns,
        radix=np.array([len(ids) for ids in rungs], dtype=np.int64),
        away=quantised(np.concatenate(away)) if away else np.empty(0),
        blocks=tuple(blocks_of(rungs, rules)),
    )


def choices(
    packages: Space, draws: Draws, parts: Surplus, composition: Composition, only: int | None = None
) -> Choices:
    """Return what every choice is worth in every draw, and whether it is open there.

    Nothing is open in a draw whose stake is unknown; nor, for comprehensive packages, where a content precondition on
    an issue outside the packages cannot be met.

    Parameters
    ----------
    packages, draws, parts
        Of one case.
    composition
        Who is taken to deliver.
    only
        Index of the one draw to look at; all of them where not given.
    """
    at = slice(None) if only is None else slice(only, only + 1)
    live = open_draws(packages, draws, parts, composition)[at]
    options = [(members, choice) for members, block in packages.blocks for choice in block]
    gains = np.zeros((len(options), len(live), len(draws.sides)))
    allowed = np.repeat(live[None, :], len(options), axis=0)
    robust = np.zeros(len(options), dtype=np.bool_)
    for o, (members, choice) in enumerate(options):
        for member, r in zip(members, choice, strict=True):
            k = packages.columns[member]
            gains[o] += parts.gains[k][at, :, r]
            allowed[o] &= draws.allowed[composition][k][at, r]
            robust[o] |= draws.robust[k][r]
    strides = packages.strides
    return Choices(
        start=np.cumsum([0, *(len(block) for _, block in packages.blocks)], dtype=np.int64),
        code=np.array(
            [sum(strides[m] * r for m, r in zip(*option, strict=True)) for option in options], dtype=np.int64
        ),
        robust=robust,
        gains=np.ascontiguousarray(gains.transpose(1, 0, 2)),
        allowed=np.ascontiguousarray(allowed.T),
    )


def open_draws(packages: Space, draws: Draws, parts: Surplus, composition: Composition) -> BoolArray:
    """Return in which draws anything can be allowed at all (n,)."""
    bundles = any(draws.separable[k] for k in packages.columns)
    return parts.usable if bundles else parts.usable & draws.gate[composition]


def _rules(case: Case, rungs: Mapping[str, tuple[str, ...]], rest_stays: bool) -> list[tuple[tuple[int, int], ...]]:
    """Return the forbidden combinations as pairs (place of the issue, rung index), over the issues of the packages.

    An issue that no side wants to change, and in a bundle of separable issues every other one, stays at the status quo.
    Another issue outside the packages can always take another rung, so a rule that needs it forbids nothing.
    """
    order = list(rungs)
    out = []
    for combination in (c for rule in case.constraints for c in forbidden(case, rule)):
        inside: list[tuple[int, int]] = []
        for issue, rung in combination:
            kind = case.issue(issue)
            if issue in rungs and rung in rungs[issue]:
                inside.append((order.index(issue), rungs[issue].index(rung)))
            elif issue in rungs or rung != kind.status_quo or not (rest_stays or _stays(kind.role, kind.separable)):
                break
        else:
            out.append(tuple(sorted(inside)))
    return sorted(set(out))


def _stays(role: str, separable: bool) -> bool:
    return role == "stake" and not separable


def blocks_of(
    rungs: Sequence[tuple[str, ...]], rules: Sequence[tuple[tuple[int, int], ...]]
) -> Iterator[tuple[tuple[int, ...], tuple[tuple[int, ...], ...]]]:
    """Yield the connected groups of issues with the choices that every rule leaves."""
    for members in _connected(len(rungs), rules):
        size = math.prod(len(rungs[m]) for m in members)
        if size > COMBINATIONS_LIMIT:
            raise CannotWorkOut(
                f"rules tie {len(members)} issues with {size:,} combinations together, {COMBINATIONS_LIMIT:,} at most"
            )
        own = [dict(rule) for rule in rules if set(dict(rule)) <= set(members)]
        every = itertools.product(*(range(len(rungs[m])) for m in members))
        combinations = ((choice, dict(zip(members, choice, strict=True)).items()) for choice in every)
        yield members, tuple(choice for choice, held in combinations if not any(r.items() <= held for r in own))


def _connected(count: int, rules: Sequence[tuple[tuple[int, int], ...]]) -> list[tuple[int, ...]]:
    group = list(range(count))
    for rule in rules:
        joined = {group[m] for m, _ in rule}
        group = [min(joined) if g in joined else g for g in group]
    return [tuple(m for m in range(count) if group[m] == g) for g in sorted(set(group))]
