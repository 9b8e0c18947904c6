"""Who says a figure: a party, a named body, an unnamed source, or nobody but the report."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text


def source(text: str) -> tuple[str | None, str]:
    report = report_from_text(f"Norway and Denmark are at war.\n\n{text}", date="2025-06-03")
    claims = [claim for claim in read(report).claims if claim.unit == "killed"]
    assert len(claims) == 1, claims
    return claims[0].source, claims[0].status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 40 people were killed, according to Norway.", ("Norway", "attributed")),
        ("According to the Fjord Rights Commission 700 people have died.", ("Fjord Rights Commission", "attributed")),
        ("Norway says 40 people were killed.", ("Norway", "attributed")),
        ("Medics in Oslo said that 27 people were killed.", ("medics", "attributed")),
        ("More than 5,400 people have been killed by Denmark's reckoning.", ("Denmark", "attributed")),
        ("Estimates of the dead run to 180,000.", (None, "hedged")),
        ("On Monday 40 people were killed.", (None, "stated")),
        ("Norway said at the time that 40 of its soldiers had been killed.", ("Norway", "attributed")),
        ("Since then half a million have died, the UN reckons, more than ever.", ("United Nations", "attributed")),
        ("Sixteen people were killed, says the regional governor.", ("regional governor", "attributed")),
        (
            "Nine people were killed, according to a committee of displaced people.",
            ("committee of displaced people", "attributed"),
        ),
        (
            "Some 300 were killed, according to a count kept by an Oslo research institute.",
            ("Oslo research institute", "attributed"),
        ),
        ("Some 300 were killed, according to the rights group Open Door.", ("Open Door", "attributed")),
        ("The prosecutor's office in Oslo said 40 people had been killed.", ("Norway", "attributed")),
        ("More than 40,000 people were killed, it is generally reckoned.", (None, "hedged")),
        ("It freed a man whom it had held after 40 people were killed.", (None, "stated")),
    ],
)
def test_who_says_a_figure(text: str, expected: tuple[str | None, str]) -> None:
    """A party as the ontology has it, another source in its own words, a hedge without a name, or the report."""
    assert source(text) == expected


def test_the_nearest_of_two_sources() -> None:
    """Each figure of a sentence has the source that stands beside it."""
    text = "Norway and Denmark are at war.\n\nOne person was killed according to Norway, and six according to Denmark."
    claims = read(report_from_text(text, date="2025-06-03")).claims
    assert {(claim.value, claim.source) for claim in claims} == {(1, "Norway"), (6, "Denmark")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to a Danish official, Norway demanded a ceasefire.", {"Norway": "Denmark"}),
        ("Denmark says that Norway rejects a ceasefire.", {"Norway": "Denmark"}),
        ("An official said that Norway rejected a ceasefire.", {"Norway": "official"}),
        ("Norway said that it rejects a ceasefire.", {"Norway": None}),
        ("According to a Norwegian official, Norway demands a ceasefire.", {"Norway": None}),
        ("Norway demands a ceasefire, and according to Denmark 40 people died.", {"Norway": None}),
        ("Norway demands that Denmark withdraw its troops.", {"Norway": None}),
        ("A spokesman said Norway demands the lifting of sanctions.", {"Norway": None}),
    ],
)
def test_on_whose_word_a_position_is_known(text: str, expected: dict[str, str | None]) -> None:
    """Another party or an unnamed official is named; what a party says of itself, or a report states, has no source."""
    found = read(report_from_text(f"Norway and Denmark are at war.\n\n{text}", date="2025-06-03")).positions
    assert {position.party: position.said_by for position in found} == expected


def test_ministries_and_official_figures_speak_for_the_one_state() -> None:
    """Of a state and a group that fight, the state has ministries and official figures."""
    text = "Norway and the rebels of the Fjord Front are at war."
    for told in ("The defence ministry says 40 people were killed.", "Official figures put the dead at 40."):
        found = read(report_from_text(f"{text}\n\n{told}", date="2025-06-03")).claims
        assert [claim.source for claim in found if claim.unit == "killed"] == ["Norway"], told


def test_whoever_accuses_says_the_figure() -> None:
    """What somebody is accused of is the accuser's word."""
    text = "Norway and Denmark are at war.\n\nNorway accused Denmark of occupying more than 50 villages."
    assert [claim.source for claim in read(report_from_text(text, date="2025-06-03")).claims] == ["Norway"]


def test_a_denial_of_something_else() -> None:
    """Only who denies the figure makes it a denied one."""
    text = "Norway says that 40 people were killed. Denmark denies that it has sent them."
    assert source(text) == ("Norway", "attributed")
    assert source("Norway says that 40 people were killed. Denmark denies it.") == ("Norway", "denied")
