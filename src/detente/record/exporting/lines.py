"""JSON Lines: the rows of a record, a report a line, for another record to take in; then the decisions on two entries.

A decision stands after both of its reports, and after the decision that it supersedes.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import islice
from typing import Any, TextIO

from detente.entries import Joining
from detente.record.exporting.selecting import Chosen
from detente.record.statements import joining_row
from detente.record.store import Record
from detente.record.view import root, stored

HEAD: Mapping[str, Any] = {"detente": "record", "version": 2}
# The first version has no namings.
EARLIER_HEADS: Sequence[Mapping[str, Any]] = ({"detente": "record", "version": 1},)
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
    _write_joinings(_joinings(record), target)


def write_found(record: Record, found: Iterable[Chosen], target: TextIO) -> None:
    """Write the rows of what a search found: reports, their entries that were found, decisions on two of these.

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
    joinings, written = _joinings(record), set[str]()
    for batch in _batches(found):
        for each in record.statements(list(batch)):
            entries = batch[each.id].entries
            names = [judgement.entry for entry in entries for judgement in entry.by.renamed]
            rows = each.only({*map(stored, entries), *map(root, entries), *names})
            written |= {row["entry"] for row in rows.readings}
            _line(asdict(rows), target)
    _write_joinings([each for each in joinings if written.issuperset(each.on)], target)


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


def _joinings(record: Record) -> list[Joining]:
    return [each for each in record.log() if isinstance(each, Joining)]


def _write_joinings(joinings: Iterable[Joining], target: TextIO) -> None:
    for each in joinings:
        _line({"joining": joining_row(each)}, target)


def _batches(found: Iterable[Chosen]) -> Iterator[dict[str, Chosen]]:
    left = iter(found)
    while batch := {each.report.id: each for each in islice(left, _AT_ONCE)}:
        yield batch


def _line(value: Mapping[str, Any], target: TextIO) -> None:
    # ASCII: half a surrogate pair in a report is no character that UTF-8 has.
    target.write(json.dumps(value) + "\n")
