"""What the record shows after an act, whoever names the act."""

from dataclasses import replace

import pytest

from detente.case.model import Basis, Happening, Meeting
from detente.talks import find_shock, load_shock
from detente.talks.aftermath import observed

CARD = "kind: assault\nactor: ukraine\ntarget: russia\ndate: 2025-06-01\n"


def test_a_shock_from_a_file_meets_the_record_as_one_that_is_found(istanbul, tmp_path):
    """The same act by the same card: the same reprisal, the same round soon after."""
    (path := tmp_path / "own.yaml").write_text(CARD)
    given, found = load_shock(path, istanbul), find_shock(istanbul)
    for name in ("retaliation_observed", "reprisal_lag", "meeting_observed"):
        assert getattr(given, name) == getattr(found, name)
    assert set(given.basis) < set(found.basis)


def test_without_a_date_nothing_is_known_to_have_come_after(istanbul, tmp_path):
    """Then reprisal and meetings are drawn."""
    (path := tmp_path / "own.yaml").write_text(CARD.replace("date: 2025-06-01\n", ""))
    shock = load_shock(path, istanbul)
    assert (shock.retaliation_observed, shock.meeting_observed, shock.basis) == (False, False, ())


def test_a_card_of_ones_own_says_what_counts_as_its_reprisal(istanbul, tmp_path):
    """By its event types; without any, no act of the record is taken for one."""
    own = CARD.replace("assault", "own") + "channels: {cost: {amount: [0, 0.1], half-life: [8, 52]}}\n"
    (path := tmp_path / "own.yaml").write_text(own)
    assert not load_shock(path, istanbul).retaliation_observed
    path.write_text(own + "events: [ASSAULT]\n")
    assert load_shock(path, istanbul).retaliation_observed


@pytest.mark.parametrize(
    ("type", "day", "lag"),
    [("ASSAULT", "2025-06-04", 3), ("ASSAULT", "2025-06-16", None), ("ASSAULT", "2025-05-31", None),
     ("SANCTION", "2025-06-04", None), ("ASSAULT", "2025-06", None)],
)  # fmt: skip
def test_a_reprisal_is_a_like_act_with_the_roles_swapped_in_a_fortnight(istanbul, type, day, lag):
    """Neither before, nor much later, nor of another kind, nor on a day that nobody knows."""
    case = replace(istanbul, happenings=(Happening(type, "russia", "ukraine", day, basis=Basis(("e1",))),))
    reply, _ = observed(case, "ukraine", "russia", "2025-06-01", ("ASSAULT",))
    assert (reply and reply[1]) == lag


@pytest.mark.parametrize(("day", "soon"), [("2025-06-01", False), ("2025-06-08", True), ("2025-06-09", False)])
def test_a_round_within_a_week_shows_that_the_talks_went_on(istanbul, day, soon):
    """One on the same day may have come before."""
    case = replace(istanbul, meetings=(Meeting(day, None, ("russia", "ukraine"), "no_agreement"),))
    assert observed(case, "ukraine", "russia", "2025-06-01", ())[1] is soon
