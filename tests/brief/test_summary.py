"""The brief on a terminal."""

from dataclasses import replace

import pytest

from detente.brief import Brief, odds_lines, settlement_lines
from detente.case.model import Case
from detente.reports.report import Report
from detente.settlement import settle
from detente.settlement.results import COMPOSITIONS, Settlement
from detente.talks.results import Odds


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_summary_keeps_to_its_width(brief: Brief, width: int) -> None:
    """No line is wider than the terminal."""
    assert max(map(len, brief.summary(width).split("\n"))) <= width


def test_summary_fits_one_screen(brief: Brief) -> None:
    """Eighty columns by about forty lines."""
    assert len(brief.summary().split("\n")) <= 42


def test_summary_answers_the_questions(brief: Brief) -> None:
    """What happened, what blocks, what is possible, order, event, odds, and what it rests on."""
    text = brief.summary()
    for part in (
        "broke off",
        "buffer zone",
        "prisoners",
        "ceasefire",
        "less likely",
        "Limited deal",
        "10,000 draws",
    ):
        assert part in text


def test_summary_keeps_escape_codes_away_from_the_terminal(brief: Brief) -> None:
    """A report cannot colour, clear or retitle a terminal."""
    case = replace(brief.case, title="Talks \x1b[31mred\x07\x9b2J\u202e")
    text = replace(brief, case=case).summary()
    assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 for c in text)


def test_print_summary_is_plain_without_a_terminal(brief: Brief, capsys: pytest.CaptureFixture[str]) -> None:
    """A pipe gets the text and no codes."""
    brief.print_summary()
    assert capsys.readouterr().out == brief.summary() + "\n"


def test_print_summary_has_bold_heads_for_a_person(
    brief: Brief, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal the heads are bold, and nothing else differs."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    brief.print_summary()
    shown = capsys.readouterr().out
    assert "\x1b[1mIn the way\x1b[0m" in shown
    assert shown.replace("\x1b[1m", "").replace("\x1b[0m", "") == brief.summary(80) + "\n"


def test_settlement_lines_name_every_blocker(istanbul: Case, settlement: Settlement) -> None:
    """Each blocker and each concession set has its line."""
    lines = settlement_lines(istanbul, settlement)
    assert sum(line.startswith("  [stated against stated, 80%] Territory: ") for line in lines) == 1
    assert sum(line.startswith("  [counts") for line in lines) == len(settlement.concessions)


def test_odds_lines_say_why_nothing_is_said(istanbul: Case, nothing: tuple[Settlement, Odds]) -> None:
    """Without odds, the lines tell what is missing."""
    assert any("no belligerent" in line for line in odds_lines(istanbul, nothing[1]))


def test_odds_lines_give_ranges_and_the_effect(istanbul: Case, odds: Odds) -> None:
    """Every track has its range, and the event its verdict."""
    lines = odds_lines(istanbul, odds)
    assert any("11% to 97% (middle 62%)" in line for line in lines)
    assert any("no effect on its odds" in line for line in lines)


def test_odds_lines_say_once_what_is_the_same_for_all(istanbul: Case, odds: Odds) -> None:
    """A track on which it makes no difference who delivers has one line for its odds and one for the effect."""
    same = tuple(replace(track, composition=c) for track in odds.tracks[:1] for c in COMPOSITIONS)
    lines = odds_lines(istanbul, replace(odds, tracks=same, effects=()))
    assert sum(line.startswith("  Limited deal, whoever delivers: ") for line in lines) == 1


def test_settlement_lines_have_no_option_for_what_nobody_mentions(istanbul: Case, settlement: Settlement) -> None:
    """Nobody spoke of an option, so none is shown."""
    lines = settlement_lines(istanbul, settlement)
    assert lines[lines.index("Not mentioned:") + 1] == "  bodies"


def test_settlement_lines_and_brief_say_the_same_of_a_single_side(istanbul: Case, odds: Odds) -> None:
    """One party's word is no agreement, on the terminal as on the page."""
    parties = tuple(replace(p, role="outside", at_table=False) if p.id == "russia" else p for p in istanbul.parties)
    alone = replace(istanbul, parties=parties, demands=tuple(d for d in istanbul.demands if d.party == "ukraine"))
    found = settle(alone, draws=100)
    lines, short = "\n".join(settlement_lines(alone, found)), Brief(alone, found, odds).summary(120)
    assert "agreed" not in {standing.state for standing in found.standings}
    assert "\nAgreed:" not in lines
    for text in (lines, short):
        assert "Only one side, Ukraine, is heard." in text


def test_settlement_lines_give_no_order_where_nobody_asks_for_one(two_sides: Case) -> None:
    """Issues side by side are no sequence."""
    lines = settlement_lines(two_sides, settle(two_sides, draws=100))
    assert "Order of steps: no party ties one step to another." in lines


def rests_on(brief: Brief) -> str:
    return " ".join(brief.summary(200).split("Rests on")[1].split())


def test_summary_names_all_who_would_have_to_deliver(brief: Brief) -> None:
    """Each of the absent may decide whether there is a deal, so none is left out."""
    assert "The West and NATO would have to deliver but have no position here." in rests_on(brief)


def test_summary_shows_assumptions_that_were_set(brief: Brief) -> None:
    """What a person has set is told from what the model takes by itself."""
    case = replace(brief.case, assumptions={"optimism": (0.1, 0.1), "trust": (0.2, 0.4)})
    assert "Set by hand: optimism 0.1 and trust 0.2 to 0.4." in rests_on(replace(brief, case=case))
    assert "Set by hand" not in rests_on(brief)


def test_summary_says_that_a_report_was_not_read(brief: Brief) -> None:
    """A report that no reader could read is counted and named as such."""
    french = "Les deux délégations se sont réunies lundi à Oslo et sont convenues de se revoir bientôt."
    unread = replace(brief, reports=(Report("a.txt", None, None, None, "", french),))
    assert "One report was kept but not read (language: fr)." in rests_on(unread)
    assert "not read" not in rests_on(brief)


def test_summary_gives_the_horizon_of_the_base_rate(brief: Brief) -> None:
    """A frequency over whole conflicts is no yardstick for some weeks unless that is said."""
    assert "Over whole conflicts, not 26 weeks: " in " ".join(brief.summary().split())


@pytest.mark.parametrize(("zero", "said"), [(0.7, True), (0.2, False)])
def test_summary_explains_a_middle_chance_of_nothing(brief: Brief, zero: float, said: bool) -> None:
    """Where most draws have no step to agree on, the range says so."""
    tracks = tuple(replace(t, structural_zero=zero) if t.track == "limited" else t for t in brief.odds.tracks)
    text = " ".join(replace(brief, odds=replace(brief.odds, tracks=tracks)).summary().split())
    assert ("in 70% of draws no step is left that gains a side and costs none" in text) is said
