"""JSON Lines: one report per line, an object with the fields that docs/reference/files.md names."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from detente.errors import ReportError
from detente.reports.content import Content, iso_day
from detente.reports.limits import MAX_CHARACTERS
from detente.reports.opening import Stopped, open_binary

FIELDS = ("text", "title", "date", "outlet", "source", "url", "id")


def contents(path: Path) -> Iterator[Content | ReportError]:
    """Yield the report of each line, or what is wrong with it; empty lines are passed over.

    Parameters
    ----------
    path
        A .jsonl or .jsonl.gz file.
    """
    with open_binary(path) as file:
        number = 0
        try:
            while line := file.readline(MAX_CHARACTERS + 1):
                number += 1
                if len(line) > MAX_CHARACTERS:
                    _skip_line(file, line)
                    yield _fault(path, number, f"longer than the limit of {MAX_CHARACTERS:,} bytes; split it")
                elif line.strip():
                    yield _content(line, path, number)
        except Stopped as exc:
            yield _fault(path, number + 1, str(exc))


def _skip_line(file: Any, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = file.readline(MAX_CHARACTERS)


def _content(line: bytes, path: Path, number: int) -> Content | ReportError:
    try:
        row = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError as exc:
        return _fault(path, number, f"not valid UTF-8 at byte {exc.start} of the line; save the file as UTF-8")
    except (ValueError, RecursionError) as exc:
        why = f"{exc.msg} at column {exc.colno}" if isinstance(exc, json.JSONDecodeError) else "nested too deep"
        return _fault(path, number, f"not JSON: {why}; write one object per line")
    if number == 1 and isinstance(row, dict) and "detente" in row:
        raise ReportError("is what `detente record export` wrote; take it in with `detente record import`", file=path)
    wrong = _wrong(row)
    if wrong:
        return _fault(path, number, wrong)
    outlet = row.get("outlet") or row.get("source")
    name = row.get("id") or number
    return Content(
        row["text"], row.get("title") or None, iso_day(row.get("date")), outlet or None, row.get("url") or None,
        f"line {number}", str(name),
    )  # fmt: skip


def _wrong(row: object) -> str | None:
    """Say what keeps a row from being a report: nothing is guessed, and a date that is no day is not dropped."""
    if not isinstance(row, dict):
        return 'not an object; write {"text": "..."} with title, date, outlet, url, id where known'
    if not isinstance(row.get("text"), str):
        return 'no field "text" with the text of the report'
    for field in FIELDS[1:]:
        value = row.get(field)
        if value is not None and not isinstance(value, str) and not (field == "id" and isinstance(value, int)):
            return f'the field "{field}" is not text'
    if row.get("date") and iso_day(row["date"]) is None:
        return f"the date {row['date'][:40]!r} is not a day; write YYYY-MM-DD"
    return None


def _fault(path: Path, number: int, message: str) -> ReportError:
    return ReportError(f"line {number}: {message}", file=path)
