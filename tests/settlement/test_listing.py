"""Listing every package with numpy gives what the compiled ways give, to the last digit."""

from dataclasses import replace

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from detente.errors import CannotWorkOut
from detente.settlement import listing, solutions
from detente.settlement.draws import draw
from detente.settlement.frontier import frontiers
from detente.settlement.listing import frontier_of
from detente.settlement.packages import choices, space
from detente.settlement.results import COMPOSITIONS
from detente.settlement.solutions import CONCEPTS, pick
from detente.settlement.surplus import surplus

RESERVED = {"a": 0.3, "b": 0.2, "z": 0.1}


def parts_of(case, draws):
    """Return the parts of the surplus, passing by cases in which there are none."""
    try:
        return surplus(case, draws)
    except CannotWorkOut:
        assume(False)


@settings(deadline=None, max_examples=150)
@given(sides=st.sampled_from([2, 3]), reserved=st.booleans(), data=st.data())
def test_plain_and_compiled_picks_are_equal(cases, sides, reserved, data):
    """Margin and every solution of every draw, for two sides (from frontiers) and three (from lists)."""
    case = data.draw(cases(sides))
    if sides == 3 or reserved:
        case = replace(case, reservation={side.id: RESERVED[side.id] for side in case.sides})
    draws = draw(case, n=5)
    parts = parts_of(case, draws)
    for composition in COMPOSITIONS:
        plain = pick(case, draws, parts, composition)
        before, solutions.PLAIN = solutions.PLAIN, -1
        try:
            compiled = pick(case, draws, parts, composition)
        finally:
            solutions.PLAIN = before
        assert np.array_equal(plain.margin, compiled.margin, equal_nan=True)
        for name in CONCEPTS:
            assert plain.codes[name].tolist() == compiled.codes[name].tolist()


def test_pieces_of_the_draws_do_not_show(istanbul, monkeypatch):
    """However few draws are taken at a time, the picks are the same."""
    draws = draw(istanbul, n=40)
    parts = surplus(istanbul, draws)
    whole = pick(istanbul, draws, parts, "unknown")
    monkeypatch.setattr(listing, "PAIRS_AT_ONCE", 1)
    alone = pick(istanbul, draws, parts, "unknown")
    assert np.array_equal(whole.margin, alone.margin, equal_nan=True)
    assert all((whole.codes[name] == alone.codes[name]).all() for name in CONCEPTS)


@settings(deadline=None, max_examples=60)
@given(sides=st.sampled_from([2, 3]), data=st.data())
def test_the_frontier_of_a_draw_equals_the_merge(cases, sides, data):
    """Both ways have the same efficient packages of one draw, those of either guarantee class put together."""
    case = replace(data.draw(cases(sides)), reservation={id: RESERVED[id] for id in ("a", "b", "z")[:sides]})
    draws = draw(case, n=2)
    parts = parts_of(case, draws)
    packages, offsets = space(case, draws), parts.offsets()
    points, codes = frontier_of(packages, choices(packages, draws, parts, "willing", 1), offsets[1])
    merged = frontiers(case, draws, parts, "willing", only=1)
    assert set(codes.tolist()) <= set(merged.code.tolist())
    robust = np.arange(len(merged.code)) >= merged.start[1]
    every = merged.gains + offsets[1].T[robust.astype(np.int64)]
    undominated = {tuple(row) for row in every if not any((o >= row).all() and (o > row).any() for o in every)}
    assert {tuple(row) for row in points} == undominated
    assert len(points) == len(undominated)
