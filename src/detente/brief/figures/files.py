"""A figure as a file of its own: SVG with its colours in it, PNG, or its data as CSV."""

import base64
import re
from importlib.resources import files
from io import StringIO

from markupsafe import Markup, escape

from detente.brief.figures import svg
from detente.brief.figures.svg import Figure
from detente.brief.quoting import showable

_SCALE = 2.0
_VARIABLE = re.compile(r"(--[\w-]+):\s*([^;]+);")
# In a file of its own there is no page to lead to.
_LINK = re.compile(r'<a href="#[^"]*" aria-label="[^"]*">(.*?)</a>', re.DOTALL)


def standalone(figure: Figure, *, narrow: bool = False) -> str:
    """Return a figure as a file of its own, with title, caption and colours in it.

    Parameters
    ----------
    figure
        Any figure of the brief.
    narrow
        The layout for a phone or a column of text instead of the wide one.
    """
    day, rules = _style()
    return _with_style(whole(figure, narrow=narrow), "\n".join(["svg { " + day + " }", *rules]))


def whole(figure: Figure, *, narrow: bool = False) -> str:
    """Return a drawing with title above and caption below it, without links and without colours.

    Parameters
    ----------
    figure, narrow
        As for `standalone`.
    """
    drawing = figure.narrow if narrow else figure.wide
    width, height = _size(drawing)
    room = width - 8
    title = svg.wrap(f"{figure.title}.", room, 16 * svg.BOLD / svg.SIZE)
    note = svg.wrap(figure.note, room, 12)
    top, foot = 14.0 + 20 * len(title), 16.0 * len(note)
    # As a plain text: what is put into marked-up text would be escaped.
    inner = str(drawing)[drawing.index(">") + 1 : drawing.rindex("</svg>")]
    unlinked = Markup(_LINK.sub(r"<g>\1</g>", inner))
    parts = [
        svg.element("desc", escape(figure.description)),
        svg.rect(-2, 0, width, top + height + foot + 14, "ground"),
        *svg.lines(0, 20, title, "figure-title", 20),
        svg.element("g", unlinked, transform=f"translate(0 {top:g})"),
        *svg.lines(0, top + height + 14, note, "small", 16),
    ]
    return showable(str(svg.drawing(width - 4, top + height + foot + 14, figure.title, *parts)))


def png_of(figure: Figure, *, narrow: bool = False, scale: float = _SCALE) -> bytes:
    """Return a figure with title and caption as a PNG picture.

    Parameters
    ----------
    figure, narrow
        As for `standalone`.
    scale
        Pixels per unit of the drawing, above 0.
    """
    return png(whole(figure, narrow=narrow), scale)


def csv_of(figure: Figure) -> str:
    r"""Return the data of a figure as CSV that a spreadsheet opens without running anything in it.

    Parameters
    ----------
    figure
        Any figure of the brief.

    Examples
    --------
    >>> csv_of(Figure("f", "", "", Markup(""), Markup(""), rows=(("who", "share"), ("=A1", 0.5))))
    "who,share\r\n'=A1,0.5\r\n"
    """
    from detente.record.exporting import cells

    target = StringIO(newline="")
    rows = ([showable(cell) if isinstance(cell, str) else cell for cell in row] for row in figure.rows)
    cells.write_table(rows, target)
    return target.getvalue()


def embedded(figure: Figure) -> str:
    """Return a figure as HTML for a notebook: a picture, so that its style touches nothing around it.

    Parameters
    ----------
    figure
        Any figure of the brief.
    """
    data = base64.b64encode(standalone(figure).encode()).decode()
    return f'<img src="data:image/svg+xml;base64,{data}" alt="{escape(f"{figure.title}. {figure.description}")}">'


def png(drawing: str, scale: float = _SCALE) -> bytes:
    r"""Return a drawing as a PNG picture on the colour of paper.

    Parameters
    ----------
    drawing
        A layout of any figure of the brief.
    scale
        Pixels per unit of the drawing, above 0.

    Examples
    --------
    >>> from detente.brief.figures import svg
    >>> png(svg.drawing(20, 20, "A dot", svg.circle(9, 9, 4, "mark")))[:4]
    b'\x89PNG'
    """
    import vl_convert

    day, rules = _style()
    values = dict(_VARIABLE.findall(day))
    # The renderer knows neither variables nor the shorthand of fonts.
    plain = re.sub(r"var\((--[\w-]+)\)", lambda name: values[name[1]], "\n".join(rules))
    plain = re.sub(r"font: (\d+px) ([^;]+);", r"font-size: \1; font-family: \2;", plain)
    ground = f'<rect x="-2" width="100%" height="100%" fill="{values["--paper"]}"/>'
    drawn = _with_style(drawing, plain).replace("<style>", f"{ground}<style>", 1)
    made: bytes = vl_convert.svg_to_png(_sized(drawn), scale=scale)
    return made


def _style() -> tuple[str, list[str]]:
    """Return the declarations of the colours by day, and the rules for figures, from the style sheet of the page."""
    style = files("detente.brief").joinpath("templates", "style.css").read_text(encoding="utf-8")
    day = style[style.index("{") + 1 : style.index("}")]
    return day, [line for line in style.splitlines() if line.startswith("svg ")]


def _with_style(drawing: str, style: str) -> str:
    head, rest = str(drawing).split(">", 1)
    return f"{head}><style>{style}</style>{rest}\n"


def _size(drawing: str) -> tuple[float, float]:
    box = re.search(r'viewBox="\S+ \S+ (\S+) (\S+)"', drawing)
    assert box is not None
    return float(box[1]), float(box[2])


def _sized(drawn: str) -> str:
    """Say how large a drawing is: a renderer without a page has no width to fill."""
    width, height = _size(drawn)
    return drawn.replace("<svg ", f'<svg width="{width:g}" height="{height:g}" ', 1)
