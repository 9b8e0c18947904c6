"""The actors that reports speak of, and finding their names in a text."""

import functools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from detente.errors import Fault, OntologyError, how_many
from detente.ontology.in_use import of_tables, own
from detente.ontology.spotting import Spotter, straight
from detente.ontology.tables import faults_of, load_shipped, load_yaml, position

ActorKind = Literal["state", "group", "body", "coalition"]
NameKind = Literal["name", "capital", "people", "metonym", "leader"]
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
        name | capital | people (adjective or word for the people) | metonym (also its forces) | leader (a title).
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
    of
        Of a group: the state in which it acts or whose government it faces, None where that is none or several.
    """

    id: str
    name: str
    kind: ActorKind
    named: tuple[ActorName, ...]
    of: str | None = None

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
    """Return the actors in use, by id: those that ship, and those of one's own (`using`).

    Examples
    --------
    >>> actors()["norway"].names
    ('Norway', 'Oslo', 'Norwegian', 'Norwegians', 'Storting')
    """
    return _in_use().actors


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
    """Return every actor named in a text, with the kind of name; see `find_actors`.

    An ambiguous name counts where it is an actor's own name or its adjective ("Congo", "Palestinian" for the
    Palestinians); `meant_by` says whom the others mean. A
    capital in the name of a document or of talks ("the Paris agreement") is no government, and "Mr Jordan" no state.
    """
    found = (Found(start, end, *meaning) for start, end, meaning in _spotter().find(text) if meaning)
    return [name for name in found if not _is_other(text, name)]


def _is_other(text: str, name: Found) -> bool:
    """True for a capital in the name of a document, and for a person of that name ("Mr Jordan")."""
    return bool(
        (name.kind == "capital" and _DOCUMENT.match(text, name.end))
        or (name.kind != "leader" and _HONOURED.search(text, max(0, name.start - 8), name.start))
    )


_HONOURED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Mme|Herr)\.? $")


# "Oslo accords", "Geneva II talks", "Paris Peace Agreements", "Vienna Convention".
_DOCUMENT = re.compile(
    r" (?:(?:[Pp]eace|I{1,3}|IV|V) )?(?:[Aa]ccords?|[Aa]greements?|[Pp]rotocols?|[Tt]reat(?:y|ies)|[Dd]eclarations?"
    r"|[Pp]rocess|[Cc]onferences?|[Ss]ummit|[Cc]onventions?|[Mm]emorandum|[Cc]ommuniqu[eé]|Charter|Statute|Pact)\b"
)


def meant_by(text: str) -> dict[str, tuple[Actor, NameKind]]:
    """Return whom the ambiguous names in a text mean: the one actor that the text names otherwise as well.

    Parameters
    ----------
    text
        A whole report; a name that could mean two of the actors it speaks of is left out.

    Examples
    --------
    >>> [(name, actor.name) for name, (actor, _) in meant_by("Serbs from Republika Srpska want a vote.").items()]
    [('Serbs', 'Bosnian Serbs')]
    >>> meant_by("The Serbs refused.")
    {}
    """
    shared = _shared()
    present = {name for _, _, name in _shared_spotter().find(text) if _folded(name) in shared}
    if not present:
        return {}
    found = find_names(text)
    clear = {each.actor.id for each in found if _folded(text[each.start : each.end]) not in shared}
    # A report on a group speaks of the state in which it acts.
    clear |= {actor_id(each.actor.of) for each in found if each.actor.of}
    named = {each.actor.id for each in found}
    chosen = {
        name: _of_these(shared[_folded(name)], clear) or _of_these(shared[_folded(name)], named) for name in present
    }
    return {name: meanings[0] for name, meanings in sorted(chosen.items()) if len(meanings) == 1}


def named_then(year: int) -> dict[str, Actor]:
    """Return the names that meant another actor in a year than they do today.

    Parameters
    ----------
    year
        Of the report.

    Examples
    --------
    >>> named_then(1961)["Moscow"].name, named_then(2025)
    ('Soviet Union', {})
    """
    return {text: actor for text, (first, last), actor in _in_use().then if first <= year <= last}


def _of_these(meanings: Sequence[tuple[Actor, NameKind]], ids: Set[str]) -> list[tuple[Actor, NameKind]]:
    return [meaning for meaning in meanings if meaning[0].id in ids]


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


def named_so(name: str) -> list[Actor]:
    """Return every actor that bears a name, more than one where it is ambiguous.

    Parameters
    ----------
    name
        In any case; a leading "the" is passed over.

    Examples
    --------
    >>> [actor.name for actor in named_so("Korean")]
    ['North Korea', 'South Korea']
    """
    return list(_bearers().get(_folded(name), ()))


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
    return load_actor_table(path).actors


@dataclass(frozen=True, slots=True)
class ActorTable:
    """A table of actors.

    Parameters
    ----------
    actors
        By id.
    ambiguous, not_actors
        Names that several of them share, and longer names that name none of them.
    then
        Names that meant another actor in reports of the years from the first to the last.
    """

    actors: Mapping[str, Actor]
    ambiguous: tuple[str, ...] = ()
    not_actors: tuple[str, ...] = ()
    then: tuple[tuple[str, tuple[int, int], Actor], ...] = ()


def load_actor_table(path: Path) -> ActorTable:
    """Load and check a table of actors with its lists of names; see `load_actors`."""
    return _checked(load_yaml(path, error=OntologyError), path)


def joined_actors(table: ActorTable | None, mine: ActorTable) -> ActorTable:
    """Return two tables as one: what the second one says goes before the first.

    Parameters
    ----------
    table
        The one that is there, None for none.
    mine
        Its actors take the place of those with the same id, and their names are no other actor's any more.
    """
    if table is None:
        return mine
    taken = {_folded(name) for actor in mine.actors.values() for name in actor.names}
    left = {id: _without(actor, taken) for id, actor in table.actors.items() if id not in mine.actors}
    bearers = Counter(name for actor in left.values() for name in {_folded(name) for name in actor.names})
    return ActorTable(
        MappingProxyType({**left, **mine.actors}),
        (*(name for name in table.ambiguous if bearers[_folded(name)] > 1), *mine.ambiguous),
        (*(name for name in table.not_actors if _folded(name) not in taken), *mine.not_actors),
        (*(row for row in table.then if _folded(row[0]) not in taken and row[2].id in left), *mine.then),
    )


def _without(actor: Actor, taken: Set[str]) -> Actor:
    if taken.isdisjoint(map(_folded, actor.names)):
        return actor
    return replace(actor, named=tuple(name for name in actor.named if _folded(name.text) not in taken))


def _checked(data: Any, path: Path) -> ActorTable:
    try:
        table = _Table.model_validate(data)
    except ValidationError as exc:
        faults = faults_of(exc, data, _Row.model_fields)
        raise OntologyError(f"{how_many(faults)} in the table of actors", file=path, faults=faults) from None
    rows = list(_rows(table))
    faults = [*_same_ids(rows, data), *_shared_names(rows, table, data)]
    if faults:
        raise OntologyError(f"{how_many(faults)} in the table of actors", file=path, faults=faults)
    by_id = {actor.id: actor for _, actor in rows}
    then = tuple(
        (text, row.years, by_id[actor_id(name)])
        for heading in _KIND_OF_HEADING
        for name, row in getattr(table, heading).items()
        for text in row.then
    )
    return ActorTable(MappingProxyType(by_id), table.ambiguous, table.not_actors, then)


Name = Annotated[str, StringConstraints(min_length=2, strip_whitespace=True)]
Names = Annotated[tuple[Name, ...], Field(strict=False)]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid")
    names: Names = ()
    capitals: Names = ()
    people: Names = ()
    metonyms: Names = ()
    forces: Names = ()
    leaders: Names = ()
    of: Name | None = None
    years: Annotated[tuple[int, int] | None, Field(strict=False)] = None
    then: Names = ()

    @model_validator(mode="after")
    def _years_of_then(self) -> Self:
        if self.then and self.years is None:
            raise ValueError("`then` needs `years`: in reports of which years the names mean it")
        if self.years and self.years[0] > self.years[1]:
            raise ValueError("the first of `years` lies after the last")
        return self


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid")
    states: dict[str, _Row] = {}
    bodies: dict[str, _Row] = {}
    groups: dict[str, _Row] = {}
    coalitions: dict[str, _Row] = {}
    ambiguous: Names = ()
    not_actors: Names = ()


def _rows(table: _Table) -> Iterator[tuple[str, Actor]]:
    for heading, kind in _KIND_OF_HEADING.items():
        for name, row in getattr(table, heading).items():
            yield heading, Actor(actor_id(name), name, kind, tuple(dict.fromkeys(_names(name, row))), row.of)


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
    for text in (*row.metonyms, *row.forces):
        yield ActorName(text, "metonym")
    for text in row.leaders:
        yield ActorName(text, "leader")


def _same_ids(rows: Sequence[tuple[str, Actor]], data: Any) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for heading, actor in rows:
        if actor.id in seen:
            message = f"the id {actor.id!r} stands under {seen[actor.id]} as well; keep one of the two"
            yield Fault(message, *position(data, (heading, actor.name)), f"{heading}.{actor.name}")
        seen[actor.id] = heading


def _shared_names(rows: Sequence[tuple[str, Actor]], table: _Table, data: Any) -> Iterator[Fault]:
    """Yield names of two actors that are not declared ambiguous, and declared ones that only one actor has."""
    declared = {_folded(name) for name in table.ambiguous}
    owners: dict[str, list[str]] = {}
    for heading, actor in rows:
        for name in dict.fromkeys(map(_folded, actor.names)):
            others = owners.setdefault(name, [])
            if others and name not in declared:
                message = f"{name!r} names both {others[0]} and {actor.name}; keep one, or list it under `ambiguous`"
                yield Fault(message, *position(data, (heading, actor.name)), f"{heading}.{actor.name}")
            others.append(actor.name)
    for i, name in enumerate(table.ambiguous):
        if len(owners.get(_folded(name), ())) < 2:
            message = f"{name!r} is listed as ambiguous, but fewer than two actors have that name; take it off the list"
            yield Fault(message, *position(data, ("ambiguous", i)), f"ambiguous.{i}")


@of_tables
@functools.cache
def _in_use() -> ActorTable:
    mine = own("actors")
    return joined_actors(_shipped(), mine) if mine else _shipped()


@functools.cache
def _shipped() -> ActorTable:
    try:
        return _checked(load_shipped(ACTORS_FILE), ACTORS_FILE)
    except OntologyError:
        return _checked(load_yaml(ACTORS_FILE, error=OntologyError), ACTORS_FILE)


_Meaning = tuple[Actor, NameKind] | None


@of_tables
@functools.cache
def _spotter() -> Spotter[_Meaning]:
    """All names of actors; a name that means nobody hides the names inside it."""
    shared, meanings = _shared(), dict[str, _Meaning]()
    for actor in actors().values():
        for name in actor.named:
            own = _folded(name.text) not in shared or _is_called(actor, name.text)
            for text in _spellings(name.text):
                meanings[text] = meanings.get(text) or ((actor, name.kind) if own else None)
    meanings.update((text, None) for name in _in_use().not_actors for text in _spellings(name))
    return Spotter(meanings)


@of_tables
@functools.cache
def _shared() -> dict[str, list[tuple[Actor, NameKind]]]:
    shared: dict[str, list[tuple[Actor, NameKind]]] = {_folded(name): [] for name in _in_use().ambiguous}
    for actor in actors().values():
        for name, kind in {_folded(name.text): name.kind for name in reversed(actor.named)}.items():
            if name in shared:
                shared[name].append((actor, kind))
    return shared


@of_tables
@functools.cache
def _shared_spotter() -> Spotter[str]:
    names = (name for actor in actors().values() for name in actor.names if _folded(name) in _shared())
    hidden = (text for text in _spotter().names() if _folded(text) not in _shared())
    return Spotter({text: text for text in hidden} | {text: text for name in names for text in _spellings(name)})


def _is_called(actor: Actor, name: str) -> bool:
    """True for an actor's own name, and for the adjective of a people that is called by its plural."""
    return actor.name in (name, f"{name}s")


def _spellings(name: str) -> tuple[str, ...]:
    """As written, and all in capitals where that cannot be an abbreviation of something else."""
    return (name, name.upper()) if len(name) > 3 else (name,)


@of_tables
@functools.cache
def _by_folded_name() -> dict[str, Actor]:
    """Every name that means one actor; an ambiguous one means the actor that is called so, if any."""
    shared, found = _shared(), dict[str, Actor]()
    for actor in actors().values():
        for name in actor.names:
            if _folded(name) not in shared or _is_called(actor, name):
                found.setdefault(_folded(name), actor)
    return found


@of_tables
@functools.cache
def _bearers() -> dict[str, list[Actor]]:
    found: dict[str, list[Actor]] = {}
    for actor in actors().values():
        for name in dict.fromkeys(map(_folded, actor.names)):
            found.setdefault(name, []).append(actor)
    return found


def _folded(name: str) -> str:
    return straight(" ".join(name.casefold().split())).removeprefix("the ")
