"""Single concessions against trying each, and the changes that make a package acceptable."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.case.model import Case, Issue, Party, Rung
from detente.case.preferences import Amount, Preferences
from detente.errors import InputError
from detente.settlement.blockers import concessions
from detente.settlement.questions import single_concessions, what_would_change
from detente.settlement.stances import allowed


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_single_concession_opens_a_deal(cases, data):
    """Without it nothing need be conceded; without any other demand of the party something still must be."""
    case = data.draw(cases(2))
    if not concessions(case).count:
        assert single_concessions(case, "a") == ()
        return
    found = single_concessions(case, "a")
    for demand in case.demands:
        if demand.party != "a" or demand.stance == "accepts":
            continue
        left = replace(case, demands=tuple(d for d in case.demands if d != demand))
        if _reads_alone(case, left):
            assert (not concessions(left).count) == (demand in found)


def _reads_alone(case, left):
    """Whether the other demands say the same without the one dropped."""
    kept = [d for d in case.demands if d in left.demands]
    hulls = all(issue.hull == left.issue(issue.id).hull for issue in case.issues)
    return hulls and all(allowed(case, d) == allowed(left, d) for d in kept)


def stated():
    rungs = (Rung("x", 0, ""), Rung("y", 1, ""))
    rows = tuple(
        Preferences(
            party,
            {k: {"x": Amount(x, x), "y": Amount(1 - x, 1 - x)} for k in ("k", "l")},
            {"k": Amount(0.75, 0.75), "l": Amount(0.25, 0.25)},
        )
        for party, x in (("a", 1.0), ("b", 0.0))
    )
    issues = tuple(Issue(k, k, "stake", rungs, "", free=True) for k in ("k", "l"))
    sides = (Party("a", "A", "side", True), Party("b", "B", "side", True))
    return Case("t", sides, issues, reservation={"a": 0.5, "b": 0.0}, preferences=rows)


def test_what_a_package_lacks():
    """The shortfall, and the one issue that alone makes up for it."""
    found = what_would_change(stated(), {"k": "y", "l": "x"}, "a")
    assert [(change.kind, change.what, change.amount, change.option) for change in found] == [
        ("value", "", 0.25, ""),
        ("issue", "k", 0.75, "x"),
    ]
    assert what_would_change(stated(), {"k": "x", "l": "y"}, "a") == ()


def test_what_is_not_in_the_case_is_told():
    """Unknown parties, rungs and packages with holes are named."""
    for package, party, message in (
        ({"k": "x", "l": "x"}, "z", "no party 'z'"),
        ({"k": "q", "l": "x"}, "a", "no k: q"),
        ({"k": "x"}, "a", "nothing on l"),
    ):
        with pytest.raises(InputError, match=message):
            what_would_change(stated(), package, party)
