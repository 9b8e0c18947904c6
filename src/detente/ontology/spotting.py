"""Finding names in a text: whole words, the longest name where several begin at the same place."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")
# A name begins with a word that stands by itself: "S" in "U.S." and "UN" in "R.UN" begin none.
_WORD = re.compile(r"(?<![\w.])\w+")


class Spotter(Generic[T]):
    """Finds many names in one pass.

    Names are kept by their first word, so that a text costs one look-up per word however many names there are; one
    pattern of all names costs one comparison per name and word, and a tenth of a second to build.

    Parameters
    ----------
    meanings
        Each name with what it means; a straight apostrophe stands for a curly one as well.

    Examples
    --------
    >>> spotter = Spotter({"Sudan": 1, "South Sudan": 2})
    >>> list(spotter.find("SOUTH of South Sudan's Sudanese"))
    [(9, 20, 2)]
    """

    def __init__(self, meanings: Mapping[str, T]) -> None:
        self._meanings = {straight(name): meaning for name, meaning in meanings.items()}
        self._by_word: dict[str, list[str]] = {}
        for name in sorted(self._meanings, key=lambda name: (-len(name), name)):
            first = _WORD.match(name)
            if first:
                self._by_word.setdefault(first[0], []).append(name)

    def names(self) -> Iterable[str]:
        """Return every name that is looked for."""
        return self._meanings.keys()

    def find(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Yield start, end and meaning of every name, in order and without overlap."""
        text, done = straight(text), 0
        for word in _WORD.finditer(text):
            if word.start() < done or word[0] not in self._by_word:
                continue
            name = _longest(text, word.start(), self._by_word[word[0]])
            if name is not None:
                done = word.start() + len(name)
                yield word.start(), done, self._meanings[name]


def _longest(text: str, start: int, names: Iterable[str]) -> str | None:
    for name in names:
        end = start + len(name)
        if text.startswith(name, start) and not _is_letter(text[end : end + 1]):
            return name
    return None


def places_of(name: str, text: str) -> Iterator[int]:
    """Yield where a name begins in a text, as whole words and as it is written.

    Examples
    --------
    >>> list(places_of("Front", "The Front's envoy left the Frontier."))
    [4]
    """
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        apart = not _is_letter(text[start - 1 : start]) and not _is_letter(text[end : end + 1])
        if apart:
            yield start
        start = text.find(name, end if apart and name else start + 1)


def _is_letter(character: str) -> bool:
    """True for what a word may hold, in the sense of regular expressions."""
    return character.isalnum() or character == "_"


def straight(name: str) -> str:
    """Return a text with straight apostrophes, of the same length."""
    return name.replace("’", "'")
