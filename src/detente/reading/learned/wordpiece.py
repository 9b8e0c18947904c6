"""Cuts words into the pieces that the network knows (BERT's uncased WordPiece)."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

_PARTS = re.compile(r"\w+|[^\w\s]")
# Words kept with their pieces; the commonest fit, and memory stays flat.
_KEPT = 50_000


class Cut(NamedTuple):
    """A passage in pieces.

    Parameters
    ----------
    ids
        Numbers of its pieces.
    first
        For each sentence and word the place of its first piece, -1 for one that is left out.
    own
        For each sentence the places of its pieces; the very first for one of which nothing fits.
    """

    ids: list[int]
    first: list[list[int]]
    own: list[range]


class WordPiece:
    """Cuts words by a vocabulary.

    Parameters
    ----------
    vocabulary
        The pieces; one that goes on a word begins with "##".

    Examples
    --------
    >>> cut = WordPiece(["[UNK]", "cease", "##fire", "the"])
    >>> cut.pieces("Ceasefire"), cut.pieces("xyz")
    ((1, 2), (0,))
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self.ids: Mapping[str, int] = {piece: i for i, piece in enumerate(vocabulary)}
        self._known: dict[str, tuple[int, ...]] = {}

    def pieces(self, word: str) -> tuple[int, ...]:
        """Return the numbers of a word's pieces, that of "[UNK]" where it has none.

        Parameters
        ----------
        word
            One word; case and accents do not count.
        """
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            found = self._known[word] = tuple(self._cut(word)) or (self.ids["[UNK]"],)
        return found

    def _cut(self, word: str) -> Iterable[int]:
        marks = unicodedata.normalize("NFD", word.lower())
        bare = "".join(letter for letter in marks if unicodedata.category(letter) != "Mn").replace("_", " _ ")
        for part in _PARTS.findall(bare):
            yield from self._longest(part) or (self.ids["[UNK]"],)

    def _longest(self, part: str) -> list[int]:
        """The longest known pieces from the left; none where some letter belongs to no piece."""
        found: list[int] = []
        at = 0
        while at < len(part):
            for end in range(min(len(part), at + _LONGEST), at, -1):
                number = self.ids.get(("##" if at else "") + part[at:end])
                if number is not None:
                    found.append(number)
                    at = end
                    break
            else:
                return []
        return found

    def passage(self, sentences: Sequence[Sequence[str]], limit: int) -> Cut:
        """Return the pieces of a passage between "[CLS]" and "[SEP]".

        Parameters
        ----------
        sentences
            The words of each sentence.
        limit
            Pieces at most; words that do not fit any more are left out.
        """
        ids, first, own = [self.ids["[CLS]"]], [], []
        for words in sentences:
            places, start = [], len(ids)
            for word in words:
                pieces = self.pieces(word)
                fits = len(ids) + len(pieces) <= limit - 1
                places.append(len(ids) if fits else -1)
                ids += pieces if fits else ()
            first.append(places)
            own.append(range(start, len(ids)) if len(ids) > start else range(1))
        return Cut([*ids, self.ids["[SEP]"]], first, own)


# Letters of the longest piece of the vocabulary.
_LONGEST = 20
