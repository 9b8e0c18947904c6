"""The calendar of the talks: rounds, what lies between them, delays, suspensions, a deadline."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.case import Calendar, load
from detente.case.model import Meeting
from detente.errors import CaseError, InputError
from detente.talks import calendar_of, find_shock, simulate
from detente.talks.calendar import open_weeks
from detente.talks.paired import basis, paired

NO_EFFECT = (
    None,
    Calendar(),
    Calendar(rounds=(0,), every=(1, 1)),
    Calendar(rounds=(3,), between=(1, 1)),
    Calendar(every=(2, 5), between=(1, 1), delayed=(0.5, 0.5)),
    Calendar(suspended=((40, 50),), deadline=26),
)


def readiness_of(case, weeks=26, draws=60):
    base = basis(case, draws, 1, "willing")
    return paired(base, (find_shock(case),), weeks).g


@pytest.mark.parametrize("calendar", NO_EFFECT)
def test_a_calendar_that_rules_nothing_out_changes_no_bit(istanbul, calendar):
    """A round in every week, or weeks between that count as much, are the talks without a calendar."""
    assert (readiness_of(replace(istanbul, calendar=calendar)) == readiness_of(istanbul)).all()


@pytest.mark.parametrize("deadline", [1, 4, 13])
def test_a_deadline_is_the_end_of_the_horizon(istanbul, deadline):
    """What is not agreed by then is never agreed: a longer horizon adds nothing."""
    late = readiness_of(replace(istanbul, calendar=Calendar(deadline=deadline)))
    assert (late == readiness_of(istanbul, weeks=deadline)).all()


def test_suspended_weeks_are_taken_out_one_by_one(istanbul):
    """G of the open weeks and of the suspended ones add up to G of all."""
    away = readiness_of(replace(istanbul, calendar=Calendar(suspended=((2, 5),))))
    only = readiness_of(replace(istanbul, calendar=Calendar(suspended=((0, 2), (5, 100)))))
    assert away + only == pytest.approx(readiness_of(istanbul), rel=1e-12)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(0, 20), max_size=4),
    st.none() | st.tuples(st.floats(0.5, 3), st.floats(3, 8)),
    st.floats(0, 1),
    st.floats(0, 1),
    st.none() | st.integers(0, 30),
)
def test_a_week_is_never_more_open_than_without_a_calendar(rounds, every, between, delayed, deadline):
    """Every share lies in [0, 1], a week without a round has what lies between, after the deadline there is none."""
    calendar = Calendar(tuple(rounds), every, (between, between), (delayed, delayed), (1, 3), deadline=deadline)
    shares = open_weeks(calendar, 20, 1, 26, None)
    assert ((shares == 1) | (shares == between) | (shares == 0)).all()
    if deadline is not None:
        assert (shares[:, deadline:] == 0).all()
    if rounds and not delayed and deadline is None:
        assert (shares[:, [week for week in rounds if week < 26]] == 1).all()


def test_a_round_that_is_put_off_moves_those_after_it():
    """A certain delay of two weeks: the first round two weeks late, the second by two such delays."""
    shares = open_weeks(Calendar((1, 5), delayed=(1, 1), delay=(2, 2)), 1, 1, 12, None)
    assert np.flatnonzero(shares[0]).tolist() == [3, 9]


def test_a_round_waits_for_the_end_of_a_suspension():
    """What falls into a stretch in which nobody meets is held when it ends."""
    shares = open_weeks(Calendar((2,), suspended=((1, 4),)), 1, 1, 8, None)
    assert np.flatnonzero(shares[0]).tolist() == [4]


def test_days_are_counted_from_the_event_and_need_one():
    """The first seven days are week 0; a calendar in days needs a day to count from."""
    calendar = Calendar(("2025-06-07", "2025-06-20"), deadline="2025-07-01")
    assert np.flatnonzero(open_weeks(calendar, 1, 1, 10, "2025-06-01")[0]).tolist() == [0, 2]
    with pytest.raises(InputError, match="write weeks"):
        open_weeks(calendar, 1, 1, 10, None)


def test_the_record_gives_its_rounds_and_their_rhythm(istanbul):
    """Rounds that are set come first, then the rhythm of those held; one that lies before the last held is over."""
    ahead = tuple(Meeting(day, None, ("russia", "ukraine"), "scheduled") for day in ("2025-06-20", "2025-05-20"))
    found = calendar_of(replace(istanbul, meetings=istanbul.meetings + ahead))
    assert found.rounds == ("2025-06-20",)
    assert found.every == pytest.approx((17 / 7, 17 / 7))
    assert calendar_of(replace(istanbul, meetings=())).every == (1.0, 8.0)


def test_fewer_rounds_never_raise_the_odds(istanbul):
    """Talks once a month agree less often than talks in every week, with the event and without."""
    monthly = simulate(replace(istanbul, calendar=Calendar((0,), every=(4, 4))), (find_shock(istanbul),), draws=200)
    weekly = simulate(istanbul, (find_shock(istanbul),), draws=200)
    for few, many in zip(monthly.tracks, weekly.tracks, strict=True):
        assert few.without.high <= many.without.high
        assert few.with_shock.high <= many.with_shock.high


FILE = "title: Talks\ncalendar:\n  rounds: [2025-06-20, 3]\n  every: [2, 4]\n  deadline: 26\n"


def test_a_case_file_carries_it_there_and_back(tmp_path):
    """Days and weeks, read and written again."""
    from detente.case import dump

    path, again = tmp_path / "case.yaml", tmp_path / "again.yaml"
    path.write_text(FILE)
    case = load(path)
    assert case.calendar == Calendar(("2025-06-20", 3), (2, 4), deadline=26)
    dump(case, again)
    assert load(again) == case


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("[2, 4]", "[4, 2]"), "low end first"),
        (("26", "soon"), "deadline"),
        (("2025-06-20", "2025-06-31"), "day is out of range"),
        (("every", "evry"), "unknown key"),
        (("deadline: 26", "between: [0, 2]"), r"within \[0, 1\]"),
    ],
)
def test_faults_of_a_calendar_are_named(tmp_path, change, message):
    """Swapped ends, no day, a day that does not exist, an unknown key, a share above 1."""
    path = tmp_path / "case.yaml"
    path.write_text(FILE.replace(*change))
    with pytest.raises(CaseError, match=message):
        load(path)


def test_a_case_without_a_calendar_keeps_its_digest(istanbul):
    """Results name the case that they rest on: it is the same as before calendars could be given."""
    assert replace(istanbul, calendar=None).digest == istanbul.digest
    assert replace(istanbul, calendar=Calendar()).digest != istanbul.digest
