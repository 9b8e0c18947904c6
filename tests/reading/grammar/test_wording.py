"""Phrases of the ontology in sentences."""

from pathlib import Path

import pytest
import yaml

from detente.ontology import issues, phrases
from detente.reading.grammar.parser import parse
from detente.reading.grammar.wording import phrases_in
from detente.reading.positions.issues import find_issues, issues_in, stems_of

CASES = yaml.safe_load((Path(__file__).parents[1] / "positions" / "positions.yaml").read_text(encoding="utf-8"))[
    "sentences"
]
WORDS = yaml.safe_load((Path(__file__).parents[1] / "positions" / "words.yaml").read_text(encoding="utf-8"))
TEXTS = [*CASES, *(words for issue in WORDS.values() for words in issue)]


def test_every_phrase_is_found():
    """The words of a phrase, with others in its gaps, name its issue."""
    for phrase in phrases():
        text = " ".join(min(words) if words else "so to say" for words in phrase.words)
        assert phrase.under or phrase.issue in {issue for _, _, issue in phrases_in(text)}, text


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("They want an outlet to the sea.", "territory"),
        ("They want outlets to a sea of their own.", "territory"),
        ("They demand that a line be drawn across the valley.", "territory"),
        ("They want the province returned.", "territory"),
        ("They want the return of the province.", "territory"),
        ("They want the villagers returned.", "displaced"),
        ("They want the return of the villagers.", "displaced"),
        ("They want the return of the coffins.", "bodies"),
        ("They demand the arrest of the killers.", "justice"),
        ("They want the siege of the town lifted.", "aid"),
        ("The fighters should be confined to camps.", "forces"),
        ("They want foreign troops withdrawn.", "foreign_forces"),
        ("They insist that the withdrawal be supervised.", "monitoring"),
        ("They want the instructors recalled.", "foreign_forces"),
        ("They want the recruits recalled.", None),
        ("They demand the departure of the paratroopers.", "foreign_forces"),
        ("They demand the departure of the garrison.", "territory"),
        ("They renew their claim to the shoals.", "territory"),
        ("They want camels, and the line frozen.", "territory"),
    ],
)
def test_words_are_told_apart_by_what_hangs_on_them(text, issue):
    """Active, passive and noun say the same; the object says what an ambiguous word is about."""
    doc = parse([text])[0]
    assert issue in ({mention.issue for mention, _ in issues_in(doc, tuple(doc))} or {None})


@pytest.mark.parametrize(
    "text", ["The United Nations and the United States met.", "Sea to the outlet.", "Outlet. Sea."]
)
def test_other_words_name_nothing(text):
    """Names are no phrases, and words in another order or in two sentences are none."""
    assert not {issue for _, _, issue in phrases_in(text)} - {"format"}


def test_a_gap_is_short_and_inside_a_clause():
    """Four words may stand between, not five, and no comma."""
    assert list(phrases_in("silence at long last the cruel guns"))
    assert not list(phrases_in("silence at very long last most cruel dire guns"))
    assert not list(phrases_in("silence it, then guns"))


def test_looking_up_by_stem_loses_no_word():
    """Searching only the words that may stand in a text finds what searching all of them does."""
    for text in TEXTS:
        everything = {
            (match.start(), match.end(), kind.id)
            for kind in issues().values()
            for word in kind.words
            for match in word.finditer(text)
        }
        longest = {(m.start, m.end, m.issue) for m in find_issues(text)}
        spanned = {(start, end, issue) for start, end, issue in phrases_in(text)}
        assert longest <= everything | spanned
        assert all(any(a < end and start < b for a, b, _ in longest) for start, end, _ in everything), text


@pytest.mark.parametrize("kind", issues().values(), ids=lambda kind: kind.id)
def test_stems_begin_every_match(kind):
    """Whatever a word of an issue matches begins with one of its stems."""
    for word in kind.words:
        for text in TEXTS:
            for match in word.finditer(text):
                assert match[0].casefold().startswith(stems_of(word.pattern))
