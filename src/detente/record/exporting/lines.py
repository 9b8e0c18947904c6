"""JSON Lines: the rows of a record, a report a line, for another record to take in."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from itertools import islice
from typing import Any, TextIO

from detente.record.exporting.selecting import Chosen
from detente.record.store import Record

HEAD: Mapping[str, Any] = {"detente": "record", "version": 1}
REDACTED_HEAD: Mapping[str, Any] = {"detente": "redacted", "version": 1}
_AT_ONCE = 200


def write_all(record: Record, target: TextIO) -> None:
    """Write every row of a record.

    Parameters
    ----------
    record
        The record.
    target
        A text file.
    """
    _line(HEAD, target)
    ids = iter(record.ids())
    while batch := list(islice(ids, _AT_ONCE)):
        for each in record.statements(batch):
            _line(asdict(each), target)


def write_found(record: Record, found: Iterable[Chosen], target: TextIO) -> None:
    """Write the rows of what a search found: its reports, and of their entries those that were found.

    Parameters
    ----------
    record
        The record.
    found
        What is exported of it.
    target
        A text file.
    """
    _line(HEAD, target)
    for batch in _batches(found):
        for each in record.statements(list(batch)):
            entries = batch[each.id].entries
            judged = [entry.by.judgement.entry for entry in entries if entry.by.judgement]
            _line(asdict(each.only({*(entry.id for entry in entries), *judged})), target)


def write_redacted(rows: Iterable[Mapping[str, Any]], target: TextIO) -> None:
    """Write redacted rows, an entry a line; no record can be made of them again.

    Parameters
    ----------
    rows
        As `redacted` returns them.
    target
        A text file.
    """
    _line(REDACTED_HEAD, target)
    for row in rows:
        _line(row, target)


def _batches(found: Iterable[Chosen]) -> Iterator[dict[str, Chosen]]:
    left = iter(found)
    while batch := {each.report.id: each for each in islice(left, _AT_ONCE)}:
        yield batch


def _line(value: Mapping[str, Any], target: TextIO) -> None:
    # ASCII: half a surrogate pair in a report is no character that UTF-8 has.
    target.write(json.dumps(value) + "\n")
