"""When two sentences tell of one meeting, and what becomes of it."""

from copy import copy
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from detente.entries import Quote
from detente.reading.meetings.meeting import Meeting, days_between, merge, same

MET = Meeting("2025-06-02", "Oslo", ("Denmark", "Norway"), Quote("report", 0, 4, "text"), False)
MEETINGS = st.builds(
    replace,
    st.just(MET),
    date=st.sampled_from([None, "2025", "2025-06", "2025-06-02", "2025-06-03"]),
    place=st.sampled_from([None, "Oslo", "Geneva"]),
    parties=st.sampled_from([("Denmark", "Norway"), ("Denmark", "Norway", "Sweden"), ("Norway", "Sweden")]),
    scheduled=st.booleans(),
)


@given(MEETINGS, MEETINGS)
def test_one_meeting_whoever_comes_first(one: Meeting, other: Meeting) -> None:
    """It does not matter which of two sentences is read first."""
    assert same(one, other) == same(other, one)


@given(MEETINGS, MEETINGS)
def test_nothing_known_is_lost(one: Meeting, other: Meeting) -> None:
    """Whatever one sentence knows of a meeting is known of it in the end."""
    both = copy(one)
    merge(both, other)
    assert len(both.date or "") == max(len(one.date or ""), len(other.date or ""))
    assert (both.place is None) == (one.place is None and other.place is None)
    assert len(both.parties) == max(len(one.parties), len(other.parties))
    assert both.scheduled == (one.scheduled and other.scheduled)


def test_days_from_one_date_to_another() -> None:
    """A month begins on its first day, a year in January."""
    assert days_between("2025", "2025-02") == 31
    assert days_between("2025-06-03", "2025-06-01") == -2
