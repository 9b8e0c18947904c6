"""What was probably meant: names that are spelt almost like a word that nobody knows."""

from collections.abc import Iterable

# Shorter words are abbreviations more often than not, and every abbreviation is near to another one.
_SHORTEST = 4
# One wrong letter in so many: "Burhan" is not "Burma", and "cesefire" is "ceasefire".
_LETTERS_PER_SLIP = 5


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the name that is spelt almost like a word, None where none is.

    Parameters
    ----------
    word
        As somebody wrote it; its case does not matter.
    known
        The names that there are; of two that are as near the first counts.

    Examples
    --------
    >>> nearest("cesefire", ["territory", "ceasefire"])
    'ceasefire'
    >>> nearest("Burhan", ["Burma"]) is None
    True
    """
    folded = word.casefold()
    most = max(1, len(folded) // _LETTERS_PER_SLIP) if len(folded) >= _SHORTEST else 0
    best: tuple[int, str] | None = None
    for name in known:
        other = name.casefold()
        if abs(len(other) - len(folded)) <= most and len(other) >= _SHORTEST:
            count = slips(folded, other)
            if count <= most and (best is None or count < best[0]):
                best = count, name
    return best[1] if best else None


def slips(word: str, other: str) -> int:
    """Return how many letters are wrong, missing, too many or swapped with the next one between two words.

    Source
    ------
    Damerau (1964), A technique for computer detection and correction of spelling errors, Communications of the ACM 7.

    Examples
    --------
    >>> slips("asault", "assault"), slips("turce", "truce"), slips("burhan", "burma")
    (1, 1, 2)
    """
    before, row = list[int](), list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        above, row = row, [i]
        for j, its in enumerate(other, 1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != its)))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == its:
                row[j] = min(row[j], before[j - 2] + 1)
        before = above
    return row[-1]


def no_such(kind: str, word: str, known: Iterable[str]) -> str:
    """Return what to say of a word that is not known, and what may have been meant.

    Parameters
    ----------
    kind
        What it should be, such as "issue".
    word
        As somebody wrote it.
    known
        The names that there are.

    Examples
    --------
    >>> no_such("issue", "cesefire", ["ceasefire"])
    "there is no issue 'cesefire'; did you mean 'ceasefire'? `detente ontology show` lists them"
    """
    near = nearest(word, known)
    meant = f"did you mean {near!r}? " if near else ""
    return f"there is no {kind} {word!r}; {meant}`detente ontology show` lists them"
