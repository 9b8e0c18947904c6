"""What no single line of a case file shows: references to nothing, ids given twice, ranges the wrong way round.

The checks read the file as it is, so that they find their faults beside those of form, all in one go.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from detente.errors import Fault
from detente.ontology.tables import position

Path = tuple[str | int, ...]
Found = Iterator[tuple[Path, str]]


def reference_faults(data: Mapping[str, Any]) -> list[Fault]:
    """Return the faults, each at the line and column of what it is about.

    Parameters
    ----------
    data
        A case file as `detente.ontology.tables.load_yaml` returns it; parts of another form are passed over.
    """
    found = [
        *_ladders(data),
        *_twice(data),
        *_parties(data),
        *_issues_and_rungs(data),
        *_constraints(data),
        *_ranges(data),
        *_evidence(data),
    ]
    return [Fault(message, *position(data, path), ".".join(map(str, path))) for path, message in found]


def _rows(data: Mapping[str, Any], key: str) -> list[tuple[Path, Mapping[str, Any]]]:
    return [((key, n), row) for n, row in enumerate(_list(data.get(key))) if isinstance(row, Mapping)]


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def _ladder(issue: Mapping[str, Any]) -> list[str]:
    return [str(row.get("id")) for _, row in _rows(issue, "rungs")]


def _ids(data: Mapping[str, Any], key: str) -> list[str]:
    return [str(row.get("id")) for _, row in _rows(data, key)]


def _unknown(kind: str, given: Any, known: Sequence[str]) -> str:
    return f"unknown {kind} {given!r}; known: {', '.join(sorted(set(known))) or 'none'}"


def _ladders(data: Mapping[str, Any]) -> Found:
    for path, issue in _rows(data, "issues"):
        rungs = _rows(issue, "rungs")
        if "rungs" in issue and len(_list(issue["rungs"])) < 2:
            yield (*path, "rungs"), "an issue needs at least two rungs, the status quo and another"
        for (place, row), (_, before) in zip(rungs[1:], rungs, strict=False):
            if _is_number(row.get("x")) and _is_number(before.get("x")) and row["x"] <= before["x"]:
                yield (*path, *place, "x"), f"rungs stand in rising order of x ({row['x']} after {before['x']})"
        if "status_quo" in issue and str(issue["status_quo"]) not in _ladder(issue):
            yield (*path, "status_quo"), _unknown("rung", issue["status_quo"], _ladder(issue))


def _twice(data: Mapping[str, Any]) -> Found:
    for key in ("parties", "issues", "constraints"):
        yield from _repeated([((*path, "id"), row.get("id")) for path, row in _rows(data, key)])
    for path, issue in _rows(data, "issues"):
        yield from _repeated([((*path, *place, "id"), row.get("id")) for place, row in _rows(issue, "rungs")])
    parts = ("party", "issue", "stance", "rung")
    demands = [(path, row) for path, row in _rows(data, "demands") if all(row.get(part) for part in parts)]
    yield from _repeated([(path, ".".join(str(row[part]) for part in parts)) for path, row in demands])


def _repeated(ids: Sequence[tuple[Path, Any]]) -> Found:
    seen: set[Any] = set()
    for path, id in ids:
        if isinstance(id, str) and id in seen:
            yield path, f"{id!r} is there twice; give each an id of its own or join them"
        seen.add(id if isinstance(id, str) else None)


def _parties(data: Mapping[str, Any]) -> Found:
    known = _ids(data, "parties")
    fields = {
        "demands": ("party",),
        "orders": ("party",),
        "agreed": ("parties",),
        "meetings": ("parties", "mediators"),
        "happenings": ("actor", "recipient"),
    }
    for key, names in fields.items():
        for path, row in _rows(data, key):
            for name in names:
                yield from _among("party", row.get(name), known, (*path, name))
    for path, issue in _rows(data, "issues"):
        for place, rung in _rows(issue, "rungs"):
            yield from _among("party", rung.get("deliverers"), known, (*path, *place, "deliverers"))
    reservation = data.get("reservation")
    if isinstance(reservation, Mapping):
        sides = [str(row.get("id")) for _, row in _rows(data, "parties") if row.get("role", "side") == "side"]
        for id in reservation:
            if id not in sides:
                yield ("reservation", id), _unknown("side", id, sides)


def _among(kind: str, given: Any, known: Sequence[str], path: Path) -> Found:
    """Faults of one reference or of a list of them; None refers to nobody."""
    if isinstance(given, str) and given not in known:
        yield path, _unknown(kind, given, known)
    for n, item in enumerate(_list(given)):
        yield from _among(kind, item, known, (*path, n))


def _issues_and_rungs(data: Mapping[str, Any]) -> Found:
    ladders = {str(issue.get("id")): _ladder(issue) for _, issue in _rows(data, "issues")}
    known = list(ladders)
    for key in ("demands", "agreed"):
        for path, row in _rows(data, key):
            yield from _among("issue", row.get("issue"), known, (*path, "issue"))
            if str(row.get("issue")) in ladders:
                yield from _among("rung", row.get("rung"), ladders[str(row["issue"])], (*path, "rung"))
    for path, row in _rows(data, "orders"):
        yield from _among("issue", row.get("first"), known, (*path, "first"))
        yield from _among("issue", row.get("then"), [*known, "*"], (*path, "then"))
        if row.get("first") and row.get("first") == row.get("then"):
            yield (*path, "then"), f"{row['then']!r} cannot come before itself"
    for path, row in _rows(data, "meetings"):
        yield from _among("issue", row.get("agreed"), known, (*path, "agreed"))
    for path, row in _rows(data, "constraints"):
        for n, pair in enumerate(_pairs(row)):
            yield from _among("issue", pair[0], known, (*path, "forbids", n))
            if pair[0] in ladders:
                yield from _among("rung", pair[1], ladders[pair[0]], (*path, "forbids", n))


def _pairs(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    pairs = [_list(pair) for pair in _list(row.get("forbids"))]
    return [(str(pair[0]), str(pair[1])) if len(pair) == 2 else ("", "") for pair in pairs]


def _constraints(data: Mapping[str, Any]) -> Found:
    for path, row in _rows(data, "constraints"):
        issues = [pair[0] for pair in _pairs(row)]
        if "forbids" in row and not _list(row["forbids"]):
            yield (*path, "forbids"), "a rule forbids at least one [issue, rung]"
        for n, issue in enumerate(issues):
            if issue and issue in issues[:n]:
                yield (*path, "forbids", n), f"{issue!r} is there twice; no package has two rungs of one issue"


def _ranges(data: Mapping[str, Any]) -> Found:
    ranges = [((*path, "phi"), row.get("phi")) for path, row in _rows(data, "issues")]
    assumptions = data.get("assumptions")
    if isinstance(assumptions, Mapping):
        ranges += [(("assumptions", name), value) for name, value in assumptions.items()]
    for path, value in ranges:
        pair = _list(value)
        if len(pair) == 2 and all(map(_is_number, pair)) and pair[0] > pair[1]:
            yield path, f"a range is [low, high], not {pair}"


def _evidence(data: Mapping[str, Any]) -> Found:
    """A file without evidence stands on its own; one with evidence has it for every entry it names."""
    evidence = data.get("evidence")
    if isinstance(evidence, Mapping) and evidence:
        yield from _without(data, evidence, ())


def _without(value: Any, evidence: Mapping[str, Any], path: Path) -> Found:
    items = value.items() if isinstance(value, Mapping) else enumerate(_list(value))
    for key, item in items:
        if key == "entries" and isinstance(value, Mapping):
            for n, id in enumerate(_list(item)):
                if isinstance(id, str) and id not in evidence:
                    yield (*path, key, n), f"no evidence for entry {id!r}; add its quote under evidence or drop it here"
        elif path or key != "evidence":
            yield from _without(item, evidence, (*path, key))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
