"""What a reader takes from a report, four kinds of entries, each with its exact quote; and what a person decides on it.

Beside the entries a reader says which words of the report stand for which party (`Naming`).

The fields have the names of the codebook (docs/reference/codebook.md). Entries are plain frozen types; an id is derived
from content, so the same text read twice gives the same ids.
"""

import functools
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, ClassVar, Literal, get_args

from detente.tabled import Tabled

__all__ = [
    "ENTRY_TYPES",
    "Claim",
    "Comparator",
    "Decision",
    "Entries",
    "Entry",
    "Event",
    "Joining",
    "Judgement",
    "Naming",
    "Outcome",
    "Position",
    "PreconditionKind",
    "Provenance",
    "Quote",
    "Round",
    "Stance",
    "Statement",
    "Status",
    "Together",
    "Unit",
    "entry_from_json",
    "statement_from_json",
]

Stance = Literal["demands", "proposes", "accepts", "rejects"]
PreconditionKind = Literal["order", "content"]
Comparator = Literal["=", ">", "<", "~"]
Status = Literal["stated", "attributed", "hedged", "denied"]
Outcome = Literal["agreement", "no_agreement", "collapse", "scheduled", "unknown"]
Unit = Literal[
    "people", "killed", "wounded", "prisoners", "bodies", "children", "displaced", "aircraft", "drones", "missiles",
    "vehicles", "USD", "EUR", "share", "days", "hours", "minutes", "months", "years", "km", "bases", "sites", "other",
]  # fmt: skip
Decision = Literal["accept", "reject", "correct", "unsure"]
Together = Literal["join", "part", "leave"]


@dataclass(frozen=True, slots=True)
class Quote:
    """An exact stretch of one report.

    Parameters
    ----------
    report
        Id of the report.
    start, end
        Character span in the report's text, end exclusive.
    text
        The characters of that span.

    Examples
    --------
    >>> Quote("r1", 4, 9, "truce").end
    9
    """

    report: str
    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.text) or not self.text:
            raise ValueError(f"a quote needs its exact span: {self.start}..{self.end} for {len(self.text)} characters")

    def __str__(self) -> str:
        """Return the words, in quotation marks."""
        return f"“{self.text}”"


@dataclass(frozen=True, slots=True)
class Judgement(Tabled):
    """What a person decided on an entry.

    Parameters
    ----------
    entry
        Id of the entry as a reader gave it.
    decision
        accept | reject | correct | unsure.
    by
        Who decided.
    at
        When, in UTC ("2025-06-02T10:00:00.000000Z").
    note
        Why, or "".
    changes
        Corrected fields with their new values.
    result
        Id of the entry that stands by this decision; None where it is rejected or unsure.
    supersedes
        Id of the judgement before it on the same entry, None for the first.

    Examples
    --------
    >>> Judgement("e1", "reject", "Ana", "2025-06-02T10:00:00.000000Z").told
    'rejected by Ana on 2025-06-02'
    """

    entry: str
    decision: Decision
    by: str
    at: str
    note: str = ""
    changes: Mapping[str, Any] = field(default_factory=dict, hash=False)
    result: str | None = None
    supersedes: str | None = field(default=None, compare=False)

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits derived from the content; what it supersedes is not content."""
        content = [self.entry, self.decision, self.by, self.at, self.note, dict(self.changes), self.result]
        return digest(content)

    @property
    def on(self) -> tuple[str, ...]:
        """The ids of what it is about."""
        return (self.entry,)

    @property
    def told(self) -> str:
        """The decision in words, with who and when."""
        return f"{_DECIDED[self.decision]} by {self.by} on {self.at[:10]}"


@dataclass(frozen=True, slots=True)
class Joining(Tabled):
    """What a person decided on whether two entries tell of the same.

    Parameters
    ----------
    one, other
        Ids of the entries as a reader gave them, the smaller first.
    decision
        join | part | leave (to the rules, as if nothing had been decided).
    by, at, note
        As of a judgement.
    supersedes
        Id of the decision before it on the same two, None for the first.

    Examples
    --------
    >>> Joining("e1", "e2", "part", "Ana", "2025-06-02T10:00:00.000000Z").told
    'parted by Ana on 2025-06-02'
    """

    one: str
    other: str
    decision: Together
    by: str
    at: str
    note: str = ""
    supersedes: str | None = field(default=None, compare=False)

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits derived from the content; what it supersedes is not content."""
        return digest([self.one, self.other, self.decision, self.by, self.at, self.note])

    @property
    def on(self) -> tuple[str, ...]:
        """The ids of what it is about."""
        return (self.one, self.other)

    @property
    def told(self) -> str:
        """The decision in words, with who and when."""
        return f"{_DECIDED[self.decision]} by {self.by} on {self.at[:10]}"


