"""What stands where now."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.case.model import THIRD_PARTY, Agreed, Case, Demand, Issue, Meeting, Party, Rung
from detente.entries import Outcome, Stance
from detente.settlement.results import Standing
from detente.settlement.standings import standings


def where(case: Case) -> dict[tuple[str, str], Standing]:
    return {(s.issue, s.rung): s for s in standings(case)}


def with_demands(case: Case, *demands: Demand) -> Case:
    return replace(case, demands=case.demands + demands)


def two(*demands: Demand, agreed: tuple[Agreed, ...] = (), repeatable: bool = False, by: str = "a b") -> Case:
    """Aid between two sides, none or some or all, delivered by those named."""
    who = tuple(by.split())
    rungs = (
        Rung("none", 0, "none", stated=True),
        Rung("some", 0.5, "some", who, stated=True),
        Rung("all", 1, "all", who, stated=True),
    )
    issue = Issue("talks-aid", "Aid", "stake", rungs, "none", separable=True, repeatable=repeatable)
    sides = (Party("a", "A", "side", True), Party("b", "B", "side", True))
    return Case("aid", sides, (issue,), demands, agreed=agreed)


def on_aid(party: str, stance: Stance, rung: str = "some") -> Demand:
    return Demand(party, "talks-aid", rung, stance)


def test_the_swap_is_the_only_agreed_step_of_istanbul(istanbul: Case) -> None:
    """A swap of a set number stands agreed and can be repeated; nothing else is agreed (MODEL, test 12)."""
    agreed = [s for s in standings(istanbul) if s.state == "agreed"]
    assert [(s.issue, s.rung) for s in agreed] == [("prisoners", "numbers")]
    assert agreed[0].note == "agreed on 2025-05-16 and carried out; the step can be taken again"
    assert agreed[0].basis == ("e13", "e14", "e15")
    assert agreed[0].obligors == ("russia", "ukraine")


def test_what_needs_somebody_absent_says_whom(istanbul: Case) -> None:
    """Alignment, assets, guarantees and sanctions wait for NATO and the West."""
    needing = {s.issue: s.needs for s in standings(istanbul) if s.state == "needs"}
    west = ("the-west",)
    assert needing == {"alignment": ("nato",), "assets": west, "guarantees": west, "sanctions": west}


def test_refused_rungs_are_contested_with_who_refuses(istanbul: Case) -> None:
    """Withdrawal and recognition are contested: Ukraine refuses them."""
    contested = {(s.issue, s.rung): s.note for s in standings(istanbul) if s.state == "contested"}
    assert contested == {
        ("recognition", "legal"): "Ukraine refuses it",
        ("territory", "low-leaves-part"): "Ukraine refuses it",
    }


def test_silent_obligors_leave_a_rung_open(istanbul: Case) -> None:
    """Where one side that would have to act is silent, the chance is the mean of 1 - pi."""
    open_to = {s.issue: s.probability for s in standings(istanbul) if s.state == "open"}
    assert open_to == dict.fromkeys(["ceasefire", "children", "format", "prisoners", "rights"], 0.275)


def test_siblings_that_nobody_mentions_are_listed(istanbul: Case) -> None:
    """Beside prisoners and children nobody speaks of aid, the dead or hostages; other issues are not listed."""
    assert [s.issue for s in standings(istanbul) if s.state == "not mentioned"] == ["aid", "bodies", "hostages"]
    assert [s.issue for s in standings(two()) if s.state == "not mentioned"] == []


def test_a_beneficiary_is_taken_to_consent_and_that_is_said() -> None:
    """Where only one side has to act and accepts, the step is agreed; the other's consent is flagged as presumed."""
    found = where(two(on_aid("b", "accepts"), by="b"))["talks-aid", "some"]
    assert found.state == "agreed"
    assert found.note == "consent of A is presumed: nothing is asked of it"
    asked = where(two(on_aid("b", "accepts"), on_aid("a", "demands"), by="b"))["talks-aid", "some"]
    assert (asked.state, asked.note) == ("agreed", "")
    refused = where(two(on_aid("b", "accepts"), on_aid("a", "rejects"), by="b"))["talks-aid", "some"]
    assert refused.state == "contested"


def test_two_silences_are_less_likely_to_be_consent_than_one() -> None:
    """Both silent: the mean of (1 - pi)^2, more than the square of the mean."""
    found = where(two())["talks-aid", "some"]
    assert found.state == "open"
    assert found.probability == pytest.approx((0.5**3 - 0.05**3) / (3 * 0.45))


def test_an_executed_agreement_is_spent_unless_it_can_be_repeated() -> None:
    """Carried out once: open again with silence counted, or still agreed where the issue is repeatable."""
    done = (Agreed("talks-aid", "some", ("a", "b"), "2025-05", True),)
    accepts = (on_aid("a", "accepts"), on_aid("b", "accepts"))
    spent = where(two(*accepts, agreed=done))["talks-aid", "some"]
    assert spent.state == "open"
    assert spent.note == "agreed in 2025-05 and carried out: spent, a further step needs a new agreement"
    assert where(two(*accepts, agreed=done, repeatable=True))["talks-aid", "some"].state == "agreed"
    waiting = (replace(done[0], executed=False),)
    assert where(two(agreed=waiting))["talks-aid", "some"].state == "agreed"


