"""NegMAS domains and utility functions: YAML with listed or whole-number issues, linear additive over tables."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from detente.case.importing import MOST_VALUES, Domain, Profile
from detente.case.references import is_number
from detente.errors import CaseError, Fault
from detente.ontology.tables import load_yaml, position

Place = tuple[str | int, ...]


def read_domain(file: Path) -> Domain:
    """Read a NegMAS outcome space.

    Parameters
    ----------
    file
        Its YAML file.

    Raises
    ------
    CaseError
        Where it is not a space of listed or whole-number issues.
    """
    data = _mapping(file)
    rows = data.get("issues")
    if not isinstance(rows, list) or not rows:
        raise CaseError("has no list of issues; give the domain first, then the utility functions", file=file)
    issues: dict[str, tuple[str, ...]] = {}
    for n, row in enumerate(rows):
        if not isinstance(row, Mapping) or "values" not in row:
            raise _fault(file, data, ("issues", n), "an issue is a mapping with name, type and values")
        name = str(row.get("name") or f"issue{n + 1}")
        if name in issues:
            raise _fault(file, data, ("issues", n, "name"), f"issue {name!r} is there twice")
        issues[name] = _values(file, data, ("issues", n, "values"), str(row.get("type", "")), row["values"])
    return Domain(str(data.get("name") or file.stem), issues)


def read_profile(file: Path, domain: Domain) -> Profile:
    """Read a NegMAS utility function.

    Parameters
    ----------
    file
        Its YAML file.
    domain
        What it is about.

    Raises
    ------
    CaseError
        Where it is not linear additive over listed values.
    """
    data = _mapping(file)
    kind = str(data.get("type", "")).rpartition(".")[2]
    if kind not in ("LinearAdditiveUtilityFunction", "LinearUtilityAggregationFunction"):
        raise CaseError(f"{kind or 'no type'}: only linear additive utility functions can be read", file=file)
    weights, values = _by_issue(file, data, "weights", domain), _by_issue(file, data, "values", domain)
    bias = data.get("bias") or 0.0
    if not is_number(bias) or bias:
        raise _fault(file, data, ("bias",), "a constant beside the issues cannot be read; add it to an issue's values")
    reserved: Any = data.get("reserved_value")
    if reserved is not None and not is_number(reserved):
        raise _fault(file, data, ("reserved_value",), "must be a number")
    reservation = None if reserved is None or not math.isfinite(reserved) else float(reserved)
    return Profile(
        str(data.get("name") or file.stem),
        {issue: _number(file, data, place, given) for issue, (place, given) in weights.items()},
        {issue: _table(file, data, place, given, domain.issues[issue]) for issue, (place, given) in values.items()},
        reservation,
    )


def _mapping(file: Path) -> Any:
    data = load_yaml(file, error=CaseError)
    if not isinstance(data, Mapping):
        raise CaseError("is not a mapping", file=file)
    return data


def _values(file: Path, data: Any, place: Place, kind: str, given: Any) -> tuple[str, ...]:
    kind = kind.rpartition(".")[2]
    if kind == "ContinuousIssue":
        raise _fault(file, data, place, "a continuous issue has no listed values; write it as a list")
    low, high = 0, -1
    if isinstance(given, int):
        high = given - 1
    elif kind == "ContiguousIssue" and isinstance(given, list) and len(given) == 2:
        if not all(isinstance(end, int) for end in given):
            raise _fault(file, data, place, "bounds are whole numbers")
        low, high = given
    elif isinstance(given, list) and given:
        names = [str(value) for value in given]
        if len(set(names)) < len(names):
            raise _fault(file, data, place, "a value is there twice")
        return tuple(names)
    if not 0 <= high - low < MOST_VALUES:
        raise _fault(file, data, place, f"must list the values, 1 to {MOST_VALUES:,} of them")
    return tuple(str(n) for n in range(low, high + 1))


def _by_issue(file: Path, data: Any, key: str, domain: Domain) -> dict[str, tuple[Place, Any]]:
    """What is given for each issue, by its name or in the order of the domain."""
    given, names = data.get(key), list(domain.issues)
    if isinstance(given, Mapping):
        unknown = [str(name) for name in given if str(name) not in names]
        if unknown:
            raise _fault(file, data, (key,), f"the domain has no issue {', '.join(unknown)}")
        return {str(name): ((key, name), value) for name, value in given.items()}
    if not isinstance(given, list) or len(given) != len(names):
        raise _fault(file, data, (key,), f"must have one for each of the {len(names)} issues")
    return {name: ((key, n), given[n]) for n, name in enumerate(names)}


def _table(file: Path, data: Any, place: Place, given: Any, names: Sequence[str]) -> dict[str, float]:
    kind = str(given.get("type", "TableFun")).rpartition(".")[2] if isinstance(given, Mapping) else ""
    table = given.get("mapping", given) if isinstance(given, Mapping) else None
    if kind in ("LinearFun", "AffineFun", "IdentityFun", "ConstFun") and isinstance(given, Mapping):
        slope: Any = {"IdentityFun": 1.0, "ConstFun": 0.0}.get(kind, given.get("slope", 0.0))
        bias: Any = given.get("bias", 0.0)
        try:
            return {name: float(slope) * float(name) + float(bias) for name in names}
        except (TypeError, ValueError):
            raise _fault(file, data, place, f"{kind} needs issues of numbers") from None
    if kind not in ("TableFun", "") or not isinstance(table, Mapping):
        raise _fault(file, data, place, f"{kind or 'this'} cannot be read; write the values as a table")
    return {str(name): _number(file, data, place, value) for name, value in table.items() if name != "type"}


def _number(file: Path, data: Any, place: Place, given: Any) -> float:
    if not is_number(given) or not math.isfinite(given):
        raise _fault(file, data, place, f"must be a number, not {given!r}")
    return float(given)


def _fault(file: Path, data: Any, place: Place, message: str) -> CaseError:
    fault = Fault(message, *position(data, place), ".".join(map(str, place)))
    return CaseError("cannot be imported", file=file, faults=[fault])
