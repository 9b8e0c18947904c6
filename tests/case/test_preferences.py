"""Preferences, free options and rules in case files: round trips, and every fault at its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.case import dump, load
from detente.case.model import Case, Constraint, Issue, Party, Rung
from detente.case.preferences import DISTRIBUTIONS, Amount, Limit, Preferences
from detente.case.rules import forbidden
from detente.errors import CaseError

positive = st.floats(0.001, 100)


@st.composite
def amounts(draw):
    """Numbers, ranges and distributions."""
    low, high = sorted((draw(positive), draw(positive)))
    return Amount(low, high, draw(st.sampled_from(DISTRIBUTIONS)) if low < high else "uniform")


@st.composite
def cases(draw):
    """Two parties, two issues of free options, any preferences and rules."""
    issues = tuple(
        Issue(k, k, "stake", (Rung("x", 0, "x"), Rung("y", 1, "y")), draw(st.sampled_from(["", "x"])), free=True)
        for k in ("k", "l")
    )
    rows = []
    for party in ("b", "a"):
        known = draw(st.booleans())
        rows.append(
            Preferences(
                party,
                {k: {r: draw(amounts()) for r in ("x", "y")} for k in ("k", "l")},
                {k: draw(amounts()) for k in ("k", "l")} if known else {},
                () if known else draw(st.sampled_from([(), (("k",), ("l",)), (("k", "l"),)])),
                () if known else draw(st.sampled_from([(), (Limit({"k": 1.0, "l": -2.0}, -0.5),)])),
            )
        )
    rules = (
        Constraint("r1", "t", (("k", "x"), ("l", "y"))),
        Constraint("r2", "t", at_most=1, of=(("k", "x"), ("l", "x"))),
        Constraint("r3", "t", when=(("k", "y"),), requires=(("l", "x"),)),
    )
    reserved = draw(amounts())
    return Case(
        "t",
        (Party("a", "a", "side", True), Party("b", "b", "side", True)),
        issues,
        constraints=rules,
        reservation={"a": reserved.low if reserved.known else reserved},
        preferences=tuple(rows),
    )


@settings(max_examples=60, deadline=None)
@given(cases())
def test_preferences_survive_the_file(tmp_path_factory, case):
    """Writing and reading give the same case, the first party first."""
    dump(case, path := tmp_path_factory.mktemp("case") / "case.yaml")
    assert load(path) == case


HEAD = """title: t
parties: [{id: a}, {id: b}]
issues:
  - {id: k, free: true, rungs: [{id: x}, {id: y}]}
"""


@pytest.mark.parametrize(
    ("rest", "message"),
    [
        (
            "preferences:\n  - {party: c, values: {k: {x: 1, y: 0}}}",
            "line 6, column 6: preferences.0.party: unknown party",
        ),
        ("preferences:\n  - {party: a, values: {z: {x: 1}}}", "unknown issue 'z'"),
        ("preferences:\n  - {party: a, values: {k: {x: 1}}}", "no value for y"),
        ("preferences:\n  - {party: a, values: {k: {x: 1, y: 0, z: 2}}}", "unknown rung 'z'"),
        ("preferences:\n  - {party: a, values: {k: {x: 1, y: [3, 2]}}}", "a range is [low, high], not [3, 2]"),
        ("preferences:\n  - {party: a, values: {k: {x: 1, y: {lognormal: [0, 2]}}}}", "needs numbers above 0"),
        ("preferences:\n  - {party: a, weights: {m: 1}, values: {k: {x: 1, y: 2}}}", "no values for issue 'm'"),
        ("preferences:\n  - {party: a, weights: {k: -1}, values: {k: {x: 1, y: 2}}}", "a weight is at least 0"),
        ("preferences:\n  - {party: a, order: [m], values: {k: {x: 1, y: 2}}}", "no values for issue 'm'"),
        ("reservation: {a: 3}", "must lie in [0, 1]"),
        ("constraints:\n  - {id: r, text: t, when: [[k, x]], requires: [[k, y]]}", "is under when as well"),
        ("constraints:\n  - {id: r, text: t, at_most: 1, of: [[k, z]]}", "unknown rung 'z'"),
    ],
)
def test_faults(tmp_path, rest, message):
    """Each fault is told with line and column."""
    path = tmp_path / "case.yaml"
    path.write_text(HEAD + rest + "\n")
    with pytest.raises(CaseError) as told:
        load(path)
    assert message in str(told.value)
    assert "line " in str(told.value)


def test_a_ladder_needs_what_free_options_do_not(tmp_path):
    """Without free: true a missing x and status quo are told, all at once."""
    path = tmp_path / "case.yaml"
    path.write_text(HEAD.replace("free: true, ", ""))
    with pytest.raises(CaseError) as told:
        load(path)
    assert len(told.value.faults) == 3


def test_rules_as_combinations():
    """A requirement forbids every other rung; at most n forbids every n + 1."""
    rungs = (Rung("x", 0, ""), Rung("y", 0.5, ""), Rung("z", 1, ""))
    case = Case("", issues=tuple(Issue(k, k, "stake", rungs, "x") for k in "klm"))
    needs = Constraint("r", "", when=(("k", "x"),), requires=(("l", "y"),))
    assert forbidden(case, needs) == ((("k", "x"), ("l", "x")), (("k", "x"), ("l", "z")))
    most = Constraint("r", "", at_most=2, of=(("k", "x"), ("l", "x"), ("m", "x"), ("m", "y")))
    assert forbidden(case, most) == (
        (("k", "x"), ("l", "x"), ("m", "x")),
        (("k", "x"), ("l", "x"), ("m", "y")),
    )
