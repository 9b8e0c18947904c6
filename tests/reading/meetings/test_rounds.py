"""The rounds of talks in a report: where they sat, when they ended, and who of those that met sat in one."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text

BACKGROUND = "Norway and Denmark are at war. Norway fights Denmark."


def rounds(sentence: str, date: str = "2025-06-03") -> list[tuple[str | None, str | None, str]]:
    report = report_from_text(f"{BACKGROUND}\n\n{sentence}", date=date)
    return [(r.date, r.place, r.outcome) for r in read(report).rounds]


def test_a_single_place_holds_for_the_whole_series() -> None:
    """Where a report gives one place for the talks, each of their meetings has it."""
    found = rounds("Norway and Denmark held talks in Oslo on 12 May. The two sides met again on 14 May.")
    assert {place for _, place, _ in found} == {"Oslo"}


def test_the_headline_says_where_the_talks_sit() -> None:
    """A meeting without a place has the headline's; an old meeting elsewhere lends it none."""
    report = report_from_text(
        "Second round in Oslo breaks off\n\n3 June 2025\n\nThe second round of talks between Norway and Denmark broke"
        " off on Monday. An earlier round of talks between Norway and Denmark in Geneva broke down in May 2022."
    )
    assert {(r.date, r.place) for r in read(report).rounds} == {("2025-06-02", "Oslo"), ("2022-05", "Geneva")}


def test_talks_that_opened_and_closed_have_the_last_day() -> None:
    """Of an opening and a close in one sentence, the close is the day of the round."""
    text = "The talks between Norway and Denmark, opened in Oslo on 24 May 2025, were concluded on 2 June 2025."
    assert [date for date, _, _ in rounds(text)] == ["2025-06-02"]


def test_a_mediators_call_is_no_round() -> None:
    """Who shuttles between the sides consults each of them; the sides do not meet."""
    text = "Sweden shuttled between Norway and Denmark. On Monday Sweden met Norway in Oslo."
    entries = read(report_from_text(f"{BACKGROUND} {text}", date="2025-06-03"))
    assert entries.rounds == ()
    assert ("CONSULT", "Norway", "Sweden") in {(e.type, e.actor, e.recipient) for e in entries.events}


def test_an_outsiders_visit_is_no_round() -> None:
    """A third state that sees one side consults with it; rounds are between the two."""
    text = f"{BACKGROUND} The two held talks. On Monday the Swedish premier met the Danish president in Copenhagen."
    entries = read(report_from_text(text, date="2025-06-03"))
    assert entries.rounds == ()
    assert ("CONSULT", "Denmark", "Sweden") in {(e.type, e.actor, e.recipient) for e in entries.events}


def test_an_accord_with_an_outsider_is_a_round() -> None:
    """A joint signing is a round, whoever signs beside one of the two."""
    text = f"{BACKGROUND} The two held talks. On Monday Denmark and Sweden signed a peace agreement in Malmo."
    found = read(report_from_text(text, date="2025-06-03")).rounds
    assert [(r.date, r.parties) for r in found] == [("2025-06-02", ("Denmark", "Sweden"))]


def acts(sentence: str, kind: str) -> list[tuple[str | None, str | None]]:
    entries = read(report_from_text(f"{BACKGROUND}\n\n{sentence}", date="2025-06-03"))
    return [(e.date, e.place) for e in entries.events if e.type == kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "The next round opens in Lima on 23 June.",
        "Negotiators for Norway and Denmark will open a third round of talks in Lima on Thursday.",
        "Norwegian and Danish envoys are due to meet in Lima on 9 June.",
        "The next meeting is to be held in Lima next month.",
    ],
)
def test_what_is_only_planned_is_a_round_but_no_talks(sentence: str) -> None:
    """A scheduled round is a CONSULT only where both are said to have agreed to it."""
    assert [outcome for _, _, outcome in rounds(sentence)] == ["scheduled"]
    assert acts(sentence, "CONSULT") == []


def test_what_both_agreed_to_is_talks() -> None:
    """Both agreed to meet: a CONSULT ahead."""
    sentence = "Envoys from Norway and Denmark agreed to meet again in Lima on 12 June."
    assert acts(sentence, "CONSULT") == [("2025-06-12", "Lima")]


def test_the_day_of_the_news_is_not_that_of_the_signing() -> None:
    """In "said on Friday that they had signed on Thursday" the signing is on Thursday."""
    text = "Sweden said on Friday that the two sides had signed a truce during talks in Lima on Wednesday and Thursday."
    assert rounds(text) == [("2025-05-29", "Lima", "agreement")]
    assert acts(text, "AGREE") == [("2025-05-29", "Lima")]


def test_a_meeting_to_come_lends_no_place() -> None:
    """The place of the next meeting is not where the truce was signed; the dateline's is."""
    report = report_from_text(
        "Truce signed\n\nLIMA, June 3, 2025 - Norway and Denmark signed a truce on Monday. Norway fights Denmark."
        "\n\nCommanders of the two sides are due to meet in Doha on June 9."
    )
    assert {(r.date, r.place) for r in read(report).rounds} == {("2025-06-02", "Lima"), ("2025-06-09", "Doha")}


def test_they_agreed_there() -> None:
    """The word "there" means the place that the sentence before names."""
    text = "The delegations sit in Lima, a port. On 12 May the two sides agreed there on a truce."
    assert ("2025-05-12", "Lima", "agreement") in rounds(text)


def test_the_next_sentence_says_who_chaired() -> None:
    """Hosts named right after a meeting are its mediators."""
    text = f"{BACKGROUND}\n\nThe two sides met in Lima on Monday. Sweden's envoy, Ola Hansen, chaired the session."
    assert [r.mediators for r in read(report_from_text(text, date="2025-06-03")).rounds] == [("Sweden",)]


def test_a_truce_that_was_extended() -> None:
    """A truce that was extended was agreed on once more, on that day, by nobody in particular: both."""
    assert ("2025-06-02", None) in acts("The truce between the two sides was extended on Monday by 72 hours.", "AGREE")
