"""Elements of SVG, and how wide a text is at most."""

import itertools
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

WIDE, NARROW = 920, 344
SIZE = 13.0
"""Font size of a figure's text in user units; one unit is one CSS pixel at full width."""

LABEL, DESCRIPTION = 400, 20_000
"""Most characters of a mark's name or a figure's title, and of what a figure says in words."""
BOLD = SIZE * 1.15
"""To be taken for the size of a text in bold, whose letters are wider than those below."""

# Advance widths of DejaVu Sans, the widest of the common system fonts, in twentieths of an em rounded up: a text that
# fits by these fits in every font of the style sheet.
_WIDTHS = {
    char: width / 20
    for width, chars in (
        (6, "IJijlı"),
        (7, " ,./:;\\|’‘·"),
        (8, "()-[]ft"),
        (9, "!r"),
        (10, '"*_`–'),
        (11, "?csz“”çş"),
        (12, "FLkvxy"),
        (13, "$0123456789EPSTYabdeghnopqu{}äöüéèğñ€£"),
        (14, "ABCKRVXZ"),
        (15, "NU"),
        (16, "&DGHOQ▲△◆"),
        (17, "#+<=>^w~−×→←↑↓✓✕"),
        (18, "M○●"),
        (19, "%■"),
        (20, "@Wm—…"),
    )
    for char in chars
}


Table = tuple[tuple[str | float | None, ...], ...]
"""Rows of cells, the head first."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in two layouts with what it says in words.

    Parameters
    ----------
    name
        Short and unique on the page; ids are made of it.
    title, description
        What it shows, and what there is to see, for those who do not see it.
    wide, narrow
        SVG elements for a desk and for a phone.
    note
        Units and method, for the caption.
    rows
        The data as a table, its head first.
    leads
        Where its marks lead on the page; a file of its own leaves it out.
    """

    name: str
    title: str
    description: str
    wide: Markup
    narrow: Markup
    note: str = ""
    rows: Table = ()
    leads: str = ""

    def csv(self) -> str:
        """Return the data as CSV that a spreadsheet opens without running anything in it."""
        from detente.brief.figures.files import csv_of

        return csv_of(self)

    def _repr_svg_(self) -> str:
        from detente.brief.figures.files import standalone

        return standalone(self)

    def _repr_html_(self) -> str:
        from detente.brief.figures.files import embedded

        return embedded(self)


def text_width(text: str, size: float = SIZE) -> float:
    """Return an upper bound on the width of `text` in user units.

    Examples
    --------
    >>> text_width("no deal", 10) <= 7 * 10 * .65
    True
    """
    return size * sum(_WIDTHS.get(char) or _unknown_width(char) for char in text)


def _unknown_width(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    return 1.05 if unicodedata.east_asian_width(char) in "WF" else 0.9


def fit(text: str, width: float, size: float = SIZE) -> str:
    """Return `text`, shortened with an ellipsis where it is wider than `width`.

    Examples
    --------
    >>> fit("a rather long label", 60)
    'a rath…'
    """
    text = " ".join(text.split())
    if text_width(text, size) <= width:
        return text
    room = width - text_width("…", size)
    ends = itertools.accumulate(text_width(char, size) for char in text)
    kept = sum(1 for _ in itertools.takewhile(lambda end: end <= room, ends))
    return text[:kept].rstrip() + "…"


def cut(text: str, most: int = LABEL) -> str:
    """Return `text`, shortened where a report has endless words: what a mark is called is no place for them.

    Examples
    --------
    >>> cut("endless", 4)
    'end…'
    """
    return text if len(text) <= most else f"{text[: most - 1]}…"


def wrap(text: str, width: float, size: float = SIZE, most: int = 99) -> list[str]:
    """Return `text` in lines no wider than `width`; what does not fit `most` lines, or is one long word, is shortened.

    Examples
    --------
    >>> wrap("no package at the table", 90)
    ['no package', 'at the table']
    >>> wrap("no package at the table", 90, most=1)
    ['no packag…']
    """
    lines: list[str] = []
    words = text.split()
    for n, word in enumerate(words):
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        elif len(lines) == most:
            lines[-1] = fit(" ".join([lines[-1], *words[n:]]), width, size)
            break
        else:
            lines.append(fit(word, width, size))
    return lines


def element(tag: str, *children: Markup, **attributes: object) -> Markup:
    """Return one element; ``cls`` stands for class, underscores for hyphens, numbers are rounded to a tenth.

    Examples
    --------
    >>> element("circle", cx=1.26, cls="dot")
    Markup('<circle cx="1.3" class="dot"/>')
    """
    pairs = Markup("").join(
        Markup(' {}="{}"').format(_attribute(name), _value(value))
        for name, value in attributes.items()
        if value is not None
    )
    if not children:
        return Markup("<{}{}/>").format(Markup(tag), pairs)
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(tag), pairs, Markup("").join(children))


