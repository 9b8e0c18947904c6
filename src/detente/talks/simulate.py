"""The talks over time: odds on three tracks, and what a shock does to them."""

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from detente.case.model import Case
from detente.errors import CannotWorkOut, CaseError, Fault, InputError
from detente.settlement.arrays import BoolArray, FloatArray
from detente.settlement.draws import Draws
from detente.settlement.priors import ranges
from detente.settlement.results import COMPOSITIONS, Composition, Gap, Method
from detente.settlement.surplus import Surplus
from detente.talks.attribution import by_size, flips, interactions, ledger, quantiles, shapley, spread
from detente.talks.cards import channel_faults
from detente.talks.comparing import PACE, chance, log_ratio, sign_of
from detente.talks.durability import holding
from detente.talks.evidence import BASE_RATES
from detente.talks.paired import prepared
from detente.talks.pulse import Pulse, pulse
from detente.talks.results import (
    CHANNELS,
    HORIZONS,
    TRACKS,
    AtWeeks,
    Effect,
    Flip,
    LedgerRow,
    Odds,
    Shock,
    Track,
    TrackOdds,
    Waiting,
)
from detente.talks.tracks import ALL_CHANNELS, ground, readiness, readiness_at
from detente.talks.waiting import stops, waiting
from detente.version import __version__

SHAPLEY_DRAWS = 2_000
"""Draws on which all 64 sets of channels are run; the first ones of the run, so that a longer run keeps them."""
Progress = Callable[[str], object]


def simulate(
    case: Case,
    shocks: Sequence[Shock] = (),
    *,
    draws: int = 10_000,
    seed: int = 1,
    weeks: int = 26,
    explained: int | None = SHAPLEY_DRAWS,
    progress: Progress | None = None,
) -> Odds:
    """Work out the odds of agreement, and what a shock does to them, over the same draws.

    Parameters
    ----------
    case
        Any case; what cannot be worked out (more than two sides without reservation values, too little in play) is
        named in `gaps`.
    shocks
        None or one, from `find_shock` or `load_shock`.
    draws
        Number of draws, at least 1.
    seed
        Same case, shock, draws and seed give the same result.
    weeks
        Horizon, at least 1; week 0 is that of the shock.
    explained
        Draws on which the shares of the channels are worked out, the first ones of the run; None for all.
    progress
        Called with one line when a part of the work begins.

    Returns
    -------
    Odds
        Frozen, with its method. Without a shock `effects` is empty.

    Raises
    ------
    InputError
        Where draws or weeks are under 1, more than one shock is given, or an assumption of the case is faulty.

    Examples
    --------
    >>> [gap.question for gap in simulate(Case("nobody yet"), draws=10).gaps]
    ['how likely agreement is']
    """
    _check(case, shocks, draws, weeks)
    tell = progress or (lambda line: None)
    shock = shocks[0] if shocks else None
    method = Method(
        "simulate",
        __version__,
        case.digest,
        seed,
        draws,
        {"weeks": weeks, "Shapley draws": draws if explained is None else explained},
    )
    try:
        tell(f"drawing what is unknown, {draws:,} times")
        drawn, parts = prepared(case, draws, seed)
        ran = _Run(case, drawn, parts, shock, weeks, explained)
        for composition in COMPOSITIONS:
            tell(f"running the talks, {_WHO[composition]}")
            ran.add(composition)
    except CannotWorkOut as why:
        gap = Gap("how likely agreement is", str(why))
        return Odds(method, weeks, shock, (), (), (), (), (), BASE_RATES, (gap,))
    return Odds(
        method=method,
        weeks=weeks,
        shock=shock,
        tracks=tuple(ran.tracks),
        effects=tuple(ran.effects),
        ledger=ran.ledger(),
        flips=ran.flips,
        decided_by=ran.decided_by,
        base_rates=BASE_RATES,
        gaps=(*ran.gaps, *_no_shock(shock)),
        holding=holding(case, draws=draws, seed=seed),
    )


_WHO = {
    "table": "where only who met delivers",
    "unknown": "where nobody knows who delivers",
    "willing": "where everybody delivers",
}


