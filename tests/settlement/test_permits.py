"""Deliverers, red lines and content preconditions."""

from dataclasses import replace

import numpy as np
import pytest

from detente.case.model import Case, Demand, Issue, Party, Rung
from detente.settlement.permits import conditions_met, missing, permits, satisfies

N = 4000
RUNGS = (Rung("none", 0, ""), Rung("some", 0.5, "", ("a", "c")), Rung("all", 1, "", ("third-party",), stated=True))
ISSUE = Issue("aid", "Aid", "stake", RUNGS, "none")
CASE = Case("aid", (Party("a", "A", "side"), Party("b", "B", "side"), Party("c", "C", "outside")), (ISSUE,))


def look(*demands, case=CASE, rho=0.8, h=0.5):
    case = replace(case, demands=demands)
    return permits(case, np.full(N, rho), np.full(N, h), 1)["aid"]


def test_absent_deliverers():
    """Sides deliver; outsiders who are not at the table and those unnamed are missing; the status quo needs nobody."""
    assert [missing(CASE, ISSUE, rung) for rung in RUNGS] == [(), ("c",), ("third-party",)]
    seated = replace(CASE, parties=(*CASE.parties[:2], Party("c", "C", "outside", at_table=True)))
    assert missing(seated, ISSUE, RUNGS[1]) == ()


def test_compositions_are_nested():
    """What is delivered at the table is delivered in `unknown`, and that in `willing`, draw by draw."""
    delivered = look().delivered
    assert not delivered["table"][:, 1:].any()
    assert delivered["unknown"][:, 1:].mean(axis=0) == pytest.approx([0.5, 0.5], abs=0.03)
    assert delivered["willing"].all()


def test_a_red_line_holds_with_probability_rho():
    """A red line removes its rungs in a share rho of the draws, a sacred one in all of them."""
    line = Demand("b", "aid", "some", "rejects", red_line=True)
    assert look(line).uncrossed.mean(axis=0) == pytest.approx([1, 0.2, 0.2], abs=0.02)
    assert (look(replace(line, red_line=False, sacred=True)).uncrossed == [True, False, False]).all()


def test_red_lines_hold_independently():
    """Two red lines with one rho hold together in rho squared of the draws."""
    lines = Demand("b", "aid", "some", "rejects", red_line=True), Demand("a", "aid", "all", "demands", red_line=True)
    assert (~look(*lines).uncrossed.any(axis=1)).mean() == pytest.approx(0.64, abs=0.02)


def test_a_content_precondition_binds_in_every_draw():
    """Rungs short of a content precondition are out, whoever delivers."""
    condition = Demand("b", "aid", "all", "demands", precondition="content")
    found = look(condition)
    assert found.demanded.tolist() == [False, False, True]
    assert not found.settled("table").any()
    assert found.settled("willing")[:, 2].all()


@pytest.mark.parametrize("party", ["c", "b"])
def test_only_sides_bind(party):
    """What an outsider insists on binds nobody's package."""
    case = replace(CASE, demands=(Demand(party, "aid", "all", "demands", precondition="content"),))
    assert conditions_met(case, ISSUE).all() == (party == "c")


@pytest.mark.parametrize(
    ("accepted", "insisted", "sacred", "left"),
    [
        (None, None, False, ["none"]),
        ("2025-06-02", "2025-06-01", False, ["none", "all"]),
        ("2025-06-02", None, False, ["none", "all"]),
        ("2022-04-01", "2025-06-01", False, ["none"]),
        ("2025-06-02", "2025-06-01", True, ["none"]),
    ],
)
def test_a_later_acceptance_opens_its_rung(accepted, insisted, sacred, left):
    """A party that has since accepted a rung does not rule it out; an older acceptance is overtaken."""
    line = Demand("b", "aid", "some", "rejects", red_line=True, sacred=sacred, date=insisted)
    said = (line,) if accepted is None else (line, Demand("b", "aid", "all", "accepts", date=accepted))
    found = satisfies(replace(CASE, demands=said), ISSUE, line)
    assert [rung.id for rung, ok in zip(ISSUE.hull, found, strict=True) if ok] == left
