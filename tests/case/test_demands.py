"""Preconditions and orders."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.brief.summary import settlement_lines
from detente.case import dump, from_record, load
from detente.case.demands import precondition_kind
from detente.entries import Position, Quote
from detente.record import Record
from detente.settlement import settle
from detente.settlement.steps import steps

from .conftest import Telling

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


def test_what_must_come_before_one_step_need_not_come_before_all(told: Tell, recorded: Recorded) -> None:
    """A truce "only after a release" ties the release to the truce, though the same words make it a precondition."""
    order: dict[str, Any] = {"precondition": True, "precondition_kind": "order"}
    report = told("2020-01-01").position("Arland", "ceasefire", "accepts", "a truce after that", after=("prisoners",))
    start, end, _ = report.made[0]
    report.made.append((start, end, lambda quote: Position("Arland", "prisoners", "demands", "that", quote, **order)))
    assert [(o.first, o.then) for o in from_record(recorded(report)).orders] == [("prisoners", "ceasefire")]


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


@pytest.mark.parametrize(("asked", "void"), [("2020-02-01", True), ("2020-03-01", False), ("2020-04-01", False)])
def test_an_order_asked_for_after_the_step_binds(told: Tell, recorded: Recorded, asked: str, void: bool) -> None:
    """What went ahead overtakes only what had been asked for until then."""
    done = told("2020-03-01").round("2020-01-30", ["Arland", "Borland"], "agreement", agreed=("prisoners",))
    done.event("COOPERATE", "Arland", "Borland", None, "Prisoners were exchanged.")
    wish = told(asked).position(
        "Arland", "ceasefire", "demands", "a truce first", precondition=True, precondition_kind="order"
    )
    wish.position("Borland", "prisoners", "demands", "the release of all prisoners")
    case = from_record(recorded(done, wish))
    assert any(order.void for order in case.orders) == void
    assert bool(steps(case).void) == void


SOURCES = st.lists(st.tuples(st.sampled_from([None, "Borland", "official"]), st.sampled_from(["demands", "proposes"])))


@settings(deadline=None)
@given(SOURCES.filter(bool), st.data())
def test_what_others_say_of_a_party_adds_nothing_to_its_own_words(told_of: list[Any], data: st.DataObject) -> None:
    """Stance, terms and flags are one entry's; whose word it is is said where the party itself is not heard."""
    entries = []
    for day, (source, stance) in enumerate(told_of, 1):
        first = data.draw(st.booleans())
        report = Telling(f"2020-01-{day:02}" if day < 29 else "2020-02-01")
        terms = f"a withdrawal, version {day}"
        kind = "content" if first else None
        report.position(
            "Arland", "territory", stance, terms, precondition=first, precondition_kind=kind, said_by=source
        )
        entries.append((report, terms, stance, first, source))
    with Record() as record:
        for report, *_ in entries:
            record.add(*report.finish())
        (demand,) = from_record(record).demands
    own = [entry for entry in entries if entry[4] is None] or entries
    (lead,) = [entry for entry in own if entry[1] == demand.terms]
    assert demand.stance == lead[2]
    assert (demand.precondition == "content") == any(e[3] for e in own if e[2] == demand.stance)
    assert bool(demand.said_by) == all(entry[4] for entry in entries)
    assert len(demand.basis.entries) == len(entries)


def test_an_order_on_an_adversarys_word_says_so(told: Tell, recorded: Recorded, tmp_path: Path) -> None:
    """A proposal of the party's own stays one; the order asked for by another's account carries the account."""
    early = told("2020-01-01").position(
        "Arland", "territory", "demands", "withdrawal before a truce", precondition=True,
        precondition_kind="order", said_by="Borland",
    )  # fmt: skip
    late = told("2020-02-01").position("Arland", "territory", "proposes", "a withdrawal")
    late.position("Borland", "aid", "demands", "convoys").round("2020-01-30", ["Arland", "Borland"], "no_agreement")
    case = from_record(recorded(early, late))
    (wanted,), (order,) = case.demands_of("arland", "territory"), case.orders
    assert (wanted.stance, wanted.terms, wanted.precondition, wanted.said_by) == ("proposes", "a withdrawal", None, "")
    assert (order.first, order.then, order.said_by) == ("territory", "ceasefire", "Borland")
    assert steps(case).edges[0].said_by == "Borland"
    dump(case, tmp_path / "case.yaml")
    assert load(tmp_path / "case.yaml") == case
    assert any("(according to Borland)" in line for line in settlement_lines(case, settle(case, draws=20)))