@dataclass(slots=True)
class _Run:
    """The compositions run so far."""

    case: Case
    drawn: Draws
    parts: Surplus
    shock: Shock | None
    weeks: int
    explained: int | None
    tracks: list[TrackOdds] = field(default_factory=list)
    effects: list[Effect] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    flips: tuple[Flip, ...] = ()
    decided_by: tuple[str, ...] = ()
    felt: Pulse | None = None

    def __post_init__(self) -> None:
        if self.shock is not None:
            self.felt = pulse(self.case, self.shock, self.drawn)

    def add(self, composition: Composition) -> None:
        """Run one composition: without and with the shock on all draws, all sets of channels on the first ones."""
        base = ground(self.case, self.drawn, self.parts, composition)
        masks = np.array([0, ALL_CHANNELS] if self.felt else [0])
        weeks = sorted({*HORIZONS, *stops(self.weeks)})
        told = dict(zip(weeks, readiness_at(base, self.felt, masks, weeks), strict=True))
        whole = told[self.weeks]
        every = (
            readiness(base, self.felt, np.arange(ALL_CHANNELS + 1), self.weeks, self.explained) if self.felt else None
        )
        for t, track in enumerate(TRACKS):
            odds = self._odds(track, composition, {week: sums[t] for week, sums in told.items()})
            self.tracks.append(odds)
            if every is None:
                continue
            effect = _effect(track, composition, whole[t], every[t], self.parts.usable, self._pace(track))
            self.effects.append(effect)
            if odds.structural_zero == 1:
                self.gaps.append(_nothing_allowed(track, composition))
            elif track == "comprehensive":
                self._explain(effect, whole[t])

    def _odds(self, track: Track, composition: Composition, at: Mapping[int, FloatArray]) -> TrackOdds:
        used, pace, g = self.parts.usable, self._pace(track), at[self.weeks]
        p = chance(pace, g)[used]
        return TrackOdds(
            track=track,
            composition=composition,
            without=spread(p[:, 0]),
            with_shock=spread(p[:, 1]) if self.felt else None,
            structural_zero=float((g[used] == 0).all(axis=1).mean()),
            by_weeks=tuple(self._at(weeks, chance(pace, at[weeks])[used]) for weeks in HORIZONS),
            waiting=self._waiting(pace[used], at),
        )

    def _waiting(self, pace: FloatArray, at: Mapping[int, FloatArray]) -> Waiting:
        weeks = stops(self.weeks)
        spent = waiting(pace, [at[week][self.parts.usable] for week in weeks], weeks)
        if not self.felt:
            return Waiting(quantiles(spent[:, 0]))
        return Waiting(*map(quantiles, (spent[:, 0], spent[:, 1], spent[:, 1] - spent[:, 0])))

    def _at(self, weeks: int, p: FloatArray) -> AtWeeks:
        means = [float(column.mean()) for column in p.T]
        if not self.felt:
            return AtWeeks(weeks, quantiles(p[:, 0]), None, means[0])
        return AtWeeks(weeks, quantiles(p[:, 0]), quantiles(p[:, 1]), means[0], means[1])

    def _pace(self, track: Track) -> FloatArray:
        return self.drawn.values_of[PACE[track]]

    def _explain(self, effect: Effect, g: FloatArray) -> None:
        """Keep what decides the sign, of the composition `unknown`, or `willing` where that has nothing."""
        assert self.shock is not None
        assert self.felt is not None
        if not self.decided_by and effect.composition != "table":
            live = self.parts.usable & (g > 0).all(axis=1)
            self.flips = flips(self.case, self.drawn, self.felt, log_ratio(g), live)
            self.decided_by = by_size(effect.shapley_mean, list(self.shock.channels))

    def ledger(self) -> tuple[LedgerRow, ...]:
        """Return the implied shifts; none without a shock."""
        if self.shock is None or self.felt is None:
            return ()
        return ledger(self.case, self.shock, self.felt, self.parts, self.drawn)


def _effect(
    track: Track, composition: Composition, g: FloatArray, every: FloatArray, usable: BoolArray, pace: FloatArray
) -> Effect:
    """Compare the same draws without (column 0) and with (column 1) the shock."""
    p, ratio = chance(pace, g)[usable], log_ratio(g)[usable]
    moved, ratio = p[:, 1] - p[:, 0], ratio[np.isfinite(ratio)]
    counts, total = [float(sign.sum()) for sign in sign_of(g, usable)], len(moved)
    shares = _shares(every, usable[: len(every)])
    reached = chance(pace[: len(every)], every)[usable[: len(every)]]
    parts, pairs = (f(reached).sum(axis=0) / max(1, len(reached)) for f in (shapley, interactions))
    return Effect(
        track=track,
        composition=composition,
        difference=quantiles(moved),
        hazard_ratio=quantiles(np.exp(ratio)) if len(ratio) else None,
        share_positive=counts[0] / total,
        share_negative=counts[1] / total,
        share_none=(total - sum(counts)) / total,
        share_structural_zero=counts[2] / total,
        shapley={c: spread(shares[:, k]) for k, c in enumerate(CHANNELS)} if len(shares) else {},
        shapley_mean={c: float(shares[:, k].mean()) for k, c in enumerate(CHANNELS)} if len(shares) else {},
        difference_mean=float((reached[:, -1] - reached[:, 0]).sum() / max(1, len(reached))),
        channels={c: float(parts[k]) for k, c in enumerate(CHANNELS)},
        interactions={
            (a, b): float(pairs[i, j])
            for (i, a), (j, b) in itertools.combinations(enumerate(CHANNELS), 2)
            if pairs[i, j]
        },
    )


def _shares(every: FloatArray, usable: BoolArray) -> FloatArray:
    """Return Shapley shares of the log hazard ratio over the live draws."""
    live = usable & (every > 0).all(axis=1)
    return shapley(np.log(every[live]))


def _nothing_allowed(track: Track, composition: Composition) -> Gap:
    return Gap(
        f"the effect on the {track} track, {_WHO[composition]}",
        "nothing is allowed in any draw: the odds are exactly zero with and without the event; no package, no effect",
    )


def _no_shock(shock: Shock | None) -> tuple[Gap, ...]:
    if shock is not None:
        return ()
    return (
        Gap(
            "what an event did to the odds",
            "the record has no act of a known kind, actor and day in the 30 days before a round; name one with --shock",
        ),
    )


def _check(case: Case, shocks: Sequence[Shock], draws: int, weeks: int) -> None:
    """Raise with all that is wrong at once: the number of shocks, draws and weeks, the event, the assumptions."""
    faults = [Fault(f"{len(shocks)} shocks are given; look at one at a time")] * (len(shocks) > 1)
    if draws < 1 or weeks < 1:
        faults.append(Fault(f"draws and weeks must be at least 1 (given: {draws} and {weeks})"))
    faults += [fault for shock in shocks for fault in channel_faults(shock.channels)]
    try:
        ranges(case)
    except CaseError as exc:
        faults += exc.faults
    if faults:
        raise InputError(f"{len(faults)} fault{'s' * (len(faults) > 1)} in what is asked", faults=faults)
