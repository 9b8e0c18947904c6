"""The words of the text that became a value stand beside it."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text


def originals(text: str, kind: str = "positions") -> dict[str, str]:
    (entry,) = getattr(read(report_from_text(text, date="2025-06-03")), kind)
    return dict(entry.by.original)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Oslo rejected the ceasefire.", "positions", {"party": "Oslo"}),
        ("Norwegian officials rejected the ceasefire.", "positions", {"party": "Norwegian"}),
        ("Norway attacked Denmark on Monday.", "events", {"recipient": "Denmark", "date": "on Monday"}),
        ("Danish planes bombed Bergen yesterday.", "events", {"actor": "Danish", "date": "yesterday"}),
        ("Norway said that three quarters of the drones were shot down.", "claims",
         {"value": "three quarters", "source": "Norway"}),
        ("Norway said the truce would last two weeks.", "claims", {"value": "two weeks"}),
        ("Norway said that 1,200 soldiers were killed.", "claims", {"value": "1,200"}),
    ],
)  # fmt: skip
def test_a_value_comes_with_the_words_that_it_was_made_of(text, kind, expected):
    """Parties, dates and figures, as the text has them."""
    assert originals(text, kind).items() >= expected.items()


def test_a_round_has_the_words_for_each_of_its_parties():
    """Under the name of the field and of the party."""
    said = originals("Danish and Norwegian officials held talks in Bergen on 30 May.", "rounds")
    assert said["parties.Denmark"] == "Danish"
    assert said["parties.Norway"] == "Norwegian"
    assert said["date"] == "on 30 May" or said["date"] == "30 May"


def test_a_pronoun_is_what_stands_there():
    """It is no name, and is not among the namings."""
    report = report_from_text("Oslo met Copenhagen. It rejected the ceasefire.", date="2025-06-03")
    found = read(report)
    (position,) = found.positions
    assert dict(position.by.original)["party"] == "It"
    assert [(n.quote.text, n.party) for n in found.namings] == [("Oslo", "Norway"), ("Copenhagen", "Denmark")]


def test_namings_are_the_words_where_a_report_first_uses_them():
    """Once for each name of each party, in the order of the text; a description that is worked out is less sure."""
    report = report_from_text(
        "The junta of Norway spoke. Oslo agreed. Norway fell silent. The junta rejected the ceasefire."
    )
    found = read(report).namings
    assert [(n.quote.text, n.party) for n in found] == [
        ("Norway", "Norway"),
        ("Oslo", "Norway"),
        ("The junta", "Norway"),
    ]
    assert [n.by.rule for n in found] == ["name-name", "name-capital", "name-description"]
    assert found[2].by.confidence < found[0].by.confidence


def test_original_words_stand_in_the_report(gold):
    """Whatever the report: every one of them, as far as blanks go, and each naming is a stretch of it."""
    from detente.reports import load

    for path in sorted((gold / "train").glob("*.txt"))[:3]:
        report = load(path)
        found, text = read(report), " ".join(report.text.split())
        assert found.namings
        assert all(words in text for entry in found for _, words in entry.by.original)


def test_what_stands_for_two_names_neither():
    """The words "both sides" are those of each, and no naming."""
    found = read(report_from_text("Norway and Denmark held talks in Oslo. Both sides accepted a ceasefire."))
    assert {dict(p.by.original)["party"] for p in found.positions} == {"Both sides"}
    assert "Both sides" not in {n.quote.text for n in found.namings}
