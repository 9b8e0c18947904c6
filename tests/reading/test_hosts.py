"""Who hosts, brokers or chairs talks."""

import pytest

from detente.reading.hosts import hosts
from detente.reading.mentions import Cast
from detente.reading.parser import parse


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The talks were hosted by Norway and Sweden.", ["Norway", "Sweden"]),
        ("Norway chaired the meeting.", ["Norway"]),
        ("The two met under the auspices of Norway.", ["Norway"]),
        ("The Norwegian-brokered truce held.", ["Norway"]),
        ("The Norwegian mediator left.", ["Norway"]),
        ("Norway said on Monday it would host a meeting.", ["Norway"]),
        ("They signed a truce in Oslo with the help of Norway.", ["Norway"]),
        ("Ruth Meier, the Swedish envoy for Norway, who mediated the talks, left.", ["Sweden"]),
        ("Mediators made an offer at the Norway peace talks.", []),
        ("Prisoners were freed with the help of Norway.", []),
        ("Norway rejected the truce.", []),
        ("The meeting in Norway was hosted by a hotel.", []),
    ],
)
def test_hosts_are_named_by_verbs_nouns_and_set_phrases(sentence: str, found: list[str]) -> None:
    """Who merely takes part, or where a hotel stands, is no host."""
    assert sorted(set(hosts(Cast(), parse([sentence])[0]))) == found
