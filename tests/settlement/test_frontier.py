"""The merged frontier against listing every package, and against published domains."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import CannotWorkOut
from detente.settlement import frontier
from detente.settlement.draws import draw
from detente.settlement.frontier import efficient, frontiers
from detente.settlement.frontier_kernel import distance, nearer
from detente.settlement.results import COMPOSITIONS
from detente.settlement.solutions import choose
from detente.settlement.surplus import surplus

DOMAINS = Path(__file__).resolve().parents[3] / "shared" / "oracles" / "negolog.json"


def undominated(points):
    """Return the distinct points that no other point beats, by rising first coordinate."""
    return sorted(p for p in set(points) if not any(q != p and q[0] >= p[0] and q[1] >= p[1] for q in points))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=4), min_size=1, max_size=4)
)
def test_efficient_sums_equal_brute_force(tables):
    """Merging issue by issue keeps exactly the undominated sums, ties included."""
    points, chosen = efficient([np.array(table, dtype=float) for table in tables])
    sums = [(0, 0)]
    for table in tables:
        sums = [(a + x, b + y) for a, b in sums for x, y in table]
    assert [tuple(point) for point in points] == undominated(sums)
    for point, choice in zip(points, chosen, strict=True):
        assert tuple(point) == tuple(np.sum([table[r] for table, r in zip(tables, choice, strict=True)], axis=0))


def robust_rungs(draws):
    """Return the rungs that hold a robust guarantee, as (issue, rung)."""
    return {
        (issue, rung)
        for issue, rungs, mask in zip(draws.issues, draws.rungs, draws.robust, strict=True)
        for rung, robust in zip(rungs, mask, strict=True)
        if robust
    }


def gains_of(packages, parts, d, package):
    """Return the sum of the gains of a package in one draw."""
    places = zip(packages.columns, packages.digits(packages.code(package)), strict=True)
    return tuple(sum(parts.gains[k][d, :, r] for k, r in places).tolist())


@settings(deadline=None, max_examples=80)
@given(data=st.data())
def test_frontiers_equal_brute_force(cases, list_packages, data):
    """In every composition and class the frontier has the undominated packages of the draw, no more and no fewer."""
    case = data.draw(cases(2))
    draws = draw(case, n=4)
    try:
        parts = surplus(case, draws)
    except CannotWorkOut:
        return
    robust = robust_rungs(draws)
    for composition in COMPOSITIONS:
        found = frontiers(case, draws, parts, composition)
        assert (np.diff(found.start[::2])[~parts.usable] == 0).all()
        for d in np.flatnonzero(parts.usable):
            allowed = [package for package, _ in list_packages(case, draws, d, composition)]
            for g in (0, 1):
                at = slice(*found.start[2 * d + g : 2 * d + g + 2])
                of_class = {
                    found.space.code(package): gains_of(found.space, parts, d, package)
                    for package in allowed
                    if bool(robust & set(package.items())) == g
                }
                assert [tuple(point) for point in found.gains[at].tolist()] == undominated(of_class.values())
                assert [of_class[code] for code in found.code[at].tolist()] == undominated(of_class.values())


@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_bundles_cost_nobody_anything(cases, data):
    """A bundle of separable issues leaves no side below the status quo and lifts one."""
    case = data.draw(cases(2))
    draws = draw(case, n=20)
    try:
        parts = surplus(case, draws)
    except CannotWorkOut:
        return
    found = frontiers(case, draws, parts, "willing", separable=True)
    assert (found.gains >= 0).all()
    assert (found.gains.max(axis=1, initial=1) > 0).all()
    of_draw = np.repeat(np.arange(draws.n), np.diff(found.start[::2]))
    for d, code, gain in zip(of_draw, found.code, found.gains, strict=True):
        digits = found.space.digits(int(code))
        moved = sum(
            parts.gains[k][d, :, r] - parts.gains[k][d, :, draws.status_quo[k]]
            for k, r in zip(found.space.columns, digits, strict=True)
        )
        assert (moved == gain).all()
        assert any(r != draws.status_quo[k] for k, r in zip(found.space.columns, digits, strict=True))


def test_the_table_has_no_package(istanbul):
    """With the guarantor absent no draw allows a package; with everybody willing every usable draw does."""
    draws = draw(istanbul, n=500)
    parts = surplus(istanbul, draws)
    assert not len(frontiers(istanbul, draws, parts, "table").code)
    willing = np.diff(frontiers(istanbul, draws, parts, "willing").start[::2])
    assert (willing[parts.usable] > 0).all()


def test_frontiers_rise_in_the_first_and_fall_in_the_second(istanbul):
    """Inside a draw and class the first gain rises and the second falls."""
    draws = draw(istanbul, n=200)
    found = frontiers(istanbul, draws, surplus(istanbul, draws), "willing")
    inside = np.ones(len(found.code) - 1, dtype=bool)
    inside[found.start[(found.start > 0) & (found.start < len(found.code))] - 1] = False
    steps = np.diff(found.gains, axis=0)[inside]
    assert (steps[:, 0] > 0).all()
    assert (steps[:, 1] < 0).all()


def test_frontiers_that_outgrow_the_memory_are_refused(istanbul, monkeypatch):
    """Past the limit the reason is given and nothing is cut off silently."""
    monkeypatch.setattr(frontier, "POINTS_LIMIT", 100)
    draws = draw(istanbul, n=50)
    with pytest.raises(CannotWorkOut, match="more than 100 efficient packages"):
        frontiers(istanbul, draws, surplus(istanbul, draws), "willing")


def test_nearness_to_the_status_quo():
    """Distances add up over the issues; of equals the lower code is nearer."""
    radix, away = np.array([2, 3]), np.array([0.0, 1.0, 0.5, 0.0, 0.5])
    assert [distance(code, radix, away) for code in range(6)] == [0.5, 1.5, 0, 1, 0.5, 1.5]
    assert nearer(2, 0, radix, away)
    assert nearer(0, 4, radix, away)
    assert not nearer(4, 0, radix, away)


def domains():
    """Return the published domains, one parameter set each, or one that is skipped with the reason."""
    if not DOMAINS.is_file():
        return [pytest.param(None, marks=pytest.mark.skip(reason=f"published domains are not here ({DOMAINS})"))]
    return [pytest.param(d, id=f"domain {d['domain']}") for d in json.loads(DOMAINS.read_text())["domains"]]


@pytest.mark.parametrize("domain", domains())
def test_published_domains(domain):
    """Nash point, Nash product and largest welfare of the domains published with NegoLog (github:aniltrue/NegoLog)."""
    tables = [
        np.stack(
            [domain[side]["weights"][k] * np.array(domain[side]["values"][k]) for side in ("A", "B")],
            axis=1,
        )
        for k in range(len(domain["issues"]))
    ]
    points, published = efficient(tables)[0], domain["published"]
    nash = points[choose(points)["nash"]]
    assert nash.prod() == pytest.approx(published["nash_product"], abs=1e-9)
    assert points.sum(axis=1).max() == pytest.approx(published["max_welfare"], abs=1e-9)
    # two points with the same product differ by rounding alone, so the published one may be the other
    same = points[np.abs(points.prod(axis=1) - nash.prod()) < 1e-9]
    assert np.abs(same - published["nash"]).max(axis=1).min() < 1e-9


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_frontiers_of_three_sides_equal_brute_force(cases, list_packages, data):
    """Every package that no other beats is there once, whatever the number of sides; those beaten are not."""
    case = data.draw(cases(3))
    case = replace(case, reservation={side.id: 0.2 for side in case.sides})
    draws = draw(case, n=3)
    try:
        parts = surplus(case, draws)
    except CannotWorkOut:
        return
    robust = robust_rungs(draws)
    for composition in COMPOSITIONS:
        found = frontiers(case, draws, parts, composition)
        for d in np.flatnonzero(parts.usable):
            allowed = [package for package, _ in list_packages(case, draws, d, composition)]
            for g in (0, 1):
                at = slice(*found.start[2 * d + g : 2 * d + g + 2])
                own = [package for package in allowed if bool(robust & set(package.items())) == g]
                points = {gains_of(found.space, parts, d, package) for package in own}
                best = [p for p in points if not any(q != p and np.all(np.array(q) >= p) for q in points)]
                assert sorted(map(tuple, found.gains[at].tolist())) == sorted(best)
                for point, code in zip(found.gains[at].tolist(), found.code[at].tolist(), strict=True):
                    assert gains_of(found.space, parts, d, found.space.package(code)) == tuple(point)
