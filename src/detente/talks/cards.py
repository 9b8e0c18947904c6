"""Shock cards: what an event of some kind does to the talks, channel by channel, as ranges with a basis.

A card is a short YAML file in ``talks/cards``. It says what the talks feel and never how an attack is carried out.
"""

import difflib
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, field_validator

from detente.case.model import Case
from detente.errors import Fault, ShockError
from detente.ontology.tables import faults_of, load_yaml, position
from detente.talks.aftermath import observed
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
        A name, and what a reader is told of the kind.
    told
        What a reader is told of one event, with ``{actor}`` and ``{target}`` where the parties' names go.
    events
        PLOVER event types it stands for, which also count as the reprisal when they come back; which of several cards
        an event of the record follows is said in ``mapping.yaml``.
    channels
        Channel to quantity to range.
    to_both
        Channels that touch actor and target alike.
    basis
        Channel to where its ranges come from.
    harms
        True for acts of force and pressure: they are compared, never counselled.
    """

    kind: str
    label: str
    events: tuple[str, ...]
    channels: Mapping[str, Mapping[str, tuple[float, float]]]
    to_both: tuple[str, ...] = ()
    basis: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    harms: bool = False
    told: str = ""

    def of(self, actor: str, target: str) -> str:
        """Return who does what to whom in words.

        Examples
        --------
        >>> cards()["assault"].of("A", "the West")
        'A attacks the West'
        """
        said = self.told.replace("{actor}", actor).replace("{target}", target)
        return said[:1].upper() + said[1:] if said else f"{actor} and {target}: {self.label or self.kind}"


@functools.cache
def cards() -> Mapping[str, Card]:
    """Return the cards that ship with Detente, by kind.

    Examples
    --------
    >>> cards()["assault"].channels["cost"]["amount"]
    (0.0, 0.1)
    """
    found = (_card(_validated(_read(path), path)) for path in sorted(CARDS.glob("*.yaml")))
    return MappingProxyType({card.kind: card for card in found})


def load_shock(path: Path, case: Case) -> Shock:
    """Load a shock from a user's file; what the record shows after its date (a reprisal, a round) is not drawn.

    Parameters
    ----------
    path
        A card with ``actor``, ``target`` and optionally ``date``; without ``channels`` or ``label`` it takes those of
        the card of its kind that ships with Detente. Its ``events``, those of that card by default, are the acts that
        count as a reprisal when they come back.
    case
        Whose parties actor and target are, and what happened after.

    Raises
    ------
    ShockError
        With every fault at its line and column.
    """
    data = _read(path)
    row = _validated(data, path, lambda: _strangers(data.get("actor"), data.get("target"), data, case))
    faults = list(_misplaced(row, data, case))
    if not row.channels and row.kind not in cards():
        known = ", ".join(cards())
        faults.append(Fault(f"give channels, or one of the kinds {known}", *position(data, ("kind",)), "kind"))
    if faults:
        raise ShockError(f"{_faults(len(faults))} in the shock card", file=path, faults=faults)
    card = _card(row) if row.channels else cards()[row.kind]
    like = row.events or (cards()[row.kind].events if row.kind in cards() else ())
    assert row.actor is not None
    assert row.target is not None
    reply, met_soon = observed(case, row.actor, row.target, row.date, like)
    return Shock(
        id=f"card-{row.kind}",
        label=row.label or _label(row, case),
        kind=row.kind,
        actor=row.actor,
        target=row.target,
        date=row.date,
        channels=card.channels,
        retaliation_observed=reply is not None,
        meeting_observed=met_soon,
        basis=reply[0].basis.entries if reply else (),
        to_both=card.to_both,
        channel_basis=card.basis,
        reprisal_lag=reply[1] if reply else None,
        assumption=f"chosen by the user ({path.name})",
    )


def named(kind: str, case: Case, *, actor: str = "", target: str = "") -> Shock:
    """Return the shock of a card that ships, by its name.

    Parameters
    ----------
    kind
        Of `cards()`.
    case
        Whose parties actor and target are.
    actor, target
        Ids. Left out, the first two sides are taken, and the assumption says so.

    Raises
    ------
    ShockError
        Where the name or a party is unknown, or neither party is a side.

    Examples
    --------
    >>> from detente.case.model import Party
    >>> case = Case("talks", (Party("a", "A", "side"), Party("b", "B", "side")))
    >>> named("prisoner-release", case, actor="b", target="a").label
    'B alone frees prisoners taken from A'
    """
    if kind not in cards():
        close = difflib.get_close_matches(kind, cards(), n=2, cutoff=0.5) or list(cards())
        raise ShockError(f"no card is called {kind!r}; there is {', '.join(close)}, or give a file")
    sides = sorted(side.id for side in case.sides)
    if len(sides) < 2:
        raise ShockError(f"{kind}: an event needs two sides, and the case has {len(sides)}")
    free = [side for side in sides if side not in (actor, target)]
    row = _Row(kind=kind, actor=actor or free[0], target=target or next(s for s in free if s != (actor or free[0])))
    if faults := list(_misplaced(row, {}, case)):
        raise ShockError(f"{kind}: {faults[0].message}")
    card = cards()[kind]
    chosen = "chosen by the user" if actor and target else "the card is the user's, who did it to whom is assumed"
    assert row.actor is not None
    assert row.target is not None
    return Shock(
        id=f"card-{kind}-{row.actor}-{row.target}",
        label=_label(row, case),
        kind=kind,
        actor=row.actor,
        target=row.target,
        date=None,
        channels=card.channels,
        to_both=card.to_both,
        channel_basis=card.basis,
        assumption=chosen,
    )


def _misplaced(row: "_Row", data: Any, case: Case) -> Iterator[Fault]:
    """Yield what is wrong with actor and target: unknown, the same, or both outside the talks."""
    strange = list(_strangers(row.actor, row.target, data, case))
    yield from strange
    place = position(data, ("target",))
    if not strange and row.actor == row.target:
        yield Fault("actor and target are the same; name who it was done to", *place, "target")
    elif not strange and not {row.actor, row.target} & {side.id for side in case.sides}:
        yield Fault("neither actor nor target is a side of the talks", *place, "target")


def _strangers(actor: Any, target: Any, data: Any, case: Case) -> Iterator[Fault]:
    known = {party.id for party in case.parties}
    for who, id in (("actor", actor), ("target", target)):
        if id not in known:
            message = f"{who} is needed: one of {', '.join(sorted(known))} (given: {id!r})"
            yield Fault(message, *position(data, (who,)), who)


def channel_faults(channels: Mapping[str, Mapping[str, Any]], *, whole: bool = True) -> list[Fault]:
    """Return what is wrong with the channels of an event: unknown ones, quantities too few or too many, ranges.

    Parameters
    ----------
    channels
        Channel to quantity to range.
    whole
        False where only some quantities of a channel need to be there.
    """
    faults = []
    for channel, sizes in channels.items():
        if channel not in SIZES:
            faults.append(Fault(f"no channel {channel!r}; there is {', '.join(SIZES)}", path=f"channels.{channel}"))
            continue
        unknown, missing = set(sizes) - set(SIZES[channel]), set(SIZES[channel]) - set(sizes)
        if unknown or (whole and missing):
            needs = f"needs {', '.join(SIZES[channel])} and nothing else"
            faults.append(Fault(f"channel {channel!r} {needs}", path=f"channels.{channel}"))
        try:
            _Channel.model_validate({name: ends for name, ends in sizes.items() if name in SIZES[channel]})
        except ValidationError as exc:
            faults += [
                Fault(fault.message, path=f"channels.{channel}.{fault.path}") for fault in faults_of(exc, dict(sizes))
            ]
    return faults


def _faults(count: int) -> str:
    return f"{count} fault{'s' * (count > 1)}"


def _label(row: "_Row", case: Case) -> str:
    """Return a line for a reader: who does what to whom, and when."""
    actor, target = (case.party(id).name if id else "" for id in (row.actor, row.target))
    card = cards()[row.kind] if row.kind in cards() else Card(row.kind, "", (), {})
    return card.of(actor, target) + (f", {row.date}" if row.date else "")


def _within(low: float, high: float) -> AfterValidator:
    """Check that a range [low, high] lies inside given ends."""

    def check(value: tuple[float, float]) -> tuple[float, float]:
        if not low <= value[0] <= value[1] <= high:
            raise ValueError(f"must be [low, high] within [{low:g}, {high:g}], low end first")
        return value

    return AfterValidator(check)


def _on_the_calendar(text: str) -> str:
    """Check that a date exists; `date` says what is wrong where it does not."""
    return date.fromisoformat(text).isoformat()


Shift = Annotated[tuple[float, float], _within(-2, 2)]
Chance = Annotated[tuple[float, float], _within(0, 1)]
Below1 = Annotated[tuple[float, float], _within(0, 0.99)]
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
    ratio: Below1 | None = None
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
    told: str = ""
    harms: bool = False
    actor: str | None = None
    target: str | None = None
    date: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_on_the_calendar)] | None = None
    channels: dict[Channel, _Channel] = Field(default_factory=dict)

    @field_validator("channels")
    @classmethod
    def _complete(cls, channels: dict[Channel, _Channel]) -> dict[Channel, _Channel]:
        for name, channel in channels.items():
            if set(channel.sizes()) != set(SIZES[name]):
                raise ValueError(f"channel {name!r} needs {', '.join(SIZES[name])} and nothing else")
        return channels


def _read(path: Path) -> Mapping[str, Any]:
    data = load_yaml(path, error=ShockError)
    if not isinstance(data, Mapping):
        raise ShockError("not a shock card; write kind, label, actor, target and channels", file=path)
    return data


def _validated(data: Mapping[str, Any], path: Path, more: Callable[[], Iterable[Fault]] = tuple) -> _Row:
    """Return the card; where it has faults of form, `more` adds those that can be told all the same."""
    try:
        return _Row.model_validate(_quoted_date(data))
    except ValidationError as exc:
        faults = [*faults_of(exc, data), *more()]
        raise ShockError(f"{_faults(len(faults))} in the shock card", file=path, faults=faults) from None


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
        harms=row.harms,
        told=row.told,
    )
