"""What an answer without an issue of its own is about."""

from detente.reading import read
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
