"""The answer in five lines."""

from dataclasses import replace

from detente.brief.material import Material
from detente.brief.sections.in_short import in_short
from detente.case.model import Case
from detente.settlement.results import Settlement
from detente.talks.results import Odds


def test_there_are_five_lines_in_the_order_of_the_sections(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """Talks, what is in the way, what is possible, order, event."""
    lines = in_short(Material(istanbul, settlement, odds))
    assert [line.section for line in lines] == [1, 3, 4, 5, 6]
    assert all(line.said.entries for line in lines)


def test_structural_zero_at_the_table_is_said(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """No package among those at the table is no small probability."""
    text = in_short(Material(istanbul, settlement, odds))[2].said.text
    assert "Those at the table alone cannot make a comprehensive deal" in text


def test_event_without_any_package_has_no_effect(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """Where nothing can be agreed, nothing can change."""
    effects = tuple(e for e in odds.effects if e.share_structural_zero == 1)
    text = in_short(Material(istanbul, settlement, replace(odds, effects=effects)))[4].said.text
    assert "It has no effect" in text


def test_nothing_read_is_no_crash(nothing: tuple[Settlement, Odds]) -> None:
    """Each line says that and why there is no answer."""
    texts = [line.said.text for line in in_short(Material(Case("Nothing"), *nothing))]
    assert len(texts) == 5
    assert all(texts)
