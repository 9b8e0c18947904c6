"""Movements are found and dated; what can stand beside what was said before is none."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.entries import Position
from detente.record import Record
from detente.record.movement import Step, courses, earlier
from detente.reports import report_from_text

MAY, JUNE, JULY = "2025-05-16", "2025-06-02", "2025-07"


def step(date, stance, terms, **more):
    return Step("Arland", "prisoners", date, stance, terms, entries=(f"{date}{stance}{terms}",), **more)


def kinds(*steps):
    return [(m.kind, m.step.date) for course in courses(steps) for m in course.movements]


def test_first_a_demand_then_an_offer_then_an_acceptance():
    """Each is dated by the step that shows it first."""
    said = (
        step(MAY, "demands", "the release of all captives"),
        step(JUNE, "proposes", "a swap of the wounded"),
        step(JULY, "accepts", "an exchange of a thousand"),
        step("2025-08", "accepts", "another exchange"),
    )
    assert kinds(*said) == [("first offer", JUNE), ("first acceptance", JULY)]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (step(MAY, "rejects", "a truce"), step(JUNE, "accepts", "the truce"), "takes what it refused"),
        (step(MAY, "rejects", "a truce", red_line=True), step(JUNE, "proposes", "truce"), "dropped red line"),
        (step(MAY, "accepts", "a truce"), step(JUNE, "rejects", "the truce"), "refuses what it took"),
        (step(MAY, "demands", "aid"), step(JUNE, "demands", "aid", precondition=True), "new precondition"),
        (step(MAY, "demands", "aid"), step(JUNE, "rejects", "tolls", red_line=True), "new red line"),
        (step(MAY, "demands", "aid", rung="a"), step(JUNE, "accepts", "aid", rung="b"), "first acceptance"),
    ],
)
def test_each_kind_of_movement(before, after, kind):
    """From one date to a later one; the other way round, or on one day, it is not that movement."""
    assert kinds(before, after) == [(kind, JUNE)]
    assert kinds(before, replace(after, date=MAY)) == []
    assert kinds(replace(before, date="2025"), after) == []


@pytest.mark.parametrize(
    "after",
    [
        step(JUNE, "demands", "the return of the dead"),
        step(JUNE, "demands", "release of prisoners, all of them"),
        step(JUNE, "proposes", "the release of all prisoners"),
        step(JUNE, "rejects", "a partial swap"),
        step(JUNE, "accepts", "a partial swap", said_by="Borland"),
    ],
)
def test_what_can_stand_beside_a_demand_is_no_movement(after):
    """Another request, the same in other words or as a proposal, a refusal of something else, another party's word."""
    assert kinds(step(MAY, "demands", "release of all prisoners"), after) == []


def test_an_offer_beside_a_demand_that_is_made_again_is_no_movement():
    """Both are asked for."""
    demand = step(MAY, "demands", "release of all prisoners")
    assert kinds(demand, step(JUNE, "proposes", "a medical commission"), replace(demand, date=JULY)) == []


def test_a_red_line_that_is_not_repeated_is_not_dropped():
    """Silence is no movement."""
    assert kinds(step(MAY, "rejects", "a truce", red_line=True), step(JUNE, "demands", "aid for towns")) == []


def position(report, stance, terms, words):
    start = report.text.index(words)
    return Position("Arland", "ceasefire", stance, terms, report.quote(start, start + len(words)))


def test_what_a_report_recalls_has_its_own_date():
    """An acceptance in May that is told in June beside a refusal came before it."""
    report = report_from_text("Arland refuses the truce, which it had accepted in May.", date="2025-06-03")
    with Record() as record:
        told = [position(report, "rejects", "the truce", "refuses the truce")]
        record.add(report, [*told, position(report, "accepts", "the truce", "which it had accepted in May")])
        (course,) = record.positions()
    assert [each.date for each in course.steps] == ["2025-05", "2025-06-03"]
    assert [(m.kind, m.step.date) for m in course.movements] == [("refuses what it took", "2025-06-03")]


@pytest.mark.parametrize("words", ["accepts a truce in May", "had accepted a truce"])
def test_other_dates_in_a_quote_are_not_when_it_was_stated(words):
    """The date of a truce to come; an earlier time that is not named."""
    report = report_from_text(f"Arland {words}.", date="2025-06-03")
    with Record() as record:
        record.add(report, [position(report, "accepts", "a truce", words)])
        assert [s.date for c in record.positions() for s in c.steps] == ["2025-06-03"]


STEPS = st.lists(
    st.builds(
        step,
        st.sampled_from(["", "2025", "2025-05", MAY, JUNE, JULY]),
        st.sampled_from(["demands", "proposes", "accepts", "rejects"]),
        st.sampled_from(["a truce", "the wounded", "a thousand captives"]),
        red_line=st.booleans(),
        precondition=st.booleans(),
        said_by=st.sampled_from([None, None, "Borland"]),
    ),
    max_size=6,
    unique=True,
)


@given(STEPS, st.data())
def test_movements_do_not_depend_on_the_order_and_go_forward_in_time(steps, data):
    """Each leads from an earlier step of the party itself to a later one."""
    found = courses(steps)
    assert courses(data.draw(st.permutations(steps))) == found
    for movement in (m for course in found for m in course.movements):
        assert earlier(movement.before.date, movement.step.date)
        assert movement.step.said_by is None is movement.before.said_by
