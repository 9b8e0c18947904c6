"""What an agreement binds its parties to, in the sentence that tells of it and in those that follow."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text


def positions(text: str) -> set[tuple[str, str, str]]:
    return {(p.party, p.issue, p.stance) for p in read(report_from_text(text, date="2025-06-03")).positions}


def both(*issues: str) -> set[tuple[str, str, str]]:
    return {(party, issue, "accepts") for party in ("Denmark", "Norway") for issue in issues}


SIGNED = "Norway and Denmark signed an accord in Oslo on Sunday. "


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ("Under the accord, fighting was to stop so that prisoners could be exchanged.", ("ceasefire", "prisoners")),
        ("Under the deal, refugees were to return to their homes.", ("displaced",)),
        ("Under the terms of the agreement, sanctions would be lifted.", ("sanctions",)),
        ("Under the accord, all prisoners would be freed and elections would be held.", ("prisoners", "governance")),
    ],
)
def test_what_was_to_be_done_under_an_accord(text: str, issues: tuple[str, ...]) -> None:
    """Its terms told in the past bind both."""
    assert both(*issues) <= positions(SIGNED + text)


@pytest.mark.parametrize(
    "text",
    [
        "Under the proposed deal, Denmark would free its prisoners.",
        "Refugees were to return, but never did.",
        "Under a draft law, elections would be held.",
    ],
)
def test_what_no_accord_lays_down(text: str) -> None:
    """A proposal, a hope or a law is none."""
    assert not positions(SIGNED + text)


@pytest.mark.parametrize(
    "text",
    [
        "The talks produced an agreement to extend the ceasefire and to release prisoners.",
        "The round ended with an agreement to extend the ceasefire and to release prisoners.",
        "The negotiations led to an agreement on a ceasefire and the release of prisoners.",
    ],
)
def test_what_talks_brought_both_accept(text: str) -> None:
    """Whoever negotiated has agreed."""
    assert both("ceasefire", "prisoners") <= positions("Norway and Denmark met in Oslo. " + text)


def test_talks_that_brought_no_agreement() -> None:
    """Nothing was accepted."""
    assert not positions("Norway and Denmark met in Oslo. The talks produced no agreement on a ceasefire.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They reached a deal that includes a ceasefire and an amnesty.", both("ceasefire", "justice")),
        ("They signed an accord under which all prisoners will be freed.", both("prisoners")),
        ("They signed a pact under which Denmark would lift its sanctions.", {("Denmark", "sanctions", "accepts")}),
        ("They announced a temporary truce.", both("ceasefire")),
        ("The talks ended with agreement on a ceasefire but not on prisoners.", both("ceasefire")),
        ("They agreed to create a zone along the border, in which no weapons may be kept.", both("territory")),
        ("The agreement calls for a ceasefire, and sets up a joint commission for refugees.", both("ceasefire")),
    ],
)
def test_terms_told_beside_the_accord(text: str, expected: set[tuple[str, str, str]]) -> None:
    """In a relative clause, by a noun, or as what the paper calls for; a duty of one side is its own."""
    found = positions("Norway and Denmark signed an accord on Sunday. Norway and Denmark met in Oslo. " + text)
    assert expected <= found
    assert not found & (both("prisoners", "forces") - expected)


@pytest.mark.parametrize(
    "text",
    [
        "They have yet to reach a deal that includes an amnesty.",
        "They did not sign an accord that provides for elections.",
        "Both announced new sanctions.",
    ],
)
def test_what_was_not_agreed(text: str) -> None:
    """A deal that nobody has made binds nobody."""
    assert not positions("Norway and Denmark are at war. " + text)


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ("Talks on the border are due to start in Bergen in June.", ("format", "territory")),
        ("The parliament is expected to hold elections in June.", ("governance",)),
        ("The prisoners are likely to be released in June.", ("prisoners",)),
        ("My own bet is that the sheep will cross the border before Christmas.", ("territory",)),
        ('"The guns of the rebels and the guns of the army must fall silent.', ("ceasefire", "forces")),
        (
            "They must give back the people in their camps, and a thousand of ours are there.",
            ("displaced", "prisoners"),
        ),
    ],
)
def test_dates_guesses_and_own_words_are_no_duties(text: str, issues: tuple[str, ...]) -> None:
    """What is due, likely or somebody's own word binds nobody, though an agreement is in view."""
    assert not both(*issues) & positions(SIGNED + text)


@pytest.mark.parametrize(
    "text",
    [
        "All prisoners are to be released within ten days.",
        'The island will get "a wide measure of self-government of its own", and all prisoners are to be released.',
    ],
)
def test_duties_are_still_read(text: str) -> None:
    """A duty beside words of the agreement in quotation marks binds both."""
    assert both("prisoners") <= positions(SIGNED + text)
