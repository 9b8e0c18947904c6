"""A figure as a file of its own: SVG with its colours in it, or PNG."""

import re
from importlib.resources import files

from detente.brief.figures.svg import Figure

_SCALE = 2.0
_VARIABLE = re.compile(r"(--[\w-]+):\s*([^;]+);")


def standalone(figure: Figure) -> str:
    """Return the wide layout as a file of its own, with its colours in it.

    Parameters
    ----------
    figure
        Any figure of the brief.
    """
    day, rules = _style()
    return _with_style(figure.wide, "\n".join(["svg { " + day + " }", *rules]))


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


def _sized(drawn: str) -> str:
    """Say how large a drawing is: a renderer without a page has no width to fill."""
    box = re.search(r'viewBox="\S+ \S+ (\S+) (\S+)"', drawn)
    assert box is not None
    return drawn.replace("<svg ", f'<svg width="{box[1]}" height="{box[2]}" ', 1)
