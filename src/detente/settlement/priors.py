"""What nobody knows, as distributions with a stated basis, and the random streams they are drawn from.

A case may replace the range of any of them by name (`Case.assumptions`); equal ends fix the quantity. A quantity that
each side has for itself can be set for one side as ``name.party``, such as ``war-cost.ukraine``.
docs/explanation/model.md gives the formulas in which the symbols stand.
"""

import difflib
import hashlib
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import numpy as np

from detente.case.model import Case
from detente.case.preferences import Amount, amount
from detente.errors import CaseError, Fault
from detente.settlement.arrays import FloatArray

Kind = Literal["uniform", "log-uniform", "normal", "lognormal"]
_NINETY_FIVE = 1.6448536269514722
"""The 95th percentile of the standard normal distribution."""


@dataclass(frozen=True, slots=True)
class Prior:
    """The distribution of one quantity that nobody knows.

    Parameters
    ----------
    name
        In plain words, as the command line and a case file use it.
    symbol
        As in the formulas.
    kind
        uniform | log-uniform | lognormal.
    low, high
        Ends of the range; 5th and 95th percentile of a lognormal.
    text
        What it is, with its unit.
    basis
        Where the range comes from.
    each_side
        True where every side has its own, drawn independently.
    within
        What a case may set it to.

    Examples
    --------
    >>> PRIORS["optimism"].low, PRIORS["optimism"].high
    (-0.05, 0.2)
    """

    name: str
    symbol: str
    kind: Kind
    low: float
    high: float
    text: str
    basis: str
    each_side: bool = False
    within: tuple[float, float] = (0.0, 1.0)


_JUDGEMENT = "judgement"
_RATES = "judgement, set so that the odds of a year meet the base rates of agreements"


def _lognormal(name: str, symbol: str, median: float, text: str) -> Prior:
    """Return a lognormal prior with a standard deviation of .75 on the log scale."""
    reach = math.exp(0.75 * _NINETY_FIVE)
    return Prior(name, symbol, "lognormal", median / reach, median * reach, text, _RATES, within=(1e-6, 10.0))


