"""The sign of a stance: shape and colour both tell it; a frame marks a red line or a precondition."""

from markupsafe import Markup

from detente.brief.figures import svg
from detente.brief.words import STANCES
from detente.entries import Stance

SIGNS = {"demands": "▲", "proposes": "△", "accepts": "✓", "rejects": "✕"}
"""The same signs as letters, for tables."""
_RED, _FIRST = "red line", "precondition"


def sign(stance: Stance, x: float, y: float, r: float = 6.0) -> Markup:
    """Return the sign of a stance around a point.

    Parameters
    ----------
    stance
        demands | proposes | accepts | rejects.
    x, y, r
        Middle and half the height.

    Examples
    --------
    >>> sign("accepts", 0, 0)
    Markup('<path d="M-6.6,0.6L-1.8,5.4L6.6,-5.4" class="stance accepts"/>')
    """
    cls = f"stance {stance}"
    if stance in ("demands", "proposes"):
        return svg.path([(x, y - r), (x + r * 1.1, y + r * 0.85), (x - r * 1.1, y + r * 0.85)], cls, closed=True)
    if stance == "accepts":
        return svg.path([(x - r * 1.1, y + r * 0.1), (x - r * 0.3, y + r * 0.9), (x + r * 1.1, y - r * 0.9)], cls)
    k = r * 0.85
    return svg.path([(x - k, y - k), (x + k, y + k)], cls) + svg.path([(x - k, y + k), (x + k, y - k)], cls)


def frames(x: float, y: float, red_line: bool, precondition: bool) -> Markup:
    """Return what stands around a sign: a square for a red line, a diamond for a precondition."""
    out = []
    if red_line:
        out.append(svg.rect(x - 10, y - 10, 20, 20, "frame red"))
    if precondition:
        out.append(svg.path([(x, y - 15), (x + 15, y), (x, y + 15), (x - 15, y)], "frame first", closed=True))
    return Markup("").join(out)


def flagged(red_line: bool, precondition: bool) -> str:
    """Return the flags in brackets, "" for none.

    Examples
    --------
    >>> flagged(True, False), flagged(False, False)
    (' [red line]', '')
    """
    names = [name for name, on in ((_RED, red_line), (_FIRST, precondition)) if on]
    return f" [{', '.join(names)}]" if names else ""


def swatches(frames_too: bool = True) -> list[tuple[svg.Swatch, str]]:
    """Return the signs with their words, for a key."""
    items = [(_swatch(stance), words) for stance, words in STANCES.items()]
    if frames_too:
        items += [(_frame(True), _RED), (_frame(False), _FIRST)]
    return items


def _swatch(stance: str) -> svg.Swatch:
    return lambda x, y: sign(stance, x + 8, y - 4, 5.5)  # type: ignore[arg-type]


def _frame(red: bool) -> svg.Swatch:
    def draw(x: float, y: float) -> Markup:
        if red:
            return svg.rect(x + 1, y - 11, 14, 14, "frame red")
        return svg.path([(x + 8, y - 12), (x + 16, y - 4), (x + 8, y + 4), (x, y - 4)], "frame first", closed=True)

    return draw
