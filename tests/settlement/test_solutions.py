"""Bargaining solutions against their definitions over every package."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from detente.errors import CannotWorkOut
from detente.settlement import solutions
from detente.settlement.draws import draw
from detente.settlement.frontier_kernel import distance
from detente.settlement.packages import choices, space
from detente.settlement.results import COMPOSITIONS
from detente.settlement.solutions import CONCEPTS, choose, pick, shares
from detente.settlement.surplus import surplus


def dominates(one, other):
    """Return whether a point is better for a side and worse for none."""
    return one != other and all(x >= y for x, y in zip(one, other, strict=True))


def by_definition(points, away):
    """Return the index that each solution picks, from the definitions; `away` breaks ties."""
    fair = [m for m, s in enumerate(points) if min(s) >= 0]
    if not fair:
        return dict.fromkeys(CONCEPTS, -1)
    ideal = [max(points[m][p] for m in fair) for p in range(len(points[0]))]
    scores = {
        "nash": lambda s: np.prod(s),
        "kalai-smorodinsky": lambda s: min(x / top if top > 0 else 1.0 for x, top in zip(s, ideal, strict=True)),
        "egalitarian": sorted,
        "utilitarian": lambda s: sum(s),
    }
    found = {}

    def nearness(m):
        return (away[m], m)

    for name, score in scores.items():
        best = max(score(points[m]) for m in fair)
        tied = [m for m in fair if score(points[m]) == best]
        picked, better = min(tied, key=nearness), tied
        while better := [m for m in better if dominates(points[m], points[picked])]:
            picked = min(better, key=nearness)
        found[name] = picked
    return found


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 3), st.data())
def test_solutions_equal_their_definitions(sides, data):
    """Nash, Kalai-Smorodinsky, egalitarian and utilitarian pick what their definitions say, ties included."""
    point = st.tuples(*[st.integers(-3, 4).map(float)] * sides)
    points = data.draw(st.lists(point, min_size=1, max_size=12))
    assert dict(choose(np.array(points))) == by_definition(points, [0] * len(points))


def listed(draws, parts, packages, composition):
    """Yield, per draw, the codes of the allowed packages with surplus and distance from the status quo."""
    options, offsets = choices(packages, draws, parts, composition), parts.offsets()
    for d in range(draws.n):
        found = [(0, np.zeros(len(draws.sides)), False)]
        for low, high in zip(options.start[:-1], options.start[1:], strict=True):
            found = [
                (code + options.code[o], gain + options.gains[d, o], robust or options.robust[o])
                for code, gain, robust in found
                for o in range(low, high)
                if options.allowed[d, o]
            ]
        rows = [
            (int(code), tuple((gain + offsets[d, :, int(robust)]).tolist()))
            for code, gain, robust in sorted(found, key=lambda f: f[0])
        ]
        yield [code for code, _ in rows], [s for _, s in rows]


@settings(deadline=None, max_examples=60)
@given(sides=st.sampled_from([2, 3]), data=st.data())
def test_picks_equal_listing_every_package(cases, sides, data):
    """Margin and solutions from frontiers, or from three sides' lists, equal those over all packages one by one."""
    case = data.draw(cases(sides))
    if sides == 3:
        case = replace(case, reservation={"a": 0.3, "b": 0.2, "z": 0.1})
    draws = draw(case, n=3)
    try:
        parts = surplus(case, draws)
    except CannotWorkOut:
        assume(False)
    packages = space(case, draws)
    away = {code: distance(code, packages.radix, packages.away) for code in range(int(np.prod(packages.radix)))}
    for composition in COMPOSITIONS:
        picks = pick(case, draws, parts, composition)
        for d, (codes, points) in enumerate(listed(draws, parts, packages, composition)):
            if not codes:
                assert np.isnan(picks.margin[d])
            else:
                assert picks.margin[d] == max(min(s) for s in points)
            expected = by_definition(points, [away[code] for code in codes]) if codes else dict.fromkeys(CONCEPTS, -1)
            for name, m in expected.items():
                assert picks.codes[name][d] == (codes[m] if m >= 0 else -1)


def test_too_many_packages_for_three_sides(istanbul, monkeypatch):
    """With three sides packages are listed; past the limit the reason is given."""
    monkeypatch.setattr(solutions, "LISTED_LIMIT", 1000)
    sides = tuple(replace(party, role="side") if party.id == "nato" else party for party in istanbul.parties)
    case = replace(istanbul, parties=sides, reservation={"nato": 0.1, "russia": 0.4, "ukraine": 0.3})
    draws = draw(case, n=5)
    with pytest.raises(CannotWorkOut, match="1,944 packages in each of 5 draws"):
        pick(case, draws, surplus(case, draws), "willing")


def test_shares_of_rungs(istanbul):
    """Option-level shares add up to 1 on every issue, and the modal package is the most frequent one."""
    packages = space(istanbul, draw(istanbul, n=1))
    found = shares("nash", packages, np.array([5, 5, 7, -1]))
    assert all(sum(rungs.values()) == pytest.approx(1) for rungs in found.shares.values())
    assert found.modal == packages.package(5)
    assert found.modal_share == pytest.approx(2 / 3)
    assert shares("nash", packages, np.array([-1, -1])) is None
