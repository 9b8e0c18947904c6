"""What excludes what: demands on either side, and between them why they cannot hold."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from detente.brief.figures import stances, svg
from detente.brief.words import STANCES, count, listed, lower_first, percent, upper_first, verb
from detente.entries import Stance
from detente.settlement.results import BlockerTag

_MOST = 18
"""Most demands in the drawing."""
_SIZE, _STEP, _PAD, _GAP = 12.0, 15.0, 8.0, 12.0
_STATED = ("explicit", "constraint")
_TAGS = {
    "explicit": "stated demands exclude each other",
    "constraint": "with a rule across issues",
    "absent": "somebody is missing",
    "presumed": "silence taken as opposition",
}
_NOTE = (
    "Grey boxes are demands; the boxes that lines lead to say why they cannot all be met. Each obstacle is minimal: "
    "without any one of its parts the rest could hold."
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A demand as the figure shows it.

    Parameters
    ----------
    party, issue, option
        Names.
    stance, red_line, precondition
        As of a demand.
    href
        Anchor of its sentence, None where there is none.
    """

    party: str
    issue: str
    option: str
    stance: Stance
    red_line: bool = False
    precondition: bool = False
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A blocker as the figure shows it.

    Parameters
    ----------
    demands
        Keys of its demands.
    context
        What stands around them, in words.
    tag, probability
        As of a blocker.
    issues
        Names.
    href
        Anchor of its text, None where there is none.
    """

    demands: tuple[str, ...]
    context: tuple[str, ...]
    tag: BlockerTag
    probability: float
    issues: tuple[str, ...]
    href: str | None = None


@dataclass(frozen=True, slots=True)
class _Reason:
    """Obstacles with the same words around them, drawn as one."""

    tag: BlockerTag
    text: str
    obstacles: tuple[Obstacle, ...]

    @property
    def demands(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for obstacle in self.obstacles for key in obstacle.demands))


def blockers_figure(asked: Mapping[str, Asked], obstacles: Sequence[Obstacle], total: int) -> svg.Figure | None:
    """Draw the obstacles as a graph.

    Parameters
    ----------
    asked
        Key to demand.
    obstacles
        Those of stated demands first.
    total
        How many there are in all.

    Returns
    -------
    Figure or None
        None where nothing stands in the way.
    """
    drawn = [o for o in obstacles if o.demands and all(key in asked for key in o.demands)]
    if not drawn:
        return None
    title = _finding(asked, drawn, total)
    described = "; ".join(_told(o, asked) for o in drawn)
    head = ("obstacle", "kind", "party", "issue", "stance", "option", "around it", "share of draws")
    rows = tuple(
        (n, o.tag, asked[k].party, asked[k].issue, STANCES[asked[k].stance], asked[k].option, "; ".join(o.context),
         o.probability)
        for n, o in enumerate(drawn, 1)
        for k in o.demands
    )  # fmt: skip
    shown = _first(drawn)
    return svg.both(
        "blockers",
        title,
        described,
        lambda width: _drawn(asked, _reasons(shown), total - len(shown), title, width),
        note=_NOTE,
        rows=(head, *rows),
    )


def _first(obstacles: Sequence[Obstacle]) -> list[Obstacle]:
    """Return as many obstacles, from the first, as there is room for their demands."""
    shown: list[Obstacle] = []
    keys: set[str] = set()
    for obstacle in obstacles:
        keys |= set(obstacle.demands)
        if shown and len(keys) > _MOST:
            break
        shown.append(obstacle)
    return shown


def _finding(asked: Mapping[str, Asked], obstacles: Sequence[Obstacle], total: int) -> str:
    held = Counter(key for obstacle in obstacles for key in obstacle.demands)
    key, most = max(held.items(), key=lambda item: (item[1], item[0]))
    others = max((n for k, n in held.items() if k != key), default=0)
    if most >= 3 and most > others and most * 2 >= len(obstacles):
        demand = asked[key]
        what = f"{demand.issue}, as {demand.party} {STANCES[demand.stance]} it"
        return f"{what}, is part of {most} of {total} obstacles"
    stated = [o for o in obstacles if o.tag in _STATED]
    rest = total - len(stated)
    if not stated:
        return f"No stated demand excludes another: {_of(rest)} because somebody is absent or silent"
    issues = list(dict.fromkeys(issue for o in stated for issue in o.issues))
    names = listed([lower_first(i) for i in issues]) if len(issues) <= 3 else count(len(issues), "issue")
    first = f"{upper_first(names)}: stated demands exclude each other"
    return f"{first}; {_of(rest, ' more')} because somebody is absent or silent" if rest else first


def _of(n: int, more: str = "") -> str:
    return f"{count(n, f'{more} obstacle'.strip())} {verb(n, 'stands', 'stand')}"


def _told(obstacle: Obstacle, asked: Mapping[str, Asked]) -> str:
    parts = [_said(asked[key]) for key in obstacle.demands] + list(obstacle.context)
    return f"{_TAGS[obstacle.tag]}: {listed(parts)}"


def _said(demand: Asked) -> str:
    flags = stances.flagged(demand.red_line, demand.precondition)
    return f"{demand.party} {STANCES[demand.stance]}, on {lower_first(demand.issue)}: {demand.option}{flags}"


def _reasons(obstacles: Sequence[Obstacle]) -> list[_Reason]:
    """Return obstacles by what stands around them; stated demands against each other stand alone."""
    groups: dict[object, list[Obstacle]] = {}
    for n, obstacle in enumerate(obstacles):
        alike = n if obstacle.tag == "explicit" else (obstacle.tag, obstacle.context, obstacle.probability)
        groups.setdefault(alike, []).append(obstacle)
    return [_Reason(same[0].tag, _around(same[0]), tuple(same)) for same in groups.values()]


def _around(obstacle: Obstacle) -> str:
    said = "; ".join(obstacle.context) or ("cannot both be met" if len(obstacle.demands) == 2 else "cannot all be met")
    return said if obstacle.probability >= 1 else f"{said}: in {percent(obstacle.probability)} of draws"


def _drawn(asked: Mapping[str, Asked], reasons: Sequence[_Reason], left_out: int, title: str, width: float) -> Markup:
    out, y = _graph(asked, reasons) if width == svg.WIDE else _tree(asked, reasons, width)
    tags = dict.fromkeys(reason.tag for reason in reasons)
    used = dict.fromkeys(asked[key].stance for reason in reasons for key in reason.demands)
    items = [(_swatch(tag), _TAGS[tag]) for tag in _TAGS if tag in tags]
    items += [item for item, stance in zip(stances.swatches(False), STANCES, strict=True) if stance in used]
    key, y = svg.key(items, y + 22, width)
    if left_out > 0:
        y += 22
        more = count(left_out, "more obstacle is", "more obstacles are", first=True)
        key.append(svg.text(0, y, f"{more} in the text only", "small"))
    return svg.drawing(width, y + 12, title, *out, *key)


def _swatch(tag: str) -> svg.Swatch:
    return lambda x, y: svg.rect(x, y - 10, 16, 12, f"reason {tag}", rx=3)


def _label(demand: Asked, named: bool) -> str:
    party = f"{demand.party}, " if named else ""
    return f"{party}{lower_first(demand.issue) if named else demand.issue}: {demand.option}"


@dataclass(frozen=True, slots=True)
class _Box:
    """A box with its lines; `y` is its top."""

    lines: tuple[str, ...]
    y: float = 0.0

    @property
    def height(self) -> float:
        return len(self.lines) * _STEP + 2 * _PAD

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


def _stacked(boxes: Sequence[_Box], top: float, height: float) -> list[_Box]:
    """Return boxes one below the other, in the middle of the height."""
    y = top + (height - sum(b.height for b in boxes) - _GAP * (len(boxes) - 1)) / 2
    placed = []
    for box in boxes:
        placed.append(_Box(box.lines, y))
        y += box.height + _GAP
    return placed


def _tall(boxes: Sequence[_Box]) -> float:
    return sum(box.height for box in boxes) + _GAP * max(len(boxes) - 1, 0)


def _graph(asked: Mapping[str, Asked], reasons: Sequence[_Reason]) -> tuple[list[Markup], float]:
    """Return three columns: one party's demands, reasons, everybody else's demands."""
    keys = dict.fromkeys(key for reason in reasons for key in reason.demands)
    first = asked[next(iter(keys))].party
    rest = list(dict.fromkeys(asked[key].party for key in keys if asked[key].party != first))
    sides = [[k for k in keys if (asked[k].party == first) is here] for here in (True, False)]
    ordered = _untangled(sides, reasons)
    demand, reason_width, centre = 286.0, 210.0, svg.WIDE / 2
    named = len(rest) > 1
    boxes = [
        [_Box(tuple(svg.wrap(_label(asked[k], named and n == 1), demand - 34, _SIZE, most=3))) for k in side]
        for n, side in enumerate(ordered)
    ]
    middle = [_Box(tuple(svg.wrap(reason.text, reason_width - 16, _SIZE, most=4))) for reason in reasons]
    top = 26.0
    height = max(_tall(boxes[0]), _tall(boxes[1]), _tall(middle))
    left, right, inner = (_stacked(b, top, height) for b in (*boxes, middle))
    out = [
        svg.text(0, 14, svg.fit(first, demand, svg.BOLD), "panel"),
        svg.text(
            svg.WIDE - demand,
            14,
            svg.fit(rest[0] if len(rest) == 1 else "Others" if rest else "", demand, svg.BOLD),
            "panel",
        ),
    ]
    places = {key: (demand, box.middle) for key, box in zip(ordered[0], left, strict=True)}
    places |= {key: (svg.WIDE - demand, box.middle) for key, box in zip(ordered[1], right, strict=True)}
    out += [
        _tie(places[key], centre, reason_width, box.middle, reason.tag)
        for reason, box in zip(reasons, inner, strict=True)
        for key in reason.demands
    ]
    out += [_demand(asked[k], box, 0, demand) for k, box in zip(ordered[0], left, strict=True)]
    out += [_demand(asked[k], box, svg.WIDE - demand, demand) for k, box in zip(ordered[1], right, strict=True)]
    out += [_reason(r, box, centre - reason_width / 2, reason_width) for r, box in zip(reasons, inner, strict=True)]
    return out, top + height


def _untangled(sides: Sequence[list[str]], reasons: Sequence[_Reason]) -> list[list[str]]:
    """Return the demands of each side in the order of the reasons that they lead to, so that few lines cross."""
    where = {key: [n for n, r in enumerate(reasons) if key in r.demands] for side in sides for key in side}
    return [sorted(side, key=lambda key: (sum(where[key]) / len(where[key]), key)) for side in sides]


def _tie(place: tuple[float, float], centre: float, width: float, y: float, tag: str) -> Markup:
    x, from_y = place
    edge = centre - width / 2 if x < centre else centre + width / 2
    half = (x + edge) / 2
    return svg.curve([(x, from_y), (half, from_y), (half, y), (edge, y)], f"tie {tag}")


def _demand(demand: Asked, box: _Box, x: float, width: float) -> Markup:
    cls = "asked red" if demand.red_line else "asked"
    inside = svg.lines(x + 27, box.y + _PAD + 11, box.lines, "small ink", _STEP)
    return svg.link(
        demand.href,
        _said(demand),
        svg.rect(x, box.y, width, box.height, cls, rx=3),
        stances.sign(demand.stance, x + 14, box.y + _PAD + 7, 5.5),
        *inside,
    )


def _reason(reason: _Reason, box: _Box, x: float, width: float) -> Markup:
    inside = svg.lines(x + 8, box.y + _PAD + 11, box.lines, "small ink", _STEP)
    label = f"{_TAGS[reason.tag]}: {reason.text}"
    frame = svg.rect(x, box.y, width, box.height, f"reason {reason.tag}", rx=3)
    return svg.link(reason.obstacles[0].href, label, frame, *inside)


def _tree(asked: Mapping[str, Asked], reasons: Sequence[_Reason], width: float) -> tuple[list[Markup], float]:
    """Return each reason with its demands below it."""
    out, y = [], 2.0
    for reason in reasons:
        head = _Box(tuple(svg.wrap(reason.text, width - 16, _SIZE, most=3)), y)
        out.append(_reason(reason, head, 0, width))
        trunk, y = y + head.height, y + head.height
        for key in reason.demands:
            lines = svg.wrap(_label(asked[key], True), width - 54, _SIZE, most=3)
            box = _Box(tuple(lines), y + 7)
            out.append(svg.line(10, box.middle, 22, box.middle, f"tie {reason.tag}"))
            out.append(_demand(asked[key], box, 22, width - 22))
            last, y = box.middle, box.y + box.height
        out.append(svg.line(10, trunk, 10, last, f"tie {reason.tag}"))
        y += 16
    return out, y - 12
