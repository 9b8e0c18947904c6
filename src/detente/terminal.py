"""What a terminal is shown: one line per entry, and JSON."""

import json
import shutil
import textwrap
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.entries import Claim, Event, Naming, Position, Round, Statement


def json_text(value: Any) -> str:
    """Return JSON that a person can read."""
    return json.dumps(value, ensure_ascii=False, indent=1)


def entry_line(entry: "Statement") -> str:
    """One line per entry; `safe` keeps control characters of a report away from the terminal."""
    return safe(_LINES[entry.kind](entry))


def fitted(text: str, indent: int) -> str:
    """Return a line as wide as the terminal at most, what is over in lines that begin further in.

    Parameters
    ----------
    text
        Of one line.
    indent
        By how many columns.
    """
    columns = max(shutil.get_terminal_size().columns, 2 * indent)
    made = textwrap.TextWrapper(columns, subsequent_indent=" " * indent, drop_whitespace=True, break_on_hyphens=False)
    return "\n".join(made.wrap(text)) or text


def indented(line: str) -> str:
    """Return a line as wide as the terminal at most, what is over in lines that begin a little further in."""
    return fitted(line, len(line) - len(line.lstrip()) + 4)


def _position_line(entry: "Position") -> str:
    flags = {"red line": entry.red_line, "precondition": entry.precondition, "key": entry.key}
    marks = ", ".join(name for name, on in flags.items() if on)
    return f"{entry.party} {entry.stance} {entry.issue}: {entry.terms}{f' [{marks}]' if marks else ''}"


def _event_line(entry: "Event") -> str:
    link = "and" if _is_mutual(entry.type) else "->"
    who = f"{entry.actor or '?'} {link} {entry.recipient or '?'}"
    type = entry.type or f"({dict(entry.by.original).get('type', 'type unknown')})"
    return f"{entry.date or 'undated'} {type} {who}{_at(entry)}"


def _is_mutual(type: str | None) -> bool:
    """True for an act that both do alike, such as talks or an agreement."""
    from detente.ontology import acts

    return type is not None and type in acts() and acts()[type].symmetric


def _claim_line(entry: "Claim") -> str:
    said = f"{entry.source or 'the report'}, {entry.status}"
    return f"{entry.comparator} {entry.value:,.10g} {entry.unit}: {entry.what} ({said})"


def _round_line(entry: "Round") -> str:
    who = " and ".join(entry.parties)
    between = f", mediated by {' and '.join(entry.mediators)}" if entry.mediators else ""
    return f"{entry.date or 'undated'} {who}{_at(entry)}{between}: {entry.outcome.replace('_', ' ')}"


def _naming_line(entry: "Naming") -> str:
    return f"“{' '.join(entry.quote.text.split())}” is {entry.party}"


def _at(entry: "Event | Round") -> str:
    return f" in {entry.place}" if entry.place else ""


def safe(text: str) -> str:
    """Return text without what could move the cursor or change colours."""
    return "".join(c if c.isprintable() else " " for c in text)


_LINES: dict[str, Callable[[Any], str]] = {
    "position": _position_line,
    "event": _event_line,
    "claim": _claim_line,
    "round": _round_line,
    "naming": _naming_line,
}
