"""CSV that a spreadsheet opens without running anything in it, and the way back."""

import csv
import json
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any, TextIO

from detente.record.exporting.flat import COLUMNS, Kind

# With these a spreadsheet takes a cell for a formula (some also in full width), or a shell of old for a command. The
# apostrophe is among them so that every cell can be told back.
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")


def write(rows: Iterable[Mapping[str, Any]], target: TextIO, columns: Mapping[str, Kind] = COLUMNS) -> None:
    """Write rows as CSV with a header; lists are JSON, what is unknown is empty.

    Parameters
    ----------
    rows
        Column to value.
    target
        Opened with ``newline=""``.
    columns
        In their order.
    """
    write_table(chain([columns], ([row.get(name) for name in columns] for row in rows)), target)


def write_table(rows: Iterable[Iterable[Any]], target: TextIO) -> None:
    """Write a table as CSV, its head first; what is unknown is empty.

    Parameters
    ----------
    rows
        Of cells.
    target
        Opened with ``newline=""``.
    """
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    return defused(value) if isinstance(value, str) else json.dumps(list(value), ensure_ascii=False)


def defused(text: str) -> str:
    """Return a text that a spreadsheet takes for a text: an apostrophe goes before what could be a formula.

    Examples
    --------
    >>> defused("=1+1"), defused("truce")
    ("'=1+1", 'truce')
    """
    return f"'{text}" if text.startswith(_RISKY) else text


def told_back(cell: str) -> str:
    """Return the text that `defused` was given.

    Examples
    --------
    >>> told_back("'=1+1"), told_back("''t was agreed")
    ('=1+1', "'t was agreed")
    """
    return cell[1:] if cell.startswith("'") else cell
