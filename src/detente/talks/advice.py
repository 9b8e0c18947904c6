"""What would help: every card in the library laid over the same draws, ranked, and the best pair of them."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from detente.case.model import Case
from detente.settlement.arrays import FloatArray
from detente.settlement.priors import stream
from detente.settlement.results import Composition
from detente.tabled import Tabled
from detente.talks.attribution import quantiles
from detente.talks.cards import Card, cards, named
from detente.talks.paired import Basis, basis, paired
from detente.talks.results import Quantiles, Shock, Track

_PAIRED_UP = 6
_RESAMPLES = 400


@dataclass(frozen=True, slots=True)
class Option(Tabled):
    """What one card, or two together, would do to the odds.

    Parameters
    ----------
    kinds, labels
        The cards, and a line for each that says who and to whom.
    harms
        True where one of them is an act of force or pressure: shown to compare with, never counselled.
    track, composition
        Where the effect is measured.
    difference, mean
        P1 - P0 over the draws, and its mean: in half of the draws or more a deal may be out of reach either way.
    share_positive, share_negative
        Of draws.
    error
        Standard error of the mean over the draws.
    ranks
        Range of 90% of its rank by the mean over resampled draws, 1 for the best: among the cards that harm nobody,
        among those that do, or among the pairs.
    """

    kinds: tuple[str, ...]
    labels: tuple[str, ...]
    harms: bool
    track: Track
    composition: Composition
    difference: Quantiles
    mean: float
    share_positive: float
    share_negative: float
    error: float = 0.0
    ranks: tuple[int, int] = (1, 1)


@dataclass(frozen=True, slots=True)
class Advice(Tabled):
    """All cards, by what they would do.

    Parameters
    ----------
    singles
        Every card of the library in every direction between the sides, the most helpful first.
    pair
        The best two of the cards that harm nobody, None where there are not two.
    """

    singles: tuple[Option, ...]
    pair: Option | None


def help_most(
    case: Case,
    *,
    track: Track = "comprehensive",
    composition: Composition = "unknown",
    draws: int = 2_000,
    seed: int = 1,
    weeks: int = 26,
) -> Advice:
    """Rank the cards of the library by what they would do to the odds.

    Parameters
    ----------
    case
        With at least two sides.
    track, composition
        Where the effect is measured.
    draws, seed, weeks
        Of the runs; all cards meet the same draws.

    Raises
    ------
    CannotWorkOut
        Where the talks cannot be run.
    """
    base = basis(case, draws, seed, composition)
    tried = [_tried(base, (shock,), track, composition, weeks) for shock in _every(case)]
    gentle, hard = (_ranked([one for one in tried if one.option.harms is harms], seed) for harms in (False, True))
    best = [one.shocks[0] for one in gentle][:_PAIRED_UP]
    pairs = [
        _tried(base, pair, track, composition, weeks)
        for pair in itertools.combinations(best, 2)
        if pair[0].kind != pair[1].kind or pair[0].actor != pair[1].actor
    ]
    singles = sorted((one.option for one in gentle + hard), key=_rank)
    return Advice(tuple(singles), next((one.option for one in _ranked(pairs, seed)), None))


@dataclass(frozen=True, slots=True, eq=False)
class _Tried:
    """What was tried, and P1 - P0 in every draw (n,)."""

    shocks: tuple[Shock, ...]
    option: Option
    moved: FloatArray


def _ranked(tried: Sequence[_Tried], seed: int) -> list[_Tried]:
    """Return them in order, each with the range of its rank over resampled draws; all share the resamples."""
    if not tried:
        return []
    ordered = sorted(tried, key=lambda one: _rank(one.option))
    moved = np.stack([one.moved for one in ordered])
    draws = moved.shape[1]
    counts = stream(seed, "ranking resamples").multinomial(draws, np.full(draws, 1 / draws), _RESAMPLES)
    # The mean of a resample needs the number of times that each draw is in it; equal means keep the order.
    places = np.argsort(np.argsort(-(counts @ moved.T), axis=1, kind="stable"), axis=1, kind="stable") + 1
    low, high = np.quantile(places, (0.05, 0.95), axis=0, method="nearest")
    return [
        replace(one, option=replace(one.option, ranks=(int(low[k]), int(high[k])))) for k, one in enumerate(ordered)
    ]


def _rank(option: Option) -> tuple[float, float, tuple[str, ...]]:
    """The larger mean first, then the surer sign, then the name."""
    return -option.mean, option.share_negative - option.share_positive, option.labels


def _every(case: Case) -> Iterator[Shock]:
    sides = sorted(side.id for side in case.sides)
    for card in cards().values():
        for actor, target in itertools.permutations(sides, 2):
            yield named(card.kind, case, actor=actor, target=target)
            if _same_either_way(card):
                break


def _same_either_way(card: Card) -> bool:
    """Whether a card touches both sides alike, so that actor and target can change places."""
    return set(card.channels) <= set(card.to_both)


def _tried(base: Basis, shocks: tuple[Shock, ...], track: Track, composition: Composition, weeks: int) -> _Tried:
    ran = paired(base, shocks, weeks)
    p, (up, down) = ran.chances(track), ran.shares(track)
    moved: FloatArray = p[:, 1] - p[:, 0]
    option = Option(
        kinds=tuple(shock.kind for shock in shocks),
        labels=tuple(shock.label for shock in shocks),
        harms=any(cards()[shock.kind].harms for shock in shocks),
        track=track,
        composition=composition,
        difference=quantiles(moved),
        mean=float(moved.mean()),
        share_positive=up,
        share_negative=down,
        error=float(moved.std(ddof=1) / np.sqrt(len(moved))) if len(moved) > 1 else 0.0,
    )
    return _Tried(shocks, option, moved)