def test_demands_that_exclude_each_other_are_contested() -> None:
    """Who insists on all contests some, and a side that holds on to none contests both."""
    found = where(two(on_aid("a", "demands", "all"), on_aid("b", "proposes", "some")))
    assert found["talks-aid", "some"].state == "contested"
    assert found["talks-aid", "some"].note == "A insists on something else"
    assert found["talks-aid", "all"].state == "open"
    assert found["talks-aid", "none"].note == "A and B insist on something else"


def test_an_own_acceptance_outweighs_an_own_demand() -> None:
    """A side that asks for all and accepts some does not contest some."""
    case = two(on_aid("a", "demands", "all"), on_aid("a", "accepts"), on_aid("b", "accepts"))
    assert where(case)["talks-aid", "some"].state == "agreed"


def test_leaving_things_as_they_are_needs_no_voice() -> None:
    """The status quo that one side wants and nobody contests is open with certainty, and the note says why."""
    found = where(two(on_aid("a", "demands", "none")))["talks-aid", "none"]
    assert (found.state, found.probability) == ("open", 1.0)
    assert "silence is taken as consent" in found.note


def test_an_absent_deliverer_that_has_agreed_is_still_needed(istanbul: Case) -> None:
    """A promise made away from the table is noted, and the deliverer is still needed at it."""
    case = with_demands(istanbul, Demand("the-west", "sanctions", "lifted", "accepts"))
    found = where(case)["sanctions", "lifted"]
    assert (found.state, found.note) == ("needs", "the West has agreed, but not at the table")


def test_an_unnamed_outsider_is_needed_too() -> None:
    """A deliverer that the text does not name is absent."""
    found = where(two(on_aid("a", "demands"), by=THIRD_PARTY))["talks-aid", "some"]
    assert (found.state, found.needs) == ("needs", (THIRD_PARTY,))


def test_without_sides_nothing_is_agreed() -> None:
    """Where nobody is known who would have to act, a rung is open and no chance is given."""
    alone = replace(two(by=""), parties=())
    assert {(s.state, s.probability) for s in standings(alone)} == {("open", None)}


@given(st.randoms(use_true_random=False))
def test_order_does_not_matter(istanbul: Case, random: Random) -> None:
    """Parties, issues and demands in another order give the same standings in the same order."""
    mixed = {
        name: tuple(random.sample(getattr(istanbul, name), len(getattr(istanbul, name))))
        for name in ("parties", "issues", "demands", "agreed")
    }
    assert standings(replace(istanbul, **mixed)) == standings(istanbul)  # type: ignore[arg-type]


def test_a_single_side_agrees_with_nobody() -> None:
    """What it asks for is open, with no chance given, since the others are not known."""
    rungs = (Rung("no", 0, "none"), Rung("yes", 1, "relief", ("a",), stated=True))
    issue = Issue("aid", "Aid", "stake", rungs, "no")
    alone = Case("aid", (Party("a", "A", "side", True),), (issue,), (Demand("a", "aid", "yes", "demands"),))
    (first, *_) = standings(alone)
    assert (first.state, first.probability) == ("open", None)
    assert "nothing is agreed" in first.note


def test_an_agreement_of_two_of_three_is_named_and_not_taken_for_all() -> None:
    """Where all would have to act, the third has not agreed."""
    sides = tuple(Party(id, id.upper(), "side", True) for id in "abc")
    rungs = (Rung("no", 0, "none"), Rung("yes", 1, "relief", ("a", "b", "c"), stated=True))
    issue = Issue("aid", "Aid", "stake", rungs, "no")
    (first, *_) = standings(Case("aid", sides, (issue,), agreed=(Agreed("aid", "yes", ("a", "b"), "2020-01-30"),)))
    assert first.state == "open"
    assert "agreed on 2020-01-30 between A and B only" in first.note


@pytest.mark.parametrize(
    ("day", "held", "state"),
    [
        ("2025-05-17", "no_agreement", "open"),
        ("2025-05-16", "collapse", "agreed"),
        ("2025-06-02", "scheduled", "agreed"),
    ],
)
def test_an_agreement_to_go_on_talking_is_used_up_by_the_next_meeting(day: str, held: Outcome, state: str) -> None:
    """A meeting that is only announced, or that led to the agreement itself, leaves it standing."""
    ladder = (Rung("none", 0, "none"), Rung("continued", 1, "the talks go on", ("a", "b"), stated=True))
    sides = (Party("a", "A", "side", True), Party("b", "B", "side", True))
    case = Case(
        "talks",
        sides,
        (Issue("format", "Format", "procedure", ladder, "none"),),
        agreed=(Agreed("format", "continued", ("a", "b"), "2025-05-16"),),
        meetings=(Meeting(day, None, ("a", "b"), held),),
    )
    assert where(case)["format", "continued"].state == state
