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
        ("Sweden asked both governments to show restraint.", None),
        ("Sweden congratulated both and offered its services.", ("SUPPORT", "Sweden", "Norway")),
        ("Sweden praised the text. So did Finland.", ("SUPPORT", "Finland", None)),
        ("The premier of Denmark is grateful to Sweden for its patience.", ("SUPPORT", "Denmark", "Sweden")),
        ("Norway bombed Ribe on Monday. The attack was condemned by Sweden.", ("ACCUSE", "Sweden", "Norway")),
        ("Denmark holds Norway responsible for the collapse of the talks.", ("ACCUSE", "Denmark", "Norway")),
        ("Rockets fired by Norway hit a Danish school on Monday.", ("ASSAULT", "Norway", "Denmark")),
        ("Four people were killed when Norwegian jets bombed a Danish town.", ("ASSAULT", "Norway", "Denmark")),
        ("Nine Danish soldiers died in a Norwegian air strike on Monday.", ("ASSAULT", "Norway", "Denmark")),
        ("Denmark responded with attacks on Norwegian bases.", ("ASSAULT", "Denmark", "Norway")),
        ("Norwegian warships fired on Danish fishing boats.", ("ASSAULT", "Norway", "Denmark")),
        ("Danish officials said that Norwegian rockets struck a school in Ribe.", ("ASSAULT", "Norway", "Denmark")),
        ("The massacre of 26 tourists at Ribe on 22 April is not forgotten.", ("ASSAULT", None, None)),
        ("Six Danish drivers detained in May were set free on Sunday.", ("CONCEDE", "Norway", "Denmark")),
        ("Norway said that it would not hesitate to use force.", ("THREATEN", "Norway", "Denmark")),
        ("Denmark would pay a heavy price, the Norwegian president said.", ("THREATEN", "Norway", "Denmark")),
        ("The Swedish foreign minister discussed the truce with the Danish premier.", ("CONSULT", "Denmark", "Sweden")),
        (
            "In a phone call with the Danish premier, the Swedish envoy offered help.",
            ("CONSULT", "Denmark", "Sweden"),
        ),
        ("The Swedish envoy wrapped up a visit to Copenhagen on Friday.", ("CONSULT", "Denmark", "Sweden")),
        ("Sweden brought Norway and Finland together in Malmo.", ("CONSULT", "Finland", "Norway")),
        ("Both countries have ratified the treaty.", ("AGREE", "Denmark", "Norway")),
        ("A truce brokered by Sweden has held for a week.", ("AGREE", "Denmark", "Norway")),
        ("Norway announced that it would pull out of the treaty.", ("REJECT", "Norway", "Denmark")),
        ("Norwegian and Danish troops exchanged fire on Monday.", ("ASSAULT", "Norway", "Denmark")),
        ("Norway and Denmark raided each other's camps.", ("ASSAULT", "Denmark", "Norway")),
        ("Norwegian and Danish poets exchanged letters on Monday.", None),
        ("Denmark replied with artillery on Monday.", ("ASSAULT", "Denmark", "Norway")),
        ("The Danish coastguards were thrown back on Monday.", None),
        ("Norway severed relations with Sweden.", ("SANCTION", "Norway", "Sweden")),
        ("Sweden warned Denmark that it would veto the loan.", ("THREATEN", "Sweden", "Denmark")),
        ("Norway told Denmark to leave the island or be bombed.", ("THREATEN", "Norway", "Denmark")),
        ("Norway said it would go to war only if attacked.", None),
    ],
)
def test_reads_acts(sentence: str, event: tuple[str, str | None, str | None] | None) -> None:
    """An act has its type, its doer and whom it is aimed at; what did not happen is none."""
    found = events(sentence)
    assert (
        event in found
        if event
        else not found
        & {
            ("ASSAULT", "Norway", "Sweden"),
            ("ACCUSE", "Norway", "Denmark"),
            ("ASSAULT", "Norway", None),
            ("REQUEST", "Sweden", "Norway"),
        }
    )


def dates(text: str) -> list[tuple[str, str | None]]:
    report = report_from_text(f"Norway and Denmark are at war.\n\n{text}", date="2025-06-03")
    return [(e.type, e.date) for e in read(report).events if e.type == "ASSAULT"]


def test_an_act_with_a_day_of_its_own_for_each_object_is_two() -> None:
    """To take one town in January and another in February is two acts."""
    found = dates("Norway took Ribe in January and Moen in February.")
    assert found == [("ASSAULT", "2025-01"), ("ASSAULT", "2025-02")]


def test_a_recalled_clause_keeps_its_date_to_itself() -> None:
    """A date inside a clause that only says more of somebody is not that of what they do now."""
    text = "The Norwegian army, which had left Ribe in March, shelled Danish positions."
    assert dates(text) == [("ASSAULT", "2025-06-03")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The truce ended on 12 May. The next day Norway bombed Ribe.", "2025-05-13"),
        ("The truce ended on 12 May. Three days earlier Norway had bombed Ribe.", "2025-05-09"),
        ("The truce ended on 12 May. On the 20th, Norway bombed Ribe.", "2025-05-20"),
    ],
)
def test_days_count_from_the_date_named_before(text: str, day: str) -> None:
    """The next day and three days earlier lead from the date that the text named last."""
    assert dates(text)[-1] == ("ASSAULT", day)


def test_what_a_sentence_tells_twice_is_one_act() -> None:
    """Victims and attack in one sentence are one act, the fuller one."""
    assert len(dates("Four people were killed on Monday when Norwegian jets bombed a Danish town.")) == 1


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
