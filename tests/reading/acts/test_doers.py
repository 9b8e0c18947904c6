"""Who did an act, where the subject of its verb does not say so."""

from collections.abc import Callable

import pytest

Act = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Rockets fired by Norway hit a Danish school on Monday.", ("ASSAULT", "Norway", "Denmark")),
        ("Four people were killed when Norwegian jets bombed a Danish town.", ("ASSAULT", "Norway", "Denmark")),
        ("Nine Danish soldiers died in a Norwegian air strike on Monday.", ("ASSAULT", "Norway", "Denmark")),
        ("At least 12 people were killed in a Norwegian attack on Aarhus.", ("ASSAULT", "Norway", None)),
        ("Forty Danish captives held by Norway were released on Monday.", ("CONCEDE", "Norway", "Denmark")),
        ("Six Danish drivers detained in May were set free on Sunday.", ("CONCEDE", "Norway", "Denmark")),
    ],
)
def test_finds_the_doer(acts: Callable[[str], set[Act]], sentence: str, act: Act) -> None:
    """The doer stands with the weapon, the attack or the clause in which it struck."""
    assert act in acts(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Denmark said that Norway had bombed a school in Aarhus.",
        "A Danish officer said Norwegian troops had shelled the school overnight.",
    ],
)
def test_an_attack_that_a_side_reports_is_an_attack(acts: Callable[[str], set[Act]], sentence: str) -> None:
    """What a party reports of another's attack is that attack, and no accusation besides."""
    assert acts(sentence) == {("ASSAULT", "Norway", "Denmark")}


def test_an_attack_in_a_quotation_is_blame(acts: Callable[[str], set[Act]]) -> None:
    """What a speaker says of an attack in words of his own is blame."""
    assert acts('"Norway bombed a school," the Danish president said.') == {("ACCUSE", "Denmark", "Norway")}


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Norway said Danish soldiers had fired on a United Nations convoy.", ("ACCUSE", "Norway", "Denmark")),
        ("Norway's army said Danish troops had kidnapped three aid workers.", ("ACCUSE", "Norway", "Denmark")),
        ("Norway said Danish drones had struck its oil terminal overnight.", ("ASSAULT", "Denmark", "Norway")),
        ("Danish missiles hit Bergen, wounding 14 people, Norway said.", ("ASSAULT", "Denmark", "Norway")),
        ('"Denmark bombed our barracks at dawn," the Norwegian army said.', ("ASSAULT", "Denmark", "Norway")),
    ],
)
def test_what_was_done_to_others_is_blame(acts: Callable[[str], set[Act]], sentence: str, act: Act) -> None:
    """What a party says was done to itself is an attack, what was done to third persons blame."""
    assert acts(sentence) == {act}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Poland and Sweden condemned Norway's offensive.", {("ACCUSE", "Poland"), ("ACCUSE", "Sweden")}),
        ("Sanctions were imposed on Norway by Canada and Japan.", {("SANCTION", "Canada"), ("SANCTION", "Japan")}),
        ("Norway was condemned by Poland and Sweden.", {("ACCUSE", "Poland"), ("ACCUSE", "Sweden")}),
        ("Sweden, Finland, Poland and Latvia condemned the Norwegian attack.", {("ACCUSE", "Sweden")}),
        ("Denmark said that Norway was to blame for the failure of the talks.", {("ACCUSE", "Denmark")}),
        ('"This is an act of terrorism by Norway," the Danish president said.', {("ACCUSE", "Denmark")}),
        ("Norway broke the truce on Sunday, the Danish army said.", {("ACCUSE", "Denmark")}),
        ("Norway will face serious consequences if it attacks, the Danish president said.", {("THREATEN", "Denmark")}),
        ("Denmark handed over three captured pilots to Norway on Monday.", {("COOPERATE", "Denmark")}),
        ("Sweden expelled two Norwegian diplomats.", {("SANCTION", "Sweden")}),
        ("The Danish navy seized a Norwegian cargo ship.", {("COERCE", "Denmark")}),
        ("Denmark quit the negotiations on Tuesday.", {("REJECT", "Denmark")}),
        ("Sweden trained 500 Norwegian soldiers.", {("AID", "Sweden")}),
        ("Denmark extended its condolences to Norway after the ferry disaster.", {("SUPPORT", "Denmark")}),
        ("Hundreds demonstrated outside the Norwegian embassy in Aarhus on Friday.", {("PROTEST", None)}),
    ],
)
def test_all_who_did_it_to_norway(
    acts: Callable[[str], set[Act]], sentence: str, found: set[tuple[str, str | None]]
) -> None:
    """Two names before a verb or behind "by" both did it, and to nobody else."""
    assert acts(sentence) == {(says, actor, "Norway") for says, actor in found}


def test_clashes_between_two_are_laid_to_nobody(acts: Callable[[str], set[Act]]) -> None:
    """The second name behind "between" is not who left the dead."""
    assert acts("Clashes between Norway and Denmark left 20 people dead on Monday.") == {("ASSAULT", None, None)}


def test_talks_are_not_suspended_twice(acts: Callable[[str], set[Act]]) -> None:
    """Who left the talks is known from the second clause of the sentence."""
    found = acts("Talks were suspended on Monday after Norway withdrew its negotiators.")
    assert ("REJECT", "Norway", "Denmark") in found
    assert ("REJECT", None, None) not in found


def test_an_aid_agency_that_stops_its_work_makes_no_truce(acts: Callable[[str], set[Act]]) -> None:
    """The operations of those who do not fight are no fighting."""
    assert acts("The World Food Programme suspended its operations in Denmark on Monday.") == set()
