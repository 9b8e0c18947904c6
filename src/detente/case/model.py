"""The negotiation model: parties, issues, demands and rules, each with what it rests on.

One `Case` feeds blockers, frontier, acceptability, steps and talks. It stands alone: the quotes behind its values
travel with it, so that a case file can be read, checked and edited without the record it came from.
docs/explanation/model.md gives the theory.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from detente.case.calendar import Calendar as Calendar
from detente.case.preferences import Amount as Amount
from detente.case.preferences import Basis as Basis
from detente.case.preferences import Preferences as Preferences
from detente.entries import Outcome, PreconditionKind, Stance
from detente.ontology.issues import Role
from detente.tabled import Tabled

if TYPE_CHECKING:
    from detente.record import Record

PartyRole = Literal["side", "mediator", "guarantor", "spoiler", "outside"]
THIRD_PARTY = "third-party"
"""Id of a deliverer from outside that the text does not name."""
_NO_BASIS = Basis()
EVERYTHING = "*"
"""What an order puts later where it names no issue."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody with a part in the talks.

    Parameters
    ----------
    id
        Lower-case letters, digits and hyphens.
    name
        In plain English.
    role
        side: its consent is needed; mediator; guarantor: gives what makes a deal hold; spoiler: not asked, and able to
        break what is agreed; outside: asked to deliver something, or heard from outside.
    at_table
        True for the sides and others that met in the latest round held.
    """

    id: str
    name: str
    role: PartyRole
    at_table: bool = False
    basis: Basis = _NO_BASIS


@dataclass(frozen=True, slots=True)
class Rung:
    """One way to settle an issue.

    Parameters
    ----------
    id
        Unique on its issue.
    x
        Coordinate in [0, 1].
    label
        What it is, with the parties' names filled in.
    deliverers
        Ids of the parties that must do something for it, sides and outsiders alike; empty for the status quo.
    robust
        True for a guarantee that lowers the risk of being cheated.
    stated
        True where a party has asked for, offered, accepted or refused just this.
    """

    id: str
    x: float
    label: str
    deliverers: tuple[str, ...] = ()
    robust: bool = False
    stated: bool = False
    basis: Basis = _NO_BASIS


@dataclass(frozen=True, slots=True)
class Issue(Tabled):
    """What is negotiated, with its ladder of rungs in rising order of x.

    Parameters
    ----------
    id, name
        As in the ontology, or the user's own.
    role
        stake | termination | procedure; only a stake carries weight.
    rungs
        The whole ladder. Packages use the hull only (see `hull`); war outcomes use all of it.
    status_quo
        Id of the rung that holds without a deal.
    separable
        Can be settled while the fighting goes on.
    repeatable
        An agreed step can be agreed again.
    phi
        How far fighting decides it, a range in [0, 1].
    free
        True where the rungs are options in no order: coordinates say nothing, and `status_quo` may be "".
    reversible, reversal
        Whether a step on it can be taken back, None where that is unknown or depends on the step; how, or why not.
    part_of
        Id that the parts of one issue share, where one ladder would mix two things; "" for an issue by itself. However
        many parts there are, together they weigh as much as the whole would.

    Examples
    --------
    >>> issue = Issue("aid", "Aid", "stake", (Rung("no", 0, "none"), Rung("all", 1, "all")), "no")
    >>> issue.sq.id
    'no'
    """

    id: str
    name: str
    role: Role
    rungs: tuple[Rung, ...]
    status_quo: str
    separable: bool = False
    repeatable: bool = False
    phi: tuple[float, float] = (0.0, 0.0)
    basis: Basis = _NO_BASIS
    free: bool = False
    reversible: bool | None = None
    reversal: str = ""
    part_of: str = ""

    @property
    def sq(self) -> Rung:
        """The status-quo rung."""
        return self.rung(self.status_quo)

    def rung(self, id: str) -> Rung:
        """Return the rung with this id; KeyError where there is none."""
        for rung in self.rungs:
            if rung.id == id:
                return rung
        raise KeyError(id)

    @property
    def hull(self) -> tuple[Rung, ...]:
        """The rungs between the status quo and the outermost stated ones, in rising order of x.

        A package uses these only: without the hull half of all bargaining solutions give what nobody asked for. Free
        options have no between: all of them are in it.
        """
        if self.free:
            return self.rungs
        marks = [rung.x for rung in self.rungs if rung.stated or rung.id == self.status_quo]
        return tuple(rung for rung in self.rungs if min(marks) <= rung.x <= max(marks))


@dataclass(frozen=True, slots=True)
class Demand(Tabled):
    """A party's position on one rung of one issue.

    Parameters
    ----------
    party, issue, rung
        Ids. For ``rejects`` the rung is the refused one.
    stance
        demands | proposes | accepts | rejects.
    terms
        In the words of the text.
    red_line
        The party will never accept (``rejects``) or never do without (``demands``).
    key
        The text calls it key, main or central.
    sacred
        Immune to every pressure; only a person sets it.
    precondition
        order | content, None for a plain demand.
    date
        ISO day, month or year of the latest report that has it, or None.
    said_by
        Whose word it is, as it stands in a sentence ("Ukraine", "an official"), where all that is known of it comes
        from others; "" where the party speaks itself or a report states it.

    Examples
    --------
    >>> Demand("russia", "territory", "low-leaves-part", "proposes").id
    'russia.territory.proposes.low-leaves-part'
    """

    party: str
    issue: str
    rung: str
    stance: Stance
    terms: str = ""
    red_line: bool = False
    key: bool = False
    sacred: bool = False
    precondition: PreconditionKind | None = None
    date: str | None = None
    basis: Basis = _NO_BASIS
    said_by: str = ""

    @property
    def id(self) -> str:
        """Unique in a case: party, issue, stance and rung."""
        return f"{self.party}.{self.issue}.{self.stance}.{self.rung}"


@dataclass(frozen=True, slots=True)
class Agreed:
    """Something the sides agreed.

    Parameters
    ----------
    issue, rung
        What.
    parties
        Who agreed.
    date
        ISO day, month or year, or None.
    executed
        True where the record has it carried out.
    done_by
        ISO date by which it had been carried out: of the handing over itself, else of the first report that tells of
        it; None where unknown.
    """

    issue: str
    rung: str
    parties: tuple[str, ...]
    date: str | None = None
    executed: bool = False
    basis: Basis = _NO_BASIS
    done_by: str | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """A party's wish that one issue is settled before another.

    Parameters
    ----------
    party
        Who asks for this order.
    first
        Issue id that comes first.
    then
        Issue id that comes after, or ``*`` for everything else.
    void
        Why the order binds no more ("" while it does): a step that went ahead without it.
    date
        ISO day, month or year of the latest report that has it, or None.
    said_by
        As in `Demand`.
    """

    party: str
    first: str
    then: str
    void: str = ""
    basis: Basis = _NO_BASIS
    date: str | None = None
    said_by: str = ""

    def asked_again(self, step: Agreed) -> bool:
        """Tell whether the order was asked for once more when a step had gone ahead without it; False where unknown.

        Examples
        --------
        >>> swap = Agreed("prisoners", "numbers", ("a", "b"), "2025-05-16", True, done_by="2025-05-25")
        >>> [Order("a", "ceasefire", "*", date=day).asked_again(swap) for day in ("2025-05-17", "2025-06-02", None)]
        [False, True, False]
        """
        by = step.done_by or step.date
        if not (self.date and by):
            return False
        known = min(len(self.date), len(by))
        same_day = self.date == by and step.done_by is not None
        return self.date[:known] > by[:known] or same_day


@dataclass(frozen=True, slots=True)
class Constraint:
    """A rule across issues, in one of three forms: forbids; at_most with of; requires with when.

    Parameters
    ----------
    id, text
        A name, and the reason in one sentence with its source.
    forbids
        Pairs of (issue id, rung id), each issue once; a package that has all of them is out.
    at_most, of
        A package has at most so many of the pairs.
    when, requires
        A package that has all pairs of `when` (all packages, without any) has all of `requires`.
    """

    id: str
    text: str
    forbids: tuple[tuple[str, str], ...] = ()
    basis: Basis = _NO_BASIS
    at_most: int | None = None
    of: tuple[tuple[str, str], ...] = ()
    when: tuple[tuple[str, str], ...] = ()
    requires: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """A round of the talks as the case keeps it; fields as in `detente.entries.Round`, parties as ids."""

    date: str | None
    place: str | None
    parties: tuple[str, ...]
    outcome: Outcome
    mediators: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    basis: Basis = _NO_BASIS


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of the record as the talks may feel it; fields as in `detente.entries.Event`, parties as ids or None."""

    type: str
    actor: str | None
    recipient: str | None
    date: str | None
    place: str | None = None
    basis: Basis = _NO_BASIS


