"""What an answer without an issue of its own is about."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text


def positions(text: str) -> set[tuple[str, str, str]]:
    return {(p.party, p.issue, p.stance) for p in read(report_from_text(text, date="2025-06-03")).positions}


def test_the_subject_of_the_sentence_before_is_meant_by_the_demand() -> None:
    """An answer without an issue of its own takes that of the demand before it."""
    text = "Norway and Denmark met. Norway demanded an unconditional ceasefire. Denmark rejected the demand."
    assert ("Denmark", "ceasefire", "rejects") in positions(text)


RF = "Norway and the Ruritanian Front (RF) met in Lund. The RF and Norway have fought since 2010.\n\n"


def pointing_back(text: str) -> set[tuple[str, str, str]]:
    return {(p.party, p.issue, p.stance) for p in read(report_from_text(RF + text, date="2025-06-03")).positions}


def test_a_plan_is_about_what_comes_first_in_it() -> None:
    """The answer to a plan told of sentences before is about that plan, not about a word beside the answer."""
    plan = "The mediator presented a new plan. It would prolong the truce by a year and reopen three ports. "
    answer = pointing_back(f"{plan}The RF rejected it, saying the talks had reached a dead end.")
    assert ("RF", "ceasefire", "rejects") in answer
    assert not {issue for party, issue, stance in answer if stance == "rejects"} - {"ceasefire"}
    assert ("Norway", "ceasefire", "accepts") in pointing_back(f"{plan}Norway said it had accepted the proposal.")


def test_either_point_is_both() -> None:
    """Who refuses to discuss either point refuses both."""
    text = "The RF demanded the release of prisoners and a referendum on independence. Norway refused to discuss {}."
    for words in ("either point", "either demand", "both points"):
        found = pointing_back(text.format(words))
        assert {("Norway", "prisoners", "rejects"), ("Norway", "status", "rejects")} <= found
        assert ("Norway", "format", "rejects") not in found


def test_their_release_is_that_of_those_who_are_held() -> None:
    """Soldiers who are held are prisoners; without them nobody is released."""
    held = "Norway says ten of its soldiers are held by the RF. It has demanded their release."
    assert ("Norway", "prisoners", "demands") in pointing_back(held)
    assert pointing_back("Norway bought ten ships. It has demanded their release.") == set()


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