_DECIDED: Mapping[str, str] = {
    "join": "joined",
    "part": "parted",
    "leave": "left to the rules",
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "unsure": "held unsure",
}


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who read an entry, and how sure.

    Parameters
    ----------
    reader
        Name of the reader, such as ``rules``.
    version
        Version of the reader.
    rule
        Id of the rule that fired, or "".
    confidence
        In [0, 1], of the reader.
    original
        Fields with the words of the text that the reader resolved ("party", "Kyiv"), where it gives them; of a list of
        parties, one for each ("parties.Ukraine", "Kyiv").
    judgement
        What a person decided on the entry, None where nobody did.
    renamed
        What persons decided on the names in it, where that changed a party.
    before
        Id of the entry before that, None where nothing was changed so.
    """

    reader: str = "hand"
    version: str = "1"
    rule: str = ""
    confidence: float = 1.0
    original: tuple[tuple[str, str], ...] = ()
    judgement: Judgement | None = None
    renamed: tuple[Judgement, ...] = ()
    before: str | None = None

    def __str__(self) -> str:
        """Return who read it, by which rule and how sure, and what a person decided."""
        read = f"{self.reader} {self.version}" + (f" ({self.rule})" if self.rule else "")
        return "; ".join(part for part in (f"{read}, confidence {self.confidence:.2g}", self.judged) if part)

    @property
    def judged(self) -> str:
        """The decisions of persons in words, "" where there is none."""
        told = [self.judgement.told] if self.judgement else []
        return ", ".join([*told, *(f"name {each.told}" for each in self.renamed)])


_HAND = Provenance()


class _Known(Tabled):
    """Room for an id that was worked out: of a large record each is asked for many times."""

    __slots__ = ("_id",)
    _id: str


@dataclass(frozen=True, slots=True)
class Position(_Known):
    """What a party wants, offers, accepts or refuses in the talks.

    Parameters
    ----------
    party
        Who holds it, in plain English ("Ukraine").
    issue
        One of the ontology's issue ids.
    stance
        demands | proposes | accepts | rejects.
    terms
        What exactly, in under fifteen words.
    quote
        The shortest supporting stretch.
    precondition
        True when it must come first or is a condition for talking, agreeing or stopping.
    red_line
        True when the text says the party will never accept.
    after
        Issues that the text puts first in the party's own order of steps.
    key
        True when the text calls it key, main or central.
    precondition_kind
        order ("before everything") | content ("any peace requires"), None where `precondition` is false.
    by
        Who read it.
    said_by
        Whose word it is, where that is another party or an unnamed official; None where the party speaks itself or
        the report states it.

    Examples
    --------
    >>> quote = Quote("r1", 0, 16, "Kyiv wants peace")
    >>> Position("Ukraine", "settlement", "demands", "peace", quote).id == Position(
    ...     "Ukraine", "settlement", "demands", "peace", quote, by=Provenance("rules", "9")).id
    True
    """

    kind: ClassVar[str] = "position"
    party: str
    issue: str
    stance: Stance
    terms: str
    quote: Quote
    precondition: bool = False
    red_line: bool = False
    after: tuple[str, ...] = ()
    key: bool = False
    precondition_kind: PreconditionKind | None = None
    by: Provenance = field(default=_HAND, compare=False)
    said_by: str | None = None

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits derived from the content."""
        return _content_id(self)


