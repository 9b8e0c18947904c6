"""What a party's packages are worth to it, where somebody has said so: weights, values, and how well each is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Literal, get_args

Distribution = Literal["uniform", "log-uniform", "normal", "lognormal"]
DISTRIBUTIONS: tuple[Distribution, ...] = get_args(Distribution)


@dataclass(frozen=True, slots=True)
class Basis:
    """What a value rests on: entries of the record, or a named assumption, or both.

    Parameters
    ----------
    entries
        Ids of entries.
    assumption
        Why the value stands where no entry says it, in a few words; "" where entries do.
    """

    entries: tuple[str, ...] = ()
    assumption: str = ""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or what is known of it.

    Parameters
    ----------
    low, high
        Ends of a uniform or log-uniform range; 5th and 95th percentile of a normal or lognormal. Equal for a number.
    kind
        uniform | log-uniform | normal | lognormal.
    basis
        What it rests on.

    Examples
    --------
    >>> Amount(0.5, 0.5).known, Amount(0.2, 0.4).known
    (True, False)
    """

    low: float
    high: float
    kind: Distribution = "uniform"
    basis: Basis = Basis()

    @property
    def known(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high

    @property
    def middle(self) -> float:
        """The middle of the range; of the logarithms where those are what is spread."""
        if self.kind in ("log-uniform", "lognormal"):
            return float((self.low * self.high) ** 0.5)
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Limit:
    """A rule about a party's weights: the sum of coefficient x weight is at least a bound.

    Parameters
    ----------
    coefficients
        Issue id to coefficient.
    at_least
        The bound; weights add up to 1.
    """

    coefficients: Mapping[str, float]
    at_least: float = 0.0


@dataclass(frozen=True, slots=True)
class Preferences:
    """A party's additive utility: the sum over the issues of weight x value of the option.

    Parameters
    ----------
    party
        Id.
    values
        Issue id to rung id to value; every rung of every issue named.
    weights
        Issue id to weight; empty where nobody knows them. Then they are drawn evenly from all that add up to 1 and keep
        `order` and `limits`.
    order
        Issue ids in groups, the heaviest first: no issue weighs less than one of a later group.
    limits
        Linear rules about the weights.
    """

    party: str
    values: Mapping[str, Mapping[str, Amount]]
    weights: Mapping[str, Amount] = field(default_factory=lambda: MappingProxyType({}))
    order: tuple[tuple[str, ...], ...] = ()
    limits: tuple[Limit, ...] = ()

    @property
    def known(self) -> bool:
        """Whether every weight and value is one number."""
        amounts = [*self.weights.values(), *(a for row in self.values.values() for a in row.values())]
        return bool(self.weights) and all(amount.known for amount in amounts)


def amount(given: Any) -> Amount:
    """Return the amount that a case gives: a number, [low, high], or {distribution: [low, high]}.

    With what it rests on, {value: one of these, entries: [...], assumption: ...}.

    Examples
    --------
    >>> amount({"lognormal": [1, 4]}).middle, amount({"value": 0.5, "assumption": "a guess"}).basis.assumption
    (2.0, 'a guess')
    """
    if isinstance(given, Amount):
        return given
    if isinstance(given, Mapping) and "value" in given:
        basis = Basis(tuple(given.get("entries", ())), given.get("assumption", ""))
        return replace(amount(given["value"]), basis=basis)
    if isinstance(given, Mapping):
        ((kind, (low, high)),) = given.items()
        return Amount(float(low), float(high), kind)
    low, high = given if isinstance(given, list | tuple) else (given, given)
    return Amount(float(low), float(high))


def written(amount: Amount) -> Any:
    """Return an amount as a case file has it.

    Examples
    --------
    >>> written(Amount(0.2, 0.4)), written(Amount(1, 4, "lognormal"))
    ([0.2, 0.4], {'lognormal': [1, 4]})
    """
    ends = [amount.low, amount.high]
    value = amount.low if amount.known else ends if amount.kind == "uniform" else {amount.kind: ends}
    entries, assumption = list(amount.basis.entries), amount.basis.assumption
    because = {"value": value} | ({"entries": entries} if entries else {})
    return (because | ({"assumption": assumption} if assumption else {})) if entries or assumption else value
