"""Everything together, and what is said where it cannot be worked out."""

from dataclasses import replace
from random import Random

import pytest

from detente import __version__
from detente.case.model import Case, Demand, Order, Party
from detente.errors import CaseError, InputError
from detente.settlement import settle
from detente.settlement.results import COMPOSITIONS, Settlement

DRAWS = 400


@pytest.fixture(scope="module")
def talks(istanbul: Case) -> Settlement:
    return settle(istanbul, draws=DRAWS, seed=3)


def questions(found: Settlement) -> list[str]:
    return [gap.question for gap in found.gaps]


def test_the_talks_of_istanbul(talks: Settlement) -> None:
    """One explicit blocker, the swap agreed, the ceasefire first, and no package at the table (12. of the model)."""
    assert [b.issues for b in talks.blockers if b.tag == "explicit"] == [("territory",)]
    assert [(s.issue, s.rung) for s in talks.standings if s.state == "agreed"] == [("prisoners", "numbers")]
    assert talks.steps.order[0] == ("ceasefire",)
    zones = {zone.composition: zone for zone in talks.zones}
    assert tuple(zones) == COMPOSITIONS
    assert zones["table"].empty == 1
    assert zones["table"].exists == 0 <= zones["unknown"].exists <= zones["willing"].exists
    assert talks.gaps == ()


def test_counts_are_those_of_the_sets_listed(talks: Settlement) -> None:
    """Where nothing is cut short, the counts are the numbers of sets listed."""
    assert talks.blocker_count == len(talks.blockers)
    assert talks.concession_count == len(talks.concessions) == 2


def test_the_result_says_how_it_was_worked_out(istanbul: Case, talks: Settlement) -> None:
    """Version, case, seed and draws travel with the result."""
    method = talks.method
    assert (method.name, method.version, method.case) == ("settle", __version__, istanbul.digest)
    assert (method.seed, method.draws) == (3, DRAWS)


def test_exposure_is_given_for_both_sides_where_a_frontier_is(talks: Settlement) -> None:
    """The order of steps has each side's largest interim loss, never below 0."""
    assert talks.frontier is not None
    assert set(talks.steps.exposure) == {"russia", "ukraine"}
    assert all(loss >= 0 for loss in talks.steps.exposure.values())


def test_same_case_and_seed_give_the_same_result(istanbul: Case, talks: Settlement) -> None:
    """Byte for byte: the printed forms are equal."""
    assert repr(settle(istanbul, draws=DRAWS, seed=3)) == repr(talks)
    assert repr(settle(istanbul, draws=DRAWS, seed=4)) != repr(talks)


def test_order_of_the_case_changes_nothing(istanbul: Case, talks: Settlement) -> None:
    """Parties, issues, demands and orders in another order give the same answer (MODEL, test 2)."""
    random = Random(1)
    names = ("parties", "issues", "demands", "orders", "agreed")
    mixed = {name: tuple(random.sample(getattr(istanbul, name), len(getattr(istanbul, name)))) for name in names}
    other = settle(replace(istanbul, **mixed), draws=DRAWS, seed=3)  # type: ignore[arg-type]
    assert repr(replace(other, method=talks.method)) == repr(talks)


def test_progress_is_told(two_sides: Case) -> None:
    """Each part of the work is announced with one line."""
    lines: list[str] = []
    settle(two_sides, draws=10, progress=lines.append)
    assert lines == ["looking for what blocks a deal", "working out packages in 10 draws"]


def test_a_single_side_still_has_blockers_standings_and_steps(istanbul: Case) -> None:
    """With one side in the record the packages are missing, and the result says why."""
    alone = replace(
        istanbul,
        parties=tuple(replace(p, role="outside", at_table=False) if p.id == "russia" else p for p in istanbul.parties),
        demands=tuple(d for d in istanbul.demands if d.party == "ukraine"),
        agreed=(),
    )
    found = settle(alone, draws=DRAWS)
    assert {b.tag for b in found.blockers} == {"absent"}
    assert found.standings
    assert found.steps.order[0] == ("ceasefire",)
    assert (found.zones, found.frontier, found.solutions, found.acceptable) == ((), None, (), ())
    assert questions(found) == ["which packages every side could accept"]
    assert "Ukraine" in found.gaps[0].why


