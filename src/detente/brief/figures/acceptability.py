"""How acceptable packages are: the share of draws in which every side is at least as well off as without a deal."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from detente.brief.figures import svg
from detente.brief.words import count, percent

_SHOWN = 8
_BAR = 11.0
_NOTE = (
    "Share of draws, in per cent, in which a package is allowed and leaves every side at least as well off as no deal; "
    "bars stand in the order of the key, and the lines at their ends are two standard errors either way. Shares of "
    "draws are shares of assumptions, not probabilities."
)


@dataclass(frozen=True, slots=True)
class Joint:
    """A share of draws with its standard error.

    Parameters
    ----------
    share, error
        In [0, 1].
    """

    share: float
    error: float


@dataclass(frozen=True, slots=True)
class Accepted:
    """A package as the figure shows it.

    Parameters
    ----------
    number
        As in the table.
    label
        What it changes.
    joint
        A share for each of the series.
    href
        Anchor of its row, None where there is none.
    """

    number: int
    label: str
    joint: tuple[Joint, ...]
    href: str | None = None


def acceptability_figure(series: Sequence[str], packages: Sequence[Accepted], note: str = _NOTE) -> svg.Figure | None:
    """Draw the joint acceptability of packages.

    Parameters
    ----------
    series
        Who is taken to deliver, in words, up to three.
    packages
        By falling acceptability.
    note
        Units and method.

    Returns
    -------
    Figure or None
        None where there is no package.
    """
    if not packages:
        return None
    title = _finding(series, packages)
    described = "; ".join(f"package {p.number} ({p.label}): {_shares(series, p)}" for p in packages)
    head = ("package", "what changes", "who delivers", "share of draws", "standard error")
    rows = tuple(
        (p.number, p.label, who, j.share, j.error) for p in packages for who, j in zip(series, p.joint, strict=True)
    )
    return svg.both(
        "acceptability",
        title,
        described,
        lambda width: _drawn(series, packages, title, width),
        note=note,
        rows=(head, *rows),
        leads="Numbers are those of the table.",
    )


def _shares(series: Sequence[str], package: Accepted) -> str:
    return ", ".join(f"{percent(j.share)} if {who}" for who, j in zip(series, package.joint, strict=True))


def _finding(series: Sequence[str], packages: Sequence[Accepted]) -> str:
    best = max(packages, key=lambda p: p.joint[-1].share)
    top = best.joint[-1]
    if top.share <= 0:
        return f"None of {count(len(packages), 'package')} is acceptable to all sides in any draw"
    close = [
        p
        for p in packages
        if p is not best and best.joint[-1].share - p.joint[-1].share <= 2 * (top.error + p.joint[-1].error)
    ]
    first = f"The most acceptable package holds in {percent(top.share)} of draws if {series[-1]}"
    if len(series) > 1 and best.joint[0].share < top.share:
        first += f", in {percent(best.joint[0].share)} if {series[0]}"
    return f"{first}; {count(len(close), 'other')} cannot be told from it" if close else first


def _drawn(series: Sequence[str], packages: Sequence[Accepted], title: str, width: float) -> Markup:
    wide = width == svg.WIDE
    left, right = (430.0, 868.0) if wide else (26.0, width - 40.0)
    shown = packages[:_SHOWN]
    most = max(j.share + 2 * j.error for p in shown for j in p.joint)
    marks = svg.ticks(0, min(1.0, max(most, 0.02)), 6 if wide else 4)

    def place(share: float) -> float:
        return left + min(share / marks[-1], 1.0) * (right - left)

    out: list[Markup] = []
    y = 6.0
    for package in shown:
        parts, y = _package(package, place, y, width, left)
        out += parts
    grid = [svg.line(place(m), 6, place(m), y, "grid") for m in marks] if wide else []
    labels = [svg.text(place(m), y + 15, f"{round(100 * m, 2):g}%", "tick", "middle") for m in marks]
    key, y = svg.key([(_swatch(n, len(series)), who) for n, who in enumerate(series)], y + 42, width)
    if len(shown) < len(packages):
        y += 22
        more = count(len(packages) - len(shown), "more package is", "more packages are", first=True)
        key.append(svg.text(0, y, f"{more} in the table only", "small"))
    return svg.drawing(width, y + 12, title, *grid, *out, *labels, *key)


def _package(package: Accepted, place: svg.Place, y: float, width: float, left: float) -> tuple[list[Markup], float]:
    wide = width == svg.WIDE
    bars = _BAR * len(package.joint)
    lines = svg.wrap(package.label, (left - 44) if wide else width - 28, 12, most=3)
    out = [
        svg.text(0, y + 15, str(package.number), "panel"),
        *svg.lines(24, y + 15, lines, "small ink"),
    ]
    top = y + 5 if wide else y + 15 * len(lines) + 8
    drawn = [
        part
        for n, joint in enumerate(package.joint)
        for part in _bar(joint, n, len(package.joint), place, top + _BAR * n)
    ]
    said = f"Package {package.number}: {package.label}. {', '.join(percent(j.share) for j in package.joint)} of draws"
    out.append(svg.link(package.href, said, *drawn))
    foot = max(top + bars, y + 15 * len(lines) + 4) + (12 if wide else 14)
    return [*out, svg.line(0, foot - 4, width, foot - 4, "rule")], foot


def _bar(joint: Joint, n: int, series: int, place: svg.Place, y: float) -> list[Markup]:
    end = place(joint.share)
    out = [svg.rect(place(0), y, max(end - place(0), 1.0), _BAR - 2, f"accepted s{n + 3 - series}")]
    if joint.share > 0:
        low, high = place(max(joint.share - 2 * joint.error, 0)), place(joint.share + 2 * joint.error)
        middle = y + _BAR / 2 - 1
        out += [
            svg.line(low, middle, high, middle, "whisker"),
            *(svg.line(e, y + 1, e, y + _BAR - 3, "whisker") for e in (low, high)),
        ]
    return out


def _swatch(n: int, series: int) -> svg.Swatch:
    return lambda x, y: svg.rect(x, y - 10, 16, 11, f"accepted s{n + 3 - series}")
