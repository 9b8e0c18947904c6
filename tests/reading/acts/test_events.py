"""All acts of a report: each told once, on its day, by whom and to whom."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text

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
        ("Rebels shelled an army post on the eve of talks in Geneva.", ("ASSAULT", "FJM", "Norway")),
        ("Norwegian jets bombed FJM positions a day before the talks.", ("ASSAULT", "Norway", "FJM")),
        ("The FJM attacked an army camp ahead of the summit.", ("ASSAULT", "FJM", "Norway")),
        ("The FJM began its offensive on 27 May.", ("ASSAULT", "FJM", "Norway")),
        ("Last month the FJM shelled the port of Bergen.", ("ASSAULT", "FJM", None)),
        ("In May the rebels seized two Swedish journalists in the north.", ("ASSAULT", "FJM", None)),
        ("The government freed dozens of militants as a gesture.", ("CONCEDE", "Norway", "FJM")),
        ("Forty rebels surrendered to the army on Monday.", ("RETREAT", "FJM", "Norway")),
        ("The FJM drove government troops out of Molde in April.", ("ASSAULT", "FJM", "Norway")),
        ("The town of Molde fell to FJM fighters on Monday.", ("ASSAULT", "FJM", "Norway")),
        ("The rebels have handed in the last of their rifles.", ("RETREAT", "FJM", None)),
        ("The cabinet designated the FJM a terrorist organisation in May.", ("SANCTION", "Norway", "FJM")),
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


def dates(text: str) -> list[tuple[str, str | None]]:
    report = report_from_text(f"Norway and Denmark are at war.\n\n{text}", date="2025-06-03")
    return [(e.type, e.date) for e in read(report).events if e.type == "ASSAULT"]


def test_what_a_sentence_tells_twice_is_one_act() -> None:
    """Victims and attack in one sentence are one act, the fuller one."""
    assert len(dates("Four people were killed on Monday when Norwegian jets bombed a Danish town.")) == 1


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


def test_length_of_text_costs_no_more_than_its_words() -> None:
    """A sentence without an end is cut, and reading it ends."""
    report = report_from_text("Norway rejects the ceasefire and " * 800, date="2025-06-03")
    assert read(report).positions


def test_an_attack_has_the_doer_who_claims_it() -> None:
    """Whoever claims responsibility made the attack that was told of last."""
    text = (
        f"{CIVIL_WAR}\n\nSix policemen were killed in an ambush near Bergen on 16 May. The FJM claimed responsibility."
    )
    found = {(e.type, e.actor, e.recipient, e.date) for e in read(report_from_text(text, date="2025-06-03")).events}
    assert {each for each in found if each[0] == "ASSAULT"} == {("ASSAULT", "FJM", "Norway", "2025-05-16")}


def test_more_victims_of_a_blast_are_no_second_one() -> None:
    """Those who were wounded in "the blast" belong to the attack told before."""
    assert dates("A bomb killed three soldiers in Ribe on Monday. Five other soldiers were wounded in the blast.") == [
        ("ASSAULT", "2025-06-02")
    ]


@pytest.mark.parametrize(
    "rest", ["two days before talks were due to resume", "two days before the sides are to meet in Oslo"]
)
def test_an_act_keeps_its_day_beside_what_is_to_come(rest: str) -> None:
    """Talks that are due do not put off the attack that was told before them in the past."""
    text = f"{CIVIL_WAR}\n\nRebels shelled an army post on Saturday, {rest}."
    events = read(report_from_text(text, date="2019-11-09")).events
    assert {event.date for event in events if event.type == "ASSAULT"} == {"2019-11-09"}
