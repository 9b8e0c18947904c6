"""Preconditions and orders."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from detente.case import dump, from_record, load
from detente.case.demands import precondition_kind
from detente.entries import Position, Quote
from detente.record import Record
from detente.settlement.steps import steps

Tell = Callable[[str | None], Any]
Recorded = Callable[..., Record]


@pytest.mark.parametrize(
    ("terms", "more", "kind"),
    [
        ("a truce before talks", {"precondition": True}, "order"),
        ("guarantees", {"precondition": True}, "content"),
        ("guarantees first", {"precondition": True, "precondition_kind": "content"}, "content"),
        ("a truce before talks", {}, None),
    ],
)
def test_the_kind_of_a_precondition_is_the_readers_or_that_of_its_words(
    terms: str, more: dict[str, Any], kind: str | None
) -> None:
    """Nothing that is no precondition has a kind."""
    assert (
        precondition_kind(Position("A", "ceasefire", "demands", terms, Quote("r", 0, len(terms), terms), **more))
        == kind
    )


def test_silence_gives_no_order(told: Tell, recorded: Recorded) -> None:
    """Neither plain demands nor content preconditions put one issue before another."""
    report = told("2020-01-01").position("Arland", "ceasefire", "demands", "a truce")
    report.position("Arland", "guarantees", "demands", "guarantees", precondition=True, precondition_kind="content")
    assert from_record(recorded(report)).orders == ()


def test_an_issue_that_is_only_to_come_first_is_in_the_case(told: Tell, recorded: Recorded) -> None:
    """Its ladder is there although nobody has said what exactly is wanted on it."""
    report = told("2020-01-01").position("Arland", "aid", "demands", "convoys", after=("ceasefire",))
    case = from_record(recorded(report))
    assert [(o.first, o.then, o.void) for o in case.orders] == [("ceasefire", "aid", "")]
    assert case.issue("ceasefire").hull == (case.issue("ceasefire").sq,)


@pytest.mark.parametrize(
    ("terms", "then"),
    [("a withdrawal before a truce", "ceasefire"), ("a withdrawal before anything else", "*")],
)
def test_what_is_to_wait(told: Tell, recorded: Recorded, terms: str, then: str) -> None:
    """An order names the issue that the words put off; where they name none, everything waits."""
    report = told("2020-01-01").position(
        "Arland", "territory", "demands", terms, precondition=True, precondition_kind="order"
    )
    assert [(o.first, o.then) for o in from_record(recorded(report)).orders] == [("territory", then)]


@pytest.mark.parametrize("later", ["political talks", "a prisoner exchange", "any withdrawal", "a truce"])
def test_an_issue_that_is_only_to_wait_is_in_the_case(
    told: Tell, recorded: Recorded, tmp_path: Path, later: str
) -> None:
    """What a case says can be loaded again, and the order is one of its steps."""
    report = told("2020-01-01").position(
        "Arland", "aid", "demands", f"convoys before {later}", precondition=True, precondition_kind="order"
    )
    case = from_record(recorded(report))
    dump(case, tmp_path / "case.yaml")
    assert load(tmp_path / "case.yaml") == case
    (order,) = case.orders
    assert order.then in {issue.id for issue in case.issues}
    assert [(edge.first, edge.then) for edge in steps(case).edges] == [("aid", order.then)]
