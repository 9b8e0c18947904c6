"""A parsed sentence as plain objects: the same names as spaCy's, without the cost of a new wrapper at every step.

The rules walk each tree some twenty times. On the annotated reports spaCy's own tokens, made anew at every access, took
more time than the parser itself (`uv run python benchmarks/reading.py --profile`).
"""

from collections.abc import Iterator
from typing import Any, overload

_ATTRIBUTES = ("HEAD", "DEP", "POS", "TAG", "IDX")


class Token:
    """One word of a tree.

    Parameters
    ----------
    doc
        The tree.
    i, idx
        Place among the words, and of its first character in the text.
    text, pos_, tag_, dep_
        The word; its universal and its Penn part of speech; its relation to `head`.
    """

    __slots__ = ("_below", "children", "dep_", "doc", "head", "i", "idx", "pos_", "tag_", "text")

    def __init__(self, doc: "Doc", i: int, idx: int, text: str, pos_: str, tag_: str, dep_: str) -> None:
        self.doc, self.i, self.idx, self.text = doc, i, idx, text
        self.pos_, self.tag_, self.dep_ = pos_, tag_, dep_
        self.head: Token = self
        self.children: list[Token] = []
        self._below: tuple[Token, ...] | None = None

    @property
    def subtree(self) -> "tuple[Token, ...]":
        """The word and all that hangs on it, in the order of the text."""
        if self._below is None:
            found, queue = [self], [self]
            while queue:
                below = queue.pop().children
                found += below
                queue += below
            self._below = tuple(sorted(found, key=lambda token: token.i))
        return self._below

    def nbor(self, steps: int = 1) -> "Token":
        """Return the word that stands `steps` further on; IndexError beyond either end."""
        place = self.i + steps
        if place < 0:
            raise IndexError("there is no word before the first one")
        return self.doc.tokens[place]

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<{self.i} {self.text} {self.pos_} {self.dep_}>"


class Doc:
    """One parsed sentence.

    Parameters
    ----------
    text
        Its characters.
    """

    __slots__ = ("text", "tokens", "user_data")

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.user_data: dict[str, Any] = {}

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    @overload
    def __getitem__(self, i: int) -> Token: ...

    @overload
    def __getitem__(self, i: slice) -> list[Token]: ...

    def __getitem__(self, i: int | slice) -> Token | list[Token]:
        return self.tokens[i]


def hang(token: Token, head: Token, dep: str) -> None:
    """Hang a word, with all that belongs to it, on another one.

    Parameters
    ----------
    token, head
        Words of one tree, changed in place.
    dep
        The relation of the first to the second.
    """
    if token.head is not token:
        token.head.children = [c for c in token.head.children if c is not token]
    token.head, token.dep_ = head, dep
    head.children = sorted([*head.children, token], key=lambda t: t.i)


def lead(verb: Token, first: Token, dep: str) -> None:
    """Make a word the root in the place of the one above it; what stands behind it hangs on it from then on.

    Parameters
    ----------
    verb
        The new root, a child of `first`.
    first
        The present root.
    dep
        What that is to the new one.
    """
    late = [c for c in first.children if c.i > verb.i]
    first.children = [c for c in first.children if c is not verb]
    verb.head, verb.dep_ = verb, "ROOT"
    for each in (first, *late):
        hang(each, verb, dep if each is first else each.dep_)


def from_spacy(parsed: Any) -> Doc:
    """Return the tree of a document that spaCy has parsed.

    Parameters
    ----------
    parsed
        A spaCy ``Doc``.

    Returns
    -------
    Doc
        With the same words, offsets and relations.
    """
    strings = parsed.vocab.strings
    doc = Doc(parsed.text)
    rows = parsed.to_array(list(_ATTRIBUTES)).tolist()
    for i, (word, (_, dep, pos, tag, idx)) in enumerate(zip(parsed, rows, strict=True)):
        doc.tokens.append(Token(doc, i, idx, word.text, strings[pos], strings[tag], strings[dep]))
    for token, (offset, *_) in zip(doc.tokens, rows, strict=True):
        # Offsets to the head are signed, in an unsigned array.
        token.head = doc.tokens[token.i + (offset - 2**64 if offset >= 2**63 else offset)]
        if token.head is not token:
            token.head.children.append(token)
    return doc
