"""In which order."""

from dataclasses import replace

from detente.brief.material import Material
from detente.brief.sections.order import ordered
from detente.case.model import Case
from detente.settlement.results import Deadlock, Settlement, Steps
from detente.talks.results import Odds


def test_levels_say_who_wants_them(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """Each level has the wishes that put it there, with their entries."""
    made = ordered(Material(istanbul, settlement, odds))
    assert [level.issues for level in made.levels][:2] == ["Ceasefire", "Children and prisoners"]
    assert made.levels[1].why[0].text == "Ukraine wants ceasefire before it."
    assert made.levels[1].why[0].entries == ("e01",)


def test_void_order_has_its_reason(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """What binds no more is shown with why."""
    (void,) = ordered(Material(istanbul, settlement, odds)).void
    assert "binds no more, because the swap of May 2025" in void.text


def test_deadlock_marks_its_level(istanbul: Case, settlement: Settlement, odds: Odds, deadlock: Deadlock) -> None:
    """The cycle is named, with its edges and what to relax."""
    steps = replace(settlement.steps, deadlocks=(deadlock,), order=(("ceasefire", "territory"), ("children",)))
    made = ordered(Material(istanbul, replace(settlement, steps=steps), odds))
    assert [level.deadlocked for level in made.levels] == [True, False]
    assert len(made.knots[0].edges) == 2
    assert made.knots[0].relax[0].entries == ("e12",)


def test_no_order_at_all_is_said(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """Without edges the steps are free."""
    made = ordered(Material(istanbul, replace(settlement, steps=Steps((), (), (), (), {})), odds))
    assert "in any order" in made.lead[0].text
