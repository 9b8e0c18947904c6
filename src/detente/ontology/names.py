"""Names of one conflict: its people, groups and places, and for whom each speaks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from detente.errors import Fault, OntologyError, how_many
from detente.ontology.actors import actors, resolve
from detente.ontology.spelling import nearest
from detente.ontology.tables import faults_of, load_yaml, position

GivenKind = Literal["person", "name", "capital"]
# A place is read as a seat of government is: it speaks where it is a subject, and is a place after "in".
_KIND_OF_HEADING: dict[str, GivenKind] = {"persons": "person", "groups": "name", "places": "capital"}


@dataclass(frozen=True, slots=True)
class Names(Mapping[str, str]):
    """Names and the parties that they stand for, as `read` takes them.

    Parameters
    ----------
    parties
        Each name with the party it speaks for.
    kinds
        Each name with what it is: person | name (of a group) | capital (a place that speaks for a party).
    """

    parties: Mapping[str, str]
    kinds: Mapping[str, GivenKind]

    def __getitem__(self, name: str) -> str:
        return self.parties[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.parties)

    def __len__(self) -> int:
        return len(self.parties)


def load_names(path: Path) -> Names:
    r"""Load and check a names file.

    Parameters
    ----------
    path
        A YAML file with the headings ``persons``, ``groups`` and ``places``, each of them optional.

    Returns
    -------
    Names
        Every name of the file, and the surnames of its persons where nobody else has them.

    Raises
    ------
    OntologyError
        With every fault at its line and column: unknown fields, names given twice, and parties that neither the
        table of actors nor the file knows.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "names.yaml"
    >>> _ = path.write_text("persons: {Rudolf Rassendyll: Norway}\ngroups: {Lake Guard: {also: [LG]}}\n")
    >>> dict(load_names(path))
    {'Rudolf Rassendyll': 'Norway', 'Rassendyll': 'Norway', 'Lake Guard': 'Lake Guard', 'LG': 'Lake Guard'}
    """
    data = load_yaml(path, error=OntologyError)
    rows, faults = _rows(data)
    faults += [*_given_twice(rows, data), *_unknown_parties(rows, data)]
    if faults:
        faults.sort(key=lambda fault: (fault.line or 0, fault.column or 0))
        raise OntologyError(f"{how_many(faults)} in the names", file=path, faults=faults)
    return _names(rows)


Name = Annotated[str, StringConstraints(min_length=2, strip_whitespace=True)]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid")
    speaks_for: Name | None = None
    also: tuple[Name, ...] = ()


class _NamedRow(BaseModel):
    """A row with the name before it."""

    name: Name
    row: _Row


@dataclass(frozen=True, slots=True)
class _Given:
    """One name of the file; `party` is None for a group that is a party itself."""

    heading: str
    name: str
    also: tuple[str, ...]
    party: str | None


def _rows(data: Any) -> tuple[list[_Given], list[Fault]]:
    """Read row by row, so that a fault in one hides none in the others."""
    if not isinstance(data, Mapping):
        return [], [Fault(f"give names under {', '.join(_KIND_OF_HEADING)}; see `--names` in the reference of files")]
    rows, faults = list[_Given](), list[Fault]()
    for heading, part in data.items():
        place = position(data, (heading,))
        if heading not in _KIND_OF_HEADING:
            faults.append(Fault(f"is no heading; the headings are {', '.join(_KIND_OF_HEADING)}", *place, str(heading)))
        elif part is not None and not isinstance(part, Mapping):
            faults.append(Fault("write NAME: PARTY, one a line", *place, str(heading)))
        for name, row in part.items() if isinstance(part, Mapping) and heading in _KIND_OF_HEADING else ():
            try:
                rows.append(_given(heading, name, row))
            except ValidationError as exc:
                faults += _faults_of_row(exc, data, heading, name)
    return rows, faults


def _given(heading: str, name: Any, row: Any) -> _Given:
    written = {"speaks_for": row} if isinstance(row, str) else {} if row is None else row
    read = _NamedRow.model_validate({"name": name, "row": written})
    return _Given(heading, read.name, read.row.also, read.row.speaks_for)


def _faults_of_row(exc: ValidationError, data: Any, heading: str, name: Any) -> Iterator[Fault]:
    for fault in faults_of(exc, None, _Row.model_fields):
        field = fault.path.split(".")[1:]
        place = position(data, (heading, name, *(int(part) if part.isdigit() else part for part in field)))
        yield Fault(fault.message, *place, ".".join([heading, str(name), *field]))


def _given_twice(rows: list[_Given], data: Any) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for row in rows:
        for name in (row.name, *row.also):
            if name.casefold() in seen:
                message = f"{name!r} is given under {seen[name.casefold()]} as well; keep it once"
                yield Fault(message, *position(data, (row.heading, row.name)), f"{row.heading}.{row.name}")
            seen[name.casefold()] = f"{row.heading}.{row.name}"


def _unknown_parties(rows: list[_Given], data: Any) -> Iterator[Fault]:
    """Yield parties that nobody knows, with the name that was probably meant, and groups that speak in a circle."""
    groups = {row.name: row for row in rows if row.heading == "groups"}
    known = [*groups, *(name for actor in actors().values() for name in actor.names)]
    for row in rows:
        place = position(data, (row.heading, row.name, "speaks_for"))
        path = f"{row.heading}.{row.name}"
        if row.party is None and row.heading != "groups":
            yield Fault("say whom it speaks for: NAME: PARTY", *place, path)
        elif row.party is None or row.party in groups:
            if _party(row, groups) is None:
                yield Fault("speaks for itself through others; name the party at the end", *place, path)
        elif resolve(row.party) is None:
            near = nearest(row.party, known)
            meant = f"did you mean {near!r}? Else add it" if near else "add it"
            yield Fault(f"nobody is called {row.party!r}; {meant} under `groups` as a party of its own", *place, path)


def _party(row: _Given, groups: Mapping[str, _Given]) -> str | None:
    """Follow a name to the party at the end, None where it leads back to itself."""
    name, party, seen = row.name, row.party, {row.name}
    while party is not None:
        name = party
        if name in seen:
            return None
        seen.add(name)
        party = groups[name].party if name in groups else None
    actor = resolve(name)
    return actor.name if actor else name


def _names(rows: list[_Given]) -> Names:
    groups = {row.name: row for row in rows if row.heading == "groups"}
    parties: dict[str, str] = {}
    kinds: dict[str, GivenKind] = {}
    surnames = [row.name.split()[-1] for row in rows if row.heading == "persons"]
    given = {name.casefold() for row in rows for name in (row.name, *row.also)}
    for row in rows:
        names = [row.name, *row.also]
        surname = row.name.split()[-1]
        free = surname.casefold() not in given and surnames.count(surname) == 1 and resolve(surname) is None
        if row.heading == "persons" and free and len(surname) > 2:
            names.insert(1, surname)
        for name in names:
            parties[name] = _party(row, groups) or row.name
            kinds[name] = _KIND_OF_HEADING[row.heading]
    return Names(MappingProxyType(parties), MappingProxyType(kinds))
