"""What stands over a predicate decides whether anybody holds it."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("Norway rejected the ceasefire.", True),
        ("Norway denied rejecting the ceasefire.", False),
        ("Denmark warned Norway against rejecting the ceasefire.", False),
        ("Norway was unable to accept the ceasefire.", False),
        ("It is false that Norway rejected the ceasefire.", False),
        ("Denmark urged Norway to accept the ceasefire.", False),
        ("Norway should accept the ceasefire, an analyst said.", False),
        ("Had Norway accepted the ceasefire, nobody would have died.", False),
        ("Norway and Denmark did not agree on a ceasefire.", False),
    ],
)
def test_what_is_denied_advised_or_supposed_is_not_held(sentence: str, held: bool) -> None:
    """Nor what is asked of another, not managed or not agreed upon."""
    found = read(report_from_text(f"Norway fights Denmark. {sentence}", date="2025-06-03")).positions
    assert ("Norway" in {position.party for position in found if position.stance in ("accepts", "rejects")}) is held
