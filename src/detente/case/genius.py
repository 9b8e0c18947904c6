"""Genius domains and profiles: XML, discrete and whole-number issues, weights times evaluations.

An evaluation counts as a share of the largest one of its issue, as in Genius, where any is above 1; evaluations that
are at most 1 already are taken as they stand.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from detente.case.importing import MOST_VALUES, Domain, Profile
from detente.errors import CaseError, Fault

MAX_BYTES = 20_000_000


@dataclass(slots=True)
class _Node:
    tag: str
    attributes: dict[str, str]
    line: int
    column: int
    children: list["_Node"] = field(default_factory=list)

    def all(self, tag: str) -> Iterator["_Node"]:
        for child in self.children:
            if child.tag == tag:
                yield child
            yield from child.all(tag)


def read_domain(file: Path) -> Domain:
    """Read a Genius domain.

    Parameters
    ----------
    file
        Its XML file.

    Raises
    ------
    CaseError
        Where it is not a domain of discrete or whole-number issues.
    """
    root = _parsed(file)
    issues: dict[str, tuple[str, ...]] = {}
    for node in root.all("issue"):
        name = _attribute(file, node, "name")
        if name in issues:
            raise _fault(file, node, f"issue {name!r} is there twice")
        issues[name] = _values(file, node)
    if not issues:
        raise CaseError("has no issue; give the domain first, then the profiles", file=file)
    return Domain(root.attributes.get("domain_name") or file.stem, issues)


def read_profile(file: Path, domain: Domain) -> Profile:
    """Read a Genius profile.

    Parameters
    ----------
    file
        Its XML file.
    domain
        What it is about.

    Raises
    ------
    CaseError
        Where it is not linear additive.
    """
    root = _parsed(file)
    for node in (*root.all("constraint"), *root.all("utility_function"), *root.all("ranking")):
        raise _fault(file, node, f"<{node.tag}>: only linear additive profiles can be read")
    names, values = {}, {}
    for node in root.all("issue"):
        name = _attribute(file, node, "name")
        names[node.attributes.get("index", "")] = name
        values[name] = _evaluations(file, node, domain.issues.get(name, ()))
    weights = {}
    for node in root.all("weight"):
        index = _attribute(file, node, "index")
        if index in names:
            weights[names[index]] = _number(file, node, "value")
    reserved = next(root.all("reservation"), None)
    reservation = None if reserved is None else _number(file, reserved, "value")
    return Profile(file.stem, weights, values, reservation)


def _values(file: Path, node: _Node) -> tuple[str, ...]:
    kind = node.attributes.get("vtype") or node.attributes.get("type") or "discrete"
    if kind == "real" or node.attributes.get("type") == "real":
        raise _fault(file, node, "a real-valued issue has no listed values; write it as discrete items")
    items = [_attribute(file, item, "value") for item in node.children if item.tag == "item"]
    if not items and kind == "integer":
        low, high = _bounds(file, node)
        if high - low >= MOST_VALUES:
            raise _fault(file, node, f"more than {MOST_VALUES:,} values")
        items = [str(n) for n in range(low, high + 1)]
    if not items:
        raise _fault(file, node, "an issue needs items, or integer bounds")
    if len(set(items)) < len(items):
        raise _fault(file, node, "an item is there twice")
    return tuple(items)


def _bounds(file: Path, node: _Node) -> tuple[int, int]:
    ranged = next((child for child in node.children if child.tag == "range"), node)
    low, high = (_number(file, ranged, key) for key in ("lowerbound", "upperbound"))
    if low != int(low) or high != int(high) or low > high:
        raise _fault(file, ranged, f"bounds are whole numbers, the lower first, not {low:g} and {high:g}")
    return int(low), int(high)


def _evaluations(file: Path, node: _Node, values: tuple[str, ...]) -> dict[str, float]:
    items = [item for item in node.children if item.tag == "item"]
    evaluator = next((child for child in node.children if child.tag == "evaluator"), None)
    if not items and evaluator is not None:
        found = _line(file, node, evaluator, values)
    else:
        found = {_attribute(file, item, "value"): _number(file, item, "evaluation") for item in items}
    most = max(found.values(), default=0.0)
    return {name: value / most for name, value in found.items()} if most > 1 else found


def _line(file: Path, node: _Node, evaluator: _Node, values: tuple[str, ...]) -> dict[str, float]:
    """Values of a whole-number issue along a line; at its bounds where those are given, else by slope and offset."""
    kind = evaluator.attributes.get("ftype", "linear")
    if kind != "linear":
        raise _fault(file, evaluator, f"{kind!r} evaluation cannot be read; write the values as items")
    numbers = [int(name) for name in values]
    if "slope" in evaluator.attributes:
        slope, offset = _number(file, evaluator, "slope"), _number(file, evaluator, "offset")
        return {name: offset + slope * (n - numbers[0]) for name, n in zip(values, numbers, strict=True)}
    slope, offset = (_number(file, evaluator, key) for key in ("parameter1", "parameter0"))
    return {name: offset + slope * n for name, n in zip(values, numbers, strict=True)}


def _attribute(file: Path, node: _Node, name: str) -> str:
    if name not in node.attributes:
        raise _fault(file, node, f"<{node.tag}> has no {name}")
    return node.attributes[name]


def _number(file: Path, node: _Node, name: str) -> float:
    text = _attribute(file, node, name)
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise _fault(file, node, f"{name} of <{node.tag}> is {text!r}, not a number")
    return value


def _fault(file: Path, node: _Node, message: str) -> CaseError:
    return CaseError("cannot be imported", file=file, faults=[Fault(message, node.line, node.column)])


def _parsed(file: Path) -> _Node:
    """Read XML into nodes with their places; entities and document types are refused."""
    try:
        if file.stat().st_size > MAX_BYTES:
            raise CaseError(f"larger than {MAX_BYTES // 1_000_000} MB", file=file)
        content = file.read_bytes()
    except OSError as exc:
        raise CaseError(f"cannot be read: {exc.strerror}", file=file) from None
    parser = expat.ParserCreate()
    top = _Node("", {}, 1, 1)
    open_: list[_Node] = [top]

    def start(tag: str, attributes: dict[str, str]) -> None:
        node = _Node(tag, attributes, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        open_[-1].children.append(node)
        open_.append(node)

    def refuse(*_: object) -> None:
        raise CaseError("declares a document type, which can hide anything; remove it", file=file)

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: open_.pop()
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError as exc:
        place = Fault(expat.errors.messages[exc.code], exc.lineno, exc.offset + 1)
        raise CaseError("not XML", file=file, faults=[place]) from None
    return top.children[0]
