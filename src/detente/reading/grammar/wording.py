"""Finds the phrases of the ontology in a sentence: words in any of their forms, and words that hang together."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence

from detente.ontology.in_use import of_tables
from detente.ontology.phrases import SMALL, Phrase, phrases
from detente.reading.grammar.parser import Doc, Token

_WORD = re.compile(r"\w+(?:['-]\w+)*|[^\w\s]")
# How many words "..." may stand for.
_BETWEEN = 4
# How one word hangs on the other where the two tell something together; what hangs further off belongs elsewhere.
_LINKS = ("obj", "nsubj:pass", "obl", "nmod", "acl", "acl:relcl", "amod", "compound", "nsubj", "xcomp", "iobj",
          "nmod:poss")  # fmt: skip
Found = tuple[int, int, str]


def phrases_in(text: str) -> Iterator[Found]:
    """Yield start, end and issue of each phrase that stands in a text.

    Parameters
    ----------
    text
        One sentence.

    Examples
    --------
    >>> list(phrases_in("They want an outlet to the sea."))
    [(13, 30, 'territory')]
    """
    words = [
        (m.start(), m.end(), _forms_at(m.start(), m[0])) for m in _WORD.finditer(text) if m[0].casefold() not in SMALL
    ]
    index = _index()
    for i, (start, _, forms) in enumerate(words):
        for form in forms:
            for phrase in index.get(form, ()):
                last = _end(phrase.words, words, i)
                if last is not None:
                    yield start, words[last][1], phrase.issue


def pairs_in(doc: Doc) -> list[tuple[Token, Token, str]]:
    """Return the words that name an issue together, one hanging on the other: upper, lower, issue.

    Parameters
    ----------
    doc
        A parsed sentence.
    """
    if "pairs" not in doc.user_data:
        doc.user_data["pairs"] = list(_pairs(doc))
    found: list[tuple[Token, Token, str]] = doc.user_data["pairs"]
    return found


def _pairs(doc: Doc) -> Iterator[tuple[Token, Token, str]]:
    below = _below()
    for token in doc:
        if token.pos_ not in ("NOUN", "PROPN", "PRON", "VERB", "ADJ", "ADV"):
            continue
        for form in _forms_at(token.i, token.text):
            for phrase in below.get(form, ()):
                upper = next((u for u in _uppers(token) if _forms(u.text.casefold()) & phrase.words[0]), None)
                if upper is not None:
                    yield upper, token, phrase.issue


def _uppers(token: Token) -> Iterator[Token]:
    """What a word hangs on: its head, that of the first of its row ("arms and men"), and a clause about it."""
    first = token
    while first.dep_ == "conj" and first.head.i != first.i:
        first = first.head
    if first.dep_ in _LINKS and first.head.i != first.i and not (first.dep_ == "nsubj" and token.pos_ == "PRON"):
        yield first.head
        # "leave [part of the land]": a measure stands between.
        if first.dep_ == "nmod" and first.head.dep_ in ("obj", "nsubj:pass", "obl") and first.head.pos_ != "VERB":
            yield first.head.head
    # "wants the land returned": the participle hangs on the wish.
    if first.dep_ == "obj":
        yield from (each for each in first.head.children if each.dep_ == "xcomp" and each.tag_ in ("VBN", "VBD"))
    for each in first.children:
        if each.dep_ in ("acl", "acl:relcl", "amod", "xcomp"):
            yield each


def _end(wanted: Sequence[frozenset[str]], words: Sequence[tuple[int, int, frozenset[str]]], at: int) -> int | None:
    """The place of the last word of a phrase that begins here, None where it does not."""
    place = at
    for k, choice in enumerate(wanted):
        if not choice:
            continue
        if k and not wanted[k - 1]:
            stop = next((j for j in range(place, min(place + _BETWEEN + 1, len(words))) if words[j][2] & choice), None)
            if stop is None or not all(any(form[:1].isalnum() for form in w[2]) for w in words[place:stop]):
                return None
            place = stop
        elif place >= len(words) or not words[place][2] & choice:
            return None
        place += 1
    return place - 1


def _forms_at(place: int, word: str) -> frozenset[str]:
    """A name stays as it is: the "United Nations" are no united nation."""
    name = place > 0 and word[:1].isupper()
    return frozenset([word.casefold()]) if name else _forms(word.casefold())


@functools.lru_cache(maxsize=65536)
def _forms(word: str) -> frozenset[str]:
    """A word as it stands and its dictionary forms as a noun, a verb and an adjective."""
    from lemminflect import getLemma

    plain = word.removesuffix("'s")
    if not plain[:1].isalpha():
        return frozenset([word])
    return frozenset(
        [word, plain, *(found.casefold() for pos in ("NOUN", "VERB", "ADJ") for found in getLemma(plain, pos))]
    )


@of_tables
@functools.cache
def _index() -> Mapping[str, tuple[Phrase, ...]]:
    return _by_word(0, under=False)


@of_tables
@functools.cache
def _below() -> Mapping[str, tuple[Phrase, ...]]:
    return _by_word(1, under=True)


def _by_word(place: int, *, under: bool) -> Mapping[str, tuple[Phrase, ...]]:
    found: dict[str, tuple[Phrase, ...]] = {}
    for phrase in phrases():
        if phrase.under == under:
            for word in phrase.words[place]:
                found[word] = (*found.get(word, ()), phrase)
    return found