PRIORS: Mapping[str, Prior] = MappingProxyType(
    {
        prior.name: prior
        for prior in (
            Prior(
                "win-probability",
                "p",
                "uniform",
                0.35,
                0.65,
                "chance that fighting, where it decides, goes the way of the side with the lower id",
                "judgement: no side is preferred",
            ),
            Prior(
                "optimism",
                "o",
                "uniform",
                -0.05,
                0.20,
                "by how much the sides' chances of winning, as each sees its own, add up to more than 1",
                "bargaining theory (Fearon 1995; Wagner); width is judgement",
                within=(-1.0, 1.0),
            ),
            Prior(
                "belief-weight",
                "n0",
                "uniform",
                8,
                52,
                "weeks of fighting after which half of the optimism is gone",
                _JUDGEMENT,
                within=(0.01, 1e6),
            ),
            Prior("decisive-share", "d", "uniform", 0.2, 0.7, "chance that fighting decides", _JUDGEMENT),
            Prior(
                "war-cost",
                "c",
                "uniform",
                0.03,
                0.25,
                "expected future cost of the war over what is at stake, each side",
                "judgement: no side's costs are taken to be higher",
                each_side=True,
                within=(0.0, 10.0),
            ),
            Prior(
                "trust",
                "theta",
                "uniform",
                0.5,
                0.97,
                "chance that the other side keeps a deal, each side",
                "judgement; survival of signed accords is selected upwards",
                each_side=True,
                within=(0.05, 1.0),
            ),
            Prior(
                "guarantee",
                "m",
                "uniform",
                0.25,
                0.5,
                "what is left of the risk of being cheated under a robust guarantee",
                "peacekeeping lowers renewed war by 50 to 75% (Fortna, from secondary sources)",
            ),
            Prior(
                "loss-if-cheated",
                "l",
                "uniform",
                0.1,
                0.4,
                "what a side loses if the other breaks the deal, over what is at stake, each side",
                _JUDGEMENT,
                each_side=True,
                within=(0.0, 10.0),
            ),
            Prior(
                "audience-cost",
                "a",
                "uniform",
                0.0,
                0.1,
                "what conceding costs a side at home, over what is at stake, each side",
                _JUDGEMENT,
                each_side=True,
                within=(0.0, 10.0),
            ),
            Prior(
                "partial-step",
                "chi",
                "uniform",
                0.0,
                0.5,
                "audience cost of a partial step relative to a full one",
                _JUDGEMENT,
            ),
            Prior("truce-saving", "f", "uniform", 0.05, 0.3, "share of the cost of war that a truce saves", _JUDGEMENT),
            Prior(
                "time-on-side",
                "delta",
                "uniform",
                0.0,
                0.2,
                "what a pause is worth to a side that asks for it, and costs one that refuses it, each side",
                _JUDGEMENT,
                each_side=True,
            ),
            Prior(
                "temperature",
                "T",
                "uniform",
                0.05,
                0.15,
                "uncertainty about the other side's reservation value, in stake units",
                _JUDGEMENT,
                within=(1e-3, 10.0),
            ),
            _lognormal("pace-limited", "lambda_limited", 0.15, "chances to agree per week on the limited track"),
            _lognormal("pace-truce", "lambda_truce", 0.015, "chances to agree per week on the truce track"),
            _lognormal(
                "pace-comprehensive",
                "lambda_comprehensive",
                0.006,
                "chances to agree per week on the comprehensive track",
            ),
            Prior(
                "silence-opposed",
                "pi",
                "uniform",
                0.5,
                0.95,
                "chance that a side silent about a change that the other wants is against it",
                "judgement: silence is not consent",
            ),
            Prior("red-line-holds", "rho", "uniform", 0.6, 1.0, "chance that a red line is one", _JUDGEMENT),
            Prior(
                "salience-correlation",
                "kappa",
                "uniform",
                0.3,
                1.0,
                "how far the sides care about the same issues",
                "judgement: independent weights alone make up gains from trade",
            ),
            Prior(
                "value-curvature",
                "eta",
                "log-uniform",
                0.5,
                2.0,
                "curvature of the loss away from the preferred point, 1 for a straight line",
                _JUDGEMENT,
                within=(0.05, 20.0),
            ),
            Prior(
                "outsiders-deliver",
                "h",
                "uniform",
                0.0,
                1.0,
                "chance that an absent party delivers, composition `unknown`",
                _JUDGEMENT,
            ),
            Prior(
                "deal-holds",
                "H5",
                "uniform",
                0.5,
                0.8,
                "chance that a comprehensive agreement, once signed, holds for five years with nobody watching over it",
                "five-year survival of signed peace agreements is .68, of full ones .77 (UCDP, computed); they are "
                "selected, and how many were watched over is not told, so the range reaches further down: judgement",
                within=(0.001, 1.0),
            ),
            Prior(
                "truce-holds",
                "H1",
                "uniform",
                0.2,
                0.8,
                "chance that a truce, once agreed, holds for a year with nobody watching over it",
                "judgement: no rate of it is among the evidence",
                within=(0.001, 1.0),
            ),
            Prior(
                "breakdown-shape",
                "k",
                "uniform",
                0.5,
                1.0,
                "how breakdowns spread over time: 1 evenly, under 1 the sooner after the signing the likelier",
                "judgement: what breaks down tends to do so early",
                within=(0.1, 3.0),
            ),
            Prior(
                "monitoring",
                "v",
                "uniform",
                0.5,
                1.0,
                "what is left of the hazard of breakdown where observers without force watch over an agreement",
                "judgement: from the weakest estimate for peacekeepers (50%, Fortna) to no effect at all",
            ),
        )
    }
)


def ranges(case: Case) -> Mapping[str, tuple[float, float]]:
    """Return the range of every quantity, with the case's assumptions in place of the priors'.

    Parameters
    ----------
    case
        Its `assumptions` name quantities, or ``quantity.party`` for one side.

    Returns
    -------
    Mapping
        Name, and ``name.party`` where a case sets one side apart, to (low, high).

    Raises
    ------
    CaseError
        Where an assumption has an unknown name or is no range of what the quantity can be; all faults at once.

    Examples
    --------
    >>> ranges(Case("talks", assumptions={"optimism": (0.1, 0.1)}))["optimism"]
    (0.1, 0.1)
    >>> ranges(Case("talks", assumptions={"optimsm": (0, 1)}))
    Traceback (most recent call last):
    detente.errors.CaseError: 1 fault in the assumptions
      assumptions.optimsm: no such quantity; did you mean 'optimism'?
    """
    faults = [fault for name, ends in sorted(case.assumptions.items()) if (fault := _fault(case, name, ends))]
    if faults:
        raise CaseError(f"{len(faults)} fault{'s' * (len(faults) > 1)} in the assumptions", faults=faults)
    given = {name: (float(low), float(high)) for name, (low, high) in case.assumptions.items()}
    return MappingProxyType({name: (prior.low, prior.high) for name, prior in PRIORS.items()} | given)


