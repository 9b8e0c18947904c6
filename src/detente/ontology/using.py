"""Tables of one's own beside those that ship: issues, phrases that name issues, and actors."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from detente.errors import OntologyError
from detente.ontology.actors import joined_actors, load_actor_table
from detente.ontology.checking import kind_in
from detente.ontology.in_use import own, put_in_use
from detente.ontology.issues import load_issues
from detente.ontology.phrases import load_phrases

_NOT_HERE = {
    "names": "a names file; give it with --names, or to load_names",
    "acts": "a table of acts; there can be no others than those that ship, for talks rest on what each means",
}


@contextmanager
def using(files: Sequence[Path]) -> Iterator[None]:
    r"""Use tables of issues, phrases or actors of one's own beside those that ship, in the whole process.

    An issue or actor of one's own takes the place of one that ships under the same id; a name of one's own actor is
    no longer that of another.

    Parameters
    ----------
    files
        YAML files in the form of ``ontology/issues.yaml``, ``phrases.yaml`` or ``actors.yaml``; what a file is follows
        from its headings, and their order does not matter.

    Raises
    ------
    OntologyError
        With every fault of the first file that has any at its line and column; where two files give the same id.

    Examples
    --------
    >>> import tempfile
    >>> from detente.ontology import find_actors, phrases
    >>> path = Path(tempfile.mkdtemp()) / "actors.yaml"
    >>> _ = path.write_text("states: {Arland: {capitals: [Port Arl], people: [Arlander]}}\n")
    >>> with using([path]):
    ...     [(start, end, actor.name) for start, end, actor in find_actors("Port Arl refused.")]
    [(0, 8, 'Arland')]
    >>> find_actors("Port Arl refused.")
    []
    """
    kinds = {file: kind_in(file) for file in files}
    for file, kind in kinds.items():
        if kind in _NOT_HERE:
            raise OntologyError(f"is {_NOT_HERE[kind]}", file=file)
    with ExitStack() as stack:
        # Phrases name issues, those of one's own among them.
        for kind in ("issues", "phrases", "actors"):
            for file in (file for file, its in kinds.items() if its == kind):
                stack.enter_context(put_in_use({kind: _joined(kind, file)}))
        yield


def _joined(kind: str, file: Path) -> object:
    """Return the table in a file together with those of its kind that are in use."""
    if kind == "actors":
        return joined_actors(own(kind), load_actor_table(file))
    if kind == "phrases":
        return (*(own(kind) or ()), *(phrase for rows in load_phrases(file).values() for phrase in rows))
    found, before = load_issues(file), own(kind) or {}
    if twice := sorted(found.keys() & before.keys()):
        raise OntologyError(f"{', '.join(twice)}: another table in use has that id as well; keep one", file=file)
    return {**before, **found}