@dataclass(frozen=True, slots=True)
class Event(_Known):
    """What somebody did.

    Parameters
    ----------
    type
        One of the sixteen PLOVER event types; None where a table of events has a type of its own that no source maps
        to one of them (`by.original` has it).
    actor, recipient
        Parties, or None where the text does not say; sorted for CONSULT and AGREE.
    date
        ISO day, month or year ("2025-06-01", "2022-05", "2022"), or None.
    place
        As named in the text, or None.
    quote
        The shortest supporting stretch.
    by
        Who read it.
    """

    kind: ClassVar[str] = "event"
    type: str | None
    actor: str | None
    recipient: str | None
    date: str | None
    place: str | None
    quote: Quote
    by: Provenance = field(default=_HAND, compare=False)

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits derived from the content."""
        return _content_id(self)


@dataclass(frozen=True, slots=True)
class Claim(_Known):
    """A figure, and who says so.

    Parameters
    ----------
    source
        Who says it, None when the report states it itself.
    value
        A number, 0.75 for three quarters with unit "share".
    unit
        One of the codebook's units.
    what
        What is counted, in under twelve words.
    comparator
        ``=``, ``>`` (at least), ``<`` (up to), ``~`` (about).
    status
        stated | attributed | hedged | denied.
    quote
        The shortest supporting stretch.
    by
        Who read it.
    """

    kind: ClassVar[str] = "claim"
    source: str | None
    value: float
    unit: str
    what: str
    comparator: Comparator
    status: Status
    quote: Quote
    by: Provenance = field(default=_HAND, compare=False)

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits derived from the content."""
        return _content_id(self)


@dataclass(frozen=True, slots=True)
class Round(_Known):
    """One meeting between the parties.

    Parameters
    ----------
    date
        ISO day, month or year, or None.
    place
        As named in the text, or None.
    parties
        The parties that met, sorted.
    outcome
        agreement | no_agreement | collapse | scheduled | unknown.
    quote
        The shortest supporting stretch.
    mediators
        Who hosted or mediated, sorted.
    agreed
        Issues on which something was agreed.
    by
        Who read it.
    """

    kind: ClassVar[str] = "round"
    date: str | None
    place: str | None
    parties: tuple[str, ...]
    outcome: Outcome
    quote: Quote
    mediators: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    by: Provenance = field(default=_HAND, compare=False)

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits derived from the content."""
        return _content_id(self)


@dataclass(frozen=True, slots=True)
class Naming(_Known):
    """Words of a report that stand for a party.

    Parameters
    ----------
    party
        The party, in plain English ("Ukraine").
    quote
        The words where the report first uses them so ("Kyiv", "the junta").
    by
        Who says so.
    """

    kind: ClassVar[str] = "naming"
    party: str
    quote: Quote
    by: Provenance = field(default=_HAND, compare=False)

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits derived from the content."""
        return _content_id(self)


Entry = Position | Event | Claim | Round
Statement = Entry | Naming
ENTRY_TYPES: dict[str, type[Position] | type[Event] | type[Claim] | type[Round]] = {
    kind.kind: kind for kind in get_args(Entry)
}
_TYPES: Mapping[str, Any] = ENTRY_TYPES | {Naming.kind: Naming}


