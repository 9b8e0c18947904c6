"""The packages worth reading: what they say has to follow from the case and what was worked out."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.case.model import Case, Demand, Issue, Party, Rung
from detente.case.preferences import Amount, Preferences
from detente.settlement import settle
from detente.settlement.readable import gains_of, readable
from detente.settlement.stances import allowed, has_say, missing


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_terms_deliverers_and_marks_follow_from_the_case(cases, data):
    """Each package is told once; its terms leave the status quo; who is absent is who some term misses."""
    case = data.draw(cases(2))
    found = readable(case, settle(case, draws=100))
    assert len({tuple(sorted(one.package.items())) for one in found}) == len(found)
    for one in found:
        assert one.kinds
        for term in one.terms:
            issue = case.issue(term.issue)
            assert term.rung == one.package[term.issue] != issue.status_quo
            assert term.absent == missing(case, issue, issue.rung(term.rung))
        assert set(one.absent) == {party for term in one.terms for party in term.absent}
        assert bool(one.note) == bool(one.absent)
        if "red line" in one.weakest:
            assert any(
                d.red_line
                and d.issue in one.package
                and has_say(case, d.party, case.issue(d.issue))
                and one.package[d.issue] not in allowed(case, d)
                for d in case.demands
            )


def test_the_humanitarian_minimum_is_of_separable_issues_only(istanbul):
    """Nothing but what can be settled while fighting goes on, the smallest step of each."""
    (least,) = (one for one in readable(istanbul, settle(istanbul, draws=100)) if "humanitarian minimum" in one.kinds)
    assert all(istanbul.issue(issue).separable for issue in least.package)
    assert {term.issue for term in least.terms} == {"prisoners", "children"}


def stated():
    """Two issues, of which each party cares more for another one."""
    rungs = (Rung("x", 0, "X"), Rung("y", 1, "Y", ("out",)))
    rows = tuple(
        Preferences(p, {k: {"x": Amount(a, a), "y": Amount(1 - a, 1 - a)} for k in ("k", "l")}, {"k": w, "l": v})
        for p, a, w, v in (
            ("a", 1.0, Amount(0.8, 0.8), Amount(0.2, 0.2)),
            ("b", 0.0, Amount(0.2, 0.2), Amount(0.8, 0.8)),
        )
    )
    sides = (Party("a", "A", "side", True), Party("b", "B", "side", True), Party("out", "Out", "outside"))
    issues = tuple(Issue(k, k.upper(), "stake", rungs, "", free=True) for k in ("k", "l"))
    return Case("stated", sides, issues, preferences=rows, reservation={"a": 0.1, "b": 0.1})


def test_gains_are_beyond_no_deal_and_the_absent_are_named():
    """The trade that both like best: the gain of each over its reservation value, and whom it needs."""
    found = readable(case := stated(), settle(case, draws=100))
    (nash,) = (one for one in found if "Nash solution" in one.kinds)
    assert dict(nash.package) == {"k": "x", "l": "y"}
    assert dict(nash.gains) == pytest.approx({"a": 0.7, "b": 0.7})
    assert nash.absent == ("out",)
    assert nash.weakest == "it needs Out, not at the table"
    assert nash.note == "to bring Out in, run `detente case bring CASE out`"
    came = replace(case, parties=tuple(replace(p, at_table=True) for p in case.parties))
    (nash,) = (one for one in readable(came, settle(came, draws=100)) if "Nash solution" in one.kinds)
    assert (nash.absent, nash.note) == ((), "")
    assert nash.weakest == "A gains least (+0.7)"


def test_a_demand_that_is_not_met_is_the_weakest_point():
    """What a party asks for and does not get is named before who gains least."""
    here = tuple(replace(party, at_table=True) for party in stated().parties)
    case = replace(stated(), parties=here, demands=(Demand("b", "k", "y", "demands"),))
    (nash,) = (one for one in readable(case, settle(case, draws=100)) if "Nash solution" in one.kinds)
    assert nash.package["k"] != "y"
    assert nash.weakest == "B asks for something else on k"


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_every_package_says_who_gains_what(cases, data):
    """Where packages are valued at all, each has a gain per side; that of a frontier package is its surplus."""
    case = data.draw(cases(2))
    found = settle(case, draws=50)
    if found.frontier is None:
        return
    surplus = {tuple(sorted(p.package.items())): dict(p.surplus) for p in found.frontier.points}
    for one in readable(case, found):
        assert set(one.gains) == {"a", "b"} or "humanitarian minimum" in one.kinds
        if (key := tuple(sorted(one.package.items()))) in surplus:
            assert dict(one.gains) == pytest.approx(surplus[key])
    for point in found.frontier.points:
        assert gains_of(case, found, point.package) == pytest.approx(dict(point.surplus))


def test_three_parties_have_the_best_for_each_and_what_differs():
    """The best of the frontier for each of three parties, and others that are unlike those."""
    names = ("a", "b", "c")
    rungs = tuple(Rung(p, n / 8, p.upper()) for n, p in enumerate((*names, "all")))
    issues = tuple(Issue(k, k.upper(), "stake", rungs, "", free=True) for k in ("k", "l"))
    rows = tuple(
        Preferences(
            p,
            {k: {r.id: Amount(v := {p: 1.0, "all": 0.6}.get(r.id, 0.1), v) for r in rungs} for k in ("k", "l")},
            {"k": Amount(0.5, 0.5), "l": Amount(0.5, 0.5)},
        )
        for p in names
    )
    case = Case("three", tuple(Party(p, p.upper(), "side", True) for p in names), issues, preferences=rows)
    found = readable(case, settle(case, draws=50))
    kinds = {kind: dict(one.package) for one in found for kind in one.kinds}
    assert kinds["best for A on the frontier"] == {"k": "a", "l": "a"}
    assert kinds["best for C on the frontier"] == {"k": "c", "l": "c"}
    assert kinds["unlike the others on the frontier"] not in [{"k": p, "l": p} for p in names]
