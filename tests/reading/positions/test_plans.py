"""Plans speak for their authors."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text


def positions(text: str) -> set[tuple[str, str, str]]:
    return {(p.party, p.issue, p.stance) for p in read(report_from_text(text, date="2025-06-03")).positions}


def test_a_plan_speaks_for_its_author() -> None:
    """What a plan gives is proposed by whoever brought it."""
    text = "Norway and Denmark met. Norway presented a plan on Monday. Under the plan all prisoners would go home."
    assert ("Norway", "prisoners", "proposes") in positions(text)


WAR = "Norway and Denmark are at war. "


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Kenya handed both sides a proposal. It would have prolonged the truce.", "ceasefire"),
        (
            "Kenya handed both sides a proposal. It would free all prisoners and provide for free elections.",
            "governance",
        ),
        ("A draft was presented by Kenya. It foresees the return of all refugees.", "displaced"),
        (
            "Kenya put forward a compromise. Under the plan, Denmark would receive three seats in the cabinet.",
            "governance",
        ),
        ("Kenya gave both sides a draft. It foresees a truce. All prisoners would be set free.", "prisoners"),
    ],
)
def test_the_terms_of_a_plan_are_its_sponsor_s(text: str, issue: str) -> None:
    """In every sentence that goes on telling them; to the parties they are nothing yet."""
    found = positions(WAR + text)
    assert ("Kenya", issue, "proposes") in found
    assert {party for party, _, _ in found} == {"Kenya"}


def test_a_plan_of_two_is_proposed_by_both() -> None:
    """Each of those who drew it up has its terms."""
    text = (
        "The plan was drawn up by the Kenyan ambassador in Oslo, Ann Dale, and the Swedish envoy. It foresees a truce."
    )
    assert {("Kenya", "ceasefire", "proposes"), ("Sweden", "ceasefire", "proposes")} <= positions(WAR + text)


def test_the_mediators_plan_stays_that_of_its_author() -> None:
    """Who is told to have a plan is the one named before."""
    text = "Kenya put forward a plan. France backed the mediators' plan. The plan foresees a truce."
    assert ("Kenya", "ceasefire", "proposes") in positions(WAR + text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya presented a plan. It would rain, a farmer said.",
        "Kenya presented a plan. Analysts said a ceasefire would help.",
        "Kenya presented a plan. A truce would be welcome if both sides kept it.",
    ],
)
def test_what_others_say_after_a_plan_is_no_term(text: str) -> None:
    """A guess or a wish is not the plan's."""
    assert not positions(WAR + text)
