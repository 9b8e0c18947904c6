"""The one object that `detente settle --json` prints: its keys and shapes, for stated and for drawn cases."""

import json

import pytest
from pydantic import BaseModel, ConfigDict

from detente.case.model import Case, Issue, Party, Rung
from detente.case.preferences import Amount, Preferences
from detente.settlement import answer, settle


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Valued(Strict):
    package: dict[str, str]
    values: dict[str, float]


class Solutions(Strict):
    nash: Valued | None
    kalai_smorodinsky: Valued | None
    egalitarian: Valued | None
    utilitarian: Valued | None


class Method(BaseModel):
    exact: bool
    how: str
    seed: int | None
    draws: int | None
    version: str
    input_hash: str
    reasons: dict[str, str]


class Answer(Strict):
    packages: int
    frontier: list[Valued]
    solutions: Solutions
    blockers: list[dict]
    concessions: list[dict]
    acceptability: dict
    steps: dict
    method: Method


def stated(reservation):
    rungs = (Rung("x", 0, "X"), Rung("y", 1, "Y"))
    rows = tuple(
        Preferences(p, {"k": {"x": Amount(a, a), "y": Amount(b, b)}}, {"k": Amount(1, 1)})
        for p, a, b in (("z", 1, 0), ("a", 0, 1))
    )
    sides = (Party("a", "A", "side", True), Party("z", "Z", "side", True))
    issue = Issue("k", "K", "stake", rungs, "", free=True)
    return Case("stated", sides, (issue,), preferences=rows, reservation=reservation)


@pytest.fixture(params=["stated", "no zone", "drawn", "nobody"])
def case(request, istanbul):
    """Cases of every kind."""
    return {
        "stated": stated({"a": 0, "z": 0}),
        "no zone": stated({"a": 0.9, "z": 0.9}),
        "drawn": istanbul,
        "nobody": Case("nobody yet"),
    }[request.param]


def test_the_object_has_the_documented_form(case):
    """Exactly the documented keys and types; a solution that is None has its reason; JSON holds it all."""
    found = answer(case, settle(case, draws=200))
    Answer.model_validate_json(json.dumps(found, allow_nan=False))
    assert found["method"]["input_hash"] == case.digest
    for name, point in found["solutions"].items():
        assert (point is None) == (name in found["method"]["reasons"])


def test_the_first_party_comes_first():
    """Values are raw utilities in the order of the case's preferences."""
    found = answer(case := stated({"a": 0, "z": 0}), settle(case, draws=10))
    assert [list(point["values"].items()) for point in found["frontier"]] == [
        [("z", 0.0), ("a", 1.0)],
        [("z", 1.0), ("a", 0.0)],
    ]
    assert found["method"]["exact"] is True


def test_a_drawn_frontier_holds_its_solutions(istanbul):
    """Where values are drawn, the solutions of the draw shown are points of its frontier."""
    found = answer(istanbul, settle(istanbul, draws=500))
    assert found["method"]["exact"] is False
    points = [point["package"] for point in found["frontier"]]
    assert all(point is None or point["package"] in points for point in found["solutions"].values())
    assert any(found["solutions"].values())
