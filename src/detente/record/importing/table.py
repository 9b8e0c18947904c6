"""Rows of a table of any length, one after the other, with line and column for everything that is wrong."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from detente.errors import ReportError
from detente.reports.opening import MAX_RATIO, Stopped, open_binary

# The longest notes have a few thousand characters; a longer line is no line of a table.
MAX_LINE = 1_000_000
SUFFIXES = (".csv", ".tsv", ".csv.gz", ".tsv.gz", ".txt.gz", ".csv.zip", ".tsv.zip", ".zip")
_FREE = 20_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Parameters
    ----------
    line
        Where it begins in the file, from 1.
    columns
        Names of the columns in their order.
    values
        What stands in each of them, "" for nothing.
    """

    line: int
    columns: tuple[str, ...]
    values: tuple[str, ...]

    def __getitem__(self, column: str) -> str:
        """Return what stands in a column without spaces around it, "" where the table has no such column."""
        try:
            return self.values[self.columns.index(column)].strip()
        except ValueError:
            return ""

    def place(self, column: str) -> str:
        """Return the place of a column for a message."""
        return f"line {self.line}, column {self.columns.index(column) + 1} ({column})"


class BadValue(Exception):
    """A value that cannot be used: its column, and why not."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


def head(path: Path) -> tuple[list[str], str]:
    """Return the values of the first line of a table, and what separates them.

    Parameters
    ----------
    path
        The file, compressed or not.

    Raises
    ------
    ReportError
        Where it cannot be read, is empty, or is no text.
    """
    with _opened(path) as file:
        try:
            line = next(_lines(file), "")
        except Stopped as exc:
            raise ReportError(f"line 1: {exc}", file=path) from None
    if not line.strip():
        raise ReportError("the file is empty; give a table with a header", file=path)
    if "\0" in line or any("\ud800" <= c <= "\udfff" for c in line):
        raise ReportError("is no table in UTF-8; save it as CSV in UTF-8", file=path)
    separator = max("\t,;", key=line.count)
    return next(csv.reader([line], delimiter=separator)), separator


def rows(path: Path, separator: str, columns: Iterable[str] | None = None) -> Iterator[Row | ReportError]:
    """Yield the rows of a table, or what is wrong with one.

    Parameters
    ----------
    path
        The file.
    separator
        Between the values of a row.
    columns
        Their names, where the file has no header.
    """
    with _opened(path) as file:
        reader = csv.reader(_lines(file), delimiter=separator)
        names = tuple(columns) if columns else tuple(" ".join(name.split()) for name in next(reader))
        for name in {name for name in names if names.count(name) > 1}:
            raise ReportError(f"line 1: two columns are called {name!r}; rename or drop one", file=path)
        while True:
            line = reader.line_num + 1
            try:
                values = next(reader)
            except StopIteration:
                return
            except csv.Error as exc:
                yield ReportError(f"line {line}: {exc}; look for a quotation mark that is not closed", file=path)
                continue
            except Stopped as exc:
                yield ReportError(f"line {line}: {exc}", file=path)
                return
            if values:
                yield _row(path, line, names, values)


def _row(path: Path, line: int, names: tuple[str, ...], values: list[str]) -> Row | ReportError:
    if len(values) != len(names):
        return ReportError(
            f"line {line}, column {min(len(values), len(names)) + 1}: has {len(values)} values, and the table"
            f" {len(names)} columns",
            file=path,
        )
    row = Row(line, names, tuple(values))
    for name, value in zip(names, values, strict=True):
        if "\0" in value or any("\ud800" <= c <= "\udfff" for c in value):
            return ReportError(f"{row.place(name)}: is not UTF-8; save the table as UTF-8", file=path)
    return row


def _lines(file: BinaryIO) -> Iterator[str]:
    # What is not UTF-8 is found in its row, so that the other rows can be read.
    first = True
    while line := file.readline(MAX_LINE + 1):
        if len(line) > MAX_LINE:
            raise Stopped(f"longer than {MAX_LINE:,} bytes; it is not read further")
        yield line.decode("utf-8-sig" if first else "utf-8", "surrogateescape")
        first = False


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    if path.suffix.casefold() != ".zip":
        with open_binary(path) as file:
            yield file
        return
    try:
        with zipfile.ZipFile(path) as archive, io.BufferedReader(_Member(archive, _only(archive, path))) as file:
            yield file
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as exc:
        raise ReportError(f"cannot be read: {exc}; unpack it and give the table", file=path) from None


def _only(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    found = [info for info in archive.infolist() if info.filename.casefold().endswith((".csv", ".tsv", ".txt"))]
    if len(found) != 1:
        raise ReportError(f"holds {len(found)} tables; unpack it and give the one that you mean", file=path)
    return found[0]


class _Member(io.RawIOBase):
    """The bytes of a file in an archive, as long as they stand in some proportion to its size there."""

    def __init__(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
        self._file = archive.open(info)
        self._most = max(_FREE, MAX_RATIO * info.compress_size)
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            data = self._file.read(len(buffer))
        except (EOFError, zipfile.BadZipFile, OSError) as exc:
            raise Stopped(f"the archive is damaged here ({exc}); get it again") from None
        self._given += len(data)
        if self._given > self._most:
            raise Stopped(f"the archive unfolds to more than {MAX_RATIO:,} times its size; it is not read further")
        buffer[: len(data)] = data
        return len(data)
