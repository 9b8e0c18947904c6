"""From bytes to characters: marks, declarations, UTF-8, and Windows-1252 where it is certain; nothing is guessed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import ReportError
from detente.reports.encoding import declared_in_page, decode, is_windows_1252

HERE = Path("a.txt")
ENGLISH = "Norway’s envoy said: “We accept the café talks – all of them.” Denmark didn’t."


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\0" not in text))
def test_utf_8_is_exact(text: str) -> None:
    """Every text in UTF-8 comes back as it was, but for a byte order mark at its head."""
    assert decode(text.encode(), HERE) == text.removeprefix("\ufeff")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark(encoding: str) -> None:
    """A byte order mark goes before what is declared."""
    assert decode(ENGLISH.encode(encoding), HERE, declared="iso-8859-1") == ENGLISH


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1251", "cp1251"), ("KOI8-R", "koi8_r"), ("ISO-8859-5", "iso8859_5"), ("x-sjis", "shift_jis")],
)
def test_declared(declared: str, encoding: str) -> None:
    """A declared encoding is used."""
    text = "Переговоры"
    assert decode(text.encode(encoding), HERE, declared=declared) == text


def test_latin_1_means_windows_1252() -> None:
    """Pages that declare ISO 8859-1 use the marks of Windows, as browsers know."""
    assert decode(ENGLISH.encode("cp1252"), HERE, declared="ISO-8859-1") == ENGLISH


@pytest.mark.parametrize("declared", ["base64", "rot13", "utf-7", "unicode_escape", "no such", "", "utf-16"])
def test_declarations_that_are_no_encoding(declared: str) -> None:
    """What is no encoding of text, or cannot be meant, is passed over."""
    assert decode(b"+AGE- \\u0041", HERE, declared=declared) == "+AGE- \\u0041"


def test_wrongly_declared() -> None:
    """Where the bytes are not of the declared encoding, UTF-8 is tried, and the error names both."""
    assert decode("Ťažké rokovania".encode(), HERE, declared="us-ascii-x") == "Ťažké rokovania"
    assert decode("“".encode(), HERE, declared="koi8-zz") == "“"
    with pytest.raises(ReportError, match="byte 1 and not euc-jp, which it declares"):
        decode(b"a\xff", HERE, declared="euc-jp")


def test_windows_1252_by_its_marks() -> None:
    """English with the marks of Windows is read; with one byte that does not fit it is refused, with its place."""
    data = ENGLISH.encode("cp1252")
    assert decode(data, HERE) == ENGLISH
    with pytest.raises(ReportError, match=r"byte 6; convert it from"):
        decode(data + b" \xd5", HERE)


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850", "cp437", "cp1250", "cp1251", "koi8_r", "shift_jis"])
@pytest.mark.parametrize("text", ["Norway’s café – “yes” – and Ålesund’s", "Přítomní’s", "Это мир’s", "naïve–co"])
def test_nothing_else_is_taken_for_windows_1252(encoding: str, text: str) -> None:
    """What is taken for it reads the same as it was written, whatever the encoding."""
    data = text.encode(encoding, "ignore")
    assert not is_windows_1252(data) or data.decode("cp1252") == data.decode(encoding)


@pytest.mark.parametrize("data", [b"\xff\xfea", "a\ud800".encode("utf-16", "surrogatepass"), b"\xef\xbb\xbfa\xff"])
def test_broken_after_a_mark(data: bytes) -> None:
    """A file that begins as one encoding and is not of it is refused."""
    with pytest.raises(ReportError, match="though it begins as such"):
        decode(data, HERE)


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        (b"<meta charset=koi8-r>", "koi8-r"),
        (b'<META http-equiv="Content-Type" content="text/html; charset=windows-1251">', "windows-1251"),
        (b"<p>charset=koi8-r</p>", None),
        (b" " * 5000 + b"<meta charset=koi8-r>", None),
    ],
)
def test_declared_in_a_page(page: bytes, encoding: str | None) -> None:
    """Only a meta element near the top declares an encoding."""
    assert declared_in_page(page) == encoding
