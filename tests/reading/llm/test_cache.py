"""Answers are kept whole, for the user alone, and found again by exactly what was asked."""

import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import EndpointError
from detente.reading.llm.cache import Answer, Cache, cache_folder

ANSWER = Answer("words “here” \ud800", True, 7)


def test_kept_and_found(tmp_path):
    """What was kept comes back as it was, in another session too; another question finds nothing."""
    Cache(tmp_path / "a" / "b").put({"x": 1, "y": "\ud800"}, ANSWER)
    assert Cache(tmp_path / "a" / "b").get({"y": "\ud800", "x": 1}) == ANSWER
    assert Cache(tmp_path / "a" / "b").get({"y": "\ud800", "x": 2}) is None


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_a_damaged_file_is_as_good_as_none(tmp_path_factory, content):
    """Whatever stands in the file, nothing breaks."""
    cache = Cache(tmp_path_factory.mktemp("cache"))
    cache.put("q", ANSWER)
    (file,) = cache.folder.iterdir()
    file.write_bytes(content)
    assert cache.get("q") is None or isinstance(cache.get("q"), Answer)
    cache.put("q", ANSWER)
    assert cache.get("q") == ANSWER


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
def test_only_the_user_can_read_it(tmp_path):
    """Answers quote the reports: folder and files are closed to others."""
    cache = Cache(tmp_path / "kept")
    cache.put("q", ANSWER)
    (file,) = cache.folder.iterdir()
    assert stat.S_IMODE(cache.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_an_interrupted_write_leaves_nothing(tmp_path, monkeypatch):
    """Where the file cannot be put in place there is no half of one, and no error."""

    def full(*args):
        raise OSError("disk full")

    cache = Cache(tmp_path)
    monkeypatch.setattr(os, "replace", full)
    cache.put("q", ANSWER)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made(tmp_path):
    """The error names the folder and the way out before anything is asked."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(EndpointError, match=r"file.*--no-cache"):
        Cache(tmp_path / "file" / "kept")


def test_the_folder_is_the_users(monkeypatch, tmp_path):
    """XDG_CACHE_HOME goes first; a relative one does not count; otherwise it is the system's place."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "detente"
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    monkeypatch.setattr(sys, "platform", "linux")
    assert cache_folder() == Path.home() / ".cache" / "detente"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert cache_folder() == Path.home() / "Library" / "Caches" / "detente"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert cache_folder() == tmp_path / "detente" / "Cache"
