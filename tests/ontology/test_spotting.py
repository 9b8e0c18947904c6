"""Finding many names in one pass."""

import re

from hypothesis import given
from hypothesis import strategies as st

from detente.ontology.spotting import Spotter, places_of

names = st.lists(st.from_regex(r"\A[AB]+(?:[ .'-]?[ABab]+){0,2}\Z"), min_size=1, max_size=6, unique=True)
texts = st.text(alphabet="ABab .'’-", max_size=30)


@given(names, texts)
def test_finds_what_a_pattern_of_all_names_finds(names: list[str], text: str) -> None:
    """Names by first word and one alternation of all names, longest first, find the same places."""
    longest = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    expected = [(m.start(), m.end(), m[0]) for m in pattern.finditer(text.replace("’", "'"))]
    assert list(Spotter({name: name for name in names}).find(text)) == expected


def test_a_curly_apostrophe_is_a_straight_one() -> None:
    """Both spellings are found, and the place is exact."""
    assert list(Spotter({"Sana'a": 1}).find("in Sana’a’s old town")) == [(3, 9, 1)]


@given(st.from_regex(r"\A[AB'][ABab .']{0,4}\Z"), st.text(alphabet="ABab_ .'", max_size=30))
def test_a_name_stands_where_a_pattern_of_it_as_whole_words_finds_it(name: str, text: str) -> None:
    """A name is found wherever no letter stands on either side of it."""
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    assert list(places_of(name, text)) == [match.start() for match in pattern.finditer(text)]
