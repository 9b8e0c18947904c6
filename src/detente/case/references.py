"""What no single line of a case file shows: references to nothing, ids given twice, ranges the wrong way round.

The checks read the file as it is, so that they find their faults beside those of form, all in one go.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from detente.case.model import EVERYTHING
from detente.errors import Fault
from detente.ontology.tables import position

Path = tuple[str | int, ...]
Found = Iterator[tuple[Path, str]]
ENDLESS = ("normal", "lognormal")
"""Distributions whose two numbers are percentiles: some draws lie beyond them."""


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
        *_preferences(data),
        *_reservations(data),
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
        least = 1 if issue.get("free") is True else 2
        if "rungs" in issue and len(_list(issue["rungs"])) < least:
            needed = "one option" if least == 1 else "two rungs, the status quo and another"
            yield (*path, "rungs"), f"an issue needs at least {needed}"
        if issue.get("free") is not True:
            yield from _ordered(path, issue, rungs)
        for (place, row), (_, before) in zip(rungs[1:], rungs, strict=False):
            if is_number(row.get("x")) and is_number(before.get("x")) and row["x"] <= before["x"]:
                yield (*path, *place, "x"), f"rungs stand in rising order of x ({row['x']} after {before['x']})"
        if "status_quo" in issue and str(issue["status_quo"]) not in _ladder(issue):
            yield (*path, "status_quo"), _unknown("rung", issue["status_quo"], _ladder(issue))


def _ordered(path: Path, issue: Mapping[str, Any], rungs: Sequence[tuple[Path, Mapping[str, Any]]]) -> Found:
    """What a ladder needs, and free options do not."""
    if "status_quo" not in issue:
        yield (*path, "status_quo"), "is missing; name the rung that holds without a deal, or write free: true"
    for place, row in rungs:
        if "x" not in row:
            yield (*path, *place, "x"), "is missing; give its place in [0, 1], or write free: true on the issue"


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
        "preferences": ("party",),
    }
    for key, names in fields.items():
        for path, row in _rows(data, key):
            for name in names:
                yield from _among("party", row.get(name), known, (*path, name))
    for path, issue in _rows(data, "issues"):
        for place, rung in _rows(issue, "rungs"):
            yield from _among("party", rung.get("deliverers"), known, (*path, *place, "deliverers"))
    sides = [str(row.get("id")) for _, row in _rows(data, "parties") if row.get("role", "side") == "side"]
    for key in ("reservation", "capability"):
        for id in data[key] if isinstance(data.get(key), Mapping) else ():
            if id not in sides:
                yield (key, id), _unknown("side", id, sides)


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
        yield from _among("issue", row.get("then"), [*known, EVERYTHING], (*path, "then"))
        if row.get("first") and row.get("first") == row.get("then"):
            yield (*path, "then"), f"{row['then']!r} cannot come before itself"
    for path, row in _rows(data, "meetings"):
        yield from _among("issue", row.get("agreed"), known, (*path, "agreed"))
    for path, row in _rows(data, "constraints"):
        for key in _FORMS:
            for n, pair in enumerate(_pairs(row, key)):
                yield from _among("issue", pair[0], known, (*path, key, n))
                if pair[0] in ladders:
                    yield from _among("rung", pair[1], ladders[pair[0]], (*path, key, n))


_FORMS = ("forbids", "of", "when", "requires")


def _pairs(row: Mapping[str, Any], key: str) -> list[tuple[str, str]]:
    pairs = [_list(pair) for pair in _list(row.get(key))]
    return [(str(pair[0]), str(pair[1])) if len(pair) == 2 else ("", "") for pair in pairs]


def _constraints(data: Mapping[str, Any]) -> Found:
    for path, row in _rows(data, "constraints"):
        given = [key for key in ("forbids", "at_most", "requires") if key in row]
        if len(given) != 1:
            yield path, "a rule has one of: forbids; at_most and of; requires (and when)"
        if ("at_most" in row) != ("of" in row):
            yield path, "at_most and of belong together"
        if "when" in row and "requires" not in row:
            yield (*path, "when"), "say what it requires"
        for key in ("forbids", "of", "requires"):
            if key in row and not _list(row[key]):
                yield (*path, key), "a rule names at least one [issue, rung]"
        for key in ("forbids", "when", "requires"):
            yield from _once_each(path, key, [issue for issue, _ in _pairs(row, key)])
        both = {issue for issue, _ in _pairs(row, "when")} & {issue for issue, _ in _pairs(row, "requires")}
        for issue in sorted(both - {""}):
            yield (*path, "requires"), f"{issue!r} is under when as well; no package has two rungs of one issue"


def _once_each(path: Path, key: str, issues: Sequence[str]) -> Found:
    for n, issue in enumerate(issues):
        if issue and issue in issues[:n]:
            yield (*path, key, n), f"{issue!r} is there twice; no package has two rungs of one issue"


def _preferences(data: Mapping[str, Any]) -> Found:
    ladders = {str(issue.get("id")): _ladder(issue) for _, issue in _rows(data, "issues")}
    rows = _rows(data, "preferences")
    yield from _repeated([((*path, "party"), row.get("party")) for path, row in rows])
    for path, row in rows:
        values = row["values"] if isinstance(row.get("values"), Mapping) else {}
        yield from _valued(path, values, ladders)
        named: list[tuple[Path, Any]] = [(("weights", issue), issue) for issue in row.get("weights") or {}]
        for n, group in enumerate(_list(row.get("order"))):
            named += [(("order", n), issue) for issue in ([group] if isinstance(group, str) else _list(group))]
        for place, limit in _rows(row, "limits"):
            named += [((*place, "coefficients"), issue) for issue in limit.get("coefficients") or {}]
        for place, issue in named:
            if isinstance(issue, str) and issue not in values:
                yield (*path, *place), f"no values for issue {issue!r}; give them under values"
        yield from _weighed(path, row, values)


def _valued(path: Path, values: Mapping[str, Any], ladders: Mapping[str, list[str]]) -> Found:
    for issue, given in values.items():
        place = (*path, "values", issue)
        yield from _among("issue", issue, list(ladders), place)
        known, rungs = ladders.get(str(issue), []), given if isinstance(given, Mapping) else {}
        for rung, value in rungs.items():
            if known:
                yield from _among("rung", str(rung), known, (*place, rung))
            yield from _amount(value, (*place, rung))
        if known and (left := [rung for rung in known if rung not in map(str, rungs)]):
            yield place, f"no value for {', '.join(left)}"


def _weighed(path: Path, row: Mapping[str, Any], values: Mapping[str, Any]) -> Found:
    weights = row.get("weights")
    if not isinstance(weights, Mapping) or not weights:
        return
    if left := [str(issue) for issue in values if issue not in weights]:
        yield (*path, "weights"), f"no weight for {', '.join(left)}; give all weights or none"
    for key in ("order", "limits"):
        if row.get(key):
            yield (*path, key), "is for weights that nobody knows; drop it or the weights"
    for issue, weight in weights.items():
        yield from _amount(weight, (*path, "weights", issue), least=0)


def _amount(value: Any, path: Path, least: float | None = None) -> Found:
    """Faults of a number, a range or a distribution."""
    value = _bare(value)
    if isinstance(value, Mapping) and len(value) != 1:
        yield path, "a distribution is written {name: [low, high]}"
        return
    kind, ends = _spread(value)
    if len(ends) == 2 and ends[0] > ends[1]:
        yield path, f"a range is [low, high], not {ends}"
    if ends and kind.startswith("log") and ends[0] <= 0:
        yield path, f"{kind} needs numbers above 0"
    if ends and least is not None and ends[0] < least:
        yield path, f"a weight is at least {least:g}"


def _reservations(data: Mapping[str, Any]) -> Found:
    """Without preferences both ends, of a distribution without ends all of it, lie in [0, 1]."""
    reservation = data.get("reservation")
    for party, value in reservation.items() if isinstance(reservation, Mapping) else ():
        yield from _amount(value, ("reservation", party))
        if data.get("preferences"):
            continue
        kind, ends = _spread(value)
        if any(not 0 <= end <= 1 for end in ends):
            yield ("reservation", party), "must lie in [0, 1] where no preferences say in which units it counts"
        elif kind in ENDLESS and len(set(ends)) > 1:
            yield (
                ("reservation", party),
                f"{kind} has no ends, and the value must lie in [0, 1] where no preferences say in which units it "
                "counts; write [low, high] or log-uniform",
            )
    capability = data.get("capability")
    for party, value in capability.items() if isinstance(capability, Mapping) else ():
        yield from _amount(value, ("capability", party))
        if any(end < 0 for end in _spread(value)[1]):
            yield ("capability", party), "is 0 or more"


def _bare(value: Any) -> Any:
    """Return an amount without what it rests on."""
    return value["value"] if isinstance(value, Mapping) and "value" in value else value


def _spread(value: Any) -> tuple[str, list[float]]:
    """Return the distribution's name, "" for none, and the numbers given."""
    value = _bare(value)
    kind, pair = next(iter(value.items()), ("", None)) if isinstance(value, Mapping) else ("", value)
    return str(kind), [end for end in (_list(pair) or [pair]) if is_number(end)]


def _ranges(data: Mapping[str, Any]) -> Found:
    ranges = [((*path, "phi"), row.get("phi")) for path, row in _rows(data, "issues")]
    assumptions = data.get("assumptions")
    if isinstance(assumptions, Mapping):
        ranges += [(("assumptions", name), value) for name, value in assumptions.items()]
    for path, value in ranges:
        pair = _list(value)
        if len(pair) == 2 and all(map(is_number, pair)) and pair[0] > pair[1]:
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


def is_number(value: Any) -> bool:
    """Return whether a value of a file is a number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)
