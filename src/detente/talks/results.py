"""What `simulate` returns: odds per track, the effect of a shock, and what decides it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from detente.settlement.results import Composition, Gap, Method, Spread
from detente.tabled import Tabled

Track = Literal["limited", "truce", "comprehensive"]
Channel = Literal["cost", "information", "audience", "trust", "third party", "retaliation"]
TRACKS: tuple[Track, ...] = ("limited", "truce", "comprehensive")
CHANNELS: tuple[Channel, ...] = ("cost", "information", "audience", "trust", "third party", "retaliation")


@dataclass(frozen=True, slots=True)
class Shock(Tabled):
    """An event as the talks feel it.

    Parameters
    ----------
    id, label
        A name, and one line for a reader.
    kind
        Which card it follows, such as ``assault`` or ``election``.
    actor, target
        Party ids.
    date
        ISO date, or None.
    channels
        Channel to what the card says of it (ranges by parameter name), only those that apply.
    retaliation_observed
        True where the record has a reprisal, so that none is drawn.
    meeting_observed
        True where the record has a round held within seven days after it.
    basis
        Entry ids.
    assumption
        Why this event, where nobody chose it.
    to_both
        Channels that touch actor and target alike.
    channel_basis
        Channel to where its ranges come from.
    reprisal_lag
        Days from the event to the observed reprisal, None where none is observed.
    follows
        Which card an event of the record follows, and why; "" where somebody named the card.
    """

    id: str
    label: str
    kind: str
    actor: str
    target: str
    date: str | None
    channels: Mapping[str, Mapping[str, tuple[float, float]]]
    retaliation_observed: bool = False
    meeting_observed: bool = False
    basis: tuple[str, ...] = ()
    assumption: str = ""
    to_both: tuple[str, ...] = ()
    channel_basis: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    reprisal_lag: int | None = None
    follows: str = ""


HORIZONS: tuple[int, ...] = (4, 13, 26, 52)
"""Weeks at which odds are printed, beside the horizon asked for."""


@dataclass(frozen=True, slots=True)
class Quantiles:
    """The middle of a set of draws and two ranges.

    Parameters
    ----------
    median
        Half of the draws lie below.
    r50, r90
        Ends of the range that holds the middle 50% and 90% of the draws.
    """

    median: float
    r50: tuple[float, float]
    r90: tuple[float, float]

    @property
    def spread(self) -> Spread:
        """The median and the range of 90%.

        Examples
        --------
        >>> Quantiles(0.5, (0.4, 0.6), (0.1, 0.9)).spread
        Spread(low=0.1, mid=0.5, high=0.9)
        """
        return Spread(self.r90[0], self.median, self.r90[1])


@dataclass(frozen=True, slots=True)
class AtWeeks:
    """Chance of agreement within some weeks.

    Parameters
    ----------
    weeks
        How many.
    without, with_shock
        Over the draws; `with_shock` None where there is no shock.
    mean, mean_with_shock
        Means over the draws.
    """

    weeks: int
    without: Quantiles
    with_shock: Quantiles | None
    mean: float = 0.0
    mean_with_shock: float | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many of the weeks up to the horizon pass without an agreement.

    Parameters
    ----------
    without, with_shock
        Mean waiting time cut at the horizon, in weeks, over the draws; `with_shock` None where there is no shock.
    added
        What the shock adds to it, over the same draws; None as above.
    """

    without: Quantiles
    with_shock: Quantiles | None = None
    added: Quantiles | None = None


@dataclass(frozen=True, slots=True)
class TrackOdds(Tabled):
    """Chance of agreement within the horizon on one track in one composition.

    Parameters
    ----------
    track, composition
        Which.
    without, with_shock
        P over the draws, without and with the shock; `with_shock` None where there is no shock.
    structural_zero
        Share of draws in which nothing is allowed, so that P = 0 exactly.
    by_weeks
        The same at HORIZONS.
    waiting
        Time to agreement.
    """

    track: Track
    composition: Composition
    without: Spread
    with_shock: Spread | None
    structural_zero: float
    by_weeks: tuple[AtWeeks, ...] = ()
    waiting: Waiting | None = None


