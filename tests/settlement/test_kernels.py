"""What is told while kernels compile."""

import time
from collections.abc import Callable

from detente.settlement.kernels import NOTICE, Slow


def _until(happened: Callable[[], bool]) -> None:
    """Wait for another thread, ten seconds at most."""
    end = time.monotonic() + 10
    while not happened() and time.monotonic() < end:
        time.sleep(0.01)


def test_a_slow_compilation_is_told_once(caplog):
    """The line comes while the outermost kernel is still compiling, and only once."""
    slow = Slow(patience=0.0)
    slow.on_start(None)
    slow.on_start(None)
    _until(lambda: bool(caplog.records))
    slow.on_end(None)
    slow.on_end(None)
    slow.on_start(None)
    slow.on_end(None)
    assert [record.getMessage() for record in caplog.records] == [NOTICE]


def test_a_quick_one_is_not(caplog):
    """What is done in time says nothing."""
    slow = Slow(patience=60.0)
    slow.on_start(None)
    slow.on_end(None)
    assert slow._timer is None
    assert caplog.records == []
