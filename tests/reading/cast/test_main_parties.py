"""Who the two sides of a report are, and who mediates."""

from pathlib import Path

import pytest

from detente.ontology import using
from detente.reading.cast import cast_of
from detente.reading.grammar.parser import parse
from detente.reading.reader import read_by_rules as read
from detente.reading.who.mentions import Cast
from detente.reports import report_from_text


def cast(*sentences: str) -> Cast:
    return cast_of(parse(sentences))


def positions(text: str) -> set[tuple[str, str, str]]:
    return {(p.party, p.issue, p.stance) for p in read(report_from_text(text, date="2025-06-03")).positions}


def test_pair_of_a_conflict() -> None:
    """The two sides are those named most often; who hosts is a mediator."""
    found = cast(
        "Norway attacked Denmark on Monday.",
        "Denmark said that Norway had broken the truce between Norway and Denmark.",
        "The talks were hosted by Sweden.",
    )
    assert found.pair == ("Denmark", "Norway")
    assert found.mediators == ("Sweden",)


def test_three_parties_are_bound_by_their_accord() -> None:
    """Where a report speaks of three delegations that it names together, duties bind all three."""
    text = (
        "The delegations of Norway, Denmark and Sweden signed an accord. The three delegations met for a week. "
        "Norway, Denmark and Sweden agreed.\n\nThe three parties shall release all prisoners."
    )
    assert {p for p, issue, stance in positions(text) if (issue, stance) == ("prisoners", "accepts")} == {
        "Norway",
        "Denmark",
        "Sweden",
    }


def test_an_opposition_faces_the_government_it_negotiates_with() -> None:
    """Who stands beside the government at talks is a party, a state that is named more often is not."""
    found = cast(
        "Sweden said that the government of President Anna Holm and the opposition Ardan Alliance would resume talks.",
        "Norway's government and the opposition met in Oslo.",
        "The Ardan Alliance wants a vote in Norway, the opposition said.",
        "Denmark eased its sanctions on Norway.",
        "Denmark said Norway must free prisoners.",
    )
    assert found.pair == ("Ardan Alliance", "Norway")


def test_who_takes_part_in_talks_is_a_party_rather_than_who_is_named_more_often() -> None:
    """A state that is accused in passing is no side of the talks between a government and a movement."""
    found = cast(
        "The Ardan Front said it would not take part in talks with the Norwegian government.",
        "Sweden cut its ties with Denmark and sent Danish diplomats home.",
        "Sweden denied the charge.",
        "The Ardan Front demands direct negotiations with Oslo.",
        "The rebels took two towns.",
    )
    assert found.pair == ("Ardan Front", "Norway")


def test_the_government_is_that_of_the_state_in_which_the_group_acts() -> None:
    """The table says in which state a group acts, whatever other state is named more often."""
    found = cast(
        "The ELN said the government had not kept its word.",
        "Ecuador hosts talks, and Ecuador pays for them.",
        "Bogota did not answer the ELN.",
        "The government freed two men.",
    )
    assert found.home == "Colombia"


def test_two_movements_on_one_side_face_the_state() -> None:
    """A movement and its party, which nothing sets against each other, are not the two sides."""
    found = cast(
        "The IRA declared an end to its operations.",
        "The IRA said it would keep its word.",
        "Sinn Fein called on London to withdraw its troops.",
        "Sinn Fein said the British government must answer.",
    )
    assert (found.pair[1], found.home) == ("United Kingdom", "United Kingdom")


@pytest.mark.parametrize(
    "lead",
    [
        "The Norwegian president and the leader of the Ardan Front signed an accord in Moscow.",
        "Norway and the Ardan Front agreed on a truce in Moscow.",
        "Talks between Norway and the Ardan Front resumed in Moscow.",
        "Norway's government and the Ardan Front met in Moscow.",
        "Norway and the Ardan Front have reached a deal in Moscow.",
    ],
)
def test_who_deals_with_whom_in_the_lead_is_a_party(lead: str) -> None:
    """A state that a report names more often than the movement that signed is no party for that."""
    found = cast(
        lead,
        "Russia welcomed the accord.",
        "Russian soldiers guard the border of Norway.",
        "Russia said its soldiers would stay.",
        "The Ardan Front did not comment.",
    )
    assert found.pair == ("Ardan Front", "Norway")


@pytest.mark.parametrize(
    "movement",
    [
        "Movement for Arda",
        "Arda Liberation Front",
        "Front for the Freedom of Arda",
        "National Council of Arda",
        "Arda Resistance Army",
    ],
)
def test_a_movement_stands_for_its_region(movement: str, tmp_path: Path) -> None:
    """A region is where things happen; who negotiates is the movement that bears its name."""
    table = f"groups: {{Arda: {{people: [Ardan], of: Norway}}, AFM: {{names: [{movement}], of: Norway}}}}"
    (tmp_path / "actors.yaml").write_text(table)
    with using([tmp_path / "actors.yaml"]):
        found = cast(
            "Norway and Ardan delegates met over Arda.",
            f"The {movement} said that Norway and Arda are at war.",
            "The AFM demands that Norway leave Arda.",
        )
    assert found.pair == ("AFM", "Norway")


@pytest.mark.parametrize("state", ["Norway", "Sweden", "Finland", "Iceland", "Latvia"])
def test_a_movement_faces_the_state_in_which_it_acts(state: str, tmp_path: Path) -> None:
    """A neighbour that is named as often is not whom a movement fights."""
    (tmp_path / "actors.yaml").write_text(f"groups: {{Lake Front: {{of: {state}}}}}")
    with using([tmp_path / "actors.yaml"]):
        found = cast(
            "The Lake Front fled to Denmark.",
            f"{state} attacked the Lake Front.",
            "Denmark said that it had no choice.",
            f"{state} wants talks with the Lake Front.",
            "The Lake Front is divided.",
            "Danish officials left.",
        )
    assert found.pair == tuple(sorted(("Lake Front", state)))
