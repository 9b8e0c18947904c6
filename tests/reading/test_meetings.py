"""Meetings and signings: which day belongs to which, who met, and what was only wished for."""

import pytest

from detente.reading import read
from detente.reading.cast import cast_of
from detente.reading.meeting_patterns import labelled
from detente.reading.parser import parse
from detente.reading.seats import seat_of
from detente.reports import report_from_text
from detente.reports.sentences import sentences

BACKGROUND = "Norway and Denmark are at war. Norway fights Denmark."


def rounds(sentence: str, date: str = "2025-06-03") -> list[tuple[str | None, str | None, str]]:
    report = report_from_text(f"{BACKGROUND}\n\n{sentence}", date=date)
    return [(r.date, r.place, r.outcome) for r in read(report).rounds]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "In March the two sides met in Oslo, and on 2 April in Geneva they signed a truce.",
            {"2025-03", "2025-04-02"},
        ),
        ("On Monday Norway and Denmark signed a text to keep the accord of November 2013 in force.", {"2025-06-02"}),
        ("By an accord concluded in Oslo on 19 May, the army of Norway will be reduced.", {"2025-05-19"}),
        ("The delegations of Norway and Denmark meet again in the first week of July.", {"2025-07"}),
        ("When ministers of Norway and Denmark met on the eighth of May, they agreed on nothing.", {"2025-05-08"}),
    ],
)
def test_each_day_belongs_to_its_meeting(sentence: str, expected: set[str]) -> None:
    """A day goes to the meeting or signing above it in the tree, not to an accord that is only named."""
    assert {date for date, _, _ in rounds(sentence)} == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway called on Monday for talks with Denmark in Oslo.",
        "Norway is prepared to sign a truce with Denmark on Monday.",
        "On 18 May leaders of Norway were flown to Oslo to explain the talks.",
        "If Norway and Denmark met in Oslo on Monday, nobody would be surprised.",
    ],
)
def test_what_is_only_wished_for_is_no_meeting(sentence: str) -> None:
    """Calls, readiness, conditions and talk about talks yield no round."""
    assert rounds(sentence) == []


def test_fresh_talks_have_the_day_of_the_report() -> None:
    """What has just come to a close, without a day of its own, is news of the day."""
    assert rounds("Talks between Norway and Denmark have come to a close in Geneva without an agreement.") == [
        ("2025-06-03", "Geneva", "no_agreement")
    ]


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


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("They did not agree on prisoners.", "no_agreement"),
        ("They agreed on nothing.", "no_agreement"),
        ("They were unable to agree on a ceasefire.", "no_agreement"),
        ("They did not agree on prisoners but agreed on a ceasefire.", "agreement"),
        ("They agreed on a ceasefire but failed to agree on prisoners.", "agreement"),
        ("They agreed on nothing except a ceasefire.", "agreement"),
    ],
)
def test_what_was_not_agreed_is_no_outcome(sentence: str, outcome: str) -> None:
    """What the sides failed to agree on is no agreement, and no part of one on something else."""
    text = f"{BACKGROUND}\n\nNorway and Denmark met in Oslo on 2 June. {sentence}"
    entries = read(report_from_text(text, date="2025-06-03"))
    assert [r.outcome for r in entries.rounds] == [outcome]
    assert {i for r in entries.rounds for i in r.agreed} == ({"ceasefire"} if outcome == "agreement" else set())
    assert any(e.type == "AGREE" for e in entries.events) == (outcome == "agreement")


@pytest.mark.parametrize(
    "sentence",
    ["Norway and Denmark have not agreed on a ceasefire.", "Norway and Denmark would have signed a truce on 2 June."],
)
def test_an_agreement_not_reached_is_no_event(sentence: str) -> None:
    """Without an agreement there is neither a signing nor a meeting."""
    entries = read(report_from_text(f"{BACKGROUND}\n\n{sentence}", date="2025-06-03"))
    assert not entries.events
    assert not entries.rounds


@pytest.mark.parametrize("what", ["announced a ceasefire", "signed the accord", "reached an agreement"])
def test_what_neither_side_did_is_no_agreement(what: str) -> None:
    """Nothing is agreed, accepted or done where neither side did it."""
    text = f"{BACKGROUND}\n\nThe talks between Norway and Denmark broke off on Monday. Neither side {what}."
    entries = read(report_from_text(text, date="2025-06-03"))
    assert [(r.outcome, r.agreed) for r in entries.rounds] == [("collapse", ())]
    assert {event.type for event in entries.events} <= {"CONSULT", "REJECT"}
    assert entries.positions == ()


