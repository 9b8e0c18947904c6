"""WARC, the form of web archives: each page in it is a report; the file is streamed, a broken record passed by."""

import io
import logging
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from detente.errors import ReportError
from detente.reports.content import Content
from detente.reports.encoding import decode
from detente.reports.html import page
from detente.reports.metadata import host
from detente.reports.opening import MAX_RATIO, open_binary

_PAGES = ("text/html", "application/xhtml+xml")
_RECORDS = ("response", "resource", "conversion")
_GZIP = b"\x1f\x8b\x08"
_PLAIN = b"WARC/1."
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,15})\s*$", re.IGNORECASE | re.MULTILINE)
_CHUNK = 1 << 20
# Pages are far smaller; films are passed by.
MAX_RECORD = 50_000_000
MAX_HEAD = 100_000


def contents(path: Path) -> Iterator[Content | ReportError]:
    """Yield the report of each archived page, or what is wrong with it.

    Pages and texts that were delivered (status 200) count; pictures, errors, requests and notes are passed over.

    Parameters
    ----------
    path
        A .warc or .warc.gz file.
    """
    with open_binary(path, unfold=False) as file:
        head = file.read(len(_PLAIN))
        if not head.strip():
            raise ReportError("the file is empty; give a file with text in it", file=path)
        if not head.startswith((_GZIP, _PLAIN)):
            raise ReportError("not a WARC file; give one as a web archive writes it", file=path)
        yield from _records(file, _GZIP if head.startswith(_GZIP) else _PLAIN, path)


def _records(file: BinaryIO, magic: bytes, path: Path) -> Iterator[Content | ReportError]:
    """Read on from where a record begins; after a broken one from the next that can be read."""
    start: int | None = 0
    number, lost = 0, False
    while start is not None:
        stream = _Stream(file, start, unfold=magic == _GZIP)
        try:
            while (record := stream.record()) is not None:
                number, lost = number + 1, False
                found = _content(record, path, number, stream.begin)
                if found is not None:
                    yield found
            return
        except _Broken as exc:
            # What looks like the next record can be a piece of this one: only the first fault is news.
            if not lost:
                number += 1
                yield ReportError(f"record {number} at byte {stream.begin:,}: {exc}", file=path)
            lost = True
        start = _next(file, magic, stream.begin + 1)


def _next(file: BinaryIO, magic: bytes, start: int) -> int | None:
    """Return where the next record may begin, from `start` on."""
    sought = magic if magic == _GZIP else b"\n" + magic
    file.seek(start)
    tail, at = b"", start
    while chunk := file.read(_CHUNK):
        data = tail + chunk
        if (found := data.find(sought)) >= 0:
            return at - len(tail) + found + (magic != _GZIP)
        tail, at = data[-len(sought) :], at + len(chunk)
    return None


class _Broken(Exception):
    """A record that cannot be read; the next one has to be looked for."""


class _Stream:
    """Records one after the other from a place in the file; `begin` is where the latest one begins."""

    def __init__(self, file: BinaryIO, start: int, *, unfold: bool) -> None:
        file.seek(start)
        self._file, self._unfold = file, unfold
        self._ready, self._read_to = bytearray(), start
        self._member: Any = None
        self._folded = b""
        self._unfolded, self._member_begin = 0, start
        self.begin = start

    def record(self) -> bytes | None:
        """Return the next record as a whole, None at the end of the file."""
        if not self._skip_blank():
            self.begin = self._read_to
            return None
        self.begin = self._member_begin if self._unfold else self._read_to - len(self._ready)
        head = self._head()
        length = _LENGTH.search(head)
        if not head.startswith(_PLAIN) or length is None:
            raise _Broken("not the head of a record")
        size = int(length[1])
        if size > MAX_RECORD:
            raise _Broken(f"{size:,} bytes, more than the limit of {MAX_RECORD:,}")
        while len(self._ready) < size:
            if not self._fill():
                raise _Broken(f"breaks off {size - len(self._ready):,} bytes before its end")
        return head + self._take(size) + b"\r\n\r\n"

    def _skip_blank(self) -> bool:
        while True:
            blank = len(self._ready) - len(self._ready.lstrip(b"\r\n"))
            self._take(blank)
            if self._ready:
                return True
            if not self._fill():
                return False

    def _head(self) -> bytes:
        while True:
            for end in (b"\r\n\r\n", b"\n\n"):
                if (found := self._ready.find(end)) >= 0:
                    return self._take(found + len(end))
            if len(self._ready) > MAX_HEAD or not self._fill():
                raise _Broken("the head of a record without an end")

    def _take(self, size: int) -> bytes:
        taken = bytes(self._ready[:size])
        del self._ready[:size]
        return taken

    def _fill(self) -> bool:
        """Make more bytes ready; False at the end of the file."""
        if not self._unfold:
            chunk = self._file.read(_CHUNK)
            self._read_to += len(chunk)
            self._ready += chunk
            return bool(chunk)
        return self._unfold_more()

    def _unfold_more(self) -> bool:
        if not self._folded:
            self._folded = self._file.read(_CHUNK)
            self._read_to += len(self._folded)
        if not self._folded:
            if self._member is not None:
                raise _Broken("the compressed file breaks off")
            return False
        if self._member is None:
            self._member, self._unfolded = zlib.decompressobj(wbits=31), 0
            self._member_begin = self._read_to - len(self._folded)
            if not self._ready:
                self.begin = self._member_begin
        self._unfold_chunk()
        return True

    def _unfold_chunk(self) -> None:
        try:
            data = self._member.decompress(self._folded, _CHUNK)
        except zlib.error:
            raise _Broken("the compressed bytes are damaged") from None
        self._unfolded += len(data)
        self._ready += data
        self._folded = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
        folded = self._read_to - len(self._folded) - self._member_begin
        if self._unfolded > max(MAX_RECORD, MAX_RATIO * folded):
            raise _Broken(f"unfolds to more than {MAX_RATIO:,} times its size")
        if self._member.eof:
            self._member = None


