"""Who says a figure: a party, a named body, an unnamed source, or nobody but the report."""

import pytest

from detente.reading import read
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
