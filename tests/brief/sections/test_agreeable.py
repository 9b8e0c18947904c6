"""What could be agreed now."""

from dataclasses import replace

from detente.brief.material import Material
from detente.brief.sections.agreeable import agreeable, value_of_absent, zone_lead
from detente.case.model import Case, Party
from detente.settlement.results import COMPOSITIONS, Settlement, Spread, Standing, Zone
from detente.talks.results import Odds


def test_options_stand_by_state(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """Agreed first, not mentioned last; an open one has its probability."""
    made = agreeable(Material(istanbul, settlement, odds))
    assert [group.state for group in made.standings] == ["agreed", "open", "contested", "needs", "not-mentioned"]
    assert "in 38% of draws" in made.standings[1].rows[0].said.text
    assert "needs the West" in made.standings[3].rows[0].said.text


def test_value_of_the_absent_names_the_structural_zero(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """No package at the table is said in words, not as a small number."""
    (said,) = value_of_absent(Material(istanbul, settlement, odds))
    assert "no package is possible in any draw" in said.text
    assert "in 62% of draws" in said.text


def test_absent_without_value_are_not_mentioned(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """Where nobody absent is needed there is no difference to speak of."""
    zones = tuple(Zone(c, 0.5, Spread(0, 0.1, 0.2), 0, "") for c in ("table", "unknown", "willing"))  # type: ignore[arg-type]
    assert value_of_absent(Material(istanbul, replace(settlement, zones=zones), odds)) == ()


def test_packages_have_a_share_per_composition(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """From those present only to the absent delivering too."""
    row = agreeable(Material(istanbul, settlement, odds)).packages[0]
    assert row.joint == (("0%", 0.0), ("22%", 0.22), ("44%", 0.44))
    assert ("Sanctions", "lifted") in row.changes


def test_solution_in_the_draw_is_marked(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """The commonest package of a solution is ringed where it is among the points."""
    made = agreeable(Material(istanbul, settlement, odds))
    assert [point.solutions for point in made.points if point.solutions] == [
        "Best for the side worse off (max-min)",
        "Nash bargaining solution",
    ]


def test_missing_packages_are_explained(istanbul: Case, nothing: tuple[Settlement, Odds]) -> None:
    """Without zones the reason stands in their place."""
    made = agreeable(Material(istanbul, *nothing))
    assert "no belligerent's position" in made.missing[0].text


def test_one_side_alone_agrees_nothing(nothing: tuple[Settlement, Odds]) -> None:
    """What the only side heard accepts is its own word; "agreed" is not said of it."""
    case = Case("One voice", (Party("b", "B", "side", True),))
    standings = (Standing("aid", "all", "agreed", obligors=("b",)),)
    made = agreeable(Material(case, replace(nothing[0], standings=standings), nothing[1]))
    assert [group.label for group in made.standings] == ["Its own word"]
    assert "nothing is agreed" in made.lead[0].text


def test_reason_is_said_once(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """The reason for an empty zone repeats neither its beginning nor its full stop."""
    zones = tuple(
        replace(zone, reason="No package in any draw: the West is absent.") if zone.composition == "table" else zone
        for zone in settlement.zones
    )
    material = Material(istanbul, replace(settlement, zones=zones), odds)
    for text in (value_of_absent(material)[0].text, zone_lead(material)[0].text):
        assert "in any draw: the West is absent." in text
        assert text.lower().count("in any draw") == 1
        assert ".." not in text


def test_a_deal_beside_a_conflict_of_demands_is_explained(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """Why demands that exclude each other rule no deal out, and what holds where a package is silent."""
    free = replace(settlement, blockers=tuple(b for b in settlement.blockers if b.tag != "explicit"))
    for found, said in ((settlement, True), (free, False)):
        text = " ".join(s.text for s in agreeable(Material(istanbul, found, odds)).zone_lead)
        assert ("a demand is not a need" in text) is said
        assert ("what a package does not name stays as it is (territory: " in text) is said


def test_zones_are_told_once_where_it_is_the_same_whoever_delivers(
    istanbul: Case, settlement: Settlement, odds: Odds
) -> None:
    """Three sentences with one number would look like three findings."""
    zone = replace(settlement.zones[1], exists=0.5, empty=0.0)
    alike = replace(settlement, zones=tuple(replace(zone, composition=c) for c in COMPOSITIONS))
    (said,) = zone_lead(Material(istanbul, alike, odds))
    assert said.text.startswith("Whoever delivers, ")
    assert len(zone_lead(Material(istanbul, settlement, odds))) == len(COMPOSITIONS)