def _attribute(name: str) -> Markup:
    return Markup({"cls": "class", "viewBox": "viewBox"}.get(name, name.replace("_", "-")))


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{round(value, 1) + 0.0:g}"
    return str(value)


def text(x: float, y: float, content: str, cls: str = "", anchor: str | None = None) -> Markup:
    """Return a text element; `content` is escaped."""
    return element("text", escape(content), x=float(x), y=float(y), cls=cls or None, text_anchor=anchor)


def line(x1: float, y1: float, x2: float, y2: float, cls: str) -> Markup:
    """Return a straight line."""
    return element("line", x1=float(x1), y1=float(y1), x2=float(x2), y2=float(y2), cls=cls)


def rect(x: float, y: float, width: float, height: float, cls: str, **more: object) -> Markup:
    """Return a rectangle."""
    return element("rect", x=float(x), y=float(y), width=float(width), height=float(height), cls=cls, **more)


def circle(x: float, y: float, r: float, cls: str) -> Markup:
    """Return a circle."""
    return element("circle", cx=float(x), cy=float(y), r=float(r), cls=cls)


def path(points: Sequence[tuple[float, float]], cls: str, closed: bool = False) -> Markup:
    """Return a line through points."""
    d = "M" + "L".join(f"{_value(float(x))},{_value(float(y))}" for x, y in points) + ("Z" if closed else "")
    return element("path", d=d, cls=cls)


def curve(points: Sequence[tuple[float, float]], cls: str) -> Markup:
    """Return a curve from the first of four points to the last, bent towards the two between."""
    (x, y), *rest = points
    bent = " ".join(f"{_value(float(a))},{_value(float(b))}" for a, b in rest)
    return element("path", d=f"M{_value(float(x))},{_value(float(y))}C{bent}", cls=cls)


def arrow(x: float, y: float, dx: float, dy: float, cls: str, size: float = 5.0) -> Markup:
    """Return the head of an arrow with its point at x, y; dx, dy is the direction, of length 1."""
    base = (x - dx * size * 1.7, y - dy * size * 1.7)
    return path(
        [(x, y), (base[0] - dy * size, base[1] + dx * size), (base[0] + dy * size, base[1] - dx * size)], cls, True
    )


def lines(x: float, y: float, parts: Sequence[str], cls: str = "", step: float = 15.0) -> list[Markup]:
    """Return a text of several lines, the first on the baseline y."""
    return [text(x, y + step * n, part, cls) for n, part in enumerate(parts)]


def link(href: str | None, label: str, *children: Markup) -> Markup:
    """Return children as a link to an anchor of the page with a name for those who do not see it; plain where None."""
    label = cut(label)
    title = element("title", escape(label))
    if href is None:
        return element("g", title, *children)
    return element("a", title, *children, href=f"#{href}", aria_label=label)


def drawing(width: float, height: float, label: str, *children: Markup) -> Markup:
    """Return the outermost element: it keeps its links reachable and says what it is."""
    label = cut(label)
    # Two units on either side: the ink of a letter may stand out of its advance width.
    size = f"-2 0 {_value(float(width + 4))} {_value(float(height))}"
    return element(
        "svg", *children, xmlns="http://www.w3.org/2000/svg", viewBox=size, role="group", aria_label=label,
        style=f"max-width:{_value(float(width + 4))}px",
    )  # fmt: skip


Place = Callable[[float], float]
"""Gives the place of a value on an axis."""
Swatch = Callable[[float, float], Markup]
"""Draws the sign of a key at x, on the baseline y, 16 units wide."""


def key(items: Sequence[tuple[Swatch, str]], y: float, width: float) -> tuple[list[Markup], float]:
    """Return a key of signs and words, in as many rows as it takes, and the baseline of its last row."""
    out: list[Markup] = []
    at = 0.0
    for swatch, words in items:
        need = 36 + text_width(words, 12)
        if at and at + need > width:
            at, y = 0.0, y + 22
        out += [swatch(at, y), text(at + 22, y, words, "small")]
        at += need
    return out, y


def both(
    name: str,
    title: str,
    description: str,
    layout: Callable[[float], Markup],
    *,
    note: str = "",
    rows: Table = (),
    leads: str = "",
) -> Figure:
    """Return a figure whose layout is a function of its width."""
    return Figure(name, cut(title), cut(description, DESCRIPTION), layout(WIDE), layout(NARROW), note, rows, leads)


def ticks(low: float, high: float, most: int = 6) -> list[float]:
    """Return round numbers that cover [low, high].

    Examples
    --------
    >>> ticks(0, .17)
    [0.0, 0.05, 0.1, 0.15, 0.2]
    """
    reach = max(high - low, 1e-9)
    power = 10.0 ** (len(str(int(1 / reach))) * -1 if reach < 1 else len(str(int(reach))) - 1)
    step = next(
        (m * power for m in (0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10, 20, 50, 100) if reach / (m * power) <= most - 1),
        reach,
    )
    first, last = int(low // step), int(-(-high // step))
    return [round(n * step, 10) for n in range(first, max(last, first + 1) + 1)]
