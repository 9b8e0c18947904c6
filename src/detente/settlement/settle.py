"""From a case to what could be settled: everything that can be worked out, and why the rest cannot."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.case.model import Case
from detente.errors import CannotWorkOut, InputError
from detente.settlement.bargaining import Bargain, bargain
from detente.settlement.blockers import BlockerCount, blockers, concessions
from detente.settlement.draws import draw
from detente.settlement.minimal_sets import LIMIT
from detente.settlement.results import (
    Acceptable,
    Blocker,
    Concessions,
    Frontier,
    Gap,
    Method,
    Settlement,
    Solution,
    Zone,
)
from detente.settlement.stances import contradictions, name_of
from detente.settlement.standings import standings
from detente.settlement.steps import steps
from detente.version import __version__

if TYPE_CHECKING:
    from detente.settlement.baselines import Baseline
    from detente.settlement.rating import Rating

Progress = Callable[[str], object]
"""Called with a line for a reader when a new part of the work begins."""


def settle(case: Case, *, draws: int = 10_000, seed: int = 1, progress: Progress | None = None) -> Settlement:
    """Work out what blocks a deal, what the sides could accept, what stands where, and in which order.

    Parameters
    ----------
    case
        Any case. What its material cannot answer (a side without a voice, more than two sides without reservation
        values, no demands) is named in `gaps`; the rest is worked out all the same.
    draws
        Number of draws, at least 1; 10,000 give shares with a standard error of at most .005.
    seed
        Same case, draws and seed give the same result.
    progress
        Called with one line when a part of the work begins.

    Returns
    -------
    Settlement
        Frozen, with its method.

    Raises
    ------
    InputError
        Where `draws` is under 1, or an assumption of the case is faulty.

    Examples
    --------
    >>> found = settle(Case("nobody yet"), draws=10)
    >>> [gap.question for gap in found.gaps]
    ['what blocks a deal', 'which packages every side could accept']
    """
    if draws < 1:
        raise InputError(f"{draws} draws are too few to say anything; take at least 1, 10,000 for shares within .005")
    tell = progress or (lambda line: None)
    tell("looking for what blocks a deal")
    blocking, dropping = blockers(case), concessions(case)
    stated, why = _stated(case, tell)
    if stated or case.preferences:
        rating, more = _rating(case, draws, seed, tell) if stated and not stated.exact else (None, ())
        packages = _Packages(gaps=(*why, *more), rating=rating, baselines=_simply(case) if stated else ())
    else:
        tell(f"working out packages in {draws:,} draws")
        packages = _packages(case, draws, seed)
    return Settlement(
        method=Method("settle", __version__, case.digest, seed, draws, MappingProxyType({"most sets": LIMIT})),
        blockers=blocking.found,
        concessions=dropping.found,
        blocker_count=blocking.count,
        concession_count=dropping.count,
        zones=packages.zones,
        frontier=packages.frontier,
        solutions=packages.solutions,
        acceptable=packages.acceptable,
        standings=standings(case),
        steps=steps(case, packages.gains),
        gaps=(*_voices(case), *_torn(case), *_cut_short(blocking, dropping), *packages.gaps),
        stake_unknown=packages.stake_unknown,
        packages=packages.count,
        bargain=stated,
        rating=packages.rating,
        baselines=packages.baselines,
    )


@dataclass(frozen=True, slots=True)
class _Packages:
    """What the draws give, or why they give nothing."""

    zones: tuple[Zone, ...] = ()
    frontier: Frontier | None = None
    solutions: tuple[Solution, ...] = ()
    acceptable: tuple[Acceptable, ...] = ()
    stake_unknown: float = 0.0
    count: int = 0
    gains: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    gaps: tuple[Gap, ...] = ()
    rating: "Rating | None" = None
    baselines: "tuple[Baseline, ...]" = ()


def _stated(case: Case, tell: Progress) -> tuple[Bargain | None, tuple[Gap, ...]]:
    """Return what the parties could agree on where the case says what packages are worth to them."""
    if not case.preferences:
        return None, ()
    tell("working out packages")
    try:
        return bargain(case, tell=tell), ()
    except CannotWorkOut as exc:
        return None, (Gap("which packages every side could accept", str(exc)),)


def _rating(case: Case, n: int, seed: int, tell: Progress) -> "tuple[Rating | None, tuple[Gap, ...]]":
    """Return what holds over the draws where some numbers of the case are ranges."""
    from detente.settlement.smaa import rate

    try:
        return rate(case, draws=n, seed=seed, tell=tell), ()
    except CannotWorkOut as exc:
        return None, (Gap("how acceptable packages are over all that is unknown", str(exc)),)


def _simply(case: Case) -> "tuple[Baseline, ...]":
    from detente.settlement.bargaining import model
    from detente.settlement.baselines import of_stated

    return of_stated(case, model(case))


def _packages(case: Case, n: int, seed: int) -> _Packages:
    from detente.settlement.acceptability import evaluate  # brings numba along, which takes a while to load
    from detente.settlement.packages import space

    try:
        drawn = draw(case, n, seed)
        found = evaluate(case, drawn)
        gains = _gains(case, found.frontier)
        count = space(case, drawn).size
    except CannotWorkOut as why:
        return _Packages(gaps=(Gap("which packages every side could accept", str(why)),))
    return _Packages(*found[:5], count, gains, rating=found.rating, baselines=found.baselines)


def _gains(case: Case, frontier: Frontier | None) -> Mapping[str, Mapping[str, float]]:
    """Return what each step of the fairest package of the frontier shown gives each side, beyond the status quo.

    Fairest: where the side worst off has most. It stands for "a deal" when the order of its steps is looked at.
    """
    if frontier is None or not frontier.points:
        return {}
    fairest = max(frontier.points, key=lambda point: min(point.surplus.values())).package
    moved = {issue: rung for issue, rung in fairest.items() if rung != case.issue(issue).status_quo}
    return {
        side: {issue: own[issue][rung] - own[issue][case.issue(issue).status_quo] for issue, rung in moved.items()}
        for side, own in frontier.worth.items()
    }


def _voices(case: Case) -> tuple[Gap, ...]:
    """Return the sides that nobody has heard; silence is not consent, and it is no position either."""
    if case.preferences and not case.demands:
        return ()
    if not case.demands:
        return (Gap("what blocks a deal", "the record has no position of anybody: voices missing"),)
    heard = {demand.party for demand in case.demands} | {row.party for row in case.preferences}
    return tuple(
        Gap(
            f"what {side.name} wants", f"the record has no position of {side.name}; its silence is not taken as consent"
        )
        for side in sorted(case.sides, key=lambda side: side.id)
        if side.id not in heard
    )


def _torn(case: Case) -> tuple[Gap, ...]:
    """Return where a party's own positions exclude each other; a person has to say which of them stands."""
    why = "its positions in the record exclude each other; correct the one that is read wrongly or no longer held"
    return tuple(
        Gap(f"what {name_of(case, party)} wants on {case.issue(issue).name.lower()}", why)
        for party, issue in contradictions(case)
    )


def _cut_short(blocking: BlockerCount[Blocker], dropping: BlockerCount[Concessions]) -> tuple[Gap, ...]:
    gaps = []
    shown = f"only the first {LIMIT:,} of every group of linked issues are listed, the smallest first"
    if not blocking.complete:
        gaps.append(Gap("every blocker", f"there are more than {blocking.count:,}; {shown}"))
    if not dropping.complete:
        gaps.append(Gap("every concession set", f"there are more than {dropping.count:,}; {shown}"))
    if not dropping.count and any(blocker.tag in ("explicit", "constraint") for blocker in blocking.found):
        why = "demands held sacred, and the rules of the case, exclude each other: no concession of the rest is enough"
        gaps.append(Gap("which demands would have to be dropped", why))
    return tuple(gaps)
