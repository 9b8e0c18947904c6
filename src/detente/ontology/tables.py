"""Reading the ontology's YAML tables: safe, with every fault named at its line and column."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from detente.errors import Fault, InputError
from detente.ontology.spelling import nearest


def load_yaml(path: Path, *, error: type[InputError]) -> Any:
    """Load a YAML file as plain data with positions; no tags are run, aliases are refused.

    Parameters
    ----------
    path
        The file.
    error
        The exception to raise, a subclass of `InputError`.

    Returns
    -------
    Any
        ruamel's CommentedMap or CommentedSeq, whose ``lc`` gives line and column.

    Raises
    ------
    InputError
        Where the file is missing, too large, not UTF-8, not YAML, or uses aliases.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    text = _text(path, error)
    yaml = YAML(typ="rt")
    try:
        _refuse_aliases(text, path, error)
        return yaml.load(text)
    except MarkedYAMLError as exc:
        mark = exc.problem_mark
        place = (mark.line + 1, mark.column + 1) if mark else (None, None)
        raise error("not YAML", file=path, faults=[Fault(str(exc.problem), *place)]) from None
    except (YAMLError, RecursionError, ValueError) as exc:
        raise error(f"not YAML: {str(exc).splitlines()[0]}", file=path) from None


def load_shipped(path: Path) -> Any:
    """Load a table that ships with Detente as plain data, thirty times as fast as `load_yaml` but without positions.

    A command that reads reports loads all tables before the first sentence: libyaml takes 30 ms for them, the
    parser that keeps positions 850. Who finds a fault in what this returns loads the file again to name its line.

    Parameters
    ----------
    path
        A file of the package itself: neither aliases nor size are checked.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)


MAX_BYTES = 4_000_000
MAX_DEPTH = 40


def _text(path: Path, error: type[InputError]) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise error(f"larger than {MAX_BYTES // 1_000_000} MB; a table or case is a short text file", file=path)
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as exc:
        raise error(f"not UTF-8 at byte {exc.start}; save the file as UTF-8", file=path) from None
    except OSError as exc:
        raise error(f"cannot be read: {exc.strerror}", file=path) from None


def _refuse_aliases(text: str, path: Path, error: type[InputError]) -> None:
    """A few lines of nested aliases can stand for gigabytes, and deep nesting exhausts the stack."""
    from ruamel.yaml import YAML
    from ruamel.yaml.events import (
        AliasEvent,
        MappingEndEvent,
        MappingStartEvent,
        SequenceEndEvent,
        SequenceStartEvent,
    )

    depth = 0
    for event in YAML(typ="rt").parse(text):
        if isinstance(event, AliasEvent):
            place = event.start_mark.line + 1, event.start_mark.column + 1
            raise error("uses aliases", file=path, faults=[Fault("write the value out instead of '*'", *place)])
        depth += isinstance(event, MappingStartEvent | SequenceStartEvent)
        depth -= isinstance(event, MappingEndEvent | SequenceEndEvent)
        if depth > MAX_DEPTH:
            place = event.start_mark.line + 1, event.start_mark.column + 1
            raise error("nested too deeply", file=path, faults=[Fault(f"at most {MAX_DEPTH} levels", *place)])


def faults_of(exc: ValidationError, data: Any, fields: Iterable[str] = ()) -> list[Fault]:
    """Return pydantic's errors as faults with the line and column where each value stands in `data`.

    Parameters
    ----------
    exc
        What pydantic found.
    data
        The table, with positions.
    fields
        What a row of it may have, to say so of a field that it may not have.
    """
    known = sorted(fields)
    items = exc.errors()
    # That too few rows are left follows from the faults in those that there are.
    below = {item["loc"][:i] for item in items for i in range(len(item["loc"]))}
    told = [item for item in items if not (item["type"] == "too_short" and item["loc"] in below)]
    return [
        Fault(_message(item, known), *position(data, item["loc"]), ".".join(map(str, item["loc"]))) for item in told
    ]


# What pydantic says, in words for whoever writes a table.
PLAIN = {
    "tuple_type": "must be a list, such as [a, b]",
    "dict_type": "must be a mapping, such as {{name: value}}",
    "model_type": "must be a mapping with fields of its own, such as {{name: value}}",
    "string_type": "must be text; put it in quotes",
    "bool_type": "must be true or false",
    "float_type": "must be a number",
    "finite_number": "must be a finite number",
    "less_than_equal": "must be at most {le:g}",
    "greater_than_equal": "must be at least {ge:g}",
    "too_short": "has too few rows: at least {min_length}",
}


def _message(item: Any, known: Sequence[str]) -> str:
    if item["type"] == "missing":
        return f"is missing; add a line {item['loc'][-1]}: ..."
    if item["type"] == "extra_forbidden":
        near = nearest(str(item["loc"][-1]), known)
        meant = f"did you mean {near!r}? " if near else ""
        return f"no field of this table; {meant}known: {', '.join(known)}" if known else "no field of this table"
    if plain := PLAIN.get(item["type"]):
        item = item | {"msg": plain.format(**item.get("ctx", {}))}
    given = item.get("input")
    shown = f" (given: {given!r})" if isinstance(given, str | int | float | bool) else ""
    return f"{item['msg'].removeprefix('Value error, ')}{shown}"


def position(data: Any, loc: Sequence[str | int]) -> tuple[int | None, int | None]:
    """Return line and column, counted from 1, of the value that `loc` leads to, or of its nearest parent."""
    place: tuple[int | None, int | None] = (None, None)
    for part in loc:
        marks = getattr(data, "lc", None)
        try:
            if marks is not None:
                line, column = marks.key(part) if isinstance(part, str) else marks.item(part)
                place = line + 1, column + 1
            data = data[part]
        except (KeyError, IndexError, TypeError):
            break
    return place
