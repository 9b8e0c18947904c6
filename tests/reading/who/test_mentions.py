"""Names of parties in a sentence."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reading.who.mentions import Cast
from detente.reports import report_from_text


@pytest.mark.parametrize(
    ("date", "party"), [("1961-06-14", "Soviet Union"), ("2025-06-03", "Russia"), (None, "Russia")]
)
def test_a_name_means_whom_it_meant_then(date: str | None, party: str) -> None:
    """A capital speaks for the state whose seat it was in the year of the report."""
    found = read(report_from_text("Norway met Moscow. Moscow rejected the ceasefire.", date=date)).positions
    assert {position.party for position in found} == {party}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Norwegian Security Council met.", "Norway"),
        ("Norway's Security Council met.", "Norway"),
        ("Norway asked the Security Council to meet.", "United Nations"),
        ("Norway and the Security Council met.", "United Nations"),
    ],
)
def test_a_house_is_that_of_the_state_before_it(text: str, party: str) -> None:
    """Several have a council of that name: right after a state, it is that state's."""
    assert Cast().mentions(text)[-1].party == party