@dataclass(frozen=True, slots=True)
class Entries(Tabled):
    """All entries of one report, in the order of the text.

    Parameters
    ----------
    report
        Id of the report.
    positions, events, claims, rounds
        The four kinds.
    namings
        Which words stand for which party; no entries, and not among them.

    Examples
    --------
    >>> list(Entries("r1"))
    []
    """

    report: str
    positions: tuple[Position, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    rounds: tuple[Round, ...] = ()
    namings: tuple[Naming, ...] = ()

    def __iter__(self) -> Iterator[Entry]:
        yield from self.positions
        yield from self.events
        yield from self.claims
        yield from self.rounds

    def __len__(self) -> int:
        return len(self.positions) + len(self.events) + len(self.claims) + len(self.rounds)

    @property
    def statements(self) -> "tuple[Statement, ...]":
        """The entries and the namings."""
        return (*self, *self.namings)

    def to_json(self) -> dict[str, list[dict[str, Any]]]:
        """Return the codebook's form: four lists of objects whose quotes are plain strings."""
        return {f"{kind}s": [entry_to_json(entry) for entry in self if entry.kind == kind] for kind in ENTRY_TYPES}


def entry_to_json(entry: Statement) -> dict[str, Any]:
    """Return one entry in the codebook's form, with id, span, provenance and judgement (where there is one)."""
    body: dict[str, Any] = {
        f.name: (list(value) if isinstance(value := getattr(entry, f.name), tuple) else value)
        for f in fields(entry)
        if f.name not in ("quote", "by")
    }
    by = entry.by
    body |= {
        "quote": entry.quote.text,
        "id": entry.id,
        "span": [entry.quote.start, entry.quote.end],
        "reader": by.reader,
        "reader_version": by.version,
        "rule": by.rule,
        "confidence": by.confidence,
    }
    if by.original:
        body["original"] = dict(by.original)
    if by.judgement:
        body["judgement"] = asdict(by.judgement)
    if by.renamed:
        body |= {"renamed": [asdict(each) for each in by.renamed], "before": by.before}
    return body


_MAY_LACK = {"said_by": None}
"""Records written by the first version do not have it; their entries keep their ids, and so does whatever lacks it."""


def entry_from_json(kind: str, report: str, body: Mapping[str, Any]) -> Entry:
    """Return the entry that `entry_to_json` wrote.

    Parameters
    ----------
    kind
        position | event | claim | round.
    report
        Id of the report it was taken from.
    body
        The object, with ``quote`` and ``span``.

    Raises
    ------
    KeyError
        Where a field is missing.

    Examples
    --------
    >>> event = Event("ASSAULT", None, "Russia", "2025-06", None, Quote("r1", 2, 8, "strike"))
    >>> entry_from_json("event", "r1", entry_to_json(event)) == event
    True
    """
    entry: Entry = _made(ENTRY_TYPES[kind], report, body)
    return entry


def statement_from_json(kind: str, report: str, body: Mapping[str, Any]) -> Statement:
    """Return the entry or naming that `entry_to_json` wrote; see `entry_from_json`."""
    made: Statement = _made(_TYPES[kind], report, body)
    return made


def _made(cls: Any, report: str, body: Mapping[str, Any]) -> Any:
    start, end = body["span"]
    body = _MAY_LACK | dict(body)
    values: dict[str, Any] = {
        name: tuple(body[name]) if isinstance(body[name], list) else body[name] for name in _fields(cls.kind)
    }
    judged = body.get("judgement")
    by = Provenance(
        body["reader"],
        body["reader_version"],
        body["rule"],
        body["confidence"],
        tuple((body.get("original") or {}).items()),
        Judgement(**judged) if judged else None,
        tuple(Judgement(**each) for each in body.get("renamed", ())),
        body.get("before"),
    )
    return cls(**values, quote=Quote(report, start, end, body["quote"]), by=by)


def _content_id(entry: Statement) -> str:
    """Hash kind, fields and span; who read it and how sure is not content."""
    try:
        return entry._id
    except AttributeError:
        body = {name: getattr(entry, name) for name in _fields(entry.kind)}
        body = {name: value for name, value in body.items() if name not in _MAY_LACK or value is not None}
        quote = entry.quote
        object.__setattr__(entry, "_id", digest([entry.kind, body, quote.report, quote.start, quote.end]))
        return entry._id


@functools.cache
def _fields(kind: str) -> tuple[str, ...]:
    """Names of the fields of the codebook."""
    return tuple(f.name for f in fields(_TYPES[kind]) if f.name not in ("quote", "by"))


def digest(content: object) -> str:
    """Return sixteen hexadecimal digits derived from JSON-safe content.

    Examples
    --------
    >>> digest(["a", 1])
    '2657442bb4a48d62'
    """
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