def _content(raw: bytes, path: Path, number: int, begin: int) -> Content | ReportError | None:
    """Return the report in a record, None for a record that holds none by its kind."""
    place = f"record {number} at byte {begin:,}"
    # The library meets malformed HTTP with many kinds of exceptions, and logs what it mends.
    logging.getLogger("warcio").setLevel(logging.CRITICAL)
    try:
        record = next(iter(_archive(raw)))
        if record.rec_type not in _RECORDS or not _delivered(record):
            return None
        payload = _payload(record)
    except Exception as exc:
        why = str(exc) if isinstance(exc, _Broken) else f"cannot be taken apart ({type(exc).__name__})"
        return ReportError(f"{place}: {why}", file=path)
    try:
        return _of_payload(record, payload, path, place, str(number))
    except ReportError as fault:
        return fault


def _payload(record: Any) -> bytes:
    """Return what a record holds, put together from its chunks and unpacked."""
    from warcio.bufferedreaders import ChunkedDataReader

    chunked = _header(record, "Transfer-Encoding") == "chunked"
    stream = ChunkedDataReader(record.raw_stream) if chunked else record.raw_stream
    body = b"".join(iter(lambda: stream.read(_CHUNK), b""))
    packing = _header(record, "Content-Encoding")
    if packing in ("gzip", "x-gzip"):
        # Some archives keep what was unpacked under the header of what was sent.
        return _unpacked(body, 31) if body.startswith(_GZIP) else body
    if packing == "br":
        return _unbrotlied(body)
    if packing == "deflate":
        return _unpacked(body, 15 if body[:1] == b"\x78" else -15)
    if packing not in ("", "identity"):
        raise _Broken(f"packed as {packing[:20]!r}, which is not read")
    return body


def _unpacked(body: bytes, wbits: int) -> bytes:
    unpacker = zlib.decompressobj(wbits=wbits)
    try:
        data = unpacker.decompress(body, MAX_RECORD + 1)
    except zlib.error:
        raise _Broken("what it holds is packed and damaged") from None
    return _whole(data, unpacker.eof)


def _unbrotlied(body: bytes) -> bytes:
    import brotli

    unpacker = brotli.Decompressor()
    try:
        data = unpacker.process(body, output_buffer_limit=MAX_RECORD + 1)
    except brotli.error:
        raise _Broken("what it holds is packed and damaged") from None
    return _whole(bytes(data), unpacker.is_finished())


def _whole(data: bytes, finished: bool) -> bytes:
    if len(data) > MAX_RECORD:
        raise _Broken(f"unfolds to more than {MAX_RECORD:,} bytes")
    if not finished:
        raise _Broken("what it holds is packed and breaks off")
    return data


def _header(record: Any, name: str) -> str:
    """Return a header of the answer that was archived, in lower case, "" where there is none."""
    return (record.http_headers.get_header(name) or "").strip().lower() if record.http_headers else ""


def _archive(raw: bytes) -> Any:
    from warcio.archiveiterator import ArchiveIterator

    return ArchiveIterator(io.BytesIO(raw))


def _delivered(record: Any) -> bool:
    return record.http_headers is None or record.http_headers.get_statuscode() == "200"


def _of_payload(record: Any, payload: bytes, path: Path, place: str, name: str) -> Content | None:
    kind, charset = _kind(record)
    url = record.rec_headers.get_header("WARC-Target-URI")
    if kind in _PAGES:
        found = page(payload, path, declared=charset, place=place, name=name, url=url)
    elif kind == "text/plain":
        found = Content(decode(payload, path, declared=charset, place=place), url=url, place=place, name=name)
    elif kind == "application/pdf":
        from detente.reports.pdf import from_bytes

        found = from_bytes(payload, path, place=place, name=name, url=url)
    else:
        return None
    return replace(found, outlet=found.outlet or host(url))


def _kind(record: Any) -> tuple[str, str | None]:
    headers = record.http_headers or record.rec_headers
    kind, *parameters = (headers.get_header("Content-Type") or "").split(";")
    charset = next((p.partition("=")[2] for p in parameters if p.strip().lower().startswith("charset=")), None)
    return kind.strip().lower(), charset.strip(" \"'") if charset else None
