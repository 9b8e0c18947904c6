"""Results as tables, for notebooks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from html import escape
from typing import Any

MOST = 20
"""Rows of a table, and items of a list in a cell, that are shown; the rest is counted."""
_LONG = 300


class Tabled:
    """What a notebook shows as a table: its single fields as a list, and a table for each field that holds rows.

    Examples
    --------
    >>> from detente.settlement.results import Spread
    >>> Spread(0.1, 0.2, 0.4)._repr_html_().count("<tr>")
    3
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        single: list[tuple[str, Any]] = []
        many: list[tuple[str, Any]] = []
        for field in fields(self):  # type: ignore[arg-type]
            value = getattr(self, field.name)
            if field.name.startswith("_"):
                continue
            (many if _rows(value) else single).append((_words(field.name), value))
        parts = [f"<p><strong>{escape(type(self).__name__)}</strong></p>"]
        if single:
            rows = "".join(f"<tr><th>{name}</th>{_data(value)}</tr>" for name, value in single)
            parts.append(f"<table>{rows}</table>")
        parts += [_table(name, value) for name, value in many]
        return "".join(parts)


def _rows(value: Any) -> bool:
    return isinstance(value, tuple | list) and bool(value) and all(is_dataclass(item) for item in value)


def _table(name: str, rows: Sequence[Any]) -> str:
    # Rows of one table may be of several kinds: each kind has columns of its own.
    kinds: dict[type, list[Any]] = {}
    for row in rows:
        kinds.setdefault(type(row), []).append(row)
    return "".join(_of_kind(name, same) for same in kinds.values())


def _of_kind(name: str, rows: Sequence[Any]) -> str:
    columns = [field.name for field in fields(rows[0]) if any(_told(getattr(row, field.name)) for row in rows)]
    heads = "".join(f"<th>{_words(column)}</th>" for column in columns)
    body = "".join("<tr>" + "".join(_data(getattr(row, column)) for column in columns) + "</tr>" for row in rows[:MOST])
    more = f", {len(rows) - MOST} more not shown" if len(rows) > MOST else ""
    caption = f"<caption>{name} ({len(rows)}{more})</caption>"
    return f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def _told(value: Any) -> bool:
    return value is not None and value != "" and not (isinstance(value, Sequence | Mapping) and not value)


def _data(value: Any) -> str:
    said = _said(value)
    return f'<td style="text-align:left">{escape(said if len(said) <= _LONG else said[: _LONG - 1] + "…")}</td>'


def _said(value: Any) -> str:
    """Say a value in one line; what is not there is a dash, never a word that could be taken for data."""
    match value:
        case None | "" | () | []:
            return "–"
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:,.0f}" if value.is_integer() and abs(value) >= 1000 else f"{value:.3g}"
        case str():
            return value
        case Mapping():
            return _listed((f"{key}: {_said(item)}" for key, item in value.items()), len(value))
        case tuple() | list() | frozenset() | set():
            items = value if isinstance(value, tuple | list) else sorted(value, key=str)
            return _listed((_said(item) for item in items), len(value))
    if "__str__" in vars(type(value)):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        told = ((field.name, getattr(value, field.name)) for field in fields(value))
        return ", ".join(f"{_words(name)} {_said(item)}" for name, item in told if _told(item))
    return str(value)


def _listed(items: Iterable[str], n: int) -> str:
    shown = [item for _, item in zip(range(MOST), items, strict=False)]
    return "; ".join(shown) + (f"; {n - MOST} more" if n > MOST else "") or "–"


def _words(name: str) -> str:
    return escape(name.replace("_", " "))
