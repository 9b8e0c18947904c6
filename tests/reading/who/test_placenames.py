"""Names of states and capitals that say where, not who."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reading.who.mentions import Cast
from detente.reading.who.placenames import in_dateline, is_place
from detente.reports import report_from_text


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("Oslo, 2 March 2024", True),
        ("OSLO, March 2 (Agency) -", True),
        ("OSLO (Agency) -", True),
        ("Oslo – The talks ended.", True),
        ("Oslo: the talks must go on.", False),
        ("Norway - Denmark talks ended.", False),
        ("Norway, Denmark and Sweden met.", False),
        ("Oslo rejected the offer of 2 March 2024.", False),
    ],
)
def test_a_dateline_is_the_place_a_report_was_sent_from(text: str, sent: bool) -> None:
    """A place before a date, an agency or a dash at the head of a line; not whoever acts or speaks."""
    assert in_dateline(text, Cast().mentions(text)[0]) is sent


def test_where_a_report_was_sent_from_says_nothing_of_its_parties() -> None:
    """Neither "the army" nor the owner of an army post is the state of the dateline."""
    text = "Oslo, 2 March 2024\n\nRebels attacked an army post. The government rejected autonomy."
    entries = read(report_from_text(text))
    assert not entries.positions
    assert {event.recipient for event in entries.events} == {None}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Copenhagen paper binds them.",
        "The Copenhagen track leads nowhere.",
        "The Copenhagen format is dead.",
        "The Copenhagen ceasefire held.",
        "A Copenhagen-style deal is on offer.",
        "The archbishop of Oslo prayed.",
        "The outskirts of Oslo were quiet.",
    ],
)
def test_a_capital_that_names_a_paper_or_a_town_is_a_place(sentence: str) -> None:
    """Accords and talks go by the town in which they were held; a bishop and a street are of a town."""
    assert is_place(sentence, Cast().mentions(sentence)[0])


@pytest.mark.parametrize("sentence", ["Oslo rejected the accord.", "The government of Oslo rejected the accord."])
def test_a_capital_that_acts_is_a_government(sentence: str) -> None:
    """Neither a paper nor a town is meant where the capital itself acts."""
    assert not is_place(sentence, Cast().mentions(sentence)[0])
