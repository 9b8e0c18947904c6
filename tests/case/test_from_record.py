"""Cases made from records: annotated reports, and small ones by hand."""

from collections.abc import Callable
from typing import Any

import pytest

from detente.case import THIRD_PARTY, Case, dump, from_record, load
from detente.case.from_record import entry_ids
from detente.errors import CannotWorkOut
from detente.record import Record

Tell = Callable[[str | None], Any]
Recorded = Callable[..., Record]


@pytest.fixture(scope="module")
def seed(gold_record: Callable[..., Record]) -> Case:
    """The case of the annotated seed report."""
    return from_record(gold_record("seed/seed"))


def demand(case: Case, party: str, issue: str, stance: str) -> Any:
    (found,) = [d for d in case.demands_of(party, issue) if d.stance == stance]
    return found


def test_the_sides_of_the_seed_are_those_who_met_and_want_something(seed: Case) -> None:
    """Both parties to the latest round are sides at the table; the West and NATO are absent deliverers."""
    assert [party.id for party in seed.sides] == ["russia", "ukraine"]
    assert seed.table == {"russia", "ukraine"}
    assert {seed.party("west").role, seed.party("nato").role} == {"outside"}
    assert seed.date == "2025-06-03"


@pytest.mark.parametrize(
    ("issue", "rung"), [("guarantees", "robust"), ("sanctions", "lifted"), ("alignment", "pledged")]
)
def test_what_only_others_can_give_has_absent_deliverers(seed: Case, issue: str, rung: str) -> None:
    """Guarantees, sanctions and the pledge of an alliance are not in the sides' hands."""
    deliverers = seed.issue(issue).rung(rung).deliverers
    assert deliverers
    assert not seed.table & set(deliverers)


def test_the_guarantee_of_the_seed_is_a_content_precondition(seed: Case) -> None:
    """What any peace requires binds in every package; a prerequisite for everything is about order."""
    assert demand(seed, "ukraine", "guarantees", "demands").precondition == "content"
    assert demand(seed, "ukraine", "ceasefire", "demands").precondition == "order"


def test_the_red_lines_of_the_seed_stand_on_their_rungs(seed: Case) -> None:
    """No withdrawal, no recognition in law; and the withdrawal refused is the one the other side proposes."""
    refused = demand(seed, "ukraine", "territory", "rejects")
    assert (refused.rung, refused.red_line) == ("low-leaves-part", True)
    assert demand(seed, "russia", "territory", "proposes").rung == refused.rung
    assert demand(seed, "ukraine", "recognition", "rejects").red_line
    assert seed.issue("recognition").rung("legal").deliverers == ("ukraine",)
    assert seed.issue("territory").rung("low-leaves-part").label == "Ukraine leaves part of the land it holds"


def test_the_order_of_the_seed_binds_further_steps_on_prisoners(seed: Case) -> None:
    """The swap went ahead without a ceasefire, but the same report has the order asked for since."""
    orders = {(o.party, o.first, o.then): o.void for o in seed.orders}
    assert orders["ukraine", "ceasefire", "*"] == ""
    assert orders["ukraine", "ceasefire", "children"] == ""
    assert orders["ukraine", "ceasefire", "prisoners"] == ""
    assert [(a.rung, a.done_by) for a in seed.agreed] == [("numbers", "2025-06-03")]


def test_the_swap_of_the_seed_is_agreed_and_carried_out(seed: Case) -> None:
    """It is the only agreement."""
    (swap,) = seed.agreed
    assert (swap.issue, swap.rung, swap.parties) == ("prisoners", "numbers", ("russia", "ukraine"))
    assert (swap.date, swap.executed) == ("2025-05-16", True)


def test_every_value_of_the_seed_leads_back_to_a_sentence(seed: Case) -> None:
    """Every entry in a basis has its quote, inside its sentence."""
    assert set(entry_ids(seed)) == set(seed.evidence)
    assert all(found.quote in found.sentence for found in seed.evidence.values())
    assert all(d.basis.entries for d in seed.demands)


GOLD = ["seed/seed", *(f"dev/{name}" for name in ("01-russia-ukraine", "03-sudan", "08-israel-hezbollah", "12-korea"))]


@pytest.mark.parametrize("name", GOLD)
def test_cases_of_annotated_reports_survive_a_file(
    gold_record: Callable[..., Record], tmp_path: Any, name: str
) -> None:
    """What from_record makes holds together: it loads without a fault as the same case."""
    case = from_record(gold_record(name))
    dump(case, tmp_path / "case.yaml")
    assert load(tmp_path / "case.yaml") == case


def test_every_annotated_report_gives_a_case(gold: Any, gold_record: Callable[..., Record]) -> None:
    """No report crashes, and every reference in its case holds."""
    for path in sorted(gold.glob("*/*.json")):
        case = from_record(gold_record(f"{path.parent.name}/{path.stem}"))
        parties = {party.id for party in case.parties}
        assert {d.party for d in case.demands} <= parties, path
        assert {id for issue in case.issues for rung in issue.rungs for id in rung.deliverers} <= parties, path
        assert all(case.issue(d.issue).rung(d.rung).stated for d in case.demands), path


