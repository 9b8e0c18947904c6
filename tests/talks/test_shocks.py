"""Which event is looked at: the nearest before a round."""

from dataclasses import replace

from detente.case.model import Basis, Evidence, Happening, Meeting
from detente.talks import find_shock


def test_the_strike_on_the_eve_of_the_second_round(istanbul):
    """Of two strikes on the same day the first of the record counts, and the other is its reprisal."""
    shock = find_shock(istanbul)
    assert (shock.actor, shock.target, shock.date, shock.kind) == (
        "ukraine",
        "russia",
        "2025-06-01",
        "strike-before-talks",
    )
    assert shock.retaliation_observed
    assert shock.reprisal_lag == 0
    assert shock.meeting_observed
    assert shock.basis == ("e18", "e19")
    assert "1 day before that of 2025-06-02" in shock.assumption


def test_what_the_text_calls_a_reaction_is_not_the_shock(istanbul):
    """The order of the record gives way to the words of the text."""
    happenings = tuple(sorted(istanbul.happenings, key=lambda h: (h.date or "", h.actor != "russia")))
    evidence = {**istanbul.evidence, "e19": Evidence("with drones", "Russia retaliated with drones.", "r1")}
    assert find_shock(replace(istanbul, happenings=happenings, evidence=evidence)).actor == "ukraine"


def test_without_a_round_there_is_no_shock(istanbul):
    """No round, no event before one."""
    assert find_shock(replace(istanbul, meetings=())) is None


def test_what_is_not_known_to_the_day_is_not_compared_by_days(istanbul):
    """An act dated by its month only is left out."""
    vague = (Happening("ASSAULT", "ukraine", "russia", "2025-06", basis=Basis(("e18",))),)
    assert find_shock(replace(istanbul, happenings=vague)) is None


def test_acts_by_nobody_known_or_after_the_round_are_left_out(istanbul):
    """An act needs an actor, and must come before."""
    acts = (Happening("ASSAULT", None, "russia", "2025-06-01"), Happening("ASSAULT", "russia", "ukraine", "2025-06-03"))
    assert find_shock(replace(istanbul, happenings=acts)) is None


def test_earlier_rounds_are_looked_at_when_the_latest_has_none(istanbul):
    """The event before the first round is taken when nothing happened before the second."""
    acts = (Happening("SANCTION", "the-west", "russia", "2025-05-10"),)
    meetings = (*istanbul.meetings, Meeting("2026-01-10", None, ("russia", "ukraine"), "no_agreement"))
    shock = find_shock(replace(istanbul, happenings=acts, meetings=meetings))
    assert (shock.kind, shock.actor) == ("sanctions-raised", "the-west")
    assert not shock.retaliation_observed
    assert shock.meeting_observed


def test_an_act_on_the_day_of_the_round_gives_way_to_one_before(istanbul):
    """What may have come after the round is no shock to it while something surely came before."""
    eve = Happening("ASSAULT", "ukraine", "russia", "2025-06-01")
    same_day = Happening("ASSAULT", "russia", "ukraine", "2025-06-02")
    shock = find_shock(replace(istanbul, happenings=(same_day, eve)))
    assert (shock.actor, shock.retaliation_observed, shock.reprisal_lag) == ("ukraine", True, 1)
    alone = find_shock(replace(istanbul, happenings=(same_day,)))
    assert "which came first is not known" in alone.assumption
    assert not alone.meeting_observed


def test_of_one_day_the_act_with_a_reprisal_is_looked_at(istanbul):
    """An exchange of blows decides against a threat of the same day that nobody answered in kind."""
    threat = Happening("THREATEN", "russia", "ukraine", "2025-06-01")
    assert find_shock(replace(istanbul, happenings=(threat, *istanbul.happenings))).kind == "strike-before-talks"


def test_what_the_text_itself_doubts_gives_way_to_what_it_states(istanbul):
    """An alleged act is no shock while another of the same day is reported as a fact."""
    happenings = tuple(sorted(istanbul.happenings, key=lambda h: (h.date or "", h.actor != "russia")))
    evidence = {**istanbul.evidence, "e19": Evidence("allegedly shelled by Russia", "", "r1")}
    assert find_shock(replace(istanbul, happenings=happenings, evidence=evidence)).actor == "ukraine"
