"""Parties that a report brings in by saying what they are, however seldom it names them."""

import pytest

from detente.reading.cast import cast_of
from detente.reading.grammar.parser import parse
from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text


def parties(text: str) -> set[str]:
    """Whom a report's entries name."""
    entries = read(report_from_text(text, date="2025-06-03"))
    acting = {party for event in entries.events for party in (event.actor, event.recipient) if party}
    return {position.party for position in entries.positions} | acting


TALKS = "Norway and Denmark signed a ceasefire in Oslo on Monday. Norway shelled Denmark on Sunday."


def known(*sentences: str) -> set[str]:
    """The parties whose names a cast has learned."""
    return set(cast_of(parse((*TALKS.split(". "), *sentences))).learned.values())


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("Ardana, a conservative party with nine deputies, rejected the ceasefire.", "Ardana"),
        ("The Borl Hoho, an umbrella body of tribes, welcomed the ceasefire.", "Borl Hoho"),
        ("A little-known outfit, Al-Ardun, said it had planted the bomb.", "Al-Ardun"),
        ("The liberal party Vestra has rejected the ceasefire.", "Vestra"),
        ("Their party, the Harbour Action Front, demanded a referendum.", "Harbour Action Front"),
        ("A group calling itself the Fjord Tigers threatened to resume the fighting.", "Fjord Tigers"),
        ("Supporters of the Jan Ardan burned cars in the port.", "Jan Ardan"),
    ],
)
def test_a_name_is_a_party_where_the_report_says_what_it_is(sentence: str, party: str) -> None:
    """A party, an outfit or a movement that a report explains in passing is known by its name."""
    assert party in known(sentence)


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("The radical VULK party rejected the ceasefire.", "VULK"),
        ("The Western-backed June 9 alliance accepted the ceasefire.", "June 9 alliance"),
        ("The FRB militia wants a truce.", "FRB"),
        ("Anna Holm, head of supporters of the loyalist RDK, spoke.", "RDK"),
        ("Anna Holm, who leads the anti-union CDV, spoke.", "CDV"),
        ("Rupert Hentzau, leader of the VLO, spoke.", "VLO"),
    ],
)
def test_an_acronym_or_a_day_names_a_party_with_the_noun_for_one(sentence: str, party: str) -> None:
    """One mention is enough where the noun or the adjective beside an acronym says that it is a party."""
    assert party in known(sentence)


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("Anna Holm, who heads the Danish Labour Party, called the deal a sell-out.", "Danish Labour Party"),
        ("The Valley Students' Council said it rejected the ceasefire.", "Valley Students' Council"),
        ("The Harbour Party refuses to join the talks.", "Harbour Party"),
        ("The Denmark Freedom Party vowed to vote against the treaty.", "Denmark Freedom Party"),
        ("Mr Holm's Harbour Party demands an amnesty.", "Harbour Party"),
        ("The Coast Liberation Tigers and the Fjord Workers' Union boycotted the talks.", "Fjord Workers' Union"),
    ],
)
def test_an_organisation_named_once_is_a_party_where_it_acts(sentence: str, party: str) -> None:
    """An organisation that speaks, decides, or is led is a party at its first mention."""
    assert party in known(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "In Ardal, a group of men blocked the road.",
        "Anna Holm, the party leader, spoke.",
        "On Tuesday, the group that met in Oslo went home.",
        "Meanwhile, the movement of troops went on.",
        "The rights group Arda Watch counted 40 dead.",
        "The Ardal-based group went home.",
        "The Harbour Party was founded in 1990.",
    ],
)
def test_other_names_beside_such_nouns_are_no_parties(sentence: str) -> None:
    """Places, people, days, and those who help or count, are not learned as parties."""
    assert not known(sentence) - {"Norway", "Denmark"}


def test_a_party_brought_in_by_the_way_holds_positions_of_its_own() -> None:
    """What an explained party rejects is its own position."""
    assert "Ardana" in parties(f"{TALKS} Ardana, a conservative party, rejected the ceasefire.")
