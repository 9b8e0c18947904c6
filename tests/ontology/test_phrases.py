"""The table of phrases: sound, and checked on load."""

import pytest

from detente.errors import OntologyError
from detente.ontology import issues, load_phrases, phrases
from detente.ontology.phrases import PHRASES_FILE, SMALL


def test_every_issue_has_phrases():
    """No issue of the ontology is left without phrases."""
    assert {phrase.issue for phrase in phrases()} == set(issues())


def test_the_fast_loader_reads_what_the_strict_one_reads():
    """What libyaml makes of the shipped table is what the loader for users' files makes of it."""
    assert tuple(p for found in load_phrases(PHRASES_FILE).values() for p in found) == phrases()


def test_a_phrase_keeps_its_words_without_the_small_ones(tmp_path):
    """Alternatives, gaps and pairs are told apart; articles leave no trace."""
    path = tmp_path / "own.yaml"
    path.write_text("phrases:\n  aid: [lift|end ... the siege, feed > town]\n")
    gap, pair = load_phrases(path)["aid"]
    assert gap.words == ({"lift", "end"}, frozenset(), {"siege"})
    assert (pair.words, pair.under) == (({"feed"}, {"town"}), True)
    assert not gap.under


def test_phrases_are_ones_that_can_be_found():
    """A phrase begins and ends with a word, and none of its words is passed over in texts."""
    for phrase in phrases():
        assert phrase.words[0], phrase
        assert phrase.words[-1], phrase
        assert not any(words & SMALL for words in phrase.words), phrase


@pytest.mark.parametrize(
    ("row", "message", "line"),
    [
        ("  aids: [feed > town]", "there is no issue 'aids'", 2),
        ("  aid: feed", "a list of phrases is missing", 2),
        ("  aid:\n    - feed > town > village", "'>' stands between two words", 3),
        ("  aid:\n    - feed town\n    - '... siege'", "begins and ends with a word", 4),
        ("  aid:\n    - all for all", "small words alone", 3),
        ("  aid:\n    - feed this|that town", "this is passed over", 3),
        ("  aid:\n    - feed (town)", "only words", 3),
        ("  aid:\n    - Feed town", "lower case", 3),
        ("  aid:\n    - 7", "put it in quotes", 3),
        ("  aid:\n    - feed town\n    - feed town", "stands here twice", 4),
        ("  aid:\n    - feed town\n  assets:\n    - feed town", "stands under aid as well", 5),
    ],
)
def test_faults_are_named_with_their_line(tmp_path, row, message, line):
    """A fault in the table is an error that says what and where."""
    path = tmp_path / "own.yaml"
    path.write_text(f"phrases:\n{row}\n")
    with pytest.raises(OntologyError, match=message) as caught:
        load_phrases(path)
    assert caught.value.faults[0].line == line


@pytest.mark.parametrize("text", ["[]", "phrases: 1", "phrases: {}", "aid: [feed town]"])
def test_what_is_no_table_of_phrases_is_refused(tmp_path, text):
    """A file without phrases is refused."""
    path = tmp_path / "own.yaml"
    path.write_text(text)
    with pytest.raises(OntologyError, match="missing under 'phrases'"):
        load_phrases(path)
