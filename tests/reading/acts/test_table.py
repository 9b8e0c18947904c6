"""The table of acts: what each field makes of a sentence, and which of several acts is taken."""

from detente.reading.acts.act import act
from detente.reading.acts.table import ACTS, BY_NOUN, BY_VERB


def test_turns_come_in_order() -> None:
    """What goes first goes before everything else, and what goes last behind it."""
    turns = [("first", "usual", "last").index(entry.turn) for entry in ACTS]
    assert turns == sorted(turns)
    assert set(turns) == {0, 1, 2}


def test_every_act_is_found_by_its_words() -> None:
    """Each verb and noun of an act leads to it."""
    for entry in ACTS:
        assert all(entry in BY_VERB[verb] for verb in entry.rule.words)
        assert all(entry in BY_NOUN[noun] for noun in entry.nouns)


def test_some_acts_are_done_by_saying_so() -> None:
    """A sanction counts when decided, a refusal when announced, unless the entry says otherwise."""
    words = ("stop", "Norway stopped.", "It rained.")
    assert act("one", "SANCTION", *words).counts == "decided"
    assert act("one", "REJECT", *words).counts == "announced"
    assert act("one", "REJECT", *words, counts="done").counts == "done"
    assert act("one", "ASSAULT", *words).counts == "done"


def test_a_pattern_is_of_whole_words() -> None:
    """A word that an act needs is no part of another."""
    entry = act("one", "ASSAULT", "hit", "Norway hit it.", "It rained.", beside="port|bases?")
    assert entry.beside is not None
    assert entry.beside.search("the port of Ribe")
    assert not entry.beside.search("the airport of Ribe")