class Mixed(int):
    """A seed whose streams of one group come from another seed: what pick-freeze sensitivity is made of.

    Parameters
    ----------
    seed, other
        Of all streams, and of those of the group.
    group
        Says of a stream's keys whether it belongs to the group.

    Examples
    --------
    >>> mixed = Mixed.of_seeds(1, 2, lambda keys: keys[0] == "trust")
    >>> mixed.of(("trust", "a")), mixed.of(("optimism", ""))
    (2, 1)
    """

    other: int
    group: Callable[[tuple[str, ...]], bool]

    @classmethod
    def of_seeds(cls, seed: int, other: int, group: Callable[[tuple[str, ...]], bool]) -> "Mixed":
        """Return the seed with the group's streams taken from the other one."""
        mixed = cls(seed)
        mixed.other, mixed.group = other, group
        return mixed

    def of(self, keys: tuple[str, ...]) -> int:
        """Return the seed of the stream with these keys."""
        return self.other if self.group(keys) else int(self)


def stream(seed: int, *keys: str) -> np.random.Generator:
    """Return the random stream of this seed and these keys; other keys never disturb it.

    Parameters
    ----------
    seed
        Any whole number.
    keys
        What is drawn and for whom, such as ("peak", "ukraine", "territory").

    Examples
    --------
    >>> bool(stream(1, "peak", "a").random() == stream(1, "peak", "a").random())
    True
    """
    own = seed.of(keys) if isinstance(seed, Mixed) else seed
    content = "\x1f".join([str(int(own)), *keys]).encode()
    return np.random.Generator(np.random.PCG64(int.from_bytes(hashlib.sha256(content).digest()[:16], "big")))


def sample(case: Case, name: str, n: int, seed: int, party: str = "") -> FloatArray:
    """Draw a quantity n times from its prior, or from what the case assumes of it.

    Parameters
    ----------
    case
        Its assumptions replace the prior's range.
    name
        Of the quantity.
    n
        How many.
    seed
        Of the draws.
    party
        Side id, for a quantity that each side has for itself.

    Returns
    -------
    ndarray
        Shape (n,).

    Examples
    --------
    >>> sample(Case("talks", assumptions={"trust": (1, 1)}), "trust", 2, seed=1, party="b")
    array([1., 1.])
    """
    known = ranges(case)
    low, high = known.get(f"{name}.{party}", known[name])
    return _spread(PRIORS[name].kind, low, high, stream(seed, name, party), n)


def sampled(given: Amount | float, n: int, seed: int, *keys: str) -> FloatArray:
    """Draw an amount of the case n times.

    Parameters
    ----------
    given
        A number, or what is known of it.
    n, seed
        How many, and of which draws.
    keys
        What it is, and for whom; each quantity has a stream of its own.

    Examples
    --------
    >>> sampled(0.25, 2, 1, "reservation", "a")
    array([0.25, 0.25])
    """
    known = amount(given)
    return _spread(known.kind, known.low, known.high, stream(seed, *keys), n)


def _spread(kind: Kind, low: float, high: float, rng: np.random.Generator, n: int) -> FloatArray:
    if low == high:
        return np.full(n, low)
    if kind == "uniform":
        return low + (high - low) * rng.random(n)
    if kind == "log-uniform":
        return np.exp(math.log(low) + math.log(high / low) * rng.random(n))
    if kind == "normal":
        return (low + high) / 2 + (high - low) / (2 * _NINETY_FIVE) * rng.standard_normal(n)
    mean, deviation = math.log(low * high) / 2, math.log(high / low) / (2 * _NINETY_FIVE)
    return np.exp(mean + deviation * rng.standard_normal(n))


def _fault(case: Case, name: str, ends: tuple[float, float]) -> Fault | None:
    path = f"assumptions.{name}"
    quantity, _, party = name.partition(".")
    if quantity not in PRIORS:
        return Fault(f"no such quantity; {_nearest(quantity)}", path=path)
    prior = PRIORS[quantity]
    if party and (not prior.each_side or party not in {side.id for side in case.sides}):
        whose = f"no side has the id {party!r}" if prior.each_side else "the sides share one value"
        return Fault(f"{whose}; write {quantity!r}", path=path)
    low, high = ends
    if not prior.within[0] <= low <= high <= prior.within[1]:
        way_out = "; put the low end first" if low > high else ""
        within = f"[{prior.within[0]:g}, {prior.within[1]:g}]"
        return Fault(f"[{low:g}, {high:g}] is not a range within {within}{way_out}", path=path)
    return None


def _nearest(name: str) -> str:
    close = difflib.get_close_matches(name, PRIORS, n=3, cutoff=0.5)
    if close:
        return f"did you mean {' or '.join(map(repr, close))}?"
    return f"choose one of {', '.join(sorted(PRIORS))}"
