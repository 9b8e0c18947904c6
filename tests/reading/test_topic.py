"""What an answer without an issue of its own is about."""

import pytest

from detente.reading import read
from detente.reports import report_from_text


def positions(text: str) -> set[tuple[str, str, str]]:
    return {(p.party, p.issue, p.stance) for p in read(report_from_text(text, date="2025-06-03")).positions}


def test_the_subject_of_the_sentence_before_is_meant_by_the_demand() -> None:
    """An answer without an issue of its own takes that of the demand before it."""
    text = "Norway and Denmark met. Norway demanded an unconditional ceasefire. Denmark rejected the demand."
    assert ("Denmark", "ceasefire", "rejects") in positions(text)


PLAN = (
    "Norway and Denmark are at war. Norway fights Denmark. Kenya handed both sides a proposal. It would extend the"
    " truce and free all prisoners. "
)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norway said it had accepted the proposal.", "accepts"),
        ("Norway accepted the plan as a basis for talks.", "accepts"),
        ("Norway rejected it, saying it was one-sided.", "rejects"),
        ("Norway turned down the draft.", "rejects"),
        ("Norway did not accept the plan.", "rejects"),
    ],
)
def test_an_answer_to_a_plan_is_about_its_main_issue(text: str, stance: str) -> None:
    """The plan's first term stands for it."""
    assert ("Norway", "ceasefire", stance) in positions(PLAN + text)


@pytest.mark.parametrize(
    "text", ["Norway will study the plan.", "France supported the plan.", "Norway has seen the plan."]
)
def test_no_answer_to_a_plan(text: str) -> None:
    """To read it, or to be for it from outside is no stance of a party."""
    assert {p for p, issue, _ in positions(PLAN + text) if issue == "ceasefire"} == {"Kenya"}


@pytest.mark.parametrize(
    "text",
    [
        "Sweden called for it to be implemented in full.",
        "Sweden called on both countries to carry it out.",
        "Sweden urged both sides to honour the deal.",
    ],
)
def test_what_was_agreed_is_to_be_kept(text: str) -> None:
    """Who asks for that asks for the truce, where a truce is what was agreed."""
    war = "Norway and Denmark are at war. Norway fights Denmark. Norway and Denmark signed a ceasefire on Sunday. "
    assert ("Sweden", "ceasefire", "demands") in positions(war + text)
    other = war.replace("a ceasefire", "an agreement")
    assert ("Sweden", "settlement", "demands") in positions(other + text)
