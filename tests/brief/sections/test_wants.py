"""Who wants what."""

from dataclasses import replace

import pytest

from detente.brief.material import Material
from detente.brief.sections.wants import flags, wants
from detente.case.model import Case, Demand
from detente.settlement.results import Settlement
from detente.talks.results import Odds


def test_every_demand_has_its_place(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """As many positions as the case has demands, under their party and issue."""
    made = wants(Material(istanbul, settlement, odds))
    assert made.parties == ("Russia", "Ukraine")
    cells = [stand for _, rows in made.groups for row in rows for cell in row.cells for stand in cell]
    assert len(cells) == len(istanbul.demands)
    assert [role for role, _ in made.groups] == ["What is at stake", "The fighting itself", "How to talk"]


def test_outsider_with_a_position_gets_a_column(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """Who has said something is heard, side or not."""
    case = replace(istanbul, demands=(*istanbul.demands, Demand("nato", "alignment", "pledged", "rejects")))
    assert wants(Material(case, settlement, odds)).parties == ("Russia", "Ukraine", "NATO")


def test_movement_is_told_by_date(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """Two positions of two dates on one issue are a movement."""
    said = (
        Demand("russia", "sanctions", "lifted", "demands", date="2025-05-16"),
        Demand("russia", "sanctions", "eased", "accepts", date="2025-06-02"),
    )
    (moved,) = wants(Material(replace(istanbul, demands=said), settlement, odds)).movement
    assert (
        moved.text
        == "Russia on sanctions – 16 May 2025: demands lifted; then 2 Jun 2025: accepts eased (first acceptance)."
    )


@pytest.mark.parametrize(
    ("demand", "expected"),
    [
        (Demand("a", "b", "c", "demands"), []),
        (Demand("a", "b", "c", "rejects", red_line=True), ["red line"]),
        (Demand("a", "b", "c", "rejects", red_line=True, sacred=True), ["sacred: no pressure moves it"]),
        (Demand("a", "b", "c", "demands", precondition="order"), ["precondition: must come first"]),
        (
            Demand("a", "b", "c", "demands", precondition="content", key=True),
            ["precondition: any deal must have it", "called key"],
        ),
    ],
)
def test_flags_are_words(demand: Demand, expected: list[str]) -> None:
    """What sets a demand apart is said, not only coloured."""
    assert [text for _, _, text in flags(demand)] == expected
