"""What `settle` returns: frozen results that carry their method, parameters, seed and input hash."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from detente.tabled import Tabled

if TYPE_CHECKING:
    from detente.settlement.bargaining import Bargain
    from detente.settlement.baselines import Baseline
    from detente.settlement.rating import Rating

Composition = Literal["table", "unknown", "willing"]
COMPOSITIONS: tuple[Composition, ...] = ("table", "unknown", "willing")
BlockerTag = Literal["explicit", "constraint", "absent", "presumed"]
State = Literal["agreed", "open", "contested", "needs", "not mentioned"]
Package = Mapping[str, str]
"""Issue id to rung id, for the stake issues in play."""


@dataclass(frozen=True, slots=True)
class Method(Tabled):
    """How a result was worked out: enough to work it out again.

    Parameters
    ----------
    name, version
        The method and the version of Detente.
    case
        Digest of the case.
    seed, draws
        Of the random draws, None where there are none.
    parameters
        Anything else that matters.
    """

    name: str
    version: str
    case: str
    seed: int | None = None
    draws: int | None = None
    parameters: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Gap:
    """A question that cannot be worked out, and why.

    Parameters
    ----------
    question
        In plain words, such as "which packages both sides could accept".
    why
        What is missing.
    """

    question: str
    why: str


@dataclass(frozen=True, slots=True)
class Spread(Tabled):
    """A quantity over the draws: 5th, 50th and 95th percentile.

    Examples
    --------
    >>> Spread(.1, .2, .4).mid
    0.2
    """

    low: float
    mid: float
    high: float


@dataclass(frozen=True, slots=True)
class Blocker(Tabled):
    """A minimal set of demands (with what stands around them) that cannot all hold.

    Parameters
    ----------
    demands
        Ids of stated demands in the set (`detente.case.Demand.id`); these can be conceded.
    context
        In plain words, what else it takes: rules, absent deliverers, presumed opposition. Never concedable.
    tag
        explicit: stated demands only; constraint: with a rule; absent: with a missing deliverer; presumed: with
        an opposition that silence was taken to mean.
    issues
        Issue ids touched.
    probability
        Chance in [0, 1] that the whole set binds: its red lines hold (mean over rho), its silent parties oppose (mean
        over pi); plain demands count as stated.
    text
        One sentence for a reader.
    """

    demands: tuple[str, ...]
    context: tuple[str, ...]
    tag: BlockerTag
    issues: tuple[str, ...]
    probability: float
    text: str


@dataclass(frozen=True, slots=True)
class Concessions(Tabled):
    """A minimal set of demands whose dropping lets the rest hold.

    Parameters
    ----------
    demands
        Ids of the demands to drop.
    cost
        Number of demands, a red line or content precondition counting three, a key demand two, a plain one one.
    by
        Party id to the number of demands it would drop.
    cheapest
        True where no other set costs less.
    probability
        Chance in [0, 1] that all of it has to go: while each red line may turn out not to be one, the share of draws
        in which the set is still a minimal one. None where the blockers behind it are too many to list.
    """

    demands: tuple[str, ...]
    cost: float
    by: Mapping[str, int]
    cheapest: bool
    probability: float | None = None


@dataclass(frozen=True, slots=True)
class FrontierPoint:
    """A Pareto-efficient package in one draw.

    Parameters
    ----------
    package
        Rung per stake issue.
    surplus
        s_i per side id, in stake units; 0 is what the side has without a deal.
    utility
        The sum of weight x value per side id, before what it has without a deal is taken off.
    """

    package: Package
    surplus: Mapping[str, float]
    utility: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Solution(Tabled):
    """A bargaining solution, by option-level shares over the draws that have one.

    Parameters
    ----------
    name
        nash | kalai-smorodinsky | egalitarian | utilitarian | weighted-mean | weighted-median (the baselines).
    shares
        Issue id to rung id to share of draws in [0, 1].
    modal
        The package that most draws give, with its share.
    modal_share
        Share in [0, 1]; small shares mean that there is no "the" solution.
    """

    name: str
    shares: Mapping[str, Mapping[str, float]]
    modal: Package
    modal_share: float


@dataclass(frozen=True, slots=True)
class Acceptable(Tabled):
    """A package and the share of draws in which it is allowed and every side is at or above its reservation value.

    Parameters
    ----------
    package
        Rung per stake issue.
    joint
        Composition to joint acceptability in [0, 1]; standard error at most .005 at 10,000 draws.
    rank_first
        Share of draws in which it is the best of the shortlist for the side worst off, per composition.
    """

    package: Package
    joint: Mapping[Composition, float]
    rank_first: Mapping[Composition, float]


@dataclass(frozen=True, slots=True)
class Zone(Tabled):
    """The zone of possible agreement of one composition.

    Parameters
    ----------
    composition
        Who is taken to deliver.
    exists
        Share of draws with a package that every side prefers to no deal.
    margin
        max over packages of min over sides of s, over the draws that have an allowed package; None where none has.
    empty
        Share of draws without any allowed package (structural zero).
    reason
        What decides it, in plain words: the content preconditions, red lines or absences that leave nothing.
    """

    composition: Composition
    exists: float
    margin: Spread | None
    empty: float
    reason: str


@dataclass(frozen=True, slots=True)
class Frontier(Tabled):
    """The exact frontier of one real draw (the one with the median margin), and what surrounds it.

    Parameters
    ----------
    composition
        The first of table, unknown, willing that has packages in at least half of the draws.
    draw
        Index of the draw shown.
    sides
        Ids; of two the first is horizontal in a figure.
    points
        Efficient packages, by rising surplus of the first side.
    others
        Up to 400 other allowed packages as the surplus of each side.
    solutions
        Name of a solution (nash, kalai_smorodinsky, egalitarian, utilitarian) to its point in this draw, None where
        every package leaves a side below 0.
    worth
        Side id to issue id to rung id to what the rung gives the side in this draw, in stake units, separable issues
        included.
    base
        Side id to what comes on top for a package without and with a robust guarantee: its surplus is the sum of both.
    """

    composition: Composition
    draw: int
    sides: tuple[str, ...]
    points: tuple[FrontierPoint, ...]
    others: tuple[tuple[float, ...], ...]
    solutions: Mapping[str, FrontierPoint | None] = field(default_factory=lambda: MappingProxyType({}))
    worth: Mapping[str, Mapping[str, Mapping[str, float]]] = field(default_factory=lambda: MappingProxyType({}))
    base: Mapping[str, tuple[float, float]] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Standing(Tabled):
    """Where one issue's rung stands now.

    Parameters
    ----------
    issue, rung
        Ids.
    state
        agreed | open | contested | needs | not mentioned.
    probability
        For ``open``: chance in [0, 1] that every obligor would accept; None elsewhere.
    needs
        Party ids that would have to deliver and are absent.
    obligors
        Party ids that would have to act.
    note
        What a reader should know: presumed consent, a step carried out and spent.
    basis
        Entry ids.
    """

    issue: str
    rung: str
    state: State
    probability: float | None = None
    needs: tuple[str, ...] = ()
    obligors: tuple[str, ...] = ()
    note: str = ""
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """Issue `first` before issue `then`, because `party` wants it so.

    Parameters
    ----------
    first, then, party
        Ids.
    basis
        Entry ids.
    said_by
        As in `detente.case.Order`: whose word it is, "" for the party's own or a report's.
    """

    first: str
    then: str
    party: str
    basis: tuple[str, ...] = ()
    said_by: str = ""


@dataclass(frozen=True, slots=True)
class Deadlock(Tabled):
    """A cycle of orders, and the smallest set of edges to relax or make simultaneous.

    Parameters
    ----------
    issues
        Issue ids on the cycle, in order.
    edges
        The edges on it.
    relax
        A smallest set of edges whose dropping breaks every cycle of this component.
    """

    issues: tuple[str, ...]
    edges: tuple[Edge, ...]
    relax: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """One issue in a schedule in which whatever waits for each other moves at the same time.

    Parameters
    ----------
    issue
        Id.
    stage
        From 0; a stage begins when the one before is done.
    together
        Issue ids that have to move at the same moment, since each waits for the other; empty where none.
    first
        Issue ids that have to be settled before, without those it moves together with.
    reversible
        Whether it can be taken back; None where the case does not say, or it depends on the step.
    reversal
        How it could be taken back, or why it cannot; "" where the case does not say.
    """

    issue: str
    stage: int
    together: tuple[str, ...]
    first: tuple[str, ...]
    reversible: bool | None = None
    reversal: str = ""


@dataclass(frozen=True, slots=True)
class Steps(Tabled):
    """In which order the issues can be settled.

    Parameters
    ----------
    order
        Levels of issue ids; those of one level can go together. Cycles stand as one level.
    edges
        All binding edges with their source.
    void
        Edges that bind no more, with the reason.
    deadlocks
        Cycles.
    exposure
        Side id to the largest interim loss (stake units, median draw) along the order; empty where unknown.
    schedule
        Every issue with its stage, what moves at the same time and what it needs first; keeps all orders, deadlocks as
        simultaneous moves.
    """

    order: tuple[tuple[str, ...], ...]
    edges: tuple[Edge, ...]
    void: tuple[tuple[Edge, str], ...]
    deadlocks: tuple[Deadlock, ...]
    exposure: Mapping[str, float]
    schedule: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class Settlement(Tabled):
    """What the sides could accept, what blocks the rest, and in which order.

    Parameters
    ----------
    method
        How it was worked out.
    blockers
        All minimal blockers, explicit ones first, then rule, absent, presumed.
    concessions
        All minimal concession sets, cheapest first.
    blocker_count, concession_count
        How many there are in all (the product over components for concessions).
    zones
        One per composition; empty where the surplus cannot be worked out.
    frontier
        None where it cannot be worked out.
    solutions, acceptable
        Empty where they cannot be worked out; `acceptable` by falling joint acceptability (willing).
    standings
        One per issue and stated rung, and one per sibling issue that nobody mentions.
    steps
        The order of steps.
    gaps
        What cannot be worked out, and why.
    stake_unknown
        Share of draws in which a side has too little at stake to measure surplus; those draws are not used.
    packages
        How many packages the stakes in play have under the rules; 0 where nothing is valued.
    bargain
        Frontier and solutions where the case states what packages are worth; None where that is drawn.
    rating
        What holds over the draws; None where every number of the case is known.
    baselines
        Weighted mean and weighted median of the positions, in the draw of the frontier where values are drawn.
    """

    method: Method
    blockers: tuple[Blocker, ...]
    concessions: tuple[Concessions, ...]
    blocker_count: int
    concession_count: int
    zones: tuple[Zone, ...]
    frontier: Frontier | None
    solutions: tuple[Solution, ...]
    acceptable: tuple[Acceptable, ...]
    standings: tuple[Standing, ...]
    steps: Steps
    gaps: tuple[Gap, ...]
    stake_unknown: float = 0.0
    packages: int = 0
    bargain: "Bargain | None" = None
    rating: "Rating | None" = None
    baselines: "tuple[Baseline, ...]" = ()
