"""What all this rests on."""

from dataclasses import replace

from detente.brief.material import Material
from detente.brief.sections.rests import rests, voices
from detente.case.model import Case
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
