"""People whom a report ties to a party by name."""

import pytest

from detente.reading.cast import cast_of
from detente.reading.grammar.parser import parse
from detente.reading.reader import read_by_rules as read
from detente.reading.who.mentions import Cast
from detente.reports import report_from_text

RUF = "Norway fights the Ruritanian United Front (RUF). The RUF attacked Norway. The RUF shelled Norway."


def cast(*sentences: str) -> Cast:
    return cast_of(parse(sentences))


def positions(text: str) -> set[tuple[str, str, str]]:
    return {(p.party, p.issue, p.stance) for p in read(report_from_text(text, date="2025-06-03")).positions}


@pytest.mark.parametrize(
    "sentence",
    [
        "Norwegian Foreign Minister Anna Example spoke.",
        "Norway's deputy defence minister Anna Example spoke.",
        "Anna Example, the Norwegian foreign minister, spoke.",
        "The president of Norway, Anna Example, spoke.",
        "General Anna Example of Norway spoke.",
        "Norway's ambassador in Stockholm, Anna Example, spoke.",
        "Anna Example, an adviser to Norway, spoke.",
        "A Norwegian team led by Anna Example arrived.",
        "A Norwegian team led by the head of the security council, Anna Example, arrived.",
        "The Norwegian side will be headed by General Anna Example.",
        "Anna Example will lead the Norwegian team.",
        "The Norwegian and Danish ministers, Anna Example and Peter Holm, met.",
    ],
)
def test_people_by_title(sentence: str) -> None:
    """A title with a state explains a person, and the surname after that."""
    assert cast(sentence).learned["Example"] == "Norway"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Corporal Anna Example of the M23 asked for pardon.", "Example"),
        ("Bishop Anna Example of Norway spoke.", "Example"),
        ("Anna Abu Example of the M23 demands a vote.", "Anna Abu Example"),
        ("Anna van Example of the M23 demands a vote.", "Van Example"),
        ("M23 political chief A.B. Example demands a vote.", "A.B. Example"),
        ("A protest was read out by Mr Anna Example on behalf of the M23.", "Example"),
    ],
)
def test_names_with_ranks_particles_and_initials(sentence: str, name: str) -> None:
    """Ranks, three words, particles and initials hide nobody."""
    assert name in cast(sentence).learned


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (f"{RUF} The RUF of Rupert Hentzau signed. Hentzau rejected the ceasefire.", "RUF"),
        (f"{RUF} Rupert Hentzau, who founded the RUF, left. Hentzau rejected the ceasefire.", "RUF"),
        (f"{RUF} Denmark thanked President Hentzau. Hentzau rejected the ceasefire.", "Norway"),
        (f"{RUF} President Rudolf Rassendyll, RUF chairman Rupert Hentzau and others met. "
         "Rassendyll rejected the ceasefire.", "Norway"),
        (f"{RUF} Denmark did not sign. President Rudolf Rassendyll rejected the ceasefire.", "Denmark"),
        (f"{RUF} Louis Rassendyll informed Rupert Hentzau on Monday that Norway needed time. "
         "Hentzau rejected the ceasefire.", "RUF"),
        (f"{RUF} A vote is something that Norway will never accept, retorted Rassendyll. "
         "Rassendyll rejected the ceasefire.", "Norway"),
        (f"{RUF} Two leaders came: Rassendyll of Sweden, Holm of Denmark. Holm rejected the ceasefire.", "Denmark"),
        (f"{RUF} The delegation of the government rejected the ceasefire.", "Norway"),
        (f"{RUF} Both wings of the RUF rejected the ceasefire.", "RUF"),
        (f"{RUF} A presidential spokesman rejected the ceasefire.", "Norway"),
    ],
)  # fmt: skip
def test_a_leader_belongs_to_the_side_that_the_text_gives(text: str, party: str) -> None:
    """A side with its leader, a founder, a list of leaders, the state that the sentence before is about."""
    assert (party, "ceasefire", "rejects") in positions(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Norwegian clerics led by Anna Example arrived.",
        "Sweden spoke of the removal of their founder, Anna Example, from the Norwegian list.",
        "The Norwegian and Danish towns, Halden and Aarhus and Example, burnt.",
    ],
)
def test_people_who_act_for_no_side(sentence: str) -> None:
    """Clerics of a country, a list from which somebody is struck and places make nobody speak for a state."""
    assert "Example" not in cast(sentence).learned


def test_owners_of_a_movement_lead_it() -> None:
    """Whose army it is, speaks for it."""
    found = cast("The deal was signed by Anna Example's Ardan Liberation Army (ALA).", "The ALA kept it.")
    assert found.learned["Example"] == "ALA"


@pytest.mark.parametrize(
    "sentence", ["The UN special envoy, Anna Example, spoke.", "UN Secretary-General Anna Example spoke."]
)
def test_a_title_may_be_a_name_of_the_party(sentence: str) -> None:
    """Whoever is named behind it holds the office."""
    text = "Example met both sides."
    assert [m.party for m in cast(sentence, text).mentions(text)] == ["United Nations"]


@pytest.mark.parametrize("office", ["foreign minister,", "spokesman", "envoy", "chief negotiator,", "deputy"])
def test_who_serves_a_leader_speaks_for_his_side(office: str) -> None:
    """The minister or the spokesman of a leader whose side is known is of that side."""
    found = cast_of(
        parse(["Danish President Rudolf Rassendyll refused.", f"Rassendyll's {office} Anna Example agreed."])
    )
    assert found.learned.get("Example") == "Denmark"
