"""What all this rests on."""

from dataclasses import replace

from detente.brief import Brief, odds_lines, settlement_lines
from detente.brief.material import Material
from detente.brief.sections.rests import mixed, rests, strangers, voices
from detente.case.model import THIRD_PARTY, Case, Demand, Happening, Party
from detente.settlement.priors import PRIORS
from detente.settlement.results import Settlement
from detente.talks.results import Odds


def test_missing_voices_are_named(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """Who must deliver without being heard, and who is silent on what."""
    said = [voice.text for voice in voices(Material(istanbul, settlement, odds))]
    assert any(
        text.startswith("The West would have to deliver on assets, security guarantees and sanctions") for text in said
    )
    assert any("Russia on ceasefire" in text for text in said)


def test_every_prior_is_listed_with_range_and_basis(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """All ranges, and those that the case sets are marked."""
    case = replace(istanbul, assumptions={"optimism": (0.1, 0.1), "war-cost.ukraine": (0.0, 0.3)})
    rows = {row.id: row for row in rests(Material(case, settlement, odds)).priors}
    assert len(rows) == len(PRIORS) + 1
    assert rows["assume-optimism"].range == "fixed at 0.1"
    assert rows["assume-war-cost-ukraine"].changed
    assert not rows["assume-trust"].changed
    assert all(row.basis for row in rows.values())


def test_priors_are_left_out_where_nothing_was_drawn(istanbul: Case, nothing: tuple[Settlement, Odds]) -> None:
    """Ranges that no result rests on would mislead."""
    assert rests(Material(istanbul, *nothing)).priors == ()


def test_gap_of_both_results_is_told_once(istanbul: Case, nothing: tuple[Settlement, Odds]) -> None:
    """Settlement and talks often lack the same thing."""
    assert len(rests(Material(istanbul, *nothing)).gaps) == 1


def test_method_has_seed_draws_and_digest(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """Enough to work it out again."""
    lines = dict(rests(Material(istanbul, settlement, odds)).methods)
    assert "0123456789abcdef" in lines["Case"]
    assert "10,000 draws, seed 1" in lines["Settlement"]


def test_a_second_conflict_is_a_warning_with_a_way_out(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """On the page, in the summary, and on the lines of single results; one conflict gives none."""
    newcomers = tuple(Party(id, id.capitalize(), "outside") for id in ("arland", "borland"))
    raid = Happening("ASSAULT", "arland", "borland", None)
    demands = tuple(
        Demand(id, "ceasefire", istanbul.issue("ceasefire").rungs[-1].id, "demands") for id in ("arland", "borland")
    )
    two = replace(istanbul, parties=(*istanbul.parties, *newcomers), happenings=(raid,),
                  demands=(*istanbul.demands, *demands))  # fmt: skip
    (warning,) = mixed(Material(two, settlement, odds))
    assert "two conflicts that nothing in it connects: Russia and Ukraine; Arland and Borland" in warning.text
    assert "take the reports of one conflict at a time" in warning.text
    assert rests(Material(two, settlement, odds)).voices[0] == warning
    assert "Beware" in Brief(two, settlement, odds).summary()
    for lines in (settlement_lines(two, settlement), odds_lines(two, odds)):
        assert f"Beware: {warning.text}" in lines
    assert mixed(Material(istanbul, settlement, odds)) == ()
    assert "Beware" not in Brief(istanbul, settlement, odds).summary()


def test_parties_that_no_table_knows_are_named(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """They are known by their name alone; the unnamed third party is no name."""
    more = (Party("ardan-front", "Ardan Front", "outside"), Party(THIRD_PARTY, "a third party", "outside"))
    case = replace(istanbul, parties=(*istanbul.parties, *more))
    (said,) = strangers(Material(case, settlement, odds))
    assert said.text.startswith("Not in the table of actors")
    assert "Ardan Front." in said.text
    assert "third party" not in said.text
    assert strangers(Material(istanbul, settlement, odds)) == ()
