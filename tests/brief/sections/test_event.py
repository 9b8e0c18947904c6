"""What the event did to the odds."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.brief.material import Material
from detente.brief.sections.event import event_name, felt, headlines, signs, verdict, verdicts
from detente.brief.sections.in_short import in_short
from detente.case.model import Basis, Case, Happening
from detente.settlement.priors import PRIORS
from detente.settlement.results import COMPOSITIONS, Settlement
from detente.talks import simulate
from detente.talks.results import Effect, Flip, Odds, Quantiles


def effect(up: float, down: float, zero: float = 0.0) -> Effect:
    none = 1 - up - down - zero
    moved, ratio = Quantiles(0, (-0.01, 0.005), (-0.02, 0.01)), Quantiles(1, (0.9, 1.05), (0.8, 1.1))
    return Effect("comprehensive", "willing", moved, ratio, up, down, none, zero, {}, {})


@pytest.mark.parametrize(
    ("up", "down", "expected"),
    [
        (0.9, 0.05, "mostly raises"),
        (0.05, 0.9, "mostly lowers"),
        (0.4, 0.5, "depends on what nobody knows"),
        (0, 0, "no clear difference"),
    ],
)
def test_verdict_says_which_way_and_how_sure(up: float, down: float, expected: str) -> None:
    """The direction in words, both shares, and a range: never a lone number."""
    text = verdict(effect(up, down)).text
    assert expected in text
    assert "points" in text


@given(st.lists(st.floats(0, 1), min_size=4, max_size=4).filter(lambda raw: sum(raw) > 0.01))
def test_verdict_claims_no_more_than_the_shares(raw: list[float]) -> None:
    """Mostly is said of more than half of the draws, and where most draws stay as they are that is said first."""
    up, down, none, zero = (share / sum(raw) for share in raw)
    made = replace(effect(up, down, zero), share_none=none)
    text = verdict(made).text
    assert ("mostly raises" not in text) or up > 0.5
    assert ("mostly lowers" not in text) or down > 0.5
    assert zero >= 1 or up + down > 0.5 or "no clear difference" in text
    assert "more often lowers than raises" not in text or down > up
    assert "more often raises than lowers" not in text or up > down


@given(st.lists(st.sampled_from([0.0, 0.1, 0.16, 0.5, 1.0]), min_size=3, max_size=3).filter(any))
def test_every_share_is_told_and_no_other(raw: list[float]) -> None:
    """Falls, rises and no change stand with their shares, the largest first; what never happens is left out."""
    up, down, none = (share / sum(raw) for share in raw)
    text = signs(replace(effect(up, down), share_none=none))
    told = {"raises the odds": up, "lowers the odds": down, "makes no clear difference": none}
    assert {what for what in told if what in text} == {what for what, share in told.items() if share > 0}
    order = sorted((what for what in told if what in text), key=text.index)
    assert [told[what] for what in order] == sorted((told[what] for what in order), reverse=True)
    assert "under under" not in text


def test_structural_zero_is_said_in_words(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """Where there is no package the event has no effect, and the table says so."""
    made = felt(Material(istanbul, settlement, odds))
    assert "there is no package, so the event has no effect" in made.verdicts[0].text or any(
        "there is no package" in v.text for v in made.verdicts
    )
    assert any(row.difference == "no package, so no effect" for row in made.effects)


def test_headlines_are_for_the_absent_delivering(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """Effects are headlined for unknown and willing; the table only where it has no package."""
    found = headlines(Material(istanbul, settlement, odds))
    assert [(e.track, e.composition) for e in found] == [
        ("comprehensive", "table"),
        ("comprehensive", "unknown"),
        ("comprehensive", "willing"),
        ("limited", "unknown"),
    ]


def test_event_is_named_as_the_record_tells_it(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """The record's event where the shock rests on one, else the card's label."""
    assert event_name(Material(istanbul, settlement, odds)) == "Ukraine attacked Russia on 1 June 2025."
    assert odds.shock is not None
    other = replace(odds, shock=replace(odds.shock, basis=(), label="a made-up strike"))
    assert event_name(Material(istanbul, settlement, other)) == "A made-up strike."


def test_flip_says_what_it_does(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """An assumption turns the balance, moves it, or hardly matters."""
    flips = (
        Flip("a", (0, 0.1), (0.9, 1), 0.6, 0.2, 0.2, 0.6),
        Flip("b", (0, 0.1), (0.9, 1), 0.6, 0.2, 0.5, 0.3),
        Flip("c", (0, 0.1), (0.9, 1), 0.6, 0.2, 0.6, 0.2),
    )
    made = felt(Material(istanbul, settlement, replace(odds, flips=flips)))
    assert [flip.swing for flip in made.flips] == ["turns the balance", "moves it", "hardly matters"]


def test_channels_that_do_not_apply_are_told(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """A channel has a cell for every live effect."""
    made = felt(Material(istanbul, settlement, odds))
    assert {len(row.cells) for row in made.channels} == {len(made.channel_heads)}


def test_baselines_stand_beside(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """No shock, and the last state."""
    texts = [statement.text for statement in felt(Material(istanbul, settlement, odds)).baseline]
    assert texts[0].startswith("No event, only those at the table")
    assert "Last state: at the latest meeting on 2 June 2025" in texts[1]


def test_reprisal_and_meeting_lead_to_their_sentences(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """What is said to be in the record has a reference to it."""
    assert odds.shock is not None
    reply = Happening("ASSAULT", "russia", "ukraine", "2025-06-03", None, basis=Basis(("e20",)))
    case = replace(istanbul, happenings=(*istanbul.happenings, reply))
    told = felt(Material(case, settlement, replace(odds, shock=replace(odds.shock, reprisal_lag=2)))).lead
    (reprisal,) = (s for s in told if "reprisal is in the record" in s.text)
    (met,) = (s for s in told if "round was held" in s.text)
    assert reprisal.entries == ("e20",)
    assert met.entries == next(m.basis.entries for m in istanbul.meetings if m.date == "2025-06-02")


def test_assumption_that_would_flip_it_is_said_in_words(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """The table of flips speaks as the table of ranges does."""
    flips = (
        Flip("silence-opposed (pi)", (0, 0.1), (0.9, 1), 0.6, 0.2, 0.2, 0.6),
        Flip("war-cost of Russia (c)", (0, 0.1), (0.9, 1), 0.6, 0.2, 0.2, 0.6),
    )
    texts = [flip.assumption for flip in felt(Material(istanbul, settlement, replace(odds, flips=flips))).flips]
    assert texts[0] == f"{PRIORS['silence-opposed'].text} (pi)"
    assert texts[1] == f"{PRIORS['war-cost'].text}, Russia (c)"


def test_what_is_the_same_for_all_is_said_so(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """A track on which it makes no difference who delivers says so, as the lines of `talks` do."""
    one = next(e for e in odds.effects if e.share_structural_zero < 1)
    same = tuple(replace(one, track="truce", composition=c) for c in COMPOSITIONS)
    alike = Material(istanbul, settlement, replace(odds, effects=same))
    assert [v.text.split(":")[0] for v in verdicts(alike)] == ["Truce, whoever delivers"]
    assert "Left open" not in in_short(alike)[4].said.text
    other = replace(same[1], share_none=one.share_none + 0.01)
    apart = Material(istanbul, settlement, replace(odds, effects=(same[0], other, same[2])))
    assert [v.text.split(":")[0] for v in verdicts(apart)] == ["Truce, if the absent may or may not deliver"]
    assert "Left open" in in_short(apart)[4].said.text


def test_whether_a_deal_would_hold_stands_beside_the_odds_and_not_in_them(
    istanbul: Case, settlement: Settlement
) -> None:
    """With nobody watching and with a guarantee, said to be given a deal; and what the assumptions imply for a year."""
    odds = simulate(istanbul, draws=200)
    text = " ".join(statement.text for statement in felt(Material(istanbul, settlement, odds)).baseline)
    assert "holds for five years" in text
    assert "no part of the odds" in text
    assert "What the assumptions alone imply for a year" in text
