"""Who may be the actor of a sentence."""

import pytest

from detente.reading.learned.candidates import FLAGS, MOST, candidates
from detente.reading.reader import by_rules
from detente.reports import report_from_text

REPORT = """Norway and Denmark talk in Oslo

Norway said on Monday that it wants a ceasefire. Denmark refused. "We will not stop," its minister said.
The talks will go on in May. Sweden sent an envoy.
"""


@pytest.fixture(scope="module")
def told():
    """The sentences of the report."""
    return by_rules(report_from_text(REPORT, date="2025-06-03")).told


def of(told, start):
    """The candidates of the sentence that begins so, by party, in a passage of all sentences."""
    number = next(n for n, each in enumerate(told) if each.frame.text.startswith(start))
    return {c.party: c for c in candidates(told, number)}, number


def flags(candidate):
    """Names of the flags that are set."""
    return {name for name, flag in zip(FLAGS, candidate.flags, strict=True) if flag}


def test_who_is_named_stands_with_all_words_for_it(told):
    """A pronoun is as good as a name."""
    found, number = of(told, "Norway said")
    assert "here" in flags(found["Norway"])
    assert [told[number].words[i] for i in found["Norway"].words] == ["Norway", "it"]


def test_who_was_named_before_is_a_candidate_with_the_nearest_sentence(told):
    """Of two sentences that name Denmark the later counts."""
    found, number = of(told, "The talks")
    assert "before" in flags(found["Denmark"])
    assert found["Denmark"].sentence == number - 1
    assert "here" not in flags(found["Denmark"])


def test_a_speaker_is_a_candidate(told):
    """Whose words they are is known from the sentence or the one before."""
    found, _ = of(told, '"We will')
    assert "voice" in flags(found["Denmark"])


def test_the_main_pair_is_there_where_the_passage_does_not_name_it(told):
    """Alone in its passage, the sentence on Sweden has the two who talk as candidates without words."""
    alone = {c.party: c for c in candidates(told[-1:], 0)}
    assert "here" in flags(alone["Sweden"])
    assert {"pair"} <= flags(alone["Norway"])
    assert alone["Norway"].words == ()


def test_headlines_are_left_out(told):
    """They say in short what the text says."""
    assert not any(each.frame.sentence.part == "headline" for each in told)


def test_no_more_than_a_list_holds():
    """Of many who are named in one sentence some are left aside."""
    names = "Norway, Denmark, Sweden, Finland, Iceland, Poland, Spain, Italy, Greece and Malta"
    (told,) = by_rules(report_from_text(f"{names} met.", date="2025-06-03")).told
    assert len(candidates([told], 0)) == MOST


def test_asking_who_may_be_meant_leaves_no_trace():
    """What the resolver has heard is for the pronouns of the next sentence."""
    for each in by_rules(report_from_text(REPORT, date="2025-06-03")).told:
        resolver = each.frame.resolver
        before = dict(resolver._heard)
        for token in each.frame.tokens:
            resolver.standing(token)
        assert resolver._heard == before
