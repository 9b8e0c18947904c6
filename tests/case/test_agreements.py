"""What was agreed, and what of it was carried out."""

from collections.abc import Callable
from typing import Any

import pytest

from detente.case import from_record
from detente.case.agreements import issue_of
from detente.ontology import issues
from detente.record import Record

Tell = Callable[[str | None], Any]
Recorded = Callable[..., Record]
PAIR = ("Arland", "Borland")


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("they agreed on a prisoner swap", "prisoners"),
        ("without a ceasefire, bodies were returned", "bodies"),
        ("the talks led to a truce", "ceasefire"),
        ("the talks went on", "format"),
        ("nothing of note", None),
    ],
)
def test_the_issue_of_a_quote_is_the_first_that_is_not_negated(text: str, issue: str | None) -> None:
    """Stakes go before words about the talks themselves."""
    assert issue_of(text, issues()) == issue


def test_an_agreement_told_by_round_event_and_acceptances_is_one(told: Tell, recorded: Recorded) -> None:
    """It has the day of the round and every entry behind it."""
    report = told("2020-02-01").round("2020-01-30", PAIR, "agreement", agreed=("prisoners",))
    report.event("AGREE", *PAIR, "2020-01-30", "They agreed to swap 50 prisoners.")
    for name in PAIR:
        report.position(name, "prisoners", "accepts", "swap of 50")
    (agreed,) = from_record(recorded(report)).agreed
    assert (agreed.issue, agreed.rung, agreed.parties) == ("prisoners", "numbers", ("arland", "borland"))
    assert (agreed.date, agreed.executed, len(agreed.basis.entries)) == ("2020-01-30", False, 4)


@pytest.mark.parametrize(
    ("said", "executed"),
    [
        ("A swap saw 50 prisoners set free.", True),
        ("The exchange of prisoners was carried out.", True),
        ("The prisoners are to be released in May.", False),
        ("The prisoners would be exchanged.", False),
    ],
)
def test_a_step_is_carried_out_where_the_text_says_so(
    told: Tell, recorded: Recorded, said: str, executed: bool
) -> None:
    """Promises are not deeds."""
    report = told("2020-02-01").round("2020-01-30", PAIR, "agreement", agreed=("prisoners",))
    report.event("AGREE", *PAIR, "2020-01-30", said)
    for name in PAIR:
        report.position(name, "aid", "demands", f"convoys to {name}")
    assert from_record(recorded(report)).agreed[0].executed is executed


def test_cooperation_of_the_sides_is_a_step_carried_out(told: Tell, recorded: Recorded) -> None:
    """In a later report, with no agreement told; help from outside is none."""
    report = told("2020-02-01").round("2020-01-30", PAIR, "no_agreement")
    for name in PAIR:
        report.position(name, "aid", "demands", f"convoys to {name}")
    report.event("COOPERATE", "Corland", "Arland", None, "Corland and Arland exchanged hostages.")
    later = told("2020-02-03").event("COOPERATE", *PAIR, "2020-02-02", "They exchanged 40 prisoners.")
    (agreed,) = from_record(recorded(report, later)).agreed
    assert (agreed.issue, agreed.rung, agreed.executed) == ("prisoners", "numbers", True)


def test_two_acceptances_in_their_own_words_are_no_agreement(told: Tell, recorded: Recorded) -> None:
    """Each may have conditions; one sentence that has both accept is an agreement."""
    apart = told("2020-02-01").round("2020-01-30", PAIR, "unknown")
    for name in PAIR:
        apart.position(name, "prisoners", "accepts", f"all prisoners, if {name} gains by it")
    assert from_record(recorded(apart)).agreed == ()


def test_an_executed_step_voids_the_orders_for_its_issue_only(told: Tell, recorded: Recorded) -> None:
    """Also those that an order before everything implies; not where the first issue is settled as well."""
    asked = told("2020-01-15")
    asked.position("Arland", "ceasefire", "demands", "a truce", precondition=True, precondition_kind="order")
    asked.position("Borland", "prisoners", "demands", "all prisoners", after=("aid",))
    report = told("2020-02-01").round("2020-01-30", PAIR, "agreement", agreed=("prisoners",))
    report.event("COOPERATE", *PAIR, "2020-01-31", "They exchanged prisoners.")
    orders = {(o.first, o.then): bool(o.void) for o in from_record(recorded(asked, report)).orders}
    assert orders == {("aid", "prisoners"): True, ("ceasefire", "*"): False, ("ceasefire", "prisoners"): True}
    both = told("2020-02-03").event("COOPERATE", *PAIR, "2020-02-01", "They delivered the aid convoys.")
    orders = {(o.first, o.then): bool(o.void) for o in from_record(recorded(asked, report, both)).orders}
    assert orders["aid", "prisoners"] is False


TRIO = ("Arland", "Borland", "Corland")


@pytest.fixture
def at_three(told: Tell) -> Any:
    """A report of a round of three that all hold positions."""
    report = told("2020-02-01").round("2020-01-20", TRIO, "no_agreement")
    for name in TRIO:
        report.position(name, "ceasefire", "demands", f"a truce with {name}")
    return report


def agreed_by(record: Record) -> list[tuple[str, tuple[str, ...]]]:
    return [(agreed.issue, agreed.parties) for agreed in from_record(record).agreed]


def test_what_two_of_three_agree_binds_not_the_third(at_three: Any, recorded: Recorded) -> None:
    """Told by an event between the two, or by one sentence in which both accept."""
    at_three.event("AGREE", *PAIR, "2020-01-30", "They agreed to swap 50 prisoners.")
    for name in PAIR:
        at_three.position(name, "prisoners", "accepts", "swap of 50")
    assert agreed_by(recorded(at_three)) == [("prisoners", ("arland", "borland"))]


def test_two_pairs_of_three_have_an_agreement_each(at_three: Any, recorded: Recorded) -> None:
    """On the same issue: neither party that stands in one of them only gets the other's."""
    at_three.event("AGREE", "Arland", "Borland", "2020-01-30", "They agreed to swap 50 prisoners.")
    at_three.event("AGREE", "Borland", "Corland", "2020-01-31", "These agreed to swap 20 prisoners.")
    assert agreed_by(recorded(at_three)) == [
        ("prisoners", ("arland", "borland")),
        ("prisoners", ("borland", "corland")),
    ]


def test_an_agreement_of_all_three_is_one(at_three: Any, recorded: Recorded) -> None:
    """What a round of three gave takes in what an event says of two of them."""
    at_three.round("2020-01-30", TRIO, "agreement", agreed=("prisoners",))
    at_three.event("AGREE", *PAIR, "2020-01-30", "They agreed to swap 50 prisoners.")
    assert agreed_by(recorded(at_three)) == [("prisoners", ("arland", "borland", "corland"))]
