"""What would help: every card in the library laid over the same draws, ranked, and the best pair of them."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.case.model import Case
from detente.settlement.results import Composition
from detente.tabled import Tabled
from detente.talks.attribution import quantiles
from detente.talks.cards import Card, cards, named
from detente.talks.paired import Basis, basis, paired
from detente.talks.results import Quantiles, Shock, Track

_PAIRED_UP = 6


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
    singles = [(shock, _option(base, (shock,), track, composition, weeks)) for shock in _every(case)]
    singles.sort(key=lambda one: _rank(one[1]))
    gentle = [shock for shock, option in singles if not option.harms][:_PAIRED_UP]
    pairs = [
        _option(base, pair, track, composition, weeks)
        for pair in itertools.combinations(gentle, 2)
        if pair[0].kind != pair[1].kind or pair[0].actor != pair[1].actor
    ]
    return Advice(tuple(option for _, option in singles), min(pairs, key=_rank, default=None))


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


def _option(base: Basis, shocks: Sequence[Shock], track: Track, composition: Composition, weeks: int) -> Option:
    ran = paired(base, shocks, weeks)
    p, (up, down) = ran.chances(track), ran.shares(track)
    return Option(
        kinds=tuple(shock.kind for shock in shocks),
        labels=tuple(shock.label for shock in shocks),
        harms=any(cards()[shock.kind].harms for shock in shocks),
        track=track,
        composition=composition,
        difference=quantiles(p[:, 1] - p[:, 0]),
        mean=float((p[:, 1] - p[:, 0]).mean()),
        share_positive=up,
        share_negative=down,
    )
