"""What the reader makes of one sentence on a war of two states."""

from collections.abc import Callable

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text

Act = tuple[str, str | None, str | None]
BACKGROUND = "Norway and Denmark are at war."


@pytest.fixture(scope="session")
def acts() -> Callable[[str], set[Act]]:
    """The acts that a sentence tells of: type, actor, recipient."""

    def acts_of(sentence: str) -> set[Act]:
        report = report_from_text(f"{BACKGROUND}\n\n{sentence}", date="2025-06-03")
        return {(e.type, e.actor, e.recipient) for e in read(report).events if e.quote.start >= len(BACKGROUND)}

    return acts_of
