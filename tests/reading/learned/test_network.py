"""The network: what it answers has the promised form, and what is said plainly is seen."""

import pytest

from detente.reading.learned.network import MUTUAL, network
from detente.reading.reader import by_rules
from detente.reports import report_from_text

REPORT = """Norway rejected a ceasefire on Monday. Denmark said it would free all prisoners of war if Norway stopped.

Sweden offered to host talks. It called on both sides to let aid convoys through.

Danish aircraft bombed a Norwegian port on Tuesday, killing four people. Norway accused Denmark of murder.
"""


@pytest.fixture(scope="module")
def told():
    """The sentences of the report."""
    return by_rules(report_from_text(REPORT, date="2025-06-04")).told


@pytest.fixture(scope="module")
def guesses(told):
    """What the network says of them."""
    return network().guesses(told)


def test_labels_are_those_of_the_ontology():
    """An issue or a type that the ontology does not have would make an entry that nothing understands."""
    from detente.ontology import acts, issues

    meta = network().meta
    assert set(meta["issues"]) <= set(issues())
    assert set(meta["types"]) <= set(acts())
    assert set(meta["stances"]) == {"demands", "proposes", "accepts", "rejects"}


def test_what_is_said_plainly_is_seen(guesses):
    """Four sentences of which each says one thing in common words."""
    holdings = {(h.holder.party, h.stance, h.issue) for g in guesses for h in g.holdings if h.likely > 0.5}
    deeds = {(d.type, d.actor.party if d.actor else None) for g in guesses for d in g.deeds if d.likely > 0.5}
    assert ("Norway", "rejects", "ceasefire") in holdings
    assert ("Sweden", "demands", "aid") in holdings
    assert ("ASSAULT", "Denmark") in deeds
    assert ("ACCUSE", "Norway") in deeds


def test_shares_words_and_order(told, guesses):
    """Shares are shares, words stand in their sentence, the likelier comes first, nobody acts on himself."""
    assert len(guesses) == len(told)
    for sentence, guess in zip(told, guesses, strict=True):
        for found in (guess.holdings, guess.deeds):
            assert [each.likely for each in found] == sorted((each.likely for each in found), reverse=True)
            assert all(0 < each.likely < 1 and 0 <= each.word < len(sentence.words) for each in found)
        for deed in guess.deeds:
            assert deed.actor != deed.recipient
            if deed.type in MUTUAL:
                names = [who.party if who else "" for who in (deed.actor, deed.recipient)]
                assert names == sorted(names)


def test_less_likely_answers_are_left_out(told):
    """A higher limit gives a part of what a lower one gives."""
    few, many = (network().guesses(told, least) for least in (0.5, 0.1))
    for some, more in zip(few, many, strict=True):
        assert set(some.holdings) <= set(more.holdings)
        assert all(each.likely >= 0.5 for each in (*some.holdings, *some.deeds))


def test_a_report_without_anybody_gives_nothing():
    """Nobody is there who could want or do anything."""
    told = by_rules(report_from_text("It rained. The road was wet.", date="2025-06-04")).told
    assert all(not guess.holdings and not guess.deeds for guess in network().guesses(told))


def test_a_sentence_longer_than_a_passage_is_cut():
    """What does not fit is not looked at; nothing fails."""
    long = "Norway rejected the ceasefire and " + "the road and the port and " * 30 + "Denmark agreed."
    told = by_rules(report_from_text(long, date="2025-06-04")).told
    (guess,) = network().guesses(told)
    assert all(each.word < len(told[0].words) for each in guess.holdings)
