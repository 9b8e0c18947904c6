"""The kinds of acts that a reader takes from reports."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from detente.errors import Fault, OntologyError, how_many
from detente.ontology.sources import CodeSource, SourceRow
from detente.ontology.tables import faults_of, load_shipped, load_yaml, position

Tone = Literal["cooperative", "conflictual"]
Form = Literal["verbal", "material"]
ACTS_FILE = Path(__file__).with_name("acts.yaml")


@dataclass(frozen=True, slots=True)
class ActKind:
    """One type of event.

    Parameters
    ----------
    id
        In capitals, as entries carry it.
    name, definition
        What a person reads, and what is coded under it.
    tone
        cooperative | conflictual.
    form
        verbal | material.
    symmetric
        True where the order of the two actors means nothing.
    modes
        PLOVER's names for ways of doing it, with what they mean.
    cameo
        CAMEO codes that count under it, each with its mode or None.
    acled, ucdp
        Sub-event types of ACLED, and types of violence of the UCDP's event dataset, likewise.

    Source
    ------
    PLOVER, the event ontology of the Open Event Data Alliance: its sixteen top-level types.
    """

    id: str
    name: str
    definition: str
    tone: Tone
    form: Form
    symmetric: bool
    modes: Mapping[str, str]
    cameo: Mapping[str, str | None]
    acled: Mapping[str, str | None]
    ucdp: Mapping[str, str | None]


def acts() -> Mapping[str, ActKind]:
    """Return the types of events that ship with Detente, by id.

    Examples
    --------
    >>> len(acts()), acts()["CONSULT"].symmetric
    (16, True)
    """
    return _shipped().acts


def act_of_cameo(code: str) -> ActKind | None:
    """Return the type of events under which a CAMEO code counts, None where the mapping that was read has none.

    Parameters
    ----------
    code
        Two to four digits, as in ``"190"``; `ActKind.cameo` leads back.

    Examples
    --------
    >>> act_of_cameo("190").id, act_of_cameo("08")
    ('ASSAULT', None)
    """
    return _by_code("cameo").get(code)


def act_of_acled(type: str) -> ActKind | None:
    """Return the type of events under which a sub-event type of ACLED falls, None where no source that was read says.

    Examples
    --------
    >>> act_of_acled("Armed clash").id, act_of_acled("Agreement")
    ('ASSAULT', None)
    """
    return _by_code("acled").get(type)


def act_of_ucdp(type: str) -> ActKind | None:
    """Return the type of events under which a type of violence of the UCDP falls, None where no source says.

    Examples
    --------
    >>> act_of_ucdp("3").id
    'ASSAULT'
    """
    return _by_code("ucdp").get(type)


def contexts() -> Mapping[str, str]:
    """Return PLOVER's contexts, which say what an act of any type is about, with what they mean.

    Examples
    --------
    >>> contexts()["cyber"]
    'attacks and crime on computers'
    """
    return _shipped().contexts


def act_sources() -> Mapping[str, CodeSource]:
    """Return where types, modes and codes were read.

    Examples
    --------
    >>> sorted(act_sources())
    ['acled', 'cameo', 'plover', 'ucdp']
    """
    return _shipped().sources


def load_acts(path: Path) -> Mapping[str, ActKind]:
    """Load and check a table of acts.

    Parameters
    ----------
    path
        A YAML file in the form of ``ontology/acts.yaml``.

    Raises
    ------
    OntologyError
        With every fault at its line and column.
    """
    return _checked(load_yaml(path, error=OntologyError), path).acts


@dataclass(frozen=True, slots=True)
class _Checked:
    acts: Mapping[str, ActKind]
    contexts: Mapping[str, str]
    sources: Mapping[str, CodeSource]


@functools.cache
def _shipped() -> _Checked:
    try:
        return _checked(load_shipped(ACTS_FILE), ACTS_FILE)
    except OntologyError:
        return _checked(load_yaml(ACTS_FILE, error=OntologyError), ACTS_FILE)


@functools.cache
def _by_code(book: str) -> Mapping[str, ActKind]:
    return {code: act for act in acts().values() for code in getattr(act, book)}


def _checked(data: Any, path: Path) -> _Checked:
    rest = {"sources", "contexts"}
    rows = data if not isinstance(data, Mapping) else {key: row for key, row in data.items() if key not in rest}
    sorted_out = {"acts": rows} | {key: data[key] for key in rest if isinstance(data, Mapping) and key in data}
    try:
        table = _Table.model_validate(sorted_out)
    except ValidationError as exc:
        faults = faults_of(exc, {"acts": data} | sorted_out)
    else:
        faults = list(_wrong_codes(table, data))
    if faults:
        raise OntologyError(f"{how_many(faults)} in the table of acts", file=path, faults=faults) from None
    return _Checked(
        MappingProxyType({id: ActKind(id, **row.model_dump()) for id, row in table.acts.items()}),
        MappingProxyType(table.contexts),
        MappingProxyType({id: row.source(id) for id, row in table.sources.items()}),
    )


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    definition: str
    tone: Tone
    form: Form
    symmetric: bool = False
    modes: dict[str, str] = {}
    cameo: dict[Annotated[str, StringConstraints(pattern=r"^\d{2,4}$")], str | None] = {}
    acled: dict[str, str | None] = {}
    ucdp: dict[Annotated[str, StringConstraints(pattern=r"^\d$")], str | None] = {}


class _Table(BaseModel):
    acts: dict[str, _Row] = Field(min_length=1)
    contexts: dict[str, str] = {}
    sources: dict[str, SourceRow] = {}


def _wrong_codes(table: _Table, data: Any) -> Iterator[Fault]:
    """Yield codes that stand under two types, and modes that their type does not have."""
    for book in ("cameo", "acled", "ucdp"):
        owner: dict[str, str] = {}
        for id, row in table.acts.items():
            for code, mode in getattr(row, book).items():
                place, path = position(data, (id, book, code)), f"{id}.{book}.{code}"
                if code in owner:
                    yield Fault(f"code {code} stands under {owner[code]} as well; keep it under one type", *place, path)
                if mode is not None and mode not in row.modes:
                    modes = ", ".join(row.modes) or "(there are none)"
                    yield Fault(f"{mode!r} is none of the modes {modes}", *place, path)
                owner[code] = id
