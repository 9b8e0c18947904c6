"""From bytes to characters: a byte order mark, a declared encoding, UTF-8, or an encoding that is certain."""

import functools
import re
from pathlib import Path

from detente.errors import ReportError

_MARKS = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# Names under which text is declared; Python knows codecs that are no encodings, such as "base64".
_ENCODINGS = re.compile(
    r"utf-?8|us-ascii|ascii|latin-?1|iso-?8859-\d{1,2}|(?:windows|cp)-?\d{3,4}|koi8-[rut]|macintosh|x-mac-\w+"
    r"|gb2312|gbk|gb18030|big5(?:-hkscs)?|shift[-_]jis|x-sjis|euc-(?:jp|kr)|iso-2022-jp|ks_c_5601-1987|tis-620"
)
# What pages declare and what they mean by it (WHATWG Encoding Standard, "Names and labels").
_MEANT = dict.fromkeys(("us-ascii", "ascii", "latin1", "latin-1", "iso-8859-1", "iso8859-1", "windows-1252"), "cp1252")
_MEANT |= {"gb2312": "gbk", "x-sjis": "shift_jis", "ks_c_5601-1987": "cp949", "iso-8859-9": "cp1254"}
_META = re.compile(rb"<meta[^>]{0,300}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{1,40})", re.IGNORECASE)
_WAY_OUT = "convert it from its own encoding, such as with: iconv -f WINDOWS-1252 -t UTF-8"


def decode(data: bytes, path: Path, *, declared: str | None = None, place: str = "") -> str:
    """Return the characters of a file, or a ReportError that says what it is instead.

    Parameters
    ----------
    data
        The bytes of the file.
    path, place
        Its name, and where in it the bytes stand, for the message.
    declared
        The encoding that the file or its sender names. A byte order mark goes before it; where the bytes are not of
        it, UTF-8 is tried.

    Examples
    --------
    >>> decode(b"Truce holds", Path("a.txt"))
    'Truce holds'
    >>> decode("Трёхсторонние переговоры".encode("cp1251"), Path("a.html"), declared="windows-1251")
    'Трёхсторонние переговоры'
    """
    at = f"{place}: " if place else ""
    if not data.strip():
        raise ReportError(f"{at}the file is empty; give a file with text in it", file=path)
    mark = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if mark is None and b"\0" in data[:65536]:
        raise ReportError(f"{at}the file is binary, not text; save the report as plain text in UTF-8", file=path)
    text = _marked(data, mark, path, at) if mark else _unmarked(data, declared, path, at)
    if not text.strip():
        raise ReportError(f"{at}the file is empty; give a file with text in it", file=path)
    return text


def declared_in_page(data: bytes) -> str | None:
    """Return the encoding that a web page names in its first bytes.

    Examples
    --------
    >>> declared_in_page(b"<html><head><meta charset='windows-1251'>")
    'windows-1251'
    """
    found = _META.search(data, 0, 4096)
    return found[1].decode("ascii", "replace") if found else None


def _marked(data: bytes, encoding: str, path: Path, at: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as exc:
        name = {"utf-8-sig": "UTF-8"}.get(encoding, encoding.upper())
        start = exc.start + (3 if encoding == "utf-8-sig" else 0)
        raise ReportError(f"{at}not valid {name} at byte {start}, though it begins as such; save it again as UTF-8",
                          file=path) from None  # fmt: skip


def _unmarked(data: bytes, declared: str | None, path: Path, at: str) -> str:
    said = _codec(declared)
    for encoding in (said, "utf-8"):
        if encoding and (text := _try(data, encoding)) is not None:
            return text
    if is_windows_1252(data):
        return data.decode("cp1252")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as exc:
        also = f" and not {declared}, which it declares" if said not in (None, "utf-8") else ""
        raise ReportError(f"{at}not valid UTF-8 at byte {exc.start}{also}; {_WAY_OUT}", file=path) from None


def _codec(declared: str | None) -> str | None:
    """Return the codec of a declared encoding; None where it is none, or UTF-16 (which would have a mark)."""
    name = (declared or "").strip().lower()
    return _MEANT.get(name, name.removeprefix("x-")) if _ENCODINGS.fullmatch(name) else None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


# Windows' own marks stand between 0x80 and 0x9F, where ISO 8859 has nothing to print; ’ in "it’s", “ before a word.
_TELLING = re.compile(
    rb"(?<=[A-Za-z])\x92(?=(?:s|t|re|ve|ll|d|m)\b)|(?:(?<=[\s(])|\A)\x93(?=[A-Za-z\d])|(?<=[A-Za-z\d.,?!])\x94(?=[\s.,;)]|\Z)"
    rb"|(?<= )[\x96\x97](?= )|(?<=\d)\x96(?=\d)"
)
_FITTING = re.compile(
    rb"(?:(?<=[\s(])|\A)[\x91\x93](?=[\x91\x93A-Za-z\d$\xa3\x85])|(?<=[A-Za-z\d.,?!\x85\x92\x94)])[\x92\x94]"
    rb"|[\x96\x97](?=[\s\w\x93\x91])|(?<=[\w\s.,])\x85|(?<=[\s(\d])[\x80\xa3\xa7](?=[\s\d])|(?<=\d)\xb0"
    rb"|(?:(?<=\s)|\A)[\x95\x9b\xa9\xb7\xbb](?=\s)|(?<=[\s.,])\xa0+|\xa0(?=[\s\w])"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_SISTERS = ("cp1252", "cp1250", "cp1254", "cp1257")


def is_windows_1252(data: bytes) -> bool:
    r"""True where bytes can only be English in Windows-1252.

    Every byte beyond ASCII must be a mark that stands as such marks do, or a letter inside a Latin word that all
    encodings of that family share; and one mark at least must have a place that it has in no other encoding.

    Parameters
    ----------
    data
        Bytes that are not UTF-8.

    Examples
    --------
    >>> is_windows_1252(b"Norway\x92s offer, and a caf\xe9"), is_windows_1252(b"a caf\xe9")
    (True, False)
    """
    if not _TELLING.search(data):
        return False
    explained = {match.start() for pattern in (_TELLING, _FITTING) for match in pattern.finditer(data)}
    return all(match.start() in explained or _is_shared_letter(data, match.start()) for match in _HIGH.finditer(data))


def _is_shared_letter(data: bytes, at: int) -> bool:
    around = data[max(0, at - 1) : at] + data[at + 1 : at + 2]
    return data[at] in _shared_letters() and any(chr(byte).isalpha() and byte < 128 for byte in around)


@functools.cache
def _shared_letters() -> frozenset[int]:
    readings = {byte: {bytes([byte]).decode(name, "replace") for name in _SISTERS} for byte in range(0xC0, 0x100)}
    return frozenset(byte for byte, letters in readings.items() if len(letters) == 1)
