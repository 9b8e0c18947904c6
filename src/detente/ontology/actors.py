"""The actors that reports speak of, and finding their names in a text."""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from detente.errors import Fault, OntologyError
from detente.ontology.tables import faults_of, load_yaml, position

ActorKind = Literal["state", "group", "body", "coalition"]
NameKind = Literal["name", "capital", "people", "metonym"]
ACTORS_FILE = Path(__file__).with_name("actors.yaml")
_KIND_OF_HEADING: dict[str, ActorKind] = {
    "states": "state",
    "groups": "group",
    "bodies": "body",
    "coalitions": "coalition",
}


@dataclass(frozen=True, slots=True)
class ActorName:
    """One way to name an actor.

    Parameters
    ----------
    text
        As it is written.
    kind
        name | capital | people (adjective or word for the people) | metonym.
    """

    text: str
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can act or be a party.

    Parameters
    ----------
    id
        Lower case with hyphens, unique.
    name
        In plain English, as entries carry it.
    kind
        state | group | body | coalition.
    named
        Every way to name it, with the kind of name.
    """

    id: str
    name: str
    kind: ActorKind
    named: tuple[ActorName, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every way to name it, its own name first."""
        return tuple(name.text for name in self.named)


@dataclass(frozen=True, slots=True)
class Found:
    """A name of an actor in a text.

    Parameters
    ----------
    start, end
        Character span, end exclusive.
    actor
        Whom it names.
    kind
        By which kind of name.
    """

    start: int
    end: int
    actor: Actor
    kind: NameKind


def actors() -> Mapping[str, Actor]:
    """Return the actors that ship with Detente, by id.

    Examples
    --------
    >>> actors()["norway"].names
    ('Norway', 'Oslo', 'Norwegian', 'Norwegians')
    """
    return _shipped()


def find_actors(text: str) -> list[tuple[int, int, Actor]]:
    """Return every actor named in a text, in its order; of overlapping names the longest counts.

    Parameters
    ----------
    text
        Any text; names are whole words, capitals as written or all capitals.

    Examples
    --------
    >>> [(a, b, actor.name) for a, b, actor in find_actors("The Swiss hosted South Sudan.")]
    [(4, 9, 'Switzerland'), (17, 28, 'South Sudan')]
    """
    return [(found.start, found.end, found.actor) for found in find_names(text)]


def find_names(text: str) -> list[Found]:
    """Return every actor named in a text, with the kind of name; see `find_actors`."""
    pattern, by_name = _index()
    return [Found(match.start(), match.end(), *by_name[_straight(match[0])]) for match in pattern.finditer(text)]


def resolve(name: str) -> Actor | None:
    """Return the actor with this name, whatever its case, or None.

    Parameters
    ----------
    name
        Any of an actor's names; a leading "the" is passed over.

    Examples
    --------
    >>> resolve("the united nations").name
    'United Nations'
    >>> resolve("nobody") is None
    True
    """
    return _by_folded_name().get(_folded(name))


def load_actors(path: Path) -> Mapping[str, Actor]:
    """Load and check a table of actors.

    Parameters
    ----------
    path
        A YAML file in the form of ``ontology/actors.yaml``.

    Raises
    ------
    OntologyError
        With every fault at its line and column, a name that two actors share among them.
    """
    data = load_yaml(path, error=OntologyError)
    try:
        table = _Table.model_validate(data)
    except ValidationError as exc:
        faults = faults_of(exc, data)
        raise OntologyError(f"{len(faults)} fault(s) in the table of actors", file=path, faults=faults) from None
    rows = list(_rows(table))
    faults = _shared_names(rows, data)
    if faults:
        raise OntologyError(f"{len(faults)} fault(s) in the table of actors", file=path, faults=faults)
    return MappingProxyType({actor.id: actor for _, actor in rows})


Name = Annotated[str, StringConstraints(min_length=2, strip_whitespace=True)]
Names = Annotated[tuple[Name, ...], Field(strict=False)]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid")
    names: Names = ()
    capitals: Names = ()
    people: Names = ()
    metonyms: Names = ()


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid")
    states: dict[str, _Row] = {}
    bodies: dict[str, _Row] = {}
    groups: dict[str, _Row] = {}
    coalitions: dict[str, _Row] = {}


def _rows(table: _Table) -> Iterator[tuple[str, Actor]]:
    for heading, kind in _KIND_OF_HEADING.items():
        for name, row in getattr(table, heading).items():
            yield heading, Actor(actor_id(name), name, kind, tuple(dict.fromkeys(_names(name, row))))


def actor_id(name: str) -> str:
    """Return the id of a name: lower case, words joined by hyphens.

    Examples
    --------
    >>> actor_id("South Sudan")
    'south-sudan'
    """
    return re.sub(r"\W+", "-", name.casefold()).strip("-")


def _names(name: str, row: _Row) -> Iterator[ActorName]:
    yield ActorName(name, "name")
    for text in row.names:
        yield ActorName(text, "name")
    for text in row.capitals:
        yield ActorName(text, "capital")
    for text in row.people:
        yield ActorName(text, "people")
        if not text.endswith(("s", "sh", "ch", "ese", "z", "men", "man")):
            yield ActorName(f"{text}s", "people")
    for text in row.metonyms:
        yield ActorName(text, "metonym")


def _shared_names(rows: Iterable[tuple[str, Actor]], data: Any) -> list[Fault]:
    owner: dict[str, str] = {}
    faults = []
    for heading, actor in rows:
        for name in actor.names:
            other = owner.setdefault(_folded(name), actor.name)
            if other != actor.name:
                place = position(data, (heading, actor.name))
                message = f"{name!r} names both {other} and {actor.name}; keep it under one of them"
                faults.append(Fault(message, *place, f"{heading}.{actor.name}"))
    return faults


@functools.cache
def _shipped() -> Mapping[str, Actor]:
    return load_actors(ACTORS_FILE)


@functools.cache
def _index() -> tuple[re.Pattern[str], dict[str, tuple[Actor, NameKind]]]:
    by_name: dict[str, tuple[Actor, NameKind]] = {}
    for actor in actors().values():
        for name in actor.named:
            by_name.setdefault(_straight(name.text), (actor, name.kind))
            if len(name.text) > 3:
                by_name.setdefault(_straight(name.text).upper(), (actor, name.kind))
    alternatives = sorted(by_name, key=lambda name: (-len(name), name))
    escaped = (re.escape(name).replace("'", "['’]") for name in alternatives)
    return re.compile(rf"(?<![\w.])(?:{'|'.join(escaped)})(?!\w)"), by_name


@functools.cache
def _by_folded_name() -> dict[str, Actor]:
    return {_folded(name): actor for actor in reversed(list(actors().values())) for name in actor.names}


def _straight(name: str) -> str:
    return name.replace("’", "'")


def _folded(name: str) -> str:
    return _straight(" ".join(name.casefold().split())).removeprefix("the ")
