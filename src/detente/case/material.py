"""The record's entries as a case is made from them: by kind, with parties as ids and the reports' dates at hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from detente.case.model import Basis, name_id
from detente.entries import Claim, Entry, Event, Position, Round
from detente.ontology.actors import resolve

if TYPE_CHECKING:
    from detente.record import Joined, Record

AnyEntry = TypeVar("AnyEntry", bound=Entry)


@dataclass(frozen=True, slots=True)
class Material:
    """What a record holds on the talks.

    Parameters
    ----------
    positions, events, rounds
        In the order of the record.
    dates
        Report id to ISO date, "" where unknown.
    recalled
        Id of a position to its own date, where its report recalls it from an earlier time.
    joined
        The events and the rounds, those that tell of the same together.
    """

    positions: tuple[Position, ...]
    events: tuple[Event, ...]
    rounds: tuple[Round, ...]
    dates: Mapping[str, str]
    recalled: Mapping[str, str]
    joined: "tuple[Joined, ...]"

    def dated(self, entry: Entry) -> str:
        """Return the date of an entry's report, or the one that it gives for a position; "" where unknown."""
        return self.recalled.get(entry.id, self.dates[entry.quote.report])

    def latest(self, entries: Iterable[AnyEntry]) -> AnyEntry:
        """Return the entry of the latest report; of several in it the surest, then the first."""
        return max(entries, key=lambda e: (self.dated(e), e.by.confidence, -e.quote.start, e.id))


def _counts(entry: Entry) -> bool:
    """Meetings, and acts of a known type: what no source maps to one has no place in a model of acts."""
    return isinstance(entry, Round) or (isinstance(entry, Event) and entry.type is not None)


def material(record: "Record") -> Material:
    """Return what a record holds on the talks."""
    joined = record.joined()
    entries = record.entries()
    positions = tuple(e for e in entries if isinstance(e, Position))
    dates = {report.id: report.date for report in record.reports()}
    from detente.record.movement import stated  # the record brings a database library along

    said = {p.id: (stated(p, dates[p.quote.report]), dates[p.quote.report]) for p in positions}
    return Material(
        positions,
        tuple(e for e in entries if isinstance(e, Event) and _counts(e)),
        tuple(e for e in entries if isinstance(e, Round)),
        {id: date or "" for id, date in dates.items()},
        {id: own for id, (own, reported) in said.items() if own and own != reported},
        tuple(each for each in joined if _counts(each.first)),
    )


def party_name(name: str) -> str:
    """Return the name that the table of actors has for a party, or the name as it is.

    Examples
    --------
    >>> party_name("the United Nations"), party_name("Northern Alliance Council")
    ('United Nations', 'Northern Alliance Council')
    """
    actor = resolve(name)
    return actor.name if actor else name.strip()


def party_id(name: str) -> str:
    """Return the id of a party in a case.

    Examples
    --------
    >>> party_id("the United Nations")
    'united-nations'
    """
    return name_id(party_name(name))


def ids(names: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of several parties, sorted, each once."""
    return tuple(sorted({party_id(name) for name in names}))


def basis(entries: Iterable[Position | Event | Claim | Round], assumption: str = "") -> Basis:
    """Return the basis that these entries give, in order of id."""
    return Basis(tuple(sorted({entry.id for entry in entries})), assumption)