def parties(text: str) -> tuple[str, ...]:
    report = report_from_text(text, date="2025-06-03")
    return cast_of(parse([each.text for each in sentences(report)]), date=report.date).pair


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arland's foreign minister came. Talks between Arland and Borland ended. Borland's delegation left."
         " Norway's mediator stayed.", ("Arland", "Borland")),
        ("Rebels in northern Denmark rejected a truce. The rebels want a vote. Sweden, which mediates, met rebel"
         " leaders.", ("Denmark", "rebels")),
        ("The Danish army met the Hills front. The front wants a vote. Denmark wants its arms.",
         ("Denmark", "Hills front")),
    ],
)  # fmt: skip
def test_parties_that_no_table_knows(text: str, expected: tuple[str, ...]) -> None:
    """Unknown states and movements are parties by their offices and nouns; who mediates is none."""
    assert parties(text) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("OSLO, Sweden, 3 June - Talks are held here.", "Oslo"),
        ("The talks in Lillehammer went on. Norway and Denmark met again.", "Lillehammer"),
        ("Norway spoke. Denmark answered.", None),
    ],
)
def test_where_talks_sit(text: str, place: str | None) -> None:
    """The seat is named beside talks, or is the city that the report was sent from where it says "here"."""
    assert seat_of(report_from_text(text)) == place


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("16-18 Sep 2002 - First round of talks, Oslo, Norway.", "Oslo"),
        ("Lillehammer III.", "Lillehammer"),
        ("The first round was won by Oslo.", None),
    ],
)
def test_lines_of_a_chronicle(text: str, label: str | None) -> None:
    """A line that is headed by a round and its place tells of a meeting; a sentence is no such line."""
    found = labelled(text)
    assert (found[2] if found else None) == label


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway sees no point in further talks with Denmark on Monday.",
        "Norway stayed away from the talks with Denmark on Monday.",
        "The talks were broken off by Norway on Monday.",
        "On Monday Norway and Denmark accepted the plan.",
    ],
)
def test_no_meeting_without_the_two(sentence: str) -> None:
    """Who stays away, breaks off or accepts from afar does not meet."""
    assert rounds(sentence) == []


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


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("The sides met in Oslo on Monday, for the first time since 12 March.", ["2025-06-02"]),
        ("Talks in Geneva in February and October 2006 brought no result.", ["2006-02", "2006-10"]),
        ("Norway and Denmark held six rounds of talks between May 2002 and March 2003.", ["2003-03"]),
        ("On Monday Norway and Denmark signed a cessation of hostilities.", ["2025-06-02"]),
    ],
)
def test_the_days_of_a_series(sentence: str, days: list[str]) -> None:
    """A day since which is no day on which; a span has its last day, and months share the year behind them."""
    assert [date for date, _, _ in rounds(sentence)] == days


def test_a_resort_of_a_third_state_is_no_guest() -> None:
    """The state that a place of talks lies in does not talk."""
    text = f"{BACKGROUND}\n\nThe talks in the Swiss resort of Davos ended on Monday without an agreement."
    assert [r.parties for r in read(report_from_text(text, date="2025-06-03")).rounds] == [("Denmark", "Norway")]


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


def test_a_chronicle_agrees_in_the_present() -> None:
    """In a chronicle "agree" tells of what was agreed on."""
    lines = "\n".join(
        ["1 May 2025 - Rain.", "3 May 2025 - Norway and Denmark agree on a ceasefire in Oslo.", "4 May 2025 - A car."]
    )
    found = read(report_from_text(f"{BACKGROUND}\n\n{lines}\n6 May 2025 - Wind.", date="2025-06-03"))
    assert [(r.date, r.outcome) for r in found.rounds] == [("2025-05-03", "agreement")]


@pytest.mark.parametrize("refusal", ["would never sign", "will not sign", "would not sign"])
def test_what_is_refused_is_not_to_come(refusal: str) -> None:
    """Who will not sign has no signing ahead."""
    assert rounds(f"Norway said on Monday it {refusal} a draft accord with Denmark.") == []
