"""One export, whatever the form: chosen, redacted where asked for, and put in its place as a whole."""

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from detente.errors import InputError
from detente.record.exporting import cells, columnar, lines, linked
from detente.record.exporting.flat import COLUMNS, entry_row, sentence_row
from detente.record.exporting.redacting import REDACTED_COLUMNS, redacted
from detente.record.exporting.selecting import Chosen, chosen
from detente.record.store import Record

Format = Literal["csv", "parquet", "jsonl", "jsonld"]
FORMATS: tuple[Format, ...] = ("csv", "parquet", "jsonl", "jsonld")


@dataclass(slots=True)
class Exported:
    """How much was written.

    Parameters
    ----------
    reports, entries, sentences
        Numbers of reports, of entries, and of sentences that a search found and from which nothing was read.
    """

    reports: int = 0
    entries: int = 0
    sentences: int = 0

    def count(self, found: Iterable[Chosen]) -> Iterator[Chosen]:
        """Yield what is exported and count it."""
        for each in found:
            self.reports += 1
            self.entries += len(each.entries)
            self.sentences += len(each.bare)
            yield each


def export(
    record: Record,
    target: Path,
    format: Format,
    words: str = "",
    *,
    redact: bool = False,
    **asked: str | None,
) -> Exported:
    """Write what stands in a record, or what a search finds, to a file: all of it or nothing.

    Parameters
    ----------
    record
        The record.
    target
        The file; one that is there is replaced.
    format
        csv | parquet | jsonl | jsonld.
    words, **asked
        As `Record.search` takes them; everything where none is given.
    redact
        Without names of sources, free text, and ids that lead to a text: see `redacting`.

    Raises
    ------
    InputError
        Where something is asked for that there is not, the file cannot be written, or Parquet cannot be made.

    Examples
    --------
    >>> from detente.reports import report_from_text
    >>> from tempfile import TemporaryDirectory
    >>> with Record() as record, TemporaryDirectory() as folder:
    ...     _ = record.add(report_from_text("Talks began."))
    ...     export(record, Path(folder) / "all.jsonl", "jsonl")
    Exported(reports=1, entries=0, sentences=0)
    """
    done = Exported()
    found = done.count(chosen(record, words, **asked))
    whole = not (words or any(asked.values()))
    with tempfile.TemporaryDirectory(prefix=".detente-", dir=_folder(target)) as folder:
        made = Path(folder) / "export"
        if redact:
            _write_redacted(redacted(_rows(found)), made, format)
            done.sentences = 0
        else:
            _write(record, found, made, format, whole=whole)
        try:
            os.replace(made, target)
        except OSError as exc:
            raise InputError(f"cannot be written: {exc.strerror}; choose another place with -o", file=target) from None
    return done


def _folder(target: Path) -> Path:
    if not target.parent.is_dir() or not os.access(target.parent, os.W_OK):
        raise InputError("cannot be written: no such folder, or not yours; choose another place with -o", file=target)
    return target.parent


def _rows(found: Iterable[Chosen]) -> Iterator[Mapping[str, Any]]:
    for each in found:
        yield from (entry_row(each.report, entry) for entry in each.entries)
        yield from (sentence_row(each.report, hit) for hit in each.bare)


def _write(record: Record, found: Iterator[Chosen], made: Path, format: Format, *, whole: bool) -> None:
    if format == "parquet":
        columnar.write(_rows(found), made)
        return
    with made.open("w", encoding="utf-8", errors="replace", newline="") as file:
        if format == "csv":
            cells.write(_rows(found), file, COLUMNS)
        elif format == "jsonld":
            linked.write(found, file)
        elif whole:
            # All rows go out, those of rejected entries too; the view is only counted.
            lines.write_all(record, file)
            for _ in found:
                pass
        else:
            lines.write_found(record, found, file)


def _write_redacted(rows: list[dict[str, Any]], made: Path, format: Format) -> None:
    if format == "parquet":
        columnar.write(rows, made, REDACTED_COLUMNS)
        return
    with made.open("w", encoding="utf-8", newline="") as file:
        if format == "csv":
            cells.write(rows, file, REDACTED_COLUMNS)
        elif format == "jsonld":
            linked.write_redacted(rows, file)
        else:
            lines.write_redacted(rows, file)
