"""The issues of peace talks: what each is, its ladder of options and who delivers them."""

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from detente.errors import Fault, OntologyError, how_many
from detente.ontology.in_use import of_tables, own
from detente.ontology.sources import CodeSource, SourceRow
from detente.ontology.tables import faults_of, load_shipped, load_yaml, position

Role = Literal["stake", "termination", "procedure"]
Deliverer = Literal["both", "other", "third"]
ISSUES_FILE = Path(__file__).with_name("issues.yaml")


@dataclass(frozen=True, slots=True)
class LadderRung:
    """One way to settle an issue.

    Parameters
    ----------
    id
        Unique on its ladder.
    x
        Coordinate in [0, 1].
    label
        What it is; ``{low}`` and ``{high}`` stand for the sides on a two-sided issue.
    by
        Who delivers it.
    usual
        True for the rung that a demand without further terms means.
    robust
        True for a guarantee that lowers the risk of being cheated.
    words
        Patterns in the terms that point to this rung.
    """

    id: str
    x: float
    label: str
    by: tuple[Deliverer, ...]
    usual: bool = False
    robust: bool = False
    words: tuple[re.Pattern[str], ...] = ()


@dataclass(frozen=True, slots=True)
class IssueKind:
    """An issue of the ontology.

    Parameters
    ----------
    id, name, definition
        How it is called and what it covers.
    role
        stake | termination | procedure; only a stake carries weight.
    rungs
        The ladder, in order of x.
    status_quo
        Id of the rung that holds without a deal.
    separable
        Can be settled while the fighting goes on.
    repeatable
        An agreed step can be agreed again.
    phi
        How far fighting decides it, a range in [0, 1].
    two_sided
        True where each side can gain.
    reversible, reversal
        Whether a step on it can be taken back, None where that depends on the step; how, or why not.
    words
        What a text calls it.
    pax, pam
        Codes in PA-X and the Peace Accords Matrix; empty where the source has none, None where nobody read it.
    """

    id: str
    name: str
    definition: str
    role: Role
    rungs: tuple[LadderRung, ...]
    status_quo: str
    separable: bool
    repeatable: bool
    phi: tuple[float, float]
    two_sided: bool
    words: tuple[re.Pattern[str], ...]
    pax: tuple[str, ...] | None
    pam: tuple[str, ...] | None
    reversible: bool | None = None
    reversal: str = ""

    def rung(self, id: str) -> LadderRung:
        """Return the rung with this id; KeyError where there is none."""
        for rung in self.rungs:
            if rung.id == id:
                return rung
        raise KeyError(id)


def issues() -> Mapping[str, IssueKind]:
    """Return the issues in use, by id: those of one's own (`using`), then those that ship, in the codebook's order.

    Examples
    --------
    >>> issues()["prisoners"].separable
    True
    >>> len(issues())
    25
    """
    return _in_use()


def issue_sources() -> Mapping[str, CodeSource]:
    """Return where the codes of the issues were read, with the codes' labels.

    Examples
    --------
    >>> issue_sources()["pax"].codes["TjPrire"]
    'Prisoner release'
    """
    return _shipped().sources


def load_issues(path: Path) -> Mapping[str, IssueKind]:
    """Load and check a table of issues.

    Parameters
    ----------
    path
        A YAML file in the form of ``ontology/issues.yaml``.

    Raises
    ------
    OntologyError
        With every fault at its line and column.
    """
    return _checked(load_yaml(path, error=OntologyError), path).issues


@dataclass(frozen=True, slots=True)
class _Checked:
    issues: Mapping[str, IssueKind]
    sources: Mapping[str, CodeSource]


@of_tables
@functools.cache
def _in_use() -> Mapping[str, IssueKind]:
    mine = own("issues") or {}
    return MappingProxyType({**mine, **{id: kind for id, kind in _shipped().issues.items() if id not in mine}})


@functools.cache
def _shipped() -> _Checked:
    try:
        return _checked(load_shipped(ISSUES_FILE), ISSUES_FILE)
    except OntologyError:
        return _checked(load_yaml(ISSUES_FILE, error=OntologyError), ISSUES_FILE)


