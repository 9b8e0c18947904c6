"""Who has said what on which issue: a sign per position, a column per party."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from detente.brief.figures import stances, svg
from detente.brief.words import STANCES, count, listed, lower_first, short_date, upper_first
from detente.entries import Stance

_STEP = 33.0
_NOTE = "Each sign is a position; an empty cell is silence, which is not taken as consent."


@dataclass(frozen=True, slots=True)
class Held:
    """A position as the figure shows it.

    Parameters
    ----------
    party, issue, option
        Names.
    stance, red_line, precondition
        As of a demand.
    date
        ISO day, month or year, "" where unknown.
    href
        Anchor of its sentence, None where there is none.
    """

    party: str
    issue: str
    option: str
    stance: Stance
    red_line: bool = False
    precondition: bool = False
    date: str = ""
    href: str | None = None


def matrix_figure(parties: Sequence[str], issues: Sequence[str], held: Sequence[Held]) -> svg.Figure | None:
    """Draw the positions as a matrix.

    Parameters
    ----------
    parties, issues
        Names of columns and rows, in order.
    held
        Positions of these parties on these issues.

    Returns
    -------
    Figure or None
        None where nobody has a position.
    """
    if not held:
        return None
    title = _finding(issues, held)
    described = "; ".join(_said(each) for each in held)
    head = ("issue", "party", "stance", "option", "red line", "precondition", "date")
    rows = tuple(
        (h.issue, h.party, STANCES[h.stance], h.option, str(h.red_line).lower(), str(h.precondition).lower(), h.date)
        for h in held
    )
    return svg.both(
        "matrix",
        title,
        described,
        lambda width: _drawn(parties, issues, held, title, width),
        note=_NOTE,
        rows=(head, *rows),
        leads="Each sign leads to its sentence.",
    )


def _finding(issues: Sequence[str], held: Sequence[Held]) -> str:
    asked = {(h.issue, h.party) for h in held if h.stance != "rejects"}
    refused = {(h.issue, h.party) for h in held if h.stance == "rejects"}
    clash = [i for i in issues if any(i == a and i == b and p != q for a, p in asked for b, q in refused)]
    alone = sum(len({h.party for h in held if h.issue == issue}) == 1 for issue in issues)
    if not clash:
        first = "On no issue does one party ask and another refuse"
    elif len(clash) > 3:
        first = f"On {len(clash)} of {len(issues)} issues one party asks and another refuses"
    else:
        names = upper_first(listed([lower_first(issue) for issue in clash]))
        first = f"{names}: one party asks and another refuses"
    return f"{first}; on {alone} of {len(issues)} issues only one party has spoken" if alone else first


def _said(held: Held) -> str:
    flags = stances.flagged(held.red_line, held.precondition)
    when = f", {short_date(held.date)}" if held.date else ""
    return f"{held.party} {STANCES[held.stance]}, on {lower_first(held.issue)}: {held.option}{flags}{when}"


def _drawn(parties: Sequence[str], issues: Sequence[str], held: Sequence[Held], title: str, width: float) -> Markup:
    wide = width == svg.WIDE
    left = 230.0 if wide else 0.0
    shown = _heard(parties, held, 9 if wide else 4)
    column = (width - left) / len(shown)
    heads = [svg.wrap(party, column - 8, svg.BOLD, most=2) for party in shown]
    out = [
        part
        for n, lines in enumerate(heads)
        for part in svg.lines(left + column * n + 4, 14, lines, "lane" if wide else "lane small")
    ]
    y = 12.0 + 15 * max(len(lines) for lines in heads)
    for issue in issues:
        out.append(svg.line(0, y, width, y, "rule"))
        if wide:
            parts = svg.wrap(issue, left - 14, most=2)
            out += svg.lines(0, y + (25 if len(parts) == 1 else 17), parts)
        else:
            out.append(svg.text(4, y + 15, svg.fit(issue, width - 8)))
            y += 18
        for n, party in enumerate(shown):
            own = [h for h in held if (h.issue, h.party) == (issue, party)]
            out += _cell(own, left + column * n + 18, y + 20, int((column - 4) // _STEP) or 1)
        y += 40
    out.append(svg.line(0, y, width, y, "rule"))
    key, y = svg.key(stances.swatches(), y + 24, width)
    if len(shown) < len(parties):
        y += 22
        more = count(len(parties) - len(shown), "more party is", "more parties are", first=True)
        key.append(svg.text(0, y, f"{more} in the table only", "small"))
    return svg.drawing(width, y + 12, title, *out, *key)


def _heard(parties: Sequence[str], held: Sequence[Held], most: int) -> list[str]:
    """Return the first two parties and of the others those with the most positions, in their order."""
    said = Counter(each.party for each in held)
    ranked = sorted(range(len(parties)), key=lambda n: (n > 1, -said[parties[n]], n))
    return [parties[n] for n in sorted(ranked[:most])]


def _cell(held: Sequence[Held], x: float, y: float, fits: int) -> list[Markup]:
    """Signs side by side; what does not fit is counted."""
    shown = held if len(held) <= fits else held[: max(1, fits - 1)]
    out = [_mark(each, x + n * _STEP, y) for n, each in enumerate(shown)]
    if len(shown) < len(held) and fits > 1:
        out.append(svg.text(x + len(shown) * _STEP - 8, y + 4, f"+{len(held) - len(shown)}", "small"))
    return out


def _mark(held: Held, x: float, y: float) -> Markup:
    frame = stances.frames(x, y, held.red_line, held.precondition)
    return svg.link(held.href, _said(held), frame, stances.sign(held.stance, x, y))
