"""What changed between two briefs."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.brief import Brief
from detente.brief.changed import answers, chances, chapters
from detente.brief.material import Material
from detente.settlement.results import Spread


def material(brief: Brief, **changed: Any) -> Material:
    """Return what a brief is made of, with a case of which some fields are changed."""
    case = replace(brief.case, **changed)
    return Material(case, brief.settlement, brief.odds, tuple(brief.claims))


def test_a_brief_beside_itself_has_no_change(brief: Brief) -> None:
    """And everything it holds is counted as the same."""
    same = material(brief)
    found = chapters(same, same)
    assert [chapter.changes for chapter in found] == [()] * 7
    assert found[1].same == len({(d.party, d.issue, d.stance, d.rung) for d in brief.case.demands})
    assert all(answer.same for answer in answers(same, same))
    assert {chance.moved for chance in chances(same, same)} == {"no change"}


@given(st.data())
def test_what_is_new_one_way_is_gone_the_other_way(brief: Brief, data: st.DataObject) -> None:
    """For any two parts of the demands: nothing is lost, nothing is told twice."""
    demands = brief.case.demands
    halves = [data.draw(st.lists(st.sampled_from(demands), unique=True)) for _ in range(2)]
    one, two = (material(brief, demands=tuple(half)) for half in halves)
    there, back = (chapters(*pair)[1] for pair in ((one, two), (two, one)))
    new = {change.after.text for change in there.changes if change.kind == "new"}
    gone = {change.before.text for change in back.changes if change.kind == "gone"}
    assert new == gone
    assert there.same == back.same
    counted = sum(change.kind != "gone" for change in there.changes) + there.same
    assert counted == len({(d.party, d.issue, d.stance, d.rung) for d in halves[1]})


def test_a_changed_position_shows_both_wordings(brief: Brief) -> None:
    """With the entries of each."""
    first, *rest = brief.case.demands
    moved = replace(first, red_line=not first.red_line)
    [change] = chapters(material(brief), material(brief, demands=(moved, *rest)))[1].changes
    assert change.kind == "changed"
    assert change.before.text != change.after.text
    assert change.before.entries == change.after.entries == first.basis.entries


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (Spread(0.5, 0.6, 0.7), "up"),
        (Spread(0.0, 0.01, 0.02), "down"),
        (Spread(0.15, 0.3, 0.5), "the ranges overlap"),
    ],
)
def test_odds_are_told_apart_only_where_ranges_lie_apart(brief: Brief, after: Spread, said: str) -> None:
    """Otherwise it is said that they overlap."""
    before = tuple(replace(t, without=Spread(0.1, 0.2, 0.3), with_shock=None) for t in brief.odds.tracks)
    later = tuple(replace(t, without=after, with_shock=None) for t in brief.odds.tracks)
    one, two = (replace(material(brief), odds=replace(brief.odds, tracks=tracks)) for tracks in (before, later))
    assert {chance.moved for chance in chances(one, two)} == {said}