def _checked(data: Any, path: Path) -> _Checked:
    parts = {"issues": data}
    if isinstance(data, Mapping) and "sources" in data:
        parts = {"issues": {id: row for id, row in data.items() if id != "sources"}, "sources": data["sources"]}
    try:
        table = _Table.model_validate(parts)
    except ValidationError as exc:
        faults = faults_of(exc, parts | {"issues": data}, {*_Issue.model_fields, *_Rung.model_fields})
    else:
        faults = list(_wrong_codes(table, data))
    if faults:
        raise OntologyError(f"{how_many(faults)} in the table of issues", file=path, faults=faults) from None
    return _Checked(
        MappingProxyType({id: _issue(id, row) for id, row in table.issues.items()}),
        MappingProxyType({id: row.source(id) for id, row in table.sources.items()}),
    )


def _pattern(value: Any) -> Any:
    try:
        return re.compile(rf"(?<!\w)(?:{value})(?!\w)", re.IGNORECASE)
    except re.error as exc:
        raise ValueError(f"not a pattern: {exc}") from None


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Pattern = Annotated[re.Pattern[str], BeforeValidator(_pattern)]
Unit = Annotated[float, Field(ge=0, le=1)]
By = Annotated[tuple[Deliverer, ...], BeforeValidator(_listed), Field(min_length=1)]


Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$")]


class _Rung(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    x: Unit
    label: str
    by: By | None = None
    usual: bool = False
    robust: bool = False
    words: tuple[Pattern, ...] = ()


class _Issue(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    definition: str
    role: Role
    by: By
    status_quo: str
    rungs: tuple[_Rung, ...] = Field(min_length=2)
    words: tuple[Pattern, ...] = Field(min_length=1)
    separable: bool = False
    repeatable: bool = False
    two_sided: bool = False
    phi: tuple[Unit, Unit] = (0, 0)
    reversible: bool | None = None
    reversal: str = ""
    pax: tuple[str, ...] | None = None
    pam: tuple[str, ...] | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        ids = [rung.id for rung in self.rungs]
        if len(set(ids)) < len(ids):
            raise ValueError("two rungs have the same id")
        if any(a.x >= b.x for a, b in zip(self.rungs, self.rungs[1:], strict=False)):
            raise ValueError("rungs must stand in strictly rising order of x")
        if self.status_quo not in ids:
            raise ValueError(f"status_quo {self.status_quo!r} is not one of the rungs {ids}")
        if self.phi[0] > self.phi[1]:
            raise ValueError("phi must be a range [low, high]")
        return self


class _Table(BaseModel):
    issues: dict[Id, _Issue] = Field(min_length=1)
    sources: dict[str, SourceRow] = {}


def _wrong_codes(table: _Table, data: Any) -> Iterator[Fault]:
    """Yield codes under two issues, and codes that the table's source of them does not list."""
    for book in ("pax", "pam"):
        owner: dict[str, str] = {}
        listed = table.sources[book].codes if book in table.sources else None
        for id, row in table.issues.items():
            place, path = position(data, (id, book)), f"{id}.{book}"
            for code in getattr(row, book) or ():
                if code in owner:
                    yield Fault(f"{code} stands under {owner[code]} as well; keep it under one issue", *place, path)
                if listed is not None and code not in listed:
                    yield Fault(f"{code} is not among the codes of sources.{book}; add it as it was read", *place, path)
                owner[code] = id


def _issue(id: str, row: _Issue) -> IssueKind:
    rungs = tuple(LadderRung(r.id, r.x, r.label, r.by or row.by, r.usual, r.robust, r.words) for r in row.rungs)
    return IssueKind(
        id=id,
        name=row.name,
        definition=row.definition,
        role=row.role,
        rungs=rungs,
        status_quo=row.status_quo,
        separable=row.separable,
        repeatable=row.repeatable,
        phi=row.phi,
        two_sided=row.two_sided,
        words=row.words,
        pax=row.pax,
        pam=row.pam,
        reversible=row.reversible,
        reversal=row.reversal,
    )
