"""Shock cards: what an event of some kind does to the talks, channel by channel, as ranges with a basis.

A card is a short YAML file in ``talks/cards``. It says what the talks feel and never how an attack is carried out.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, field_validator

from detente.case.model import Case
from detente.errors import Fault, ShockError
from detente.ontology.tables import faults_of, load_yaml
from detente.talks.results import Channel, Shock

CARDS = Path(__file__).with_name("cards")
SIZES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "cost": ("amount", "half-life"),
        "information": ("target-down", "actor-up", "temperature", "half-life"),
        "audience": ("amount", "half-life"),
        "trust": ("amount", "half-life"),
        "third party": ("amount", "half-life"),
        "retaliation": ("probability", "ratio", "lag", "suspension", "length"),
    }
)
"""Channel to the quantities its card gives."""


@dataclass(frozen=True, slots=True)
class Card:
    """What events of one kind do to the talks.

    Parameters
    ----------
    kind, label
        A name, and what a reader is told.
    events
        PLOVER event types it stands for; none where it has to be named.
    channels
        Channel to quantity to range.
    to_both
        Channels that touch actor and target alike.
    basis
        Channel to where its ranges come from.
    """

    kind: str
    label: str
    events: tuple[str, ...]
    channels: Mapping[str, Mapping[str, tuple[float, float]]]
    to_both: tuple[str, ...] = ()
    basis: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@functools.cache
def cards() -> Mapping[str, Card]:
    """Return the cards that ship with Detente, by kind.

    Examples
    --------
    >>> cards()["assault"].channels["cost"]["amount"]
    (0.0, 0.1)
    """
    found = (_card(_validated(path)) for path in sorted(CARDS.glob("*.yaml")))
    return MappingProxyType({card.kind: card for card in found})


def load_shock(path: Path, case: Case) -> Shock:
    """Load a shock from a user's file.

    Parameters
    ----------
    path
        A card with ``actor``, ``target`` and optionally ``date``; without ``channels`` it takes those of the card of
        its kind that ships with Detente.
    case
        Whose parties actor and target are.

    Raises
    ------
    ShockError
        With every fault at its line and column.
    """
    row = _validated(path)
    faults = [
        Fault(
            f"{who} is needed: one of {', '.join(p.id for p in case.parties)} (given: {getattr(row, who)!r})", path=who
        )
        for who in ("actor", "target")
        if getattr(row, who) not in {party.id for party in case.parties}
    ]
    if not row.channels and row.kind not in cards():
        faults.append(Fault(f"give channels, or one of the kinds {', '.join(cards())}", path="kind"))
    if not faults and not {row.actor, row.target} & {side.id for side in case.sides}:
        faults.append(Fault("neither actor nor target is a side of the talks", path="target"))
    if faults:
        raise ShockError(f"{len(faults)} fault(s) in the shock", file=path, faults=faults)
    card = _card(row) if row.channels else cards()[row.kind]
    assert row.actor is not None
    assert row.target is not None
    return Shock(
        id=f"card-{row.kind}",
        label=row.label or card.label,
        kind=row.kind,
        actor=row.actor,
        target=row.target,
        date=row.date,
        channels=card.channels,
        to_both=card.to_both,
        channel_basis=card.basis,
        assumption=f"chosen by the user ({path.name})",
    )


def _within(low: float, high: float) -> AfterValidator:
    """Check that a range [low, high] lies inside given ends."""

    def check(value: tuple[float, float]) -> tuple[float, float]:
        if not low <= value[0] <= value[1] <= high:
            raise ValueError(f"must be [low, high] within [{low:g}, {high:g}], low end first")
        return value

    return AfterValidator(check)


Shift = Annotated[tuple[float, float], _within(-2, 2)]
Chance = Annotated[tuple[float, float], _within(0, 1)]
Ratio = Annotated[tuple[float, float], _within(0.1, 10)]
Weeks = Annotated[tuple[float, float], _within(0.1, 1000)]
Days = Annotated[tuple[float, float], _within(0.1, 365)]


class _Channel(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)
    amount: Shift | None = None
    half_life: Weeks | None = Field(None, alias="half-life")
    target_down: Shift | None = Field(None, alias="target-down")
    actor_up: Shift | None = Field(None, alias="actor-up")
    temperature: Ratio | None = None
    probability: Chance | None = None
    ratio: Chance | None = None
    lag: Days | None = None
    suspension: Chance | None = None
    length: Weeks | None = None
    to: Literal["target", "both"] = "target"
    basis: str = ""

    def sizes(self) -> dict[str, tuple[float, float]]:
        """Return the ranges that are given, by the names of the file."""
        given = self.model_dump(by_alias=True, exclude_none=True, exclude={"to", "basis"})
        return {name: (float(low), float(high)) for name, (low, high) in given.items()}


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid")
    kind: str = Field(min_length=1)
    label: str = ""
    events: tuple[str, ...] = ()
    actor: str | None = None
    target: str | None = None
    date: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")] | None = None
    channels: dict[Channel, _Channel] = Field(default_factory=dict)

    @field_validator("channels")
    @classmethod
    def _complete(cls, channels: dict[Channel, _Channel]) -> dict[Channel, _Channel]:
        for name, channel in channels.items():
            if set(channel.sizes()) != set(SIZES[name]):
                raise ValueError(f"channel {name!r} needs {', '.join(SIZES[name])} and nothing else")
        return channels


def _validated(path: Path) -> _Row:
    data = load_yaml(path, error=ShockError)
    if not isinstance(data, Mapping):
        raise ShockError("not a shock card; write kind, label, actor, target and channels", file=path)
    try:
        return _Row.model_validate(_quoted_date(data))
    except ValidationError as exc:
        raise ShockError(
            f"{exc.error_count()} fault(s) in the shock card", file=path, faults=faults_of(exc, data)
        ) from None


def _quoted_date(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """YAML reads 2025-06-01 as a date; a card means the text."""
    return {
        key: value.isoformat() if key == "date" and hasattr(value, "isoformat") else value
        for key, value in data.items()
    }


def _card(row: _Row) -> Card:
    channels: dict[str, Mapping[str, tuple[float, float]]] = {
        name: MappingProxyType(channel.sizes()) for name, channel in row.channels.items()
    }
    return Card(
        kind=row.kind,
        label=row.label,
        events=row.events,
        channels=MappingProxyType(channels),
        to_both=tuple(name for name, channel in row.channels.items() if channel.to == "both"),
        basis=MappingProxyType({name: channel.basis for name, channel in row.channels.items()}),
    )
