"""Why there is no deal."""

from dataclasses import replace

from detente.brief.material import Material
from detente.brief.sections.blocked import blocked, told
from detente.case.model import Case, Demand
from detente.settlement.results import Blocker, Settlement
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


def test_blocker_is_told_from_its_demands(two_sides: Case, odds: Odds, settlement: Settlement) -> None:
    """What one asks and the other refuses in the same words is quoted once; what needs somebody absent says so."""
    asks = Demand("a", "pie", "r10", "demands", "all of it")
    refuses = Demand("b", "pie", "r10", "rejects", "all of it", red_line=True)
    case = replace(two_sides, demands=(asks, refuses))
    both = Blocker((asks.id, refuses.id), (), "explicit", ("pie",), 1.0, "its own text")
    alone = Blocker((asks.id,), ("the RSF is not at the table",), "absent", ("pie",), 1.0, "its own text")
    material = Material(case, settlement, odds)
    assert told(both, material) == "Pie: A demands “all of it” and B rules this out; the two cannot both be met."
    assert told(alone, material) == "Pie: A demands “all of it”, but the RSF is not at the table."


def test_unknown_demand_stands_as_it_is(sourced: Case, settlement: Settlement, odds: Odds) -> None:
    """Results of an older case may name a demand that is gone."""
    gone = replace(settlement.blockers[0], demands=("somebody.something.demands.all",))
    made = blocked(Material(sourced, replace(settlement, blockers=(gone,)), odds))
    assert made.shown[0].parts[0].said.text == "somebody.something.demands.all"


def test_a_clause_about_its_speaker_stands_behind_the_option(
    two_sides: Case, odds: Odds, settlement: Settlement
) -> None:
    """'Rule out it would never share' says the opposite: the option comes first; a plural takes its own verb."""
    parties = tuple(replace(p, name="armed groups") if p.id == "a" else p for p in two_sides.parties)
    refuses = Demand("a", "pie", "r10", "rejects", "they would never share", red_line=True)
    material = Material(replace(two_sides, parties=parties, demands=(refuses,)), settlement, odds)
    label = two_sides.issue("pie").rung("r10").label
    said = told(Blocker((refuses.id,), (), "explicit", ("pie",), 1.0, ""), material)
    assert said == f"Pie: armed groups rule out {label} (“they would never share”); that cannot be met."


def test_chance_says_what_makes_it_uncertain(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """A stated conflict ends where a red line gives way, a presumed one where silence is assent."""
    made = blocked(Material(istanbul, settlement, odds))
    said = {block.tag: block.chance for block in (*made.shown, *(b for _, _, blocks in made.more for b in blocks))}
    assert said["explicit"].endswith("in the others a red line turns out not to be one")
    assert said["presumed"].endswith("in the others silence is taken as assent")
    assert said["absent"] == "stands in the way in every draw"
