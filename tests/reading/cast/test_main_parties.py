"""Who the two sides of a report are, and who mediates."""

from detente.reading import read
from detente.reading.cast import cast_of
from detente.reading.mentions import Cast
from detente.reading.parser import parse
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
