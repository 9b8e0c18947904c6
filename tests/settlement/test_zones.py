"""Zones of agreement: shares, reasons in plain words, and the frontier shown."""

from dataclasses import replace

import numpy as np
import pytest

from detente.case.model import Case, Constraint, Demand, Issue, Party, Rung
from detente.settlement.draws import draw
from detente.settlement.solutions import pick
from detente.settlement.surplus import surplus
from detente.settlement.zones import OTHERS, shown, zone

SIDES = (Party("a", "A-land", "side"), Party("b", "B-land", "side"), Party("un", "the UN", "outside"))
LADDER = (Rung("none", 0, "none"), Rung("some", 0.5, "some", ("un",)), Rung("all", 1, "all", ("un",), stated=True))


def look(*demands, composition="table", rules=(), **assumptions):
    """Return the zone of a case on one issue whose upper rungs the absent UN delivers."""
    aid = Issue("aid", "Aid", "stake", LADDER, "none")
    case = Case("aid", SIDES, (aid,), demands, constraints=rules, assumptions=assumptions)
    draws = draw(case, n=400)
    parts = surplus(case, draws)
    return zone(case, draws, composition, pick(case, draws, parts, composition).margin, parts.usable)


ASK, OPPOSE = Demand("a", "aid", "all", "demands", "full aid"), Demand("b", "aid", "some", "rejects")


def test_shares_and_margin(istanbul):
    """`exists`, `empty` and the margin are over the draws whose stakes are known."""
    draws = draw(istanbul, n=4)
    margin = np.array([0.2, -0.1, np.nan, 0.4])
    found = zone(istanbul, draws, "willing", margin, np.array([True, True, True, False]))
    assert (found.exists, found.empty) == pytest.approx((1 / 3, 1 / 3))
    assert found.margin.mid == pytest.approx(0.05)


def test_an_absent_deliverer_of_a_condition_is_named():
    """No package, because a condition of any peace needs somebody who is away."""
    found = look(replace(ASK, precondition="content"), OPPOSE)
    assert (found.empty, found.exists, found.margin) == (1, 0, None)
    assert found.reason == (
        "No package in any draw: A-land makes “full aid” (Aid) a condition of any peace, and the UN, who would have to "
        "deliver it, is not at the table."
    )


def test_how_often_an_absent_deliverer_delivers_is_said():
    """In `unknown` the reason gives the share of draws in which the condition can be met."""
    found = look(replace(ASK, precondition="content"), OPPOSE, composition="unknown")
    assert 0.4 < found.empty < 0.6
    assert f"does so in {1 - found.empty:.0%} of the draws. In " in found.reason


def test_what_is_out_of_reach_is_said():
    """Where something is allowed at the table, the rungs that need somebody absent are still named."""
    found = look(ASK, OPPOSE)
    assert found.empty == 0
    assert found.reason.startswith("Every draw allows some package; in ")
    assert found.reason.endswith("Out of reach without those absent: the UN (Aid).")


def test_red_lines_that_exclude_each_other():
    """Two red lines on one issue leave nothing where both hold."""
    lines = {"red-line-holds": (0.8, 0.8)}
    found = look(replace(ASK, red_line=True), replace(OPPOSE, red_line=True), composition="willing", **lines)
    assert found.empty == pytest.approx(0.64, abs=0.08)
    assert "the red lines of A-land and B-land on Aid leave nothing in" in found.reason


def test_a_red_line_whose_rungs_nobody_delivers():
    """A red line that needs somebody absent leaves nothing that is delivered where it holds."""
    found = look(replace(ASK, red_line=True), OPPOSE, **{"red-line-holds": (0.8, 0.8)})
    assert found.empty == pytest.approx(0.8, abs=0.06)
    assert "what the red lines of A-land leave on Aid needs the UN and is not delivered in" in found.reason


def test_conditions_that_exclude_each_other():
    """Two conditions of any peace that no rung meets are said to exclude each other."""
    found = look(replace(ASK, precondition="content"), replace(OPPOSE, precondition="content"), composition="willing")
    assert "no way to settle Aid meets every condition set on it" in found.reason


def test_rules_that_leave_nothing():
    """Where rules alone leave nothing, they are named as the reason."""
    rules = tuple(Constraint(rung.id, "", (("aid", rung.id),)) for rung in LADDER)
    assert look(ASK, OPPOSE, composition="willing", rules=rules).reason.endswith(
        "the rules across issues leave nothing."
    )


def test_the_frontier_shown_is_that_of_the_median_margin(istanbul):
    """The draw shown has the median margin; its points are efficient and the others beside them are not."""
    draws = draw(istanbul, n=301)
    parts = surplus(istanbul, draws)
    offsets = parts.offsets()
    picks = pick(istanbul, draws, parts, "willing", offsets)
    margin = picks.margin
    found = shown(istanbul, draws, parts, "willing", offsets, margin, picks.codes)
    assert margin[found.draw] == np.nanmedian(margin)
    points = np.array([[point.surplus[side] for side in found.sides] for point in found.points])
    assert (np.diff(points[:, 0]) > 0).all()
    assert (np.diff(points[:, 1]) < 0).all()
    assert points.min(axis=1).max() == margin[found.draw]
    assert 0 < len(found.others) <= OTHERS
    for other in np.array(found.others):
        assert (points >= other).all(axis=1).any()


def test_many_packages_are_sampled(istanbul, monkeypatch):
    """Of more packages than can be listed a sample stands beside the frontier, the same every time."""
    monkeypatch.setattr("detente.settlement.zones.LISTED", 200)
    draws = draw(istanbul, n=50)
    parts = surplus(istanbul, draws)
    offsets = parts.offsets()
    picks = pick(istanbul, draws, parts, "willing", offsets)
    margin = picks.margin
    one, two = (shown(istanbul, draws, parts, "willing", offsets, margin, picks.codes) for _ in range(2))
    assert one == two
    assert 0 < len(one.others) <= OTHERS


def test_a_frontier_too_long_to_list_is_merged(istanbul, monkeypatch):
    """The draw's frontier by merging is the one among all packages listed."""
    draws = draw(istanbul, n=9)
    parts = surplus(istanbul, draws)
    offsets = parts.offsets()
    picks = pick(istanbul, draws, parts, "willing", offsets)
    listed = shown(istanbul, draws, parts, "willing", offsets, picks.margin, picks.codes)
    monkeypatch.setattr("detente.settlement.zones.LISTED_ALONE", 0)
    assert shown(istanbul, draws, parts, "willing", offsets, picks.margin, picks.codes) == listed
