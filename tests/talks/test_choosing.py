"""Naming the event to look at."""

import pytest

from detente.errors import ShockError
from detente.talks import choose, events, find_shock


def test_an_event_by_its_day_and_by_its_id(istanbul):
    """An event of the record can be named both ways; nothing named is the one nearest before a round."""
    for shock in events(istanbul):
        assert choose(shock.id, istanbul).id == shock.id
    assert choose(None, istanbul) == find_shock(istanbul)
    days = [shock.date for shock in events(istanbul)]
    for day in set(days):
        if days.count(day) == 1:
            assert choose(day, istanbul).date == day
        else:
            with pytest.raises(ShockError, match="several events"):
                choose(day, istanbul)


def test_a_card_by_its_name(istanbul):
    """A card takes the parties that are given, and says where they are assumed."""
    given = choose("election", istanbul, actor="russia", target="ukraine")
    assert (given.actor, given.target, given.assumption) == ("russia", "ukraine", "chosen by the user")
    assumed = choose("election", istanbul)
    assert {assumed.actor, assumed.target} == {"russia", "ukraine"}
    assert "assumed" in assumed.assumption


@pytest.mark.parametrize(
    ("text", "parties", "message"),
    [
        ("elction", {}, "nothing is called 'elction'.*election"),
        ("nowhere.yaml", {}, "no such file.*election"),
        ("election", {"actor": "atlantis"}, "actor is needed"),
        ("election", {"actor": "russia", "target": "russia"}, "the same"),
    ],
)
def test_what_is_nothing_is_named_with_what_there_is(istanbul, text, parties, message):
    """A wrong name shows the right ones."""
    with pytest.raises(ShockError, match=message):
        choose(text, istanbul, **parties)
