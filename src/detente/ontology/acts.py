"""The kinds of acts that a reader takes from reports."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from pydantic import BaseModel, ConfigDict, RootModel, ValidationError

from detente.errors import OntologyError
from detente.ontology.tables import faults_of, load_yaml

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


def acts() -> Mapping[str, ActKind]:
    """Return the types of events that ship with Detente, by id.

    Examples
    --------
    >>> len(acts()), acts()["CONSULT"].symmetric
    (16, True)
    """
    return _shipped()


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
    data = load_yaml(path, error=OntologyError)
    try:
        table = _Table.model_validate(data)
    except ValidationError as exc:
        faults = faults_of(exc, data)
        raise OntologyError(f"{len(faults)} fault(s) in the table of acts", file=path, faults=faults) from None
    return MappingProxyType({id: ActKind(id, **row.model_dump()) for id, row in table.root.items()})


@functools.cache
def _shipped() -> Mapping[str, ActKind]:
    return load_acts(ACTS_FILE)


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    definition: str
    tone: Tone
    form: Form
    symmetric: bool = False


class _Table(RootModel[dict[str, _Row]]):
    pass
