"""Frontier and solutions of stated preferences against listing every package in exact arithmetic."""

import itertools
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.case.model import Case, Constraint, Demand, Issue, Party, Rung
from detente.case.preferences import Amount, Preferences
from detente.errors import CannotWorkOut
from detente.settlement.bargaining import NO_PACKAGE, NOTHING_FOR_ALL, SOLUTIONS, bargain
from detente.settlement.settle import settle


def exactly(value):
    return Amount(value, value)


@st.composite
def stated(draw, parties=2):
    """A case of free options with values in sixteenths, a reservation value each, and perhaps rules."""
    names = ["a", "b", "c", "d"][:parties]
    issues = [
        Issue(f"k{k}", f"K{k}", "stake", tuple(Rung(f"o{r}", r / 8, f"o{r}") for r in range(size)), "", free=True)
        for k, size in enumerate(draw(st.lists(st.integers(1, 4), min_size=1, max_size=4)))
    ]
    unit = st.integers(0, 16).map(lambda n: n / 16)
    rows = [
        Preferences(
            name,
            {issue.id: {rung.id: exactly(draw(unit)) for rung in issue.rungs} for issue in issues},
            {issue.id: exactly(draw(unit)) for issue in issues},
        )
        for name in names
    ]
    rules = []
    for n in range(draw(st.integers(0, 2))):
        pairs = tuple((i.id, draw(st.sampled_from(i.rungs)).id) for i in issues)
        form = draw(st.sampled_from(["forbids", "at_most", "requires"]))
        if form == "forbids":
            rules.append(Constraint(f"r{n}", "", pairs[:2]))
        elif form == "at_most":
            rules.append(Constraint(f"r{n}", "", at_most=draw(st.integers(0, len(pairs))), of=pairs))
        else:
            rules.append(Constraint(f"r{n}", "", when=pairs[1:], requires=pairs[:1]))
    return Case(
        "stated",
        tuple(Party(name, name.upper(), "side", True) for name in names),
        tuple(issues),
        constraints=tuple(rules),
        reservation={name: draw(unit) / 2 for name in names},
        preferences=tuple(rows),
    )


def breaks(rule, package):
    has = [package[k] == r for k, r in rule.of]
    if rule.forbids and all(package[k] == r for k, r in rule.forbids):
        return True
    if rule.at_most is not None and sum(has) > rule.at_most:
        return True
    return bool(rule.requires) and (
        all(package[k] == r for k, r in rule.when) and not all(package[k] == r for k, r in rule.requires)
    )


def listed(case):
    """Every package with its utilities as exact fractions."""
    for choice in itertools.product(*([rung.id for rung in issue.rungs] for issue in case.issues)):
        package = {issue.id: rung for issue, rung in zip(case.issues, choice, strict=True)}
        if not any(breaks(rule, package) for rule in case.constraints):
            yield (
                package,
                tuple(
                    sum(Fraction(row.weights[k].low) * Fraction(row.values[k][r].low) for k, r in package.items())
                    for row in case.preferences
                ),
            )


def scores(points, reserve):
    """Per solution, what each point at or above the reserve scores."""
    gains = {u: tuple(x - Fraction(r) for x, r in zip(u, reserve, strict=True)) for u in points}
    gains = {u: g for u, g in gains.items() if min(g) >= 0}
    ideal = [max((g[p] for g in gains.values()), default=0) for p in range(len(reserve))]
    return {
        "nash": {u: [_product(g)] for u, g in gains.items()},
        "kalai_smorodinsky": {
            u: [min(x / i if i else Fraction(1) for x, i in zip(g, ideal, strict=True))] for u, g in gains.items()
        },
        "egalitarian": {u: sorted(g) for u, g in gains.items()},
        "utilitarian": {u: [sum(g)] for u, g in gains.items()},
    }


def _product(numbers):
    out = Fraction(1)
    for number in numbers:
        out *= number
    return out


