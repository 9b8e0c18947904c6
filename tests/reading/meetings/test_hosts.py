"""Who hosts, brokers or chairs talks."""

import pytest

from detente.reading.grammar.parser import parse
from detente.reading.meetings.hosts import hosts
from detente.reading.who.mentions import Cast


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
        ("The talks led by Norwegian envoy Ola Hansen ended.", ["Norway"]),
        ("It thanked Chile, Norway and Kenya, which mediated the talks.", ["Chile", "Kenya", "Norway"]),
        ("With Norway and Kenya in the chair, they agreed on principles.", ["Kenya", "Norway"]),
        ("A former Malaysian intelligence chief, Ahmad Hashim, acted as facilitator.", ["Malaysia"]),
        ("The Swedish envoy heads the mediation team.", ["Sweden"]),
        ("A first round of UN talks was held.", ["United Nations"]),
        ("Both thanked Norway for its hospitality.", ["Norway"]),
        ("The UN envoy for Libya, who mediated the talks, left.", ["United Nations"]),
        ("Norway's offer to mediate was met with silence.", ["Norway"]),
        ("Norway has offered to mediate.", ["Norway"]),
        ("Norway offered its good offices to both.", ["Norway"]),
        ("Norway offers to broker a truce.", ["Norway"]),
        ("A Norwegian offer of mediation came too late.", ["Norway"]),
        ("Norway offered to withdraw.", []),
        ("A commission which is chaired by Norway left.", []),
        ("The Norwegian delegation led the attack.", []),
        ("Norway leads the opposition to the talks.", []),
        ("Norway rejected the truce.", []),
        ("The meeting in Norway was hosted by a hotel.", []),
    ],
)
def test_hosts_are_named_by_verbs_nouns_and_set_phrases(sentence: str, found: list[str]) -> None:
    """Who merely takes part, or where a hotel stands, is no host."""
    assert sorted(set(hosts(Cast(), parse([sentence])[0]))) == found