def test_three_sides_need_reservation_values(istanbul: Case) -> None:
    """Without them packages are missing and the reason is given; with them the zones are there."""
    three = replace(
        istanbul,
        parties=tuple(replace(p, role="side", at_table=True) if p.id == "the-west" else p for p in istanbul.parties),
        demands=(*istanbul.demands, Demand("the-west", "sanctions", "eased", "proposes")),
    )
    without = settle(three, draws=DRAWS)
    assert without.zones == ()
    assert "reservation" in without.gaps[-1].why
    values = {"russia": 0.3, "ukraine": 0.3, "the-west": 0.2}
    given = settle(replace(three, reservation=values), draws=DRAWS)
    assert [zone.composition for zone in given.zones] == list(COMPOSITIONS)
    assert given.frontier is not None
    assert set(given.frontier.points[0].surplus) == set(values)
    assert questions(given) == []


def test_a_case_without_demands_says_that_voices_are_missing(istanbul: Case) -> None:
    """Nothing was said, so nothing blocks and nothing can be weighed."""
    found = settle(replace(istanbul, demands=(), agreed=(), orders=()), draws=DRAWS)
    assert found.blockers == ()
    assert questions(found) == ["what blocks a deal", "which packages every side could accept"]


def test_a_side_without_a_voice_is_named(istanbul: Case) -> None:
    """A side at the table that holds no position in the record is a gap."""
    found = settle(replace(istanbul, demands=tuple(d for d in istanbul.demands if d.party == "russia")), draws=DRAWS)
    assert "what Ukraine wants" in questions(found)


def test_a_party_that_contradicts_itself_is_named(istanbul: Case) -> None:
    """Positions of one party that exclude each other are a question for a person."""
    wrong = Demand("russia", "rights", "full", "rejects")
    found = settle(replace(istanbul, demands=(*istanbul.demands, wrong)), draws=DRAWS)
    assert questions(found) == ["what Russia wants on rights"]


def test_sacred_demands_that_collide_leave_nothing_to_concede(two_sides: Case) -> None:
    """Blocked by what nobody gives up: no concession set, and the result says so."""
    sacred = replace(two_sides, demands=tuple(replace(d, sacred=True) for d in two_sides.demands))
    found = settle(sacred, draws=DRAWS)
    assert found.concessions == ()
    assert "which demands would have to be dropped" in questions(found)


def test_deadlocks_do_not_stop_the_rest(istanbul: Case) -> None:
    """A cycle of preconditions is reported, and exposure is taken with it relaxed."""
    found = settle(replace(istanbul, orders=(*istanbul.orders, Order("russia", "territory", "*"))), draws=DRAWS)
    assert [set(d.issues) for d in found.steps.deadlocks] == [{"ceasefire", "territory"}]
    assert found.steps.exposure


@pytest.mark.parametrize("draws", [0, -5])
def test_too_few_draws_are_refused(istanbul: Case, draws: int) -> None:
    """No draws say nothing."""
    with pytest.raises(InputError, match="at least 1"):
        settle(istanbul, draws=draws)


def test_faulty_assumptions_are_refused(istanbul: Case) -> None:
    """A misspelt assumption is the user's to mend, not a gap."""
    with pytest.raises(CaseError, match="silence-opposed"):
        settle(replace(istanbul, assumptions={"silence-oposed": (0.1, 0.1)}), draws=DRAWS)


def test_an_empty_case_is_no_crash() -> None:
    """Nothing in, gaps out."""
    found = settle(Case("empty", (Party("a", "A", "side"),)), draws=10)
    assert found.steps.order == ()
    assert len(found.gaps) == 2
