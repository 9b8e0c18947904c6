"""Acts by verb and object, by the order of words, and the date of a fresh act."""

import pytest

from detente.reading import read
from detente.reports import report_from_text


def events(sentence: str) -> set[tuple[str, str | None, str | None]]:
    report = report_from_text(f"Norway and Denmark are at war.\n\n{sentence}", date="2025-06-03")
    return {(e.type, e.actor, e.recipient) for e in read(report).events}


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Norwegian forces shelled villages in Sweden.", ("ASSAULT", "Norway", "Sweden")),
        ("Norway shot down three quarters of the drones.", None),
        ("2 June 2025: Norway freezes Danish assets in its banks.", ("SANCTION", "Norway", "Denmark")),
        ("Norway declared a unilateral truce on Monday.", ("CONCEDE", "Norway", "Denmark")),
        ("The premier of Norway flew to Copenhagen on Monday.", ("CONSULT", "Denmark", "Norway")),
        ("If Norway attacked Sweden, Denmark would protest.", None),
        ("The last of the Norwegian forces withdrew from the town on Monday.", ("RETREAT", "Norway", None)),
        ("Norway tore up the ceasefire agreement on Monday.", ("REJECT", "Norway", "Denmark")),
        ("The talks were adjourned indefinitely on Monday.", ("REJECT", None, None)),
        ("Forty Danish captives held by Norway were released on Monday.", ("CONCEDE", "Norway", "Denmark")),
        ('"Norway is deliberately targeting hospitals," a Danish spokesman said.', ("ACCUSE", "Denmark", "Norway")),
        ("Denmark said that Norway was responsible for the collapse.", ("ACCUSE", "Denmark", "Norway")),
        ("Norway is ready to resume the war if talks fail, its minister said.", ("THREATEN", "Norway", "Denmark")),
        ("The presidents of Norway and Sweden spoke by telephone.", ("CONSULT", "Norway", "Sweden")),
        ("Denmark has asked Sweden to give up its neutrality.", ("REQUEST", "Denmark", "Sweden")),
        ("Norway has not condemned Denmark.", None),
        ("Norway suspended its ceasefire with Denmark on Monday.", ("REJECT", "Norway", "Denmark")),
        ("Hundreds of residents gathered outside the palace on Monday.", ("PROTEST", None, None)),
        ("An air strike killed 12 people in the Danish town of Ribe on Monday.", ("ASSAULT", None, "Denmark")),
        ("On 22 May gunmen shot 26 people at a market.", ("ASSAULT", None, None)),
        ("Fighting broke out near Ribe on Monday, killing nine people.", ("ASSAULT", None, None)),
        (
            "On Monday Norway put the Sound treaty, which had survived three wars, on hold.",
            ("REJECT", "Norway", "Denmark"),
        ),
        (
            "If Denmark shuts the canal, Norway warned, that will be seen as an act of war.",
            ("THREATEN", "Norway", "Denmark"),
        ),
        (
            "The Swedish president spoke by telephone with the president of Denmark.",
            ("CONSULT", "Denmark", "Sweden"),
        ),
        ("Denmark demands the return of the children allegedly abducted by Norway.", None),
    ],
)
def test_reads_acts(sentence: str, event: tuple[str, str | None, str | None] | None) -> None:
    """An act has its type, its doer and whom it is aimed at; what did not happen is none."""
    found = events(sentence)
    assert (
        event in found
        if event
        else not found & {("ASSAULT", "Norway", "Sweden"), ("ACCUSE", "Norway", "Denmark"), ("ASSAULT", "Norway", None)}
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "A price war broke out on Monday.",
        "Fighting may break out on Monday.",
        "Norway put a copy of the treaty on its website.",
    ],
)
def test_figures_of_speech_and_fears_are_no_acts(sentence: str) -> None:
    """Fighting that is feared, and what only sounds like an act, is none."""
    assert not events(sentence)


def test_who_condemns_an_attack_has_not_done_it() -> None:
    """The agent of a judgement is none of the deed that is judged."""
    assert not {e for e in events("The attack on the market was condemned by Sweden on Monday.") if e[0] == "ASSAULT"}


def test_a_resolution_asks_every_party_it_names() -> None:
    """A resolution of an international body is a request to each addressee."""
    found = events("A resolution of the Security Council calls on Norway and Denmark to stop the fighting.")
    assert {("REQUEST", "United Nations", "Norway"), ("REQUEST", "United Nations", "Denmark")} <= found


def test_length_of_text_costs_no_more_than_its_words() -> None:
    """A sentence without an end is cut, and reading it ends."""
    report = report_from_text("Norway rejects the ceasefire and " * 800, date="2025-06-03")
    assert read(report).positions
