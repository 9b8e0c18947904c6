"""Acts of every type in plain news sentences, and what is no act."""

import pytest

from detente.reading import read
from detente.reading.chronicle import told_in_present
from detente.reports import report_from_text

BACKGROUND = "Norway and Denmark are at war. Norway fights Denmark."


def events(sentence: str) -> set[tuple[str, str | None, str | None]]:
    report = report_from_text(f"{BACKGROUND}\n\n{sentence}\n\nIt rained.", date="2025-06-03")
    return {(e.type, e.actor, e.recipient) for e in read(report).events if e.quote.start >= len(BACKGROUND)}


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("At least 12 people were killed in a Norwegian attack on Aarhus.", ("ASSAULT", "Norway", None)),
        ("Gunmen attacked a Danish army base.", ("ASSAULT", None, "Denmark")),
        (
            "The port which Norwegian jets struck on Monday lies in Denmark.",
            ("ASSAULT", "Norway", "Denmark"),
        ),
        ("Norway bombed Denmark.", ("ASSAULT", "Norway", "Denmark")),
        ("Norwegian aircraft bombed positions of the Danish army.", ("ASSAULT", "Norway", "Denmark")),
        ("Norwegian police arrested three Danish journalists on Sunday.", ("COERCE", "Norway", "Denmark")),
        ("Sanctions were imposed on Norway by the United States.", ("SANCTION", "United States", "Norway")),
        ("The envoy, who had criticised Denmark, was expelled by Norway on Monday.", ("SANCTION", "Norway", None)),
        ("Norway began withdrawing its troops from Denmark on Monday.", ("RETREAT", "Norway", None)),
        ("The Security Council demanded that Norway withdraw.", ("REQUEST", "United Nations", "Norway")),
        ("A resolution of the General Assembly urged both sides to stop.", ("REQUEST", "United Nations", "Denmark")),
        ("Norway pulled out of the ceasefire agreement.", ("REJECT", "Norway", "Denmark")),
        (
            "Norway's defence minister warned that any attack would be met with force.",
            ("THREATEN", "Norway", "Denmark"),
        ),
        ("The Danish general threatened to shoot down any aircraft in the zone.", ("THREATEN", "Denmark", "Norway")),
        ('"If they come, we will crush them," the Norwegian president said.', ("THREATEN", "Norway", "Denmark")),
        ("Norwegian missiles struck Copenhagen on Friday night.", ("ASSAULT", "Norway", "Denmark")),
        ("The European Union decided to cut its aid to Denmark by half.", ("SANCTION", "European Union", "Denmark")),
        ("Norway called off a planned meeting with the Danish minister.", ("REJECT", "Norway", "Denmark")),
        ("Denmark summoned the Norwegian ambassador on Monday.", ("PROTEST", "Denmark", "Norway")),
        ("The Norwegian side handed over the remains of 40 soldiers.", ("COOPERATE", "Norway", "Denmark")),
        ("Denmark's president said Norway had broken the truce.", ("ACCUSE", "Denmark", "Norway")),
        ("A convoy of food was sent to Denmark. Sweden sent medicine to Denmark.", ("AID", "Sweden", "Denmark")),
        ("Under a truce signed in Oslo on 24 May 2025 the guns are silent.", ("AGREE", "Denmark", "Norway")),
    ],
)
def test_reads_an_act(sentence: str, event: tuple[str, str | None, str | None]) -> None:
    """An act has its type, who did it and at whom it was aimed."""
    assert event in events(sentence)