@pytest.mark.parametrize("parties", [2, 3])
@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_everything_equals_brute_force(parties, data):
    """Packages counted, frontier, the four solutions and their ties are those of the full list."""
    case = data.draw(stated(parties))
    every = list(listed(case))
    found = bargain(case)
    assert found.packages == len(every)
    points = {u for _, u in every}
    efficient = {
        u for u in points if not any(o != u and all(a >= b for a, b in zip(o, u, strict=True)) for o in points)
    }
    assert {tuple(map(Fraction, p.values.values())) for p in found.frontier} == efficient
    worth = {tuple(package.items()): u for package, u in every}
    for point in found.frontier:
        assert worth[tuple(point.package.items())] == tuple(map(Fraction, point.values.values()))
    for name, scored in scores(efficient, [case.reservation[i] for i in found.parties]).items():
        chosen = found.solutions[name]
        best = {u for u, score in scored.items() if score == max(scored.values())} if scored else set()
        if not best:
            assert chosen is None
            assert found.reasons[name] == (NOTHING_FOR_ALL if every else NO_PACKAGE)
            continue
        ties = {tuple(map(Fraction, p.values.values())) for p in (chosen, *found.ties.get(name, ()))}
        assert ties == best


def pie(a, b, **more):
    """One issue of free options, each worth this to A and that to B."""
    rungs = tuple(Rung(f"o{n}", n / 8, f"o{n}") for n in range(len(a)))
    rows = tuple(
        Preferences(id, {"pie": {f"o{n}": exactly(v) for n, v in enumerate(vs)}}, {"pie": exactly(1.0)})
        for id, vs in (("a", a), ("b", b))
    )
    sides = (Party("a", "A", "side", True), Party("b", "B", "side", True))
    status_quo = more.pop("status_quo", "")
    return Case("pie", sides, (Issue("pie", "Pie", "stake", rungs, status_quo, free=True),), preferences=rows, **more)


def test_no_zone_of_agreement():
    """Where every package leaves somebody below, solutions are None with the reason and the frontier stands."""
    found = bargain(pie([1, 0], [0, 1], reservation={"a": 0.5, "b": 0.5}))
    assert len(found.frontier) == 2
    assert set(found.solutions.values()) == {None}
    assert set(found.reasons.values()) == {NOTHING_FOR_ALL}


def test_one_package():
    """A single package is every solution."""
    found = bargain(pie([0.3], [0.4]))
    assert (found.packages, len(found.frontier)) == (1, 1)
    assert {point.package["pie"] for point in found.solutions.values()} == {"o0"}


def test_equal_values_take_the_first_option():
    """Packages worth the same are one point; the first option stands for it."""
    found = bargain(pie([0.5, 0.5, 0.5], [0.5, 0.5, 0.5]))
    assert [point.package["pie"] for point in found.frontier] == ["o0"]
    assert not found.ties


def test_equal_values_take_the_nearest_to_the_status_quo():
    """With a status quo, that option stands for the point."""
    assert bargain(pie([0.5, 0.5], [0.5, 0.5], status_quo="o1")).frontier[0].package == {"pie": "o1"}


def test_ties_are_exact():
    """0.1 + 0.2 and 0.3 are the same utility: no rounding decides between two packages."""
    found = bargain(pie([0.1 + 0.2, 0.3, 0.3], [0.3, 0.1 + 0.2, 0.3]))
    assert len(found.frontier) == 1


def test_mirrored_points_tie():
    """Two mirrored points have the same product and sum; both are told."""
    found = bargain(pie([1, 2], [2, 1]))
    assert set(found.ties) == set(SOLUTIONS)
    assert found.solutions["nash"].package == {"pie": "o0"}


def test_a_red_line_binds():
    """An option that a red line rules out is in no package."""
    case = pie([0, 1], [1, 0], demands=(Demand("b", "pie", "o1", "rejects", red_line=True),))
    assert bargain(case).packages == 1


def test_every_side_needs_preferences():
    """A side whose values nobody knows stops the work, by name."""
    case = pie([0, 1], [1, 0])
    third = Case("three", (*case.parties, Party("z", "Z", "side", True)), case.issues, preferences=case.preferences)
    with pytest.raises(CannotWorkOut, match="z has no preferences"):
        bargain(third)
    assert "z has no preferences" in settle(third, draws=10).gaps[-1].why


def test_a_missing_reservation_value_is_told():
    """Without a reservation value 0 is taken, and said so."""
    assert bargain(pie([0, 1], [1, 0], reservation={"a": 0.0})).notices == ("no reservation value for b: 0 is taken",)


@settings(max_examples=30, deadline=None)
@given(stated())
def test_the_order_of_a_case_changes_nothing(case):
    """Parties and issues in another order give the same points and packages."""
    turned = Case(
        case.title,
        case.parties[::-1],
        case.issues[::-1],
        constraints=case.constraints[::-1],
        reservation=case.reservation,
        preferences=case.preferences,
    )
    one, other = bargain(case), bargain(turned)
    assert one.packages == other.packages
    assert [p.values for p in one.frontier] == [p.values for p in other.frontier]
