"""Checking tables of one's own: which kind of table a file is, and every fault in it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from detente.errors import OntologyError
from detente.ontology.actors import ACTORS_FILE, load_actors
from detente.ontology.acts import ACTS_FILE, load_acts
from detente.ontology.issues import ISSUES_FILE, load_issues
from detente.ontology.names import load_names
from detente.ontology.phrases import PHRASES_FILE, load_phrases
from detente.ontology.tables import load_yaml

TableKind = Literal["issues", "phrases", "acts", "actors", "names"]
SHIPPED = (ISSUES_FILE, PHRASES_FILE, ACTS_FILE, ACTORS_FILE)
_LOADERS: dict[TableKind, Callable[[Path], Mapping[str, Any]]] = {
    "issues": load_issues,
    "phrases": load_phrases,
    "acts": load_acts,
    "actors": load_actors,
    "names": load_names,
}


def check(files: Sequence[Path] = SHIPPED) -> list[tuple[Path, TableKind, int]]:
    """Check tables of issues, phrases, acts, actors or names; what a file is follows from its headings.

    Parameters
    ----------
    files
        YAML files; by default those that ship with Detente.

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
    done, faulty = list[tuple[Path, TableKind, int]](), list[OntologyError]()
    for file in files:
        try:
            kind = kind_of(load_yaml(file, error=OntologyError))
            done.append((file, kind, len(_LOADERS[kind](file))))
        except OntologyError as exc:
            faulty.append(exc)
    if len(faulty) == 1:
        raise faulty[0]
    if faulty:
        raise OntologyError("\n".join(map(str, faulty)), faults=())
    return done


def kind_of(data: Any) -> TableKind:
    """Return which table a file's data is, judged by its rows and headings; issues where nothing else fits.

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
    if fields & {"tone", "form", "cameo"}:
        return "acts"
    if rows.keys() & {"persons", "places"} or (rows.keys() == {"groups"} and _speak(rows["groups"])):
        return "names"
    if rows.keys() & {"states", "bodies", "groups", "coalitions", "not_actors", "ambiguous"}:
        return "actors"
    return "issues"


def _speak(groups: Any) -> bool:
    """True for groups as a names file has them: with whom they speak for, or other names under `also`."""
    rows = list(groups.values()) if isinstance(groups, Mapping) else []
    return any(isinstance(row, str) or (isinstance(row, Mapping) and {"speaks_for", "also"} & set(row)) for row in rows)
