"""Loads reports from files and folders, with one clear error for everything that is not a readable text."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from detente.errors import ReportError
from detente.reports.boilerplate import split
from detente.reports.dateline import find_date, find_weekday_year, weekday_dates
from detente.reports.report import DateBasis, Report

# A long newspaper page has some 30,000 characters; five million are a book or a mistake, and take minutes to parse.
MAX_CHARACTERS = 5_000_000
# Nobody writes a paragraph of this length; a file of one such line is a data dump.
MAX_LINE = 200_000
TEXT_SUFFIXES = (".txt",)
HTML_SUFFIXES = (".html", ".htm")
SUFFIXES = TEXT_SUFFIXES + HTML_SUFFIXES


def load(path: str | Path, *, date: str | None = None) -> Report:
    """Load one report.

    Parameters
    ----------
    path
        A .txt, .html or .htm file.
    date
        ISO day of the report, where the caller knows it.

    Returns
    -------
    Report
        Its `text` is the file's characters exactly as on disk; for HTML the extracted main text.

    Raises
    ------
    ReportError
        Where the file is missing, empty, binary, not UTF-8, too large, or of another kind; or the date is no ISO day.
    """
    path = Path(path)
    _check_date(date)
    if path.suffix.casefold() not in SUFFIXES:
        raise ReportError(f"not a kind of file that can be read; give one of {', '.join(SUFFIXES)}", file=path)
    source = decode(_read_bytes(path), path)
    if path.suffix.casefold() in HTML_SUFFIXES:
        from detente.reports.html import extract

        page = extract(source, path)
        return report_from_text(
            page.text, title=page.title, date=date, metadata_date=page.date, outlet=page.outlet, path=str(path)
        )
    return report_from_text(source, date=date, path=str(path))


def load_all(paths: Iterable[str | Path], *, date: str | None = None) -> list[Report]:
    """Load files and folders, each folder's files in the order of their names.

    Parameters
    ----------
    paths
        Files, and folders that hold .txt, .html or .htm files at any depth; other files in a folder are passed over.
    date
        ISO day for all of them.

    Raises
    ------
    ReportError
        As `load`; also where no path is given, or a folder holds no report.
    """
    files = [file for path in paths for file in _files(Path(path))]
    if not files:
        raise ReportError("no report given; name a file or a folder of .txt or .html files")
    return [load(file, date=date) for file in dict.fromkeys(files)]


def report_from_text(
    text: str,
    *,
    title: str | None = None,
    date: str | None = None,
    metadata_date: str | None = None,
    outlet: str | None = None,
    path: str = "",
) -> Report:
    r"""Make a report of a text: find its date, keep what is the report.

    Parameters
    ----------
    text
        The characters of the report.
    title
        Headline, where known; otherwise the first line that looks like one.
    date
        ISO day, where the caller knows it.
    metadata_date
        ISO day that the file's metadata give; a date given as `date` goes first.
    outlet, path
        Who published it, and the file.

    Examples
    --------
    >>> report = report_from_text("Truce holds\n\nISTANBUL, 2 June 2025 - Both sides kept quiet.")
    >>> report.title, report.date, report.date_basis
    ('Truce holds', '2025-06-02', 'dateline')
    """
    _check_date(date)
    layout = split(text, title)
    found, basis = _dated(text, date, metadata_date)
    return Report(title or layout.title, found, basis, outlet, path, text, layout.kept, layout.dropped)


def decode(data: bytes, path: Path) -> str:
    """Return the characters of a file, or a ReportError that says what it is instead.

    Parameters
    ----------
    data
        The bytes of the file.
    path
        Its name, for the message.
    """
    if not data.strip():
        raise ReportError("the file is empty; give a file with text in it", file=path)
    if b"\0" in data[:65536]:
        raise ReportError("the file is binary, not text; save the report as plain text in UTF-8", file=path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        raise ReportError(
            f"not valid UTF-8 at byte {exc.start}; convert it, such as with: iconv -f WINDOWS-1252 -t UTF-8", file=path
        ) from None
    if not text.strip():
        raise ReportError("the file is empty; give a file with text in it", file=path)
    return text


def _read_bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_CHARACTERS:
            raise ReportError(
                f"the file has {size:,} bytes, more than the limit of {MAX_CHARACTERS:,}; split it into single reports",
                file=path,
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise ReportError("no such file; check the path", file=path) from None
    except OSError as exc:
        raise ReportError(f"cannot be read: {exc.strerror or exc}", file=path) from None
    longest = max((len(line) for line in data.splitlines()), default=0)
    if longest > MAX_LINE and path.suffix.casefold() in TEXT_SUFFIXES:
        raise ReportError(
            f"a line of {longest:,} bytes, more than the limit of {MAX_LINE:,}; this is no report, or its"
            f" line breaks are lost",
            file=path,
        )
    return data


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.rglob("*") if file.suffix.casefold() in SUFFIXES and file.is_file())
    if not files:
        raise ReportError(f"no report in this folder; it needs {', '.join(SUFFIXES)} files", file=path)
    return files


def _check_date(date: str | None) -> None:
    if date is None:
        return
    try:
        valid = dt.date.fromisoformat(date).isoformat() == date
    except (TypeError, ValueError):
        valid = False
    if not valid:
        raise ReportError(f"{date!r} is not a date; write it as YYYY-MM-DD")


def _dated(text: str, date: str | None, metadata: str | None) -> tuple[str | None, DateBasis | None]:
    if date:
        return date, "argument"
    if metadata:
        return metadata, "metadata"
    if found := find_date(text):
        return found, "dateline"
    if (year := find_weekday_year(text)) and (dates := weekday_dates(text, year)):
        return max(dates).isoformat(), "weekday"
    return None, None
