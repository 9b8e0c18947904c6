"""Checking tables of one's own: which kind of table a file is, and every fault in it."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Literal

from detente.errors import Fault, OntologyError
from detente.ontology.actors import ACTORS_FILE, ActorTable, joined_actors, load_actor_table
from detente.ontology.acts import ACTS_FILE, load_acts
from detente.ontology.in_use import own, put_in_use
from detente.ontology.issues import ISSUES_FILE, load_issues
from detente.ontology.names import load_names
from detente.ontology.phrases import PHRASES_FILE, load_phrases
from detente.ontology.spelling import nearest
from detente.ontology.tables import load_yaml, position

TableKind = Literal["issues", "phrases", "acts", "actors", "names"]
SHIPPED = (ISSUES_FILE, PHRASES_FILE, ACTS_FILE, ACTORS_FILE)
_LOADERS: dict[TableKind, Callable[[Path], Mapping[str, Any]]] = {
    "issues": load_issues,
    "phrases": load_phrases,
    "acts": load_acts,
    "names": load_names,
}


# What tells a table of issues or acts: fields of its rows.
_OF_ISSUES = {"rungs", "status_quo", "role", "by", "separable", "repeatable", "two_sided", "phi", "pax", "pam"}
_OF_ACTS = {"tone", "form", "cameo", "acled", "ucdp", "modes"}
_OF_NAMES = {"persons", "places"}
_OF_ACTORS = {"states", "bodies", "groups", "coalitions", "not_actors", "ambiguous"}
_KINDS = (
    "a table of issues has the ids of issues at the left margin, of actors states, bodies, groups, coalitions,"
    " of phrases the one heading phrases, and a names file persons, groups, places"
)


def check(files: Sequence[Path] = SHIPPED) -> list[tuple[Path, TableKind, int]]:
    """Check tables of issues, phrases, acts, actors or names; what a file is follows from its headings.

    Parameters
    ----------
    files
        YAML files; by default those that ship with Detente. Phrases and names may speak of issues and actors that
        another of the files has.

    Returns
    -------
    list
        Each file with its kind and how many rows it has.

    Raises
    ------
    OntologyError
        With the faults of all files.

    Examples
    --------
    >>> [(path.name, kind, rows) for path, kind, rows in check()][:3]
    [('issues.yaml', 'issues', 25), ('phrases.yaml', 'phrases', 25), ('acts.yaml', 'acts', 16)]
    """
    done, faulty = dict[Path, tuple[TableKind, int]](), dict[Path, OntologyError]()
    kinds = dict[Path, TableKind]()
    for file in files:
        try:
            kinds[file] = kind_in(file)
        except OntologyError as exc:
            faulty[file] = exc
    with ExitStack() as stack:
        for file, kind in sorted(kinds.items(), key=lambda row: row[1] in ("phrases", "names")):
            try:
                table = load_actor_table(file) if kind == "actors" else _LOADERS[kind](file)
                done[file] = kind, len(table.actors if isinstance(table, ActorTable) else table)
                if isinstance(table, ActorTable):
                    stack.enter_context(put_in_use({kind: joined_actors(own(kind), table)}))
                elif kind == "issues":
                    stack.enter_context(put_in_use({kind: {**(own(kind) or {}), **table}}))
            except OntologyError as exc:
                faulty[file] = exc
    if len(faulty) == 1:
        raise next(iter(faulty.values()))
    if faulty:
        raise OntologyError("\n".join(str(faulty[file]) for file in files if file in faulty), faults=())
    return [(file, *done[file]) for file in files]


def kind_in(file: Path) -> TableKind:
    """Return which table a file has.

    Parameters
    ----------
    file
        A YAML file.

    Raises
    ------
    OntologyError
        Where it cannot be read, or is none that Detente knows.
    """
    data = load_yaml(file, error=OntologyError)
    kind = kind_of(data)
    if kind is None:
        raise OntologyError("no table that Detente knows", file=file, faults=[_no_table(data)])
    return kind


def _no_table(data: Any) -> Fault:
    if not isinstance(data, Mapping) or not data:
        return Fault(f"no headings; {_KINDS}", 1, 1)
    first = next(iter(data))
    near = nearest(str(first), sorted({*_OF_NAMES, *_OF_ACTORS, "phrases"}))
    meant = f"did you mean {near!r}? " if near else ""
    return Fault(f"is no heading: {meant}{_KINDS}", *position(data, (first,)), str(first))


def kind_of(data: Any) -> TableKind | None:
    """Return which table a file's data is, judged by its rows and headings; None where it is none.

    Parameters
    ----------
    data
        What the YAML file holds.
    """
    rows = {str(key): row for key, row in data.items()} if isinstance(data, Mapping) else {}
    fields = {str(field) for row in rows.values() if isinstance(row, Mapping) for field in row}
    if rows.keys() == {"phrases"}:
        return "phrases"
    if fields & {"rungs", "status_quo"}:
        return "issues"
    if fields & _OF_ACTS:
        return "acts"
    if rows.keys() & _OF_NAMES or (rows.keys() == {"groups"} and _speak(rows["groups"])):
        return "names"
    if rows.keys() & _OF_ACTORS:
        return "actors"
    return "issues" if fields & _OF_ISSUES else None


def _speak(groups: Any) -> bool:
    """True for groups as a names file has them: with whom they speak for, or other names under `also`."""
    rows = list(groups.values()) if isinstance(groups, Mapping) else []
    return any(isinstance(row, str) or (isinstance(row, Mapping) and {"speaks_for", "also"} & set(row)) for row in rows)
