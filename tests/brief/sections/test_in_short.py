"""The answer in five lines."""

from dataclasses import replace

from detente.brief.material import Material
from detente.brief.sections.in_short import in_short
from detente.case.model import Case
from detente.settlement.results import Gap, Settlement, Standing
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


def test_unknown_effect_is_not_called_no_effect(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """An event whose effect cannot be worked out is another thing than one without effect."""
    unknown = replace(odds, effects=(), tracks=(), gaps=(Gap("the odds", "who fights whom is not known"),))
    text = in_short(Material(istanbul, settlement, unknown))[4].said.text
    assert "cannot be worked out: who fights whom is not known" in text
    assert "no effect" not in text


def test_long_lists_say_what_is_left_out_in_words(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """Of many open options the first are named and the others counted in words."""
    opened = tuple(Standing("sanctions", f"rung-{n}", "open", 0.3) for n in range(9))
    text = in_short(Material(istanbul, replace(settlement, standings=opened), odds))[2].said.text
    assert "and six other options" in text


def test_latest_meeting_is_told_in_a_sentence(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """Who met and when, then how it ended; a single meeting is not called the latest of many."""
    material = Material(istanbul, settlement, odds)
    assert "Russia and Ukraine met in Istanbul on 2 June 2025; the talks broke off." in in_short(material)[0].said.text
    one = replace(istanbul, meetings=tuple(m for m in istanbul.meetings if m.date == "2025-06-02"))
    text = in_short(Material(one, settlement, odds))[0].said.text
    assert text == "The record has one meeting: Russia and Ukraine met in Istanbul on 2 June 2025; the talks broke off."


def test_draws_without_any_deal_are_not_called_about_as_likely(
    istanbul: Case, settlement: Settlement, odds: Odds
) -> None:
    """Where no deal is possible there is nothing that could be as likely as before."""
    (effect,) = (e for e in odds.effects if (e.track, e.composition) == ("comprehensive", "unknown"))
    told = replace(effect, share_negative=0.12, share_positive=0.11, share_none=0.23, share_structural_zero=0.54)
    text = in_short(Material(istanbul, settlement, replace(odds, effects=(told,))))[4].said.text
    assert "about as likely in 23%; in 54% none is possible" in text
    assert "77%" not in text


def test_the_absent_are_named(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """Who decides whether there is a deal is said where the deal is spoken of."""
    text = in_short(Material(istanbul, settlement, odds))[2].said.text
    assert "if the absent (the West and NATO) deliver too" in text


def test_a_deal_beside_a_conflict_of_demands_is_said_to_leave_some_unmet(
    istanbul: Case, settlement: Settlement, odds: Odds
) -> None:
    """A conflict in every draw beside a deal in most draws needs a word; without a conflict it needs none."""
    free = replace(settlement, blockers=tuple(b for b in settlement.blockers if b.tag != "explicit"))
    for found, said in ((settlement, True), (free, False)):
        text = in_short(Material(istanbul, found, odds))[2].said.text
        assert ("leaves demands unmet but beats no deal for every side" in text) is said
