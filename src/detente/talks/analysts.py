"""An analyst's file: a set of assumptions with a name, laid over a case and the event looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from detente.case.model import Case
from detente.errors import CaseError, Fault, ShockError
from detente.ontology.tables import faults_of, load_yaml, position
from detente.settlement.priors import ranges
from detente.talks.cards import channel_faults
from detente.talks.results import CHANNELS, Shock
from detente.talks.signmap import pinned


def _rising(ends: tuple[float, float]) -> tuple[float, float]:
    if not ends[0] <= ends[1]:
        raise ValueError("put the low end first")
    return ends


Ends = Annotated[tuple[float, float], AfterValidator(_rising)]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid")
    analyst: str = Field(min_length=1)
    because: str = ""
    assumptions: dict[str, Ends] = Field(default_factory=dict)
    shock: dict[str, dict[str, Ends]] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Analyst:
    """What somebody assumes, and why.

    Parameters
    ----------
    name, because
        Who, and the reason in a sentence.
    given
        Assumption to range; quantities of the event as ``shock.CHANNEL.QUANTITY``.
    """

    name: str
    because: str
    given: Mapping[str, tuple[float, float]]

    def middle(self, name: str, values: Sequence[float]) -> float:
        """Return the middle of what is assumed of a quantity; of `values`, where nothing is."""
        low, high = self.given.get(name, (values[0], values[-1]))
        return (low + high) / 2

    def over(self, case: Case, shock: Shock) -> tuple[Case, Shock]:
        """Return the case and the event as this analyst sees them."""
        return pinned(case, shock, self.given)


def load_analyst(path: Path, case: Case, shock: Shock) -> Analyst:
    """Load an analyst's file and check it against the case and the event.

    Parameters
    ----------
    path
        YAML with ``analyst`` (a name), ``because``, ``assumptions`` (as in a case file) and ``shock`` (channel to
        quantity to range, only those that differ).
    case, shock
        What the assumptions are about.

    Raises
    ------
    ShockError
        With every fault at its line and column.
    """
    data = load_yaml(path, error=ShockError)
    if not isinstance(data, Mapping):
        raise ShockError("not an analyst's file; write analyst, because, assumptions and shock", file=path)
    try:
        row = _Row.model_validate(data)
    except ValidationError as exc:
        raise _faulty(faults_of(exc, data), path) from None
    if faults := [*_unknown(row, data, shock), *_beyond(row, data, shock), *_wrong(row, data, case)]:
        raise _faulty(faults, path)
    felt = {f"shock.{channel}.{name}": ends for channel, sizes in row.shock.items() for name, ends in sizes.items()}
    return Analyst(row.analyst, " ".join(row.because.split()), {**row.assumptions, **felt})


def _faulty(faults: list[Fault], path: Path) -> ShockError:
    return ShockError(f"{len(faults)} fault{'s' * (len(faults) > 1)} in the analyst's file", file=path, faults=faults)


def _unknown(row: _Row, data: Any, shock: Shock) -> list[Fault]:
    """Return what the event does not have."""
    faults = []
    for channel, sizes in row.shock.items():
        known = shock.channels.get(channel)
        if known is None:
            has = ", ".join(c for c in CHANNELS if c in shock.channels)
            message = f"the event has no channel {channel!r}; it has {has}"
            faults.append(Fault(message, *position(data, ("shock", channel)), f"shock.{channel}"))
            continue
        faults += [
            Fault(
                f"{channel} has {', '.join(known)}",
                *position(data, ("shock", channel, name)),
                f"shock.{channel}.{name}",
            )
            for name in sizes
            if name not in known
        ]
    return faults


def _beyond(row: _Row, data: Any, shock: Shock) -> list[Fault]:
    """Return the ranges of the event that no card could have."""
    known = {
        channel: {name: ends for name, ends in sizes.items() if name in shock.channels[channel]}
        for channel, sizes in row.shock.items()
        if channel in shock.channels
    }
    faults = []
    for fault in channel_faults(known, whole=False):
        keys = ("shock", *fault.path.split(".")[1:])
        faults.append(Fault(fault.message, *position(data, keys), ".".join(keys)))
    return faults


def _wrong(row: _Row, data: Any, case: Case) -> list[Fault]:
    """Return the assumptions that the case cannot take, each with its place."""
    from dataclasses import replace

    try:
        ranges(replace(case, assumptions=row.assumptions))
    except CaseError as exc:
        return [
            Fault(fault.message, *position(data, ("assumptions", fault.path.removeprefix("assumptions."))), fault.path)
            for fault in exc.faults
        ]
    return []
