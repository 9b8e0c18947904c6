"""A parsed sentence as plain objects: the same names as spaCy's, without the cost of a new wrapper at every step.

The rules walk each tree some twenty times. On the annotated reports spaCy's own tokens, made anew at every access, took
more time than the parser itself (`uv run python benchmarks/reading.py --profile`).
"""

from collections.abc import Iterator, Sequence
from typing import Any, overload

_ATTRIBUTES = ("HEAD", "DEP", "POS", "TAG", "IDX", "LENGTH")


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

    __slots__ = ("_below", "children", "dep_", "doc", "head", "i", "idx", "lemma", "pos_", "tag_", "text")

    def __init__(self, doc: "Doc", i: int, idx: int, text: str, pos_: str, tag_: str, dep_: str) -> None:
        self.doc, self.i, self.idx, self.text = doc, i, idx, text
        self.pos_, self.tag_, self.dep_ = pos_, tag_, dep_
        self.head: Token = self
        self.children: list[Token] = []
        self._below: tuple[Token, ...] | None = None
        # Kept by `parser.lemma`, once the tree is mended and its parts of speech stand.
        self.lemma: str | None = None

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


def hang_all(doc: Doc, heads: Sequence[int], deps: Sequence[str]) -> None:
    """Give all words of a tree their heads and relations.

    Parameters
    ----------
    doc
        The tree, changed in place.
    heads, deps
        For each word the place of its head, its own for a root, and what it is to that.
    """
    for token, head, dep in zip(doc, heads, deps, strict=True):
        token.head, token.dep_, token.children = doc.tokens[head], dep, []
    for token in doc:
        if token.head is not token:
            token.head.children.append(token)


def from_spacy(parsed: Any, text: str) -> Doc:
    """Return the tree of a document that spaCy has parsed.

    Parameters
    ----------
    parsed
        A spaCy ``Doc``.
    text
        Its text, which it would have to put together again.

    Returns
    -------
    Doc
        With the same words, offsets and relations.
    """
    strings, doc, heads = parsed.vocab.strings, Doc(text), []
    for i, (head, dep, pos, tag, idx, length) in enumerate(parsed.to_array(list(_ATTRIBUTES)).tolist()):
        doc.tokens.append(Token(doc, i, idx, text[idx : idx + length], strings[pos], strings[tag], strings[dep]))
        # Offsets to the head are signed, in an unsigned array.
        heads.append(i + (head - 2**64 if head >= 2**63 else head))
    hang_all(doc, heads, [token.dep_ for token in doc])
    return doc
