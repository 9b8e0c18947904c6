"""Shock cards: the ones that ship, and a user's own with faults."""

import pytest

from detente.errors import ShockError
from detente.talks import CHANNELS, cards, load_shock

OWN = """
kind: own
label: a surprise visit
actor: ukraine
target: russia
date: 2025-06-01
channels:
  cost: {amount: [0, 0.1], half-life: [8, 52]}
"""


@pytest.mark.parametrize("kind", sorted(cards()))
def test_shipped_cards_name_the_basis_of_every_channel(kind):
    """Every range on a card says where it comes from."""
    card = cards()[kind]
    assert card.label
    assert "{target}" in card.told
    assert set(card.channels) <= set(CHANNELS)
    assert all(card.basis[channel] for channel in card.channels)


def test_own_card(istanbul, tmp_path):
    """A user's card with its own channels."""
    path = tmp_path / "own.yaml"
    path.write_text(OWN)
    shock = load_shock(path, istanbul)
    assert (shock.actor, shock.target, shock.date) == ("ukraine", "russia", "2025-06-01")
    assert dict(shock.channels["cost"]) == {"amount": (0, 0.1), "half-life": (8, 52)}
    assert set(shock.channels) == {"cost"}


def test_card_of_a_shipped_kind_takes_its_channels(istanbul, tmp_path):
    """Without channels the card of that kind stands."""
    path = tmp_path / "own.yaml"
    path.write_text("kind: guarantee-offered\nactor: nato\ntarget: ukraine\n")
    shock = load_shock(path, istanbul)
    assert shock.channels == cards()["guarantee-offered"].channels
    assert shock.to_both == ("trust", "third party")


@pytest.mark.parametrize(
    ("change", "message", "line"),
    [
        (("amount: [0, 0.1]", "amount: [0.1, 0]"), "low end first", 8),
        (("amount: [0, 0.1], ", ""), "needs amount, half-life", 7),
        (("  cost:", "  noise:"), "'cost', 'information'", 8),
        (("label:", "labl:"), "no field", 3),
        (("date: 2025-06-01", "date: in June"), "match pattern", 6),
    ],
)
def test_faults_are_named_with_their_line(istanbul, tmp_path, change, message, line):
    """Every fault of a card is named with its place."""
    path = tmp_path / "own.yaml"
    path.write_text(OWN.replace(*change))
    with pytest.raises(ShockError, match=message) as caught:
        load_shock(path, istanbul)
    assert line in {fault.line for fault in caught.value.faults}


def test_unknown_parties_are_named_with_the_known_ones(istanbul, tmp_path):
    """A party that the case does not have is refused, and the ones it has are listed."""
    path = tmp_path / "own.yaml"
    path.write_text(OWN.replace("actor: ukraine", "actor: atlantis"))
    with pytest.raises(ShockError, match=r"one of nato, russia, the-west, ukraine \(given: 'atlantis'\)"):
        load_shock(path, istanbul)


@pytest.mark.parametrize(
    ("change", "message", "line"),
    [
        (("actor: ukraine", "actor: atlantis"), "one of nato, russia, the-west, ukraine", 4),
        (("target: russia", "target: ukraine"), "actor and target are the same", 5),
        (("actor: ukraine\ntarget: russia", "actor: nato\ntarget: the-west"), "neither actor nor target is a side", 5),
        (("2025-06-01", '"2025-02-30"'), "day is out of range", 6),
    ],
)
def test_faults_about_who_and_when_have_a_place_too(istanbul, tmp_path, change, message, line):
    """What only the case can tell is named with line and column like the rest."""
    path = tmp_path / "own.yaml"
    path.write_text(OWN.replace(*change))
    with pytest.raises(ShockError, match=message) as caught:
        load_shock(path, istanbul)
    assert [(fault.line, fault.column) for fault in caught.value.faults] == [(line, 1)]


def test_a_reprisal_is_always_smaller_than_the_act(istanbul, tmp_path):
    """A ratio of 1 or more would never end."""
    path = tmp_path / "own.yaml"
    reply = "  retaliation: {probability: [0, 1], ratio: [0.5, 1], lag: [3, 11], suspension: [0, 1], length: [1, 2]}\n"
    path.write_text(OWN + reply)
    with pytest.raises(ShockError, match="ratio"):
        load_shock(path, istanbul)


def test_a_card_without_a_label_says_who_did_what_to_whom(istanbul, tmp_path):
    """A reader never meets an empty label, whether or not the kind ships with Detente."""
    path = tmp_path / "own.yaml"
    path.write_text(OWN.replace("label: a surprise visit\n", ""))
    assert load_shock(path, istanbul).label == "Ukraine and Russia: own, 2025-06-01"
    path.write_text("kind: guarantee-offered\nactor: nato\ntarget: ukraine\n")
    assert load_shock(path, istanbul).label == "A guarantee from outside is offered to NATO and Ukraine"


def test_all_faults_of_a_card_are_named_at_once(istanbul, tmp_path):
    """An unknown channel, a chance above 1, a ratio of 1 and a negative half-life, each with its line."""
    path = tmp_path / "own.yaml"
    reply = (
        "  retaliation: {probability: [0, 1.2], ratio: [0.5, 1], lag: [3, 11], suspension: [0, 1], length: [1, 2]}\n"
    )
    path.write_text(OWN.replace("[8, 52]", "[-8, 52]") + "  noise: {amount: [0, 1]}\n" + reply)
    with pytest.raises(ShockError) as caught:
        load_shock(path, istanbul)
    assert [fault.line for fault in caught.value.faults] == [8, 9, 10, 10]
