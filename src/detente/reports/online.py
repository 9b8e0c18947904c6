"""Reports at an address: what was fetched is read as a file of its kind would be."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from detente.errors import ReportError
from detente.reports.encoding import decode
from detente.reports.fetching import Fetched, FetchLimits, fetch
from detente.reports.loading import SUFFIXES, load_all
from detente.reports.report import Report

_TABLES = (".csv", ".tsv", ".csv.gz", ".tsv.gz", ".csv.zip", ".zip")
_SUFFIX_OF = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/rdf+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/warc": ".warc",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "application/x-jsonlines": ".jsonl",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
}
# Of these the address says more.
_VAGUE = ("", "text/plain", "application/octet-stream", "application/gzip", "application/x-gzip", "application/zip",
          "binary/octet-stream")  # fmt: skip


@contextmanager
def fetched_file(
    url: str, *, allow_private: bool = False, limits: FetchLimits | None = None
) -> Iterator[tuple[Path, str]]:
    """Give what an address holds as a file of its kind, as long as it is used, with the address that answered.

    Parameters
    ----------
    url, allow_private, limits
        As `fetch`.

    Raises
    ------
    ReportError
        As `fetch`, and where it is of no kind that can be read.
    """
    found = fetch(url, allow_private=allow_private, limits=limits)
    with tempfile.TemporaryDirectory(prefix="detente-") as folder:
        path = Path(folder) / f"{_stem(found.url)}{_suffix(found, url)}"
        path.write_bytes(_content(found, path))
        yield path, found.url


def load_url(
    url: str,
    *,
    date: str | None = None,
    on_fault: Callable[[ReportError], None] | None = None,
    allow_private: bool = False,
    limits: FetchLimits | None = None,
) -> Iterator[Report]:
    """Load the reports at an address: a page, a text, a PDF, a feed, a web archive, JSON Lines.

    Parameters
    ----------
    url, allow_private, limits
        As `fetch`. Links in a page or feed are not followed.
    date, on_fault
        As `load_all`.

    Raises
    ------
    ReportError
        As `fetch` and `load_all`; it names the address.
    """
    with fetched_file(url, allow_private=allow_private, limits=limits) as (path, answered):
        yield from of_address(path, answered, date=date, on_fault=on_fault)


def of_address(
    path: Path, url: str, *, date: str | None = None, on_fault: Callable[[ReportError], None] | None = None
) -> Iterator[Report]:
    """Load a fetched file, whose reports and faults are those of its address.

    Parameters
    ----------
    path
        The file.
    url
        Where it came from.
    date, on_fault
        As `load_all`.
    """

    def told(fault: ReportError) -> ReportError:
        return ReportError(str(fault).replace(str(path), "", 1).removeprefix(": "), file=url)

    tell = None if on_fault is None else lambda fault: on_fault(told(fault))
    try:
        for report in load_all(path, date=date, on_fault=tell):
            place = report.path.removeprefix(str(path))
            yield replace(report, path=f"{url}{place}", url=report.url or url, outlet=report.outlet or _host(url))
    except ReportError as fault:
        raise told(fault) from None


def _suffix(found: Fetched, asked: str) -> str:
    name = urlsplit(found.url).path.casefold()
    told = next(
        (suffix for suffix in sorted((*SUFFIXES, *_TABLES), key=len, reverse=True) if name.endswith(suffix)), None
    )
    if found.kind in _VAGUE and told:
        return told
    if found.kind in ("text/plain", *_SUFFIX_OF):
        return _SUFFIX_OF[found.kind]
    what = f"is {found.kind[:60]!r}" if found.kind else "is of no kind that its server names"
    raise ReportError(
        f"{what}, which cannot be read; save it in a form that can be ({', '.join(SUFFIXES)})", file=asked
    )


def _content(found: Fetched, path: Path) -> bytes:
    """The bytes, as UTF-8 where the server names an encoding that the file itself does not."""
    if found.charset is None or path.suffix not in (".txt", ".html"):
        return found.content
    text = decode(found.content, Path(found.url), declared=found.charset.lower())
    # A byte order mark goes before what a page declares of itself.
    return text.encode("utf-8-sig", "surrogatepass") if path.suffix == ".html" else text.encode()


def _stem(url: str) -> str:
    name = urlsplit(url).path.rpartition("/")[2].split(".")[0]
    return "".join(c for c in name if c.isalnum() or c in "-_")[:80] or "page"


def _host(url: str) -> str | None:
    return urlsplit(url).hostname
