"""Letters without which a pattern cannot match: a text that holds none of them need not be searched."""

import re
from collections.abc import Iterator


def needed(pattern: str) -> frozenset[str]:
    r"""Return letters one of which is in every text that a pattern matches in; "" among them where none are known.

    Parameters
    ----------
    pattern
        A regular expression, not in verbose form.

    Examples
    --------
    >>> sorted(needed(r"\b(?:is|are) (?:\w+ )?(?:committed|opposed) to\b")), sorted(needed(r"\d+|days?"))
    (['committed', 'opposed'], [''])
    """
    found: set[str] = set()
    for alternative in _alternatives(pattern):
        # Of all that must be there, what is the rarest: the longest.
        rarest: frozenset[str] = max(_parts(alternative), key=_shortest)
        found |= rarest
    return frozenset([""] if "" in found else found)


def _shortest(letters: frozenset[str]) -> int:
    return min(len(each.strip()) for each in letters)


# A letter of a pattern with what belongs to it: "\(" and "[(]" open no group.
_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_LETTER = re.compile(r"[a-z' -]")
# What must be there where the group stands, which a group that begins otherwise need not be.
_GROUP = re.compile(r"\((?!\?)|\(\?(?::|=|<=|P<\w+>)")
_MAYBE = ("?", "*", "{")


def _alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern outside of any group."""
    depth, parts = 0, [""]
    for piece in _PIECE.findall(pattern):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def _parts(pattern: str) -> Iterator[frozenset[str]]:
    """What each part of a pattern without alternatives needs: its groups, and the letters between them."""
    at, letters = 0, ""
    while piece := _PIECE.match(pattern, at):
        end = _closing(pattern, at) if piece[0] == "(" else piece.end()
        there = pattern[end : end + 1] not in _MAYBE
        if _LETTER.fullmatch(piece[0]) and there:
            letters += piece[0]
        else:
            yield frozenset([letters])
            letters = ""
        if there and piece[0] == "(" and (group := _GROUP.match(pattern, at)):
            yield needed(pattern[group.end() : end - 1])
        at = end
    yield frozenset([letters])


def _closing(pattern: str, at: int) -> int:
    """Where the group ends that begins at a place."""
    depth = 0
    for piece in _PIECE.finditer(pattern, at):
        depth += (piece[0] == "(") - (piece[0] == ")")
        if depth == 0:
            return piece.end()
    return len(pattern)
