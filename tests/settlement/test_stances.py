"""How positions, silence and absence are read."""

from dataclasses import replace

import pytest

from detente.case.model import THIRD_PARTY, Agreed, Case, Demand, Issue, Party, Rung
from detente.entries import Stance
from detente.settlement.stances import (
    absent,
    accepted,
    allowed,
    consent,
    contradictions,
    has_say,
    missing,
    name_of,
    opposition,
    silent,
)


def ladder(*demands: Demand, sq: str = "r2", stated: str = "r0 r1 r2 r3 r4") -> Case:
    """One issue of five rungs between two sides."""
    rungs = tuple(Rung(f"r{n}", n / 4, f"{n}/4", stated=f"r{n}" in stated.split()) for n in range(5))
    sides = (Party("a", "A", "side", True), Party("b", "B", "side", True))
    return Case("land", sides, (Issue("land", "Land", "stake", rungs, sq),), demands)


def says(stance: Stance, rung: str, **more: object) -> Demand:
    return replace(Demand("a", "land", rung, stance), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stance", "rung", "left"),
    [
        ("demands", "r3", "r3 r4"),
        ("proposes", "r1", "r0 r1"),
        ("demands", "r2", "r2"),
        ("rejects", "r3", "r0 r1 r2"),
        ("rejects", "r1", "r2 r3 r4"),
        ("rejects", "r2", "r0 r1 r3 r4"),
        ("accepts", "r4", "r0 r1 r2 r3 r4"),
    ],
)
def test_a_position_leaves_the_rungs_on_its_side(stance: Stance, rung: str, left: str) -> None:
    """Demands leave their rung and beyond, refusals what is short of it, acceptances everything."""
    demand = says(stance, rung)
    assert allowed(ladder(demand), demand) == set(left.split())


def test_a_refusal_of_what_is_too_little_leaves_what_is_beyond() -> None:
    """Who asks for all and refuses a half refuses it as too little, and does not contradict itself."""
    refusal, ask = says("rejects", "r3"), says("demands", "r4")
    case = ladder(refusal, ask)
    assert allowed(case, refusal) & allowed(case, ask) == {"r4"}


def test_holding_on_to_the_status_quo_leaves_more_of_what_the_party_itself_asks_for() -> None:
    """A party that wants no change for the worse does not exclude its own gain."""
    hold, ask = says("demands", "r2"), says("proposes", "r4")
    assert allowed(ladder(hold, ask), hold) == {"r2", "r3", "r4"}


def test_an_acceptance_since_loosens_a_demand_but_not_a_sacred_one() -> None:
    """What a party accepts after its demand is left; before it, or against what it holds sacred, it is not."""
    ask, taken = says("demands", "r4", date="2025-05-01"), says("accepts", "r3", date="2025-06-01")
    assert allowed(ladder(ask, taken), ask) == {"r3", "r4"}
    earlier = replace(taken, date="2025-04-01")
    assert allowed(ladder(ask, earlier), ask) == {"r4"}
    sacred = replace(ask, sacred=True)
    assert allowed(ladder(sacred, taken), sacred) == {"r4"}


def test_a_refused_status_quo_with_nothing_else_named_rules_nothing_out() -> None:
    """Where no other rung is known, refusing the present state says nothing that can be counted."""
    refusal = says("rejects", "r2")
    assert allowed(ladder(refusal, stated="r2"), refusal) == {"r2"}


def test_contradictions_of_a_party_are_found() -> None:
    """Asking for both ends of a ladder contradicts itself; asking for more and refusing less does not."""
    assert contradictions(ladder(says("demands", "r4"), says("demands", "r0"))) == (("a", "land"),)
    assert contradictions(ladder(says("demands", "r4"), says("rejects", "r3"))) == ()


def test_an_onlooker_that_contradicts_itself_is_left_alone() -> None:
    """Who has no say on the issue blocks nothing, whatever it says."""
    onlooker = ladder(says("demands", "r4", party="c"), says("demands", "r0", party="c"))
    assert contradictions(onlooker) == ()


def test_silence_and_acceptance(istanbul: Case) -> None:
    """A side that has only accepted something has asked for nothing; what it accepted is known."""
    assert silent(istanbul, "russia", "prisoners")
    assert not silent(istanbul, "ukraine", "prisoners")
    assert accepted(istanbul, "russia", "prisoners") == {"numbers"}
    agreed = replace(istanbul, agreed=(Agreed("rights", "partial", ("russia", "ukraine")),))
    assert accepted(agreed, "ukraine", "rights") == {"partial"}


def test_who_is_absent_and_who_has_a_say(istanbul: Case) -> None:
    """Outsiders away from the table are absent and have a say on what they deliver; sides are never absent."""
    assert absent(istanbul, "nato")
    assert absent(istanbul, THIRD_PARTY)
    nobody = replace(istanbul, parties=tuple(replace(p, at_table=False) for p in istanbul.parties))
    assert not absent(nobody, "russia")
    sanctions = istanbul.issue("sanctions")
    assert missing(istanbul, sanctions, sanctions.rung("eased")) == ("the-west",)
    assert has_say(istanbul, "the-west", sanctions)
    assert not has_say(istanbul, "nato", sanctions)


def test_silences_share_one_chance_of_opposition() -> None:
    """With pi ~ U(.5, .95): one silence opposes with .725, two with the mean of the square, not the square of it."""
    case = Case("none")
    assert opposition(case, 1) == 0.725
    assert opposition(case, 2) == pytest.approx((0.95**3 - 0.5**3) / (3 * 0.45))
    assert consent(case, 1) + opposition(case, 1) == pytest.approx(1)
    assert consent(case, 2) > consent(case, 1) ** 2
    assert opposition(Case("fixed", assumptions={"silence-opposed": (0.9, 0.9)}), 2) == pytest.approx(0.81)


def test_names_for_a_reader(istanbul: Case) -> None:
    """Parties by name, an unnamed deliverer as what it is."""
    assert [name_of(istanbul, id) for id in ("the-west", THIRD_PARTY)] == ["the West", "an outside party"]