@dataclass(frozen=True, slots=True)
class Evidence(Tabled):
    """An entry's quote with enough around it to be shown without the record.

    Parameters
    ----------
    quote
        The exact characters.
    sentence
        The sentence(s) around it.
    report
        Id of the report.
    title, date, outlet, path
        Of the report; None where unknown.
    reader
        Who read it, such as ``rules 1 (positions.demand-noun)``.
    confidence
        In [0, 1], of the reader.
    judged
        What a person decided on it, in words, or "".
    """

    quote: str
    sentence: str
    report: str
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    path: str | None = None
    reader: str = ""
    confidence: float = 1.0
    judged: str = ""


_EMPTY: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Case(Tabled):
    """A negotiation, ready to be worked on.

    Parameters
    ----------
    title
        What the talks are about.
    parties, issues, demands, orders, agreed, constraints, meetings, happenings
        The model; parties and issues in order of id.
    reservation
        Value without a deal per side, where the user knows it; in [0, 1], or in the units of `preferences`. Needed with
        more than two sides.
    preferences
        What packages are worth to the parties, where somebody has said so; the first party is named first.
    capability
        How much a side can move, on any one scale, for the weighted mean and median of the positions; where it is not
        given for every side, what stands in is named.
    assumptions
        Ranges that replace the priors of docs/explanation/model.md, by name.
    evidence
        Entry id to quote, for every id in any `Basis`.
    date
        ISO date up to which the record reaches, or None.
    calendar
        When the sides meet, where somebody has set that down; None where they may agree in every week.

    Examples
    --------
    >>> Case("Nothing yet").sides
    ()
    """

    title: str
    parties: tuple[Party, ...] = ()
    issues: tuple[Issue, ...] = ()
    demands: tuple[Demand, ...] = ()
    orders: tuple[Order, ...] = ()
    agreed: tuple[Agreed, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    happenings: tuple[Happening, ...] = ()
    reservation: Mapping[str, float | Amount] = field(default_factory=lambda: _EMPTY)
    assumptions: Mapping[str, tuple[float, float]] = field(default_factory=lambda: _EMPTY)
    evidence: Mapping[str, Evidence] = field(default_factory=lambda: _EMPTY)
    date: str | None = None
    preferences: tuple[Preferences, ...] = ()
    capability: Mapping[str, float | Amount] = field(default_factory=lambda: _EMPTY)
    calendar: Calendar | None = None

    @classmethod
    def from_record(cls, record: "Record", *, title: str | None = None) -> "Case":
        """Return the negotiation that a record shows; see `detente.case.from_record`."""
        from detente.case.from_record import from_record

        return from_record(record, title=title)

    @property
    def sides(self) -> tuple[Party, ...]:
        """The parties whose consent a settlement needs."""
        return tuple(party for party in self.parties if party.role == "side")

    @property
    def table(self) -> frozenset[str]:
        """Ids of those present at the latest round held."""
        return frozenset(party.id for party in self.parties if party.at_table)

    def party(self, id: str) -> Party:
        """Return the party with this id; KeyError where there is none."""
        for party in self.parties:
            if party.id == id:
                return party
        raise KeyError(id)

    def issue(self, id: str) -> Issue:
        """Return the issue with this id; KeyError where there is none."""
        for issue in self.issues:
            if issue.id == id:
                return issue
        raise KeyError(id)

    def demands_of(self, party: str, issue: str) -> tuple[Demand, ...]:
        """Return what a party has said on an issue, in the order of the case."""
        return tuple(d for d in self.demands if d.party == party and d.issue == issue)

    @property
    def digest(self) -> str:
        """Sixteen hexadecimal digits over everything that results depend on."""
        return hashlib.sha256(
            json.dumps(_plain(self), sort_keys=True, ensure_ascii=False).encode("utf-8", "surrogatepass")
        ).hexdigest()[:16]


def name_id(name: str) -> str:
    """Return the id that a party's name gives: lower case, hyphens for the rest.

    Examples
    --------
    >>> name_id("United States"), name_id("Türkiye")
    ('united-states', 'turkiye')
    """
    import unicodedata

    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold() or name.casefold()
    return "-".join("".join(c if c.isalnum() else " " for c in plain).split()) or "unnamed"


def _plain(value: Any) -> Any:
    from dataclasses import fields, is_dataclass

    if is_dataclass(value) and not isinstance(value, type):
        # A case without a calendar is the case that it was before anybody could give one.
        told = {f.name: getattr(value, f.name) for f in fields(value) if f.name != "evidence"}
        return {name: _plain(item) for name, item in told.items() if name != "calendar" or item is not None}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in sorted(value.items())}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value + 0.0  # 1 and 1.0, 0.0 and -0.0 are the same value
    return value
