"""Merged sums against listing every package, with rules and any number of parties."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.settlement import merging
from detente.settlement.merging import Count, Table, TooMany, count_packages, undominated_sums


@st.composite
def problems(draw, parties=2):
    """Tables of up to five issues, small whole numbers so that there are ties, and up to three rules."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=5))
    cell = st.integers(0, 3).map(float)
    tables = [
        Table(
            np.array([[draw(cell) for _ in range(parties)] for _ in range(size)]),
            np.array([draw(st.integers(0, 2)) for _ in range(size)], dtype=float),
        )
        for size in sizes
    ]
    rules = []
    for _ in range(draw(st.integers(0, 3))):
        columns = draw(st.lists(st.sampled_from(range(len(sizes))), min_size=1, unique=True))
        held = [(k, frozenset(draw(st.sets(st.integers(0, sizes[k] - 1), min_size=1)))) for k in columns]
        rules.append(Count(tuple(held), draw(st.integers(1, len(held)))))
    return tables, rules


def keeps(package, rules):
    """Whether fewer statements than the bound are true, rule by rule."""
    return all(sum(package[k] in options for k, options in rule.held) < rule.bound for rule in rules)


def listed(tables, rules):
    """Every package that keeps the rules, with its sum and its distance."""
    for package in itertools.product(*(range(len(table.gains)) for table in tables)):
        if keeps(package, rules):
            rows = list(zip(tables, package, strict=True))
            yield package, tuple(sum(t.gains[r] for t, r in rows).tolist()), sum(t.away[r] for t, r in rows)


def expected(tables, rules):
    """Undominated sums; of each the nearest package, then the first in the order of options, joined issues last."""
    packages = list(listed(tables, rules))
    sums = {total for _, total, _ in packages}
    beats = [t for t in sums if not any(o != t and all(a >= b for a, b in zip(o, t, strict=True)) for o in sums)]
    return {total: min(away for _, same, away in packages if same == total) for total in beats}


@pytest.mark.parametrize("parties", [1, 2, 3, 4])
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_sums_equal_brute_force(parties, data):
    """Exactly the undominated sums are there, each once, with a package that gives it and keeps the rules."""
    tables, rules = data.draw(problems(parties))
    found = undominated_sums(tables, rules)
    wanted = expected(tables, rules)
    assert sorted(map(tuple, found.points.tolist())) == sorted(wanted)
    for point, package in zip(found.points.tolist(), found.packages.tolist(), strict=True):
        assert keeps(package, rules)
        assert tuple(sum(t.gains[r] for t, r in zip(tables, package, strict=True)).tolist()) == tuple(point)
        assert sum(t.away[r] for t, r in zip(tables, package, strict=True)) == wanted[tuple(point)]


@settings(max_examples=150, deadline=None)
@given(problems())
def test_packages_are_counted(problem):
    """The count is that of the packages that keep the rules."""
    tables, rules = problem
    assert count_packages([len(t.gains) for t in tables], rules) == len(list(listed(tables, rules)))


@settings(max_examples=60, deadline=None)
@given(problem=problems())
def test_the_kernel_and_numpy_agree(problem):
    """Compiled and plain merges give the same points and packages, ties included."""
    tables, rules = problem
    plain = undominated_sums(tables, rules)
    before, merging.COMPILED_FROM = merging.COMPILED_FROM, 0
    try:
        compiled = undominated_sums(tables, rules)
    finally:
        merging.COMPILED_FROM = before
    assert plain.points.tolist() == compiled.points.tolist()
    assert plain.packages.tolist() == compiled.packages.tolist()


def test_a_chain_of_rules_over_thirty_issues_is_exact():
    """Neighbours exclude each other on 30 issues, and every second one at most is taken."""
    tables = [Table(np.array([[0.0, 0.0], [1.0, 1.0]]), np.zeros(2)) for _ in range(30)]
    rules = [Count(((k, frozenset({1})), (k + 1, frozenset({1}))), 2) for k in range(29)]
    found = undominated_sums(tables, rules)
    assert found.points.tolist() == [[15.0, 15.0]]
    assert count_packages([2] * 30, rules) == 2_178_309  # the 32nd Fibonacci number


def test_too_many_say_so(monkeypatch):
    """Past the limit nothing is cut off silently."""
    monkeypatch.setattr(merging, "MOST_OF_MANY", 10)
    rng = np.random.default_rng(1)
    tables = [Table(np.rint(rng.random((4, 3)) * 1000), np.zeros(4)) for _ in range(5)]
    with pytest.raises(TooMany, match="more than 10 efficient"):
        undominated_sums(tables)
