"""Rules and network weighed together."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.reading import read
from detente.reading.confidence import confidence
from detente.reading.learned import weighing
from detente.reading.learned.candidates import Candidate
from detente.reading.learned.network import Deed, Guess, Holding
from detente.reading.reader import by_rules, merged
from detente.reports import load, report_from_text

EXAMPLE = Path(__file__).parents[3] / "examples" / "afghanistan-2019" / "reports"
TEXT = "Norway rejected the ceasefire. Denmark said on Monday that its troops would stay. It wants a truce."
REPORT = report_from_text(TEXT, date="2025-06-04")
NORWAY = Candidate("Norway", 0, (0,), (1, 0, 0, 0, 0, 0))


def holding(likely, party="Norway", issue="ceasefire", stance="rejects"):
    """A position as the network gives it."""
    return Holding(likely, replace(NORWAY, party=party), issue, stance, 0.1, 0.1, 2)


@pytest.fixture(scope="module")
def found():
    """What the rules find."""
    return by_rules(REPORT)


@pytest.fixture
def frames(found):
    """The sentences."""
    return [each.frame for each in found.told]


def evidence(found, guesses):
    """Evidence for positions, by key."""
    read = merged(found, REPORT).positions
    return {each.key: each for each in weighing.of_positions([t.frame for t in found.told], guesses, read)}


def test_what_both_say_is_one_piece_of_evidence(found):
    """The same position of a rule and of the network in two sentences."""
    guesses = [Guess((holding(0.4),)), Guess((holding(0.7),)), Guess()]
    both = evidence(found, guesses)["Norway", "ceasefire", "rejects"]
    assert [n for n, _ in both.guesses] == [1, 0]
    features = both.features()
    assert features["rule"] == features["again"] == 1.0
    assert features["both"] == features["likely"] > 0


def test_another_stance_of_a_rule_in_the_sentence_stands_beside(found):
    """A rule says that Norway rejects, the network that it accepts."""
    guesses = [Guess((holding(0.6, stance="accepts"),)), Guess(), Guess()]
    seen = evidence(found, guesses)["Norway", "ceasefire", "accepts"]
    assert seen.beside
    assert seen.features()["beside"] == 1.0
    assert "rule" not in seen.features()


def test_who_is_named_nowhere_in_the_sentence_is_less_sure(found):
    """Named here, or known from before."""
    there = replace(NORWAY, flags=(0, 1, 0, 0, 0, 0))
    for who, named in ((NORWAY, 1.0), (there, 0.0)):
        guesses = [Guess(), Guess((replace(holding(0.6, issue="forces"), holder=who),)), Guess()]
        assert evidence(found, guesses)["Norway", "forces", "rejects"].features()["named"] == named


def test_mutual_acts_are_the_same_in_either_order(frames):
    """Talks of A with B are talks of B with A."""
    one, other = replace(NORWAY, party="Denmark"), NORWAY
    guesses = [
        Guess((), (Deed(0.5, "CONSULT", one, other, 1),)),
        Guess((), (Deed(0.6, "CONSULT", other, one, 1),)),
        Guess(),
    ]
    (only,) = weighing.of_events(frames, guesses, [])
    assert only.key == ("CONSULT", "Denmark", "Norway")


def test_the_first_of_sentences_that_are_nearly_as_sure_is_quoted(found, frames):
    """What is said twice is quoted where it is said first."""
    guesses = [Guess(), Guess((holding(0.5, issue="forces"),)), Guess((holding(0.7, issue="forces"),))]
    seen = evidence(found, guesses)["Norway", "forces", "rejects"]
    (entry,) = weighing.entries_of(seen, frames)
    assert TEXT.index("Denmark") <= entry.quote.start < TEXT.index("It wants")


@given(st.floats(0.001, 0.999), st.floats(0.001, 0.999))
def test_the_surer_the_network_the_surer_the_entry(one, other):
    """The weight of what the network says is not negative."""
    shares = [
        weighing.share_right("position", weighing.Evidence(("Norway", "aid", "demands"), [(0, holding(x))]).features())
        for x in sorted((one, other))
    ]
    assert shares == sorted(shares)


def test_the_shipped_weights_are_whole():
    """A limit for what rules have read and for what the network has seen, and no weight that no evidence has."""
    weights = json.loads(weighing.WEIGHTS_FILE.read_text(encoding="utf-8"))
    assert set(weights) == {"position", "event", "round"}
    assert all(
        0 < weights[kind]["least"]["read"] < weights[kind]["least"]["seen"] < 1 for kind in ("position", "event")
    )
    known = {"always", "likely", "again", "beside", "main", "named", "nobody", "rule", "both"}
    for kind in weights:
        assert all(name in known or name.startswith("is_") for name in weights[kind]["weights"])


def test_entries_of_the_network_say_so_and_how_sure_they_are():
    """In the example of three sides the network adds some, by a rule id of its own and surer than the limit."""
    least = json.loads(weighing.WEIGHTS_FILE.read_text(encoding="utf-8"))
    seen = [entry for path in EXAMPLE.glob("*.txt") for entry in read(load(path)) if "network" in entry.by.rule]
    assert seen
    for entry in seen:
        assert entry.by.rule == f"network-{entry.kind}"
        assert entry.by.confidence >= least[entry.kind]["least"]["seen"]


def test_rules_alone_are_to_be_had():
    """Without the network nothing is added: every entry is of a rule, and sure as that."""
    alone = read(REPORT, network=False)
    assert len(alone) > 0
    for entry in alone:
        assert entry.by.rule not in weighing.NETWORK_RULES
        assert entry.by.confidence == confidence(entry.kind, entry.by.rule)


WORDS = st.sampled_from(
    [
        "Norway",
        "Denmark",
        "rejected",
        "demanded",
        "a ceasefire",
        "the troops",
        "and",
        "“we",
        "will”",
        "not",
        ".",
        "attacked",
        "\u200f",
        "é",
        "\n\n",
        "said",
        "that",
        "it",
        "talks",
        "aid",
        ",",
        "in Oslo",
        "on Monday",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_whatever_is_read_is_quoted_exactly(text):
    """Of any text every quote is the stretch of it that its span says, whoever read it."""
    report = report_from_text(text, date="2025-06-04")
    for entry in read(report):
        assert report.text[entry.quote.start : entry.quote.end] == entry.quote.text
        assert 0 < entry.by.confidence < 1
