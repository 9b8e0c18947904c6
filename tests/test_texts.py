"""Files of text that are none say where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import CaseError, InputError
from detente.texts import text_of_file, without_nul


def test_a_file_that_is_no_utf8_is_named_with_line_and_byte(tmp_path):
    """As a person counts them, also behind a byte order mark."""
    for mark in (b"", b"\xef\xbb\xbf"):
        (tmp_path / "a.csv").write_bytes(mark + b"one\r\ntwo \xff\n")
        with pytest.raises(InputError, match=r"a\.csv: line 2, byte 5: is not UTF-8; save the file as UTF-8"):
            text_of_file(tmp_path / "a.csv")


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    """In words of the system, as the error that was asked for."""
    with pytest.raises(CaseError, match="cannot be read: Is a directory"):
        text_of_file(tmp_path, error=CaseError)


@given(st.text())
def test_a_text_comes_back_without_its_mark(tmp_path_factory, text):
    """Line breaks of every kind are one."""
    path = tmp_path_factory.mktemp("texts") / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode("utf-8", "ignore"))
    assert text_of_file(path) == path.read_text(encoding="utf-8-sig")


@given(st.text())
def test_without_nul_keeps_all_places(text):
    """One character for one."""
    made = without_nul(text)
    assert len(made) == len(text)
    assert "\0" not in made
