"""Which printed lines run on into the next one, and which end a heading, a dateline or a paragraph."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from detente.reports.dateline import is_dateline, opens_with_dateline
from detente.reports.headings import begins_a_sentence, is_closed, is_open

# Where letters have no known place: a line that reaches this share of the usual length runs on.
_FULL = 0.75
_ITEM = re.compile(r"(?:[•◦▪‣–—*·-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
# Lines that begin within so many points of one another are of one column, indents included.
_INDENT = 20.0
# Fewer lines have no margin of their own, such as those of a heading in the middle.
_COLUMN = 3
# Of a usual distance between lines; single spacing to one and a half is 1.25 and more.
_WIDE = 1.25
# Of a height; a font has other heights for bold or italic letters.
_TALLER = 1.15
# Headline, dateline and byline are among so many lines.
_TOP = 8


@dataclass(frozen=True, slots=True)
class Box:
    """Where a printed line stands, in points from the left and the foot of its page.

    Parameters
    ----------
    left, right
        Its edges.
    word
        Width of its first word.
    bottom, last
        Bottom of its first and of its last letter; not the same where a word was broken and is closed again.
    height
        Of its first letter's font.
    """

    left: float
    right: float
    word: float
    bottom: float
    last: float
    height: float


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line.

    Parameters
    ----------
    text
        Its characters, white space normalised.
    page
        Number of its page, from 0.
    edge
        True for the first and the last line of a page.
    box
        Where it stands, None where that is not known.
    """

    text: str
    page: int
    edge: bool
    box: Box | None = None


def runs_on(rows: Sequence[Row]) -> list[bool]:
    """Return for each line whether it goes on with what the line before began.

    Parameters
    ----------
    rows
        The lines of all pages, in order, without running titles.

    Examples
    --------
    >>> runs_on([Row("They met on", 0, True), Row("Monday.", 0, False)]), runs_on([])
    ([False, True], [])
    """
    full, room = _FULL * _width([row.text for row in rows]), list(_room(rows))
    usual, height = _usual(rows)
    joined = [False] * len(rows[:1])
    for number, (before, row) in enumerate(pairwise(rows), 1):
        fits = room[number - 1]
        wrapped = len(before.text) >= full if fits is None or row.box is None else row.box.word > fits
        if number < _TOP and row.page == 0:
            wrapped = _in_head(before, row, wrapped, height if not any(map(_is_prose, rows[:number])) else math.inf)
        joined.append(wrapped and not _ITEM.match(row.text) and not _set_off(before, row, usual))
    return joined


def _width(lines: Sequence[str]) -> int:
    """Return the length that nine lines in ten stay under."""
    lengths = sorted(map(len, lines))
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0


def _room(rows: Sequence[Row]) -> Iterator[float | None]:
    """Yield how wide a word there was room for after each line, None where that is not known.

    Whoever broke the lines put the next word on a line of its own only where it had no room.
    """
    margins = {page: _margins([r.box for r in rows if r.page == page and r.box]) for page in {r.page for r in rows}}
    for row in rows:
        yield _room_after(row.box, margins[row.page]) if row.box else None


def _room_after(box: Box, margins: Sequence[tuple[float, float, float]]) -> float:
    """The last of the margins is the page's: a line of no column could have begun at its left edge."""
    column = next(((edge, box.right) for first, last, edge in margins[:-1] if first <= box.left <= last), None)
    edge, right = column or (margins[-1][2], margins[-1][0] + box.right - box.left)
    return edge - right - 0.2 * box.height


def _margins(boxes: Sequence[Box]) -> list[tuple[float, float, float]]:
    """Return for each column of a page where its lines begin, first and last, and its right margin; last the page's."""
    columns: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: box.left):
        if columns and box.left - columns[-1][-1].left <= _INDENT:
            columns[-1].append(box)
        else:
            columns.append([box])
    kept = [column for column in columns if len(column) >= _COLUMN]
    return [(part[0].left, part[-1].left, _edge(part)) for part in (*kept, list(chain(*columns))) if part]


def _edge(boxes: Sequence[Box]) -> float:
    rights = sorted(box.right for box in boxes)
    return rights[math.ceil(0.9 * (len(rights) - 1))]


def _usual(rows: Sequence[Row]) -> tuple[float, float]:
    """Return the distance of lines within a paragraph, as a share of their height, and the height of most lines."""
    steps = sorted(step for before, row in pairwise(rows) if (step := _step(before, row)))
    heights = sorted(row.box.height for row in rows if row.box)
    return (steps[len(steps) // 4] if steps else math.inf), (heights[len(heights) // 2] if heights else math.inf)


def _step(before: Row, row: Row) -> float | None:
    """Return how far below a line the next one stands, as a share of its height; None on another page or column."""
    if before.page != row.page or before.box is None or row.box is None or row.box.height <= 0:
        return None
    step = (before.box.last - row.box.bottom) / row.box.height
    return step if step > 0 else None


def _set_off(before: Row, row: Row, usual: float) -> bool:
    """True for a line that more room, or other letters, set off from the one before."""
    step = _step(before, row)
    if step is None or before.box is None or row.box is None:
        return False
    if row.text[0].islower() and not is_closed(before.text):
        return False
    indent = row.box.left - before.box.left
    if is_closed(before.text) and 0.5 * row.box.height < indent <= _INDENT:
        return True
    return step > _WIDE * usual or not 1 / _TALLER <= before.box.height / row.box.height <= _TALLER


def _in_head(before: Row, row: Row, wrapped: bool, height: float) -> bool:
    """Where headline, dateline and first sentence may be, the words say more than the room."""
    if is_closed(before.text):
        return wrapped
    if _is_large(before, height) and _is_large(row, height):
        return True
    if not is_open(before.text) and (is_dateline(row.text) or opens_with_dateline(row.text)):
        return False
    if is_dateline(before.text) and not row.text[0].islower():
        return False
    return wrapped and not (begins_a_sentence(row.text) and not is_open(before.text))


def _is_large(row: Row, height: float) -> bool:
    return row.box is not None and row.box.height > _TALLER * height


def _is_prose(row: Row) -> bool:
    return row.text.endswith(".")
