"""Acts told by a verb."""

from collections.abc import Callable

import pytest

Act = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Norway bombed Denmark.", ("ASSAULT", "Norway", "Denmark")),
        ("Norwegian aircraft bombed positions of the Danish army.", ("ASSAULT", "Norway", "Denmark")),
        ("Norwegian forces shelled villages in Sweden.", ("ASSAULT", "Norway", "Sweden")),
        ("Norwegian missiles struck Copenhagen on Friday night.", ("ASSAULT", "Norway", "Denmark")),
        ("Norwegian warships fired on Danish fishing boats.", ("ASSAULT", "Norway", "Denmark")),
        ("Danish officials said that Norwegian rockets struck a school in Ribe.", ("ASSAULT", "Norway", "Denmark")),
        ("The port which Norwegian jets struck on Monday lies in Denmark.", ("ASSAULT", "Norway", "Denmark")),
        ("Denmark replied with artillery on Monday.", ("ASSAULT", "Denmark", "Norway")),
        ("Norwegian police arrested three Danish journalists on Sunday.", ("COERCE", "Norway", "Denmark")),
        ("2 June 2025: Norway freezes Danish assets in its banks.", ("SANCTION", "Norway", "Denmark")),
        ("Sanctions were imposed on Norway by the United States.", ("SANCTION", "United States", "Norway")),
        ("The envoy, who had criticised Denmark, was expelled by Norway on Monday.", ("SANCTION", "Norway", None)),
        ("Norway severed relations with Sweden.", ("SANCTION", "Norway", "Sweden")),
        ("Norway began withdrawing its troops from Denmark on Monday.", ("RETREAT", "Norway", None)),
        ("The last of the Norwegian forces withdrew from the town on Monday.", ("RETREAT", "Norway", None)),
        ("Norway pulled out of the ceasefire agreement.", ("REJECT", "Norway", "Denmark")),
        ("Norway suspended its ceasefire with Denmark on Monday.", ("REJECT", "Norway", "Denmark")),
        ("Norway called off a planned meeting with the Danish minister.", ("REJECT", "Norway", "Denmark")),
        ("Norway declared a unilateral truce on Monday.", ("CONCEDE", "Norway", "Denmark")),
        ("Denmark summoned the Norwegian ambassador on Monday.", ("PROTEST", "Denmark", "Norway")),
        ("The Norwegian side handed over the remains of 40 soldiers.", ("COOPERATE", "Norway", "Denmark")),
        ("A convoy of food was sent to Denmark. Sweden sent medicine to Denmark.", ("AID", "Sweden", "Denmark")),
        ("The Danish general threatened to shoot down any aircraft in the zone.", ("THREATEN", "Denmark", "Norway")),
    ],
)
def test_reads_an_act(acts: Callable[[str], set[Act]], sentence: str, act: Act) -> None:
    """An act has its type, who did it and at whom it was aimed."""
    assert act in acts(sentence)


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The European Union decided to cut its aid to Denmark by half.", ("SANCTION", "European Union", "Denmark")),
        ("Norway announced that it would pull out of the treaty.", ("REJECT", "Norway", "Denmark")),
    ],
)
def test_to_declare_some_acts_is_to_do_them(acts: Callable[[str], set[Act]], sentence: str, act: Act) -> None:
    """A sanction counts when it is decided, and a pact is left when that is announced."""
    assert act in acts(sentence)


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Norwegian and Danish troops exchanged fire on Monday.", ("ASSAULT", "Norway", "Denmark")),
        ("Norwegian and Danish troops exchanged fire on Monday.", ("ASSAULT", "Denmark", "Norway")),
        ("Norway and Denmark raided each other's camps.", ("ASSAULT", "Denmark", "Norway")),
    ],
)
def test_each_did_it_to_the_other(acts: Callable[[str], set[Act]], sentence: str, act: Act) -> None:
    """What both did is an act of each."""
    assert act in acts(sentence)


def test_what_a_third_party_wants_of_both_is_no_act(acts: Callable[[str], set[Act]]) -> None:
    """What an outsider asks of the two sides is its position."""
    assert not {act for act in acts("Sweden asked both governments to show restraint.") if act[0] == "REQUEST"}
