"""What is told while kernels compile."""

import logging
from threading import Event

from detente.settlement.kernels import NOTICE, Slow


def test_a_slow_compilation_is_told_once(caplog):
    """The line comes while the outermost kernel is still compiling, and only once."""
    came = Event()
    handler = logging.Handler()
    handler.emit = lambda record: came.set()
    logger = logging.getLogger("detente")
    logger.addHandler(handler)
    try:
        slow = Slow(patience=0.0)
        slow.on_start(None)
        slow.on_start(None)
        assert came.wait(10)
        slow.on_end(None)
        slow.on_end(None)
        slow.on_start(None)
        slow.on_end(None)
    finally:
        logger.removeHandler(handler)
    assert [record.getMessage() for record in caplog.records] == [NOTICE]


def test_a_quick_one_is_not(caplog):
    """What is done in time says nothing."""
    slow = Slow(patience=60.0)
    slow.on_start(None)
    slow.on_end(None)
    assert slow._timer is None
    assert caplog.records == []
