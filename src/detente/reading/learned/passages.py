"""A report in passages that the network takes at once: as many sentences as fit, with the one before them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Pieces of a passage at most; "[CLS]" and "[SEP]" are two of them.
LIMIT = 128


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that follow one another.

    Parameters
    ----------
    sentences
        Their numbers in the report.
    context
        How many of the first are there for the others alone, 0 or 1.
    """

    sentences: tuple[int, ...]
    context: int


def passages(sizes: Sequence[int], limit: int = LIMIT) -> Iterator[Passage]:
    """Yield the passages of a report; each sentence is in exactly one of them, its context left aside.

    Parameters
    ----------
    sizes
        Pieces of each sentence; one with more than fit is cut.
    limit
        Pieces of a passage at most.

    Examples
    --------
    >>> [p.sentences for p in passages([50, 50, 50, 100, 20])]
    [(0, 1), (1, 2), (3,), (3, 4)]
    """
    room = limit - 2
    sizes = [min(size, room) for size in sizes]
    start = 0
    while start < len(sizes):
        end, used = start + 1, sizes[start]
        while end < len(sizes) and used + sizes[end] <= room:
            used += sizes[end]
            end += 1
        before = start - 1
        # A sentence is worth more with the one before it than with one more after it.
        while start and used + sizes[before] > room and end > start + 1:
            end -= 1
            used -= sizes[end]
        context = int(start > 0 and used + sizes[before] <= room)
        yield Passage(tuple(range(start - context, end)), context)
        start = end