@dataclass(frozen=True, slots=True)
class Effect(Tabled):
    """What the shock does to the odds on one track in one composition, over the same draws.

    Parameters
    ----------
    track, composition
        Which.
    difference
        P1 - P0 over the draws.
    hazard_ratio
        log(1-P1)/log(1-P0) over the live draws; None where none is live.
    share_positive, share_negative, share_none, share_structural_zero
        Add up to 1; signs of the log hazard ratio with a dead band of .02.
    shapley
        Channel to its exact Shapley share of the log hazard ratio, over live draws.
    shapley_mean
        Channel to the mean share; adds up to the mean log hazard ratio within 1e-12.
    difference_mean
        Mean of P1 - P0 over the draws on which the shares below are worked out.
    channels
        Channel to its mean Shapley share of P1 - P0; adds up to `difference_mean` within 1e-12.
    interactions
        Pair of channels to the mean Shapley interaction index of P1 - P0: what the two do together beyond what each
        does alone; only pairs that are not 0.
    """

    track: Track
    composition: Composition
    difference: Quantiles
    hazard_ratio: Quantiles | None
    share_positive: float
    share_negative: float
    share_none: float
    share_structural_zero: float
    shapley: Mapping[str, Spread]
    shapley_mean: Mapping[str, float]
    difference_mean: float = 0.0
    channels: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    interactions: Mapping[tuple[str, str], float] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """What a channel does to one party's surplus at the moment of the shock, before anything is solved.

    Parameters
    ----------
    channel, party
        Which (party id, or "" for the acceptance temperature).
    shift
        Implied change of the surplus in stake units over the draws (a ratio for the temperature).
    basis
        Where the prior comes from.
    """

    channel: str
    party: str
    shift: Spread
    basis: str


@dataclass(frozen=True, slots=True)
class Flip(Tabled):
    """How the signs of the effect move with one assumption.

    Parameters
    ----------
    assumption
        In plain words with its symbol, such as "optimism o".
    low_range, high_range
        The lowest and highest fifth of its draws.
    positive_low, negative_low, positive_high, negative_high
        Sign shares in those fifths, in [0, 1].
    """

    assumption: str
    low_range: tuple[float, float]
    high_range: tuple[float, float]
    positive_low: float
    negative_low: float
    positive_high: float
    negative_high: float


@dataclass(frozen=True, slots=True)
class BaseRate:
    """A published frequency to hold a result against; observational, not causal.

    Parameters
    ----------
    what, value, source
        What is counted, the share in [0, 1], where it comes from.
    """

    what: str
    value: float
    source: str


Watch = Literal["nobody", "monitoring", "guarantee"]
HOLDS_AT: tuple[int, ...] = (26, 52, 104, 260)
"""Weeks after the signing at which it is said whether an agreement holds; five years is what the evidence is about."""


@dataclass(frozen=True, slots=True)
class HoldsAt:
    """Chance that an agreement still holds some weeks after it was signed.

    Parameters
    ----------
    weeks
        Since the signing.
    holds
        Over the draws.
    gained
        Difference to the same draws with nobody watching.
    """

    weeks: int
    holds: Quantiles
    gained: Quantiles


@dataclass(frozen=True, slots=True)
class Holding:
    """How long an agreement holds, given that there is one; no part of the odds of agreement.

    Parameters
    ----------
    track
        truce | comprehensive.
    watch
        Who watches over it: nobody, monitoring without force, a robust guarantee.
    at
        At HOLDS_AT.
    """

    track: Track
    watch: Watch
    at: tuple[HoldsAt, ...]


@dataclass(frozen=True, slots=True)
class Odds(Tabled):
    """How likely agreement is, and what a shock does to that.

    Parameters
    ----------
    method
        How it was worked out.
    weeks
        Horizon.
    shock
        The event looked at, or None.
    tracks
        One per track and composition that can be worked out.
    effects
        One per track and composition, empty without a shock.
    ledger
        Implied shifts per channel and party.
    flips
        Assumptions by how far they move the sign, for the composition `unknown` (or `willing`), comprehensive track.
    decided_by
        Channels in order of the size of their mean Shapley share, for the same track.
    base_rates
        Published frequencies beside which to read the odds.
    gaps
        What cannot be worked out, and why.
    holding
        How long an agreement would hold, given that there is one.
    """

    method: Method
    weeks: int
    shock: Shock | None
    tracks: tuple[TrackOdds, ...]
    effects: tuple[Effect, ...]
    ledger: tuple[LedgerRow, ...]
    flips: tuple[Flip, ...]
    decided_by: tuple[str, ...]
    base_rates: tuple[BaseRate, ...]
    gaps: tuple[Gap, ...]
    holding: tuple[Holding, ...] = ()
