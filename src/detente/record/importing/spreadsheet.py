"""CSV that `record export` wrote, perhaps edited in a spreadsheet since: entries with the sentences that they quote."""

import json
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from detente.entries import ENTRY_TYPES, Entry, entry_from_json
from detente.errors import RecordError, ReportError, nothing_usable
from detente.record.correcting import check_field
from detente.record.exporting.cells import told_back
from detente.record.exporting.flat import COLUMNS
from detente.record.exporting.redacting import REDACTED_COLUMNS
from detente.record.importing.table import BadValue, Row, head, rows
from detente.record.importing.tables import Imported
from detente.record.store import Record
from detente.reports import Report
from detente.reports.content import iso_day

_AT_ONCE = 500
_NEEDS = frozenset(COLUMNS)


def is_spreadsheet(path: Path) -> bool:
    """Return whether a table has the columns of an export, all of them.

    Parameters
    ----------
    path
        The file.
    """
    return {value.strip() for value in head(path)[0]} >= _NEEDS


def is_redacted(path: Path) -> bool:
    """Return whether a table has the columns of a redacted export, and no others.

    Parameters
    ----------
    path
        The file.
    """
    return {value.strip() for value in head(path)[0]} == set(REDACTED_COLUMNS)


def import_csv(record: Record, path: Path, on_fault: Callable[[ReportError], None] | None = None) -> Imported:
    """Add entries of a CSV file that a record exported.

    An entry that the record has adds nothing. Another is added to a report of its own, which is the sentence that the
    row has: the report itself is not in the table. What persons decided does not come back from a table.

    Parameters
    ----------
    record
        The record.
    path
        The file.
    on_fault
        Is told what is wrong with a row; the others are added. Without it the first fault is raised.

    Raises
    ------
    ReportError
        Where no row can be used.
    """
    count = dict.fromkeys(("rows", "new", "skipped"), 0)
    found = _read(path)
    while batch := list(islice(found, _AT_ONCE)):
        for each in batch:
            if isinstance(each, ReportError):
                if on_fault is None:
                    raise each
                on_fault(each)
                count["skipped"] += 1
        usable = [each for each in batch if not isinstance(each, ReportError)]
        known = record.known([id for id, _, _ in usable])
        added = record.add_many((report, [entry]) for id, report, entry in usable if id not in known)
        count["rows"] += len(usable)
        count["new"] += added.entries
    if not count["rows"] and count["skipped"]:
        raise ReportError(nothing_usable(count["skipped"], "row"), file=path)
    return Imported(count["rows"], count["new"], 0, count["skipped"])


def _read(path: Path) -> Iterator[tuple[str, Report, Entry] | ReportError]:
    separator = head(path)[1]
    for row in rows(path, separator):
        if isinstance(row, ReportError):
            yield row
        # A sentence that a search found and from which nothing was read is in the table for its reader only.
        elif row["kind"]:
            try:
                yield _entry(row, path)
            except BadValue as exc:
                yield ReportError(f"{row.place(exc.column)}: {exc}", file=path)


def _entry(row: Row, path: Path) -> tuple[str, Report, Entry]:
    """The id under which the record that exported it had the entry (as far as nothing was edited), and what it says."""
    kind, sentence, quote = row["kind"], _text(row, "sentence"), _text(row, "quote")
    if kind not in ENTRY_TYPES:
        raise BadValue("kind", f"{kind[:20]!r} is none of {', '.join(ENTRY_TYPES)}")
    if not quote or quote not in sentence:
        raise BadValue("quote", "does not stand in the sentence")
    date = row["report_date"] or None
    if date and iso_day(date) != date:
        raise BadValue("report_date", f"{date[:20]!r} is no day; write YYYY-MM-DD")
    names = {name: _text(row, name) or None for name in ("report_title", "outlet", "url", "report")}
    report = Report(
        names["report_title"] or "", date, "metadata" if date else None, names["outlet"], f"{path}#{row['id']}",
        sentence, ((0, len(sentence)),), (), names["url"],
    )  # fmt: skip
    body = _body(row, kind)
    start = sentence.index(quote)
    entry = _made(row, kind, report.id, body | {"quote": quote, "span": [start, start + len(quote)]})
    try:
        there = [int(row["start"]), int(row["end"])]
        before = entry_from_json(kind, names["report"] or "", body | {"quote": quote, "span": there})
    except ValueError:
        raise BadValue("start", "start and end are not where the quote stood") from None
    return before.id, report, entry


def _body(row: Row, kind: str) -> dict[str, Any]:
    from dataclasses import fields

    names = [field.name for field in fields(ENTRY_TYPES[kind]) if field.name not in ("quote", "by")]
    body = {name: _value(row, name) for name in names}
    original = _json(row, "original", dict) if row["original"] else {}
    by = {"reader": _text(row, "reader"), "reader_version": _text(row, "reader_version"), "rule": _text(row, "rule")}
    return body | by | {"confidence": _value(row, "confidence"), "original": original}


def _made(row: Row, kind: str, report: str, body: dict[str, Any]) -> Entry:
    entry = entry_from_json(kind, report, body)
    for name in body:
        if name in COLUMNS and hasattr(entry, name) and name not in ("quote", "id"):
            try:
                check_field(entry, name)
            except RecordError as exc:
                raise BadValue(name, str(exc).removeprefix(f"{name}: ")) from None
    if not isinstance(entry.by.confidence, float) or not 0 <= entry.by.confidence <= 1:
        raise BadValue("confidence", "is no number in [0, 1]")
    return entry


def _value(row: Row, name: str) -> Any:
    text = _text(row, name)
    kind = COLUMNS[name]
    if kind == "list":
        return _json(row, name, list) if text else []
    if kind == "truth":
        if text.casefold() not in ("true", "false"):
            raise BadValue(name, f"{text[:20]!r} is neither true nor false")
        return text.casefold() == "true"
    if kind == "number":
        try:
            number = float(text)
        except ValueError:
            raise BadValue(name, f"{text[:20]!r} is no number") from None
        # An integer stays one: it is part of what the id is made of.
        return int(text) if text.lstrip("-").isdecimal() and name == "value" else number
    return text or (None if name not in ("terms", "what") else "")


def _json(row: Row, name: str, kind: type[list[Any]] | type[dict[str, Any]]) -> Any:
    try:
        value = json.loads(_text(row, name))
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, kind) or not all(isinstance(item, str) for item in value):
        raise BadValue(name, "is not written as the export has it (JSON)")
    return value


def _text(row: Row, name: str) -> str:
    # As it stands: spaces at the ends are part of a quote.
    return told_back(row.values[row.columns.index(name)])