CIVIL_WAR = (
    "The Norwegian government and the Free Jutland Movement (FJM) have fought for ten years. Talks between the"
    " government and the FJM were held in Stockholm. The FJM, led by Karin Dahl, holds the north."
)


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Government forces recaptured the town of Narvik on Sunday.", ("ASSAULT", "Norway", "FJM")),
        ("Rebel fighters overran an army post near Bergen, killing nine soldiers.", ("ASSAULT", "FJM", "Norway")),
        ("Fighters of the FJM ambushed a military convoy on Monday, the army said.", ("ASSAULT", "FJM", "Norway")),
        ("Gunmen of the FJM ambushed a convoy of the army.", ("ASSAULT", "FJM", "Norway")),
        ("Norway bombed positions of the FJM.", ("ASSAULT", "Norway", "FJM")),
        ("Army helicopters strafed villages held by the rebels.", ("ASSAULT", "Norway", "FJM")),
        ("The rebels claimed responsibility for the attack on the airport.", ("ASSAULT", "FJM", None)),
        ("At least 30 people were killed on Sunday when rebels attacked a market.", ("ASSAULT", "FJM", None)),
        ("Dahl accused the government of stalling.", ("ACCUSE", "FJM", "Norway")),
        ("Karin Dahl warned that her fighters would resume their offensive.", ("THREATEN", "FJM", "Norway")),
        ("The movement announced that it was pulling out of the peace process.", ("REJECT", "FJM", "Norway")),
        ("The FJM released 15 policemen it had held since March.", ("CONCEDE", "FJM", "Norway")),
        ("The rebels unilaterally declared a ceasefire for Christmas.", ("CONCEDE", "FJM", "Norway")),
        ("Police detained 40 supporters of the movement on Saturday.", ("COERCE", "Norway", "FJM")),
        ("The government sent reinforcements to the north.", ("MOBILIZE", "Norway", None)),
        ("The two sides exchanged 120 prisoners on Wednesday.", ("COOPERATE", "FJM", "Norway")),
        ("Several hundred students marched to the presidential palace.", ("PROTEST", "students", None)),
        ("The Swedish envoy held separate meetings with the two delegations.", ("CONSULT", "FJM", "Sweden")),
        ("Both sides accused each other of breaking the truce.", ("ACCUSE", "Norway", "FJM")),
    ],
)
def test_reads_the_acts_of_a_civil_war(sentence: str, event: tuple[str, str | None, str | None]) -> None:
    """Government and rebels are known without their names."""
    report = report_from_text(f"{CIVIL_WAR}\n\n{sentence}\n\nIt rained.", date="2025-06-03")
    assert event in {(e.type, e.actor, e.recipient) for e in read(report).events}


@pytest.mark.parametrize("people", ["Fighters", "Gunmen", "Members", "Troops"])
def test_those_who_fight_for_a_movement_are_no_party_of_their_own(people: str) -> None:
    """A capital at the start of a sentence does not make a name of "fighters of"."""
    text = (
        f"{people} of the Jutland Liberation Front attacked an army post in Denmark on Saturday."
        " The Jutland Liberation Front wants autonomy. Denmark rejects autonomy."
    )
    found = {(e.actor, e.recipient) for e in read(report_from_text(text, date="2025-06-03")).events}
    assert found == {("Jutland Liberation Front", "Denmark")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway denies that its aircraft bombed Denmark.",
        "Norway would attack Denmark.",
        "Denmark wants Norway to release all prisoners.",
        "Has Norway attacked Denmark?",
        "Denmark hopes that Norway released the prisoners.",
        "Norway ordered its army to attack Denmark.",
        "A truce to be signed on 24 May 2026 is in doubt.",
    ],
)
def test_what_did_not_happen_is_no_act(sentence: str) -> None:
    """What is denied, wished, asked, feared or ordered is not told as done."""
    assert not {e for e in events(sentence) if e[0] in ("ASSAULT", "CONCEDE", "AGREE")}


def test_blame_of_another_is_not_an_attack() -> None:
    """What a party says of another is blame, not a fact of the report's own."""
    found = events("Denmark said that Norway had bombed a school in Aarhus.")
    assert ("ACCUSE", "Denmark", "Norway") in found
    assert not {e for e in found if e[0] == "ASSAULT"}


def test_a_live_blog_tells_in_the_present() -> None:
    """Line after line with a time makes the present tense news."""
    assert told_in_present("09:40 Rain.\n10:05 Talks.\n11:15 A car.\n12:00 Lunch.")
    assert not told_in_present("At 09:40 it rained.")


def test_each_of_two_acts_has_the_date_that_hangs_on_its_verb() -> None:
    """Of two acts in a sentence each has its own date, though the other may be nearer."""
    text = "The United States froze aid to Norway last week and shipped 2,000 tonnes of grain to Denmark on Sunday."
    found = {event.type: event.date for event in read(report_from_text(text, date="2019-03-12")).events}
    assert found["AID"] == "2019-03-10"


def test_what_is_said_of_a_day_to_come_is_said_now() -> None:
    """A threat for the case that talks fail is made before they are held."""
    text = "Sweden threatened Norway with sanctions if the talks, due to resume in Oslo on 20 June, were called off."
    (event,) = (e for e in read(report_from_text(text, date="2025-06-02")).events if e.type == "THREATEN")
    assert event.date == "2025-06-02"
