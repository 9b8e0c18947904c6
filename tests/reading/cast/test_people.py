"""People whom a report ties to a party by name."""

import pytest

from detente.reading import read
from detente.reading.cast import cast_of
from detente.reading.mentions import Cast
from detente.reading.parser import parse
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
    "sentence", ["The UN special envoy, Anna Example, spoke.", "UN Secretary-General Anna Example spoke."]
)
def test_a_title_may_be_a_name_of_the_party(sentence: str) -> None:
    """Whoever is named behind it holds the office."""
    text = "Example met both sides."
    assert [m.party for m in cast(sentence, text).mentions(text)] == ["United Nations"]
