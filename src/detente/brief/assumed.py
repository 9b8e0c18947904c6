"""Assumptions in plain words: those of the table of ranges, and those of the event."""

import re

from detente.brief import words
from detente.brief.material import Material
from detente.settlement.priors import PRIORS


def assumption(name: str) -> str:
    """Return the name of an assumption in the words of the table of ranges: "pi" alone tells a reader nothing.

    Parameters
    ----------
    name
        As a flip has it.

    Examples
    --------
    >>> assumption("decisive-share (d)"), assumption("shock, trust: amount")
    ('chance that fighting decides (d)', "amount (the event's trust channel)")
    """
    found = re.fullmatch(r"([\w-]+)(?: of (.+))? \((\w+)\)", name)
    if found is None or found[1] not in PRIORS:
        return _of_event(name)
    whose = f", {found[2]}" if found[2] else ""
    return f"{PRIORS[found[1]].text.replace('`', '')}{whose} ({found[3]})"


def _of_event(name: str) -> str:
    """Return a quantity of the event with its channel and whose it is, of "shock, third party (Arland): amount"."""
    found = re.fullmatch(r"shock, ([\w ]+?)(?: \((.+)\))?: (.+)", name)
    if found is None:
        return name
    whose = f", {found[2]}" if found[2] else ""
    return f"{found[3]} (the event's {found[1]} channel{whose})"


def quantity(name: str, material: Material) -> str:
    """Return an assumption in plain words.

    Parameters
    ----------
    name
        As an axis of the map of signs has it, such as ``war-cost.arland`` or ``shock.trust.amount``.
    material
        Case, results and sources.
    """
    first, *rest = name.split(".")
    if first == "shock":
        return _of_event(f"shock, {': '.join(rest)}")
    text = PRIORS[first].text.replace("`", "") if first in PRIORS else first
    whose = f", {material.names.party(rest[0])}" if rest else ""
    return material.names.spelled(f"{words.upper_first(text)}{whose}")