def test_the_order_in_which_reports_were_added_changes_nothing(gold_record: Callable[..., Record]) -> None:
    """A case is a function of what the record holds."""
    names = ["seed/seed", "dev/01-russia-ukraine", "train/34-russia-ukraine"]
    assert from_record(gold_record(*names)) == from_record(gold_record(*names[::-1]))


def test_an_empty_record_gives_no_case() -> None:
    """The message says what to add."""
    with Record() as record, pytest.raises(CannotWorkOut, match="no report"):
        from_record(record)


def test_an_issue_without_a_ladder_is_named(told: Tell, recorded: Recorded) -> None:
    """A position on an issue of one's own needs a ladder first."""
    with pytest.raises(CannotWorkOut, match="no ladder for weather"):
        from_record(recorded(told("2020-01-01").position("Arland", "weather", "demands", "more rain")))


def test_a_record_without_positions_gives_the_parties_that_met(told: Tell, recorded: Recorded) -> None:
    """There is nothing to settle, but it is known who met."""
    case = from_record(recorded(told("2020-01-01").round("2020-01-01", ["Arland", "Borland"], "no_agreement")))
    assert [party.id for party in case.sides] == ["arland", "borland"]
    assert (case.issues, case.demands) == ((), ())


def test_a_single_party_named_gives_a_case_with_one_side(told: Tell, recorded: Recorded) -> None:
    """What the other would have to do falls to somebody who is not named."""
    case = from_record(
        recorded(told("2020-01-01").position("Arland", "territory", "demands", "withdrawal from the hills"))
    )
    assert [party.id for party in case.sides] == ["arland"]
    (wanted,) = case.demands
    assert case.issue("territory").rung(wanted.rung).deliverers == (THIRD_PARTY,)
    assert case.issue("territory").rung(wanted.rung).label == "the other side leaves part of the land it holds"


def test_three_parties_to_a_round_with_positions_are_three_sides(told: Tell, recorded: Recorded) -> None:
    """A fourth that met with nothing to say sits at the table, but is no side."""
    report = told("2020-02-01")
    for name in ("Arland", "Borland", "Corland"):
        report.position(name, "governance", "demands", f"seats for {name} in a council")
    report.round("2020-01-30", ["Arland", "Borland", "Corland", "Dorland"], "no_agreement")
    case = from_record(recorded(report))
    assert [party.id for party in case.sides] == ["arland", "borland", "corland"]
    assert case.table == {"arland", "borland", "corland", "dorland"}
    assert case.title == "Talks between Arland, Borland and Corland"


def test_what_nobody_asks_for_is_owed_by_those_who_refuse(told: Tell, recorded: Recorded) -> None:
    """A refusal alone tells who would have to give."""
    report = told("2020-02-01").position("Arland", "recognition", "rejects", "any recognition")
    report.position("Borland", "aid", "demands", "convoys").round("2020-01-30", ["Arland", "Borland"], "unknown")
    case = from_record(recorded(report))
    assert case.issue("recognition").rung("legal").deliverers == ("arland",)
    assert case.issue("aid").rung("corridors").deliverers == ("arland",)


def test_a_later_acceptance_stands_beside_an_earlier_refusal(told: Tell, recorded: Recorded) -> None:
    """Both are kept; their dates tell which is the later."""
    early = told("2020-01-01").position("Arland", "aid", "rejects", "any convoys")
    early.position("Borland", "aid", "demands", "convoys")
    late = told("2020-02-01").position("Arland", "aid", "accepts", "convoys for a week")
    case = from_record(recorded(early, late, told("2020-03-01").round("2020-01-01", ["Arland", "Borland"], "unknown")))
    said = {d.stance: (d.rung, d.date) for d in case.demands_of("arland", "aid")}
    assert said == {"rejects": ("corridors", "2020-01-01"), "accepts": ("corridors", "2020-02-01")}
    assert case.agreed == ()


def test_reports_that_say_the_same_give_one_demand(told: Tell, recorded: Recorded) -> None:
    """It rests on the entries of both, has the later date, and any flag of either."""
    one = told("2020-01-01").position("Arland", "prisoners", "demands", "all prisoners", key=True)
    two = told("2020-02-01").position("Arland", "prisoners", "demands", "release of every prisoner", red_line=True)
    (wanted,) = from_record(recorded(one, two)).demands
    assert (wanted.date, wanted.key, wanted.red_line, len(wanted.basis.entries)) == ("2020-02-01", True, True, 2)
    assert wanted.terms == "release of every prisoner"


def test_what_is_both_demanded_and_proposed_is_one_demand(told: Tell, recorded: Recorded) -> None:
    """Two stances on one rung would be counted as two conflicts."""
    one = told("2020-01-01").position("Arland", "prisoners", "proposes", "all prisoners")
    two = told("2020-02-01").position("Arland", "prisoners", "demands", "release of every prisoner")
    (wanted,) = from_record(recorded(one, two)).demands
    assert (wanted.stance, len(wanted.basis.entries)) == ("demands", 2)


def test_the_title_can_be_given(told: Tell, recorded: Recorded) -> None:
    """A user's title goes before one made from names."""
    record = recorded(told("2020-01-01").position("Arland", "aid", "demands", "convoys"))
    assert from_record(record, title="River talks").title == "River talks"
    assert Case.from_record(record) == from_record(record)
