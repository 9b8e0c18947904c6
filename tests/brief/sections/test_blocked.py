"""Why there is no deal."""

from dataclasses import replace

from detente.brief.material import Material
from detente.brief.sections.blocked import blocked
from detente.case.model import Case
from detente.settlement.results import Settlement
from detente.talks.results import Odds


def test_stated_conflicts_come_first_with_their_quotes(sourced: Case, settlement: Settlement, odds: Odds) -> None:
    """Explicit blockers are shown, others folded by what they are."""
    made = blocked(Material(sourced, settlement, odds))
    assert [block.tag for block in made.shown] == ["explicit"]
    assert made.shown[0].parts[1].quotes == (("e12", "Russia has proposed a buffer zone"),)
    assert [(label, len(blocks)) for label, _, blocks in made.more] == [
        ("Somebody is missing", 1),
        ("Presumed opposition", 2),
    ]


def test_no_blocker_is_lost(sourced: Case, settlement: Settlement, odds: Odds) -> None:
    """Shown and folded ones together are all of them, in any mix of kinds."""
    blockers = settlement.blockers * 9
    made = blocked(Material(sourced, replace(settlement, blockers=blockers), odds))
    assert len(made.shown) + sum(len(blocks) for _, _, blocks in made.more) == len(blockers)


def test_ways_out_are_grouped_by_who_moves(sourced: Case, settlement: Settlement, odds: Odds) -> None:
    """The cheapest comes first, and each group says whose move it is."""
    made = blocked(Material(sourced, settlement, odds))
    assert [group.who for group in made.ways] == [
        "If Russia alone moves",
        "If Ukraine alone moves",
        "If Russia and Ukraine move",
    ]
    assert made.ways[0].ways[0].cheapest
    assert (
        made.ways[1].ways[0].parts[0].text
        == "Ukraine drops its refusal on territory: Ukraine leaves part (“any withdrawal”)."
    )


def test_unknown_demand_stands_as_it_is(sourced: Case, settlement: Settlement, odds: Odds) -> None:
    """Results of an older case may name a demand that is gone."""
    gone = replace(settlement.blockers[0], demands=("somebody.something.demands.all",))
    made = blocked(Material(sourced, replace(settlement, blockers=(gone,)), odds))
    assert made.shown[0].parts[0].said.text == "somebody.something.demands.all"


def test_why_a_blocker_may_not_bind_is_what_its_probability_comes_from(
    sourced: Case, settlement: Settlement, odds: Odds
) -> None:
    """Only silences are uncertain there, so no red line is named as the reason."""
    made = blocked(Material(sourced, settlement, odds))
    said = [block.chance for block in (*made.shown, *(b for _, _, blocks in made.more for b in blocks))]
    assert "binds in every draw" in said
    assert all(
        "silence may be assent" in chance and "red line" not in chance for chance in said if "every" not in chance
    )
