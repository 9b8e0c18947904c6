"""The figures of a brief by name: from the results to what each figure is drawn of."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from detente.brief import figures, words
from detente.brief.assumed import quantity
from detente.brief.figures import Figure
from detente.brief.figures.effect import WHO, WHOEVER, Row, labelled
from detente.brief.material import Material
from detente.brief.sections.agreeable import drawable, frontier_numbers
from detente.brief.sections.event import place
from detente.brief.sections.happened import claim_groups, dated_marks
from detente.brief.sections.wants import named_courses, speakers, touched
from detente.errors import InputError
from detente.settlement.bargaining import Bargain, Point
from detente.settlement.priors import PRIORS
from detente.settlement.results import COMPOSITIONS, Edge, Frontier, FrontierPoint, Gap, Method

Need = Literal["record", "settlement", "talks", "map"]
_MOST_POINTS = 400
"""Most points of a frontier in a drawing: beyond that a page takes long and nobody tells them apart."""
_NO_EVENT = "no event is looked at; name one with --shock"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure that a brief can have.

    Parameters
    ----------
    name
        As in `detente figure NAME`.
    shows
        What it shows, in a few words.
    needs
        What has to be worked out for it.
    draw
        Draws it, None where it cannot be drawn.
    why
        Says why it cannot be drawn.
    """

    name: str
    shows: str
    needs: Need
    draw: Callable[[Material], Figure | None]
    why: Callable[[Material], str]


def drawings(material: Material) -> dict[str, Figure | None]:
    """Return every figure by name, None for those that cannot be drawn.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    return {drawing.name: drawing.draw(material) for drawing in DRAWINGS}


def _timeline(material: Material) -> Figure | None:
    drawn = figures.timeline_figure(dated_marks(material))
    return _noted(drawn, f"{_reports(material)} Nothing here is drawn at random.")


def _claims(material: Material) -> Figure | None:
    counted = [
        figures.Counted(
            group.about,
            group.unit,
            group.differs,
            tuple(
                figures.Told(
                    row.number,
                    row.comparator,
                    *row.bounds,
                    row.value,
                    row.source,
                    row.date,
                    material.href(row.entries),
                    row.denied,
                )
                for row in group.rows
            ),
        )
        for group in claim_groups(material)
        if len(group.rows) > 1
    ]
    return _noted(figures.claims_figure(counted), f"{_reports(material)} Nothing here is drawn at random.")


def _matrix(material: Material) -> Figure | None:
    names, case = material.names, material.case
    parties = [words.upper_first(party.name) for party in speakers(material)]
    held = [
        figures.Held(
            words.upper_first(party.name),
            issue.name,
            names.rung(demand.issue, demand.rung),
            demand.stance,
            demand.red_line or demand.sacred,
            demand.precondition is not None,
            demand.date or "",
            material.href(demand.basis.entries),
        )
        for issue in touched(case)
        for party in speakers(material)
        for demand in case.demands_of(party.id, issue.id)
    ]
    drawn = figures.matrix_figure(parties, [issue.name for issue in touched(case)], held)
    return _noted(drawn, f"{words.count(len(held), 'position', first=True)}; nothing here is drawn at random.")


def _movement(material: Material) -> Figure | None:
    drawn = figures.movement_figure(named_courses(material), material.anchors)
    return _noted(drawn, "Nothing here is drawn at random.")


def _blockers(material: Material) -> Figure | None:
    names, settlement = material.names, material.settlement
    asked = {
        id: figures.Asked(
            words.upper_first(names.parties.get(demand.party, demand.party)),
            names.issue(demand.issue),
            names.rung(demand.issue, demand.rung),
            demand.stance,
            demand.red_line or demand.sacred,
            demand.precondition is not None,
            material.href(demand.basis.entries),
        )
        for id, demand in names.demands.items()
    }
    obstacles = [
        figures.Obstacle(
            blocker.demands,
            blocker.context,
            blocker.tag,
            blocker.probability,
            tuple(names.issue(issue) for issue in blocker.issues),
            f"blocker-{n}",
        )
        for n, blocker in enumerate(settlement.blockers, 1)
    ]
    drawn = figures.blockers_figure(asked, obstacles, settlement.blocker_count)
    return _noted(drawn, "All minimal sets were looked for; shares are over what is assumed of red lines and silence.")


def _frontier(material: Material) -> Figure | None:
    settlement, names = material.settlement, material.names
    frontier = drawable(material)
    if frontier is None and settlement.bargain:
        return _stated(settlement.bargain, material)
    if frontier is None or not (frontier.points or frontier.others):
        return None
    labels = [names.package(point.package) for point in frontier.points]
    drawn = figures.frontier_figure(frontier, names.parties, labels, frontier_numbers(material))
    units = "Gains are in units of what is contested between the sides."
    who = words.sentence(words.in_composition(frontier.composition))
    which = f"Draw number {frontier.draw + 1:,}, the one with the middle margin, of {_draws(settlement.method)}"
    return _noted(drawn, f"{units} {who} {which} Other draws look different.")


def _stated(stated: Bargain, material: Material) -> Figure | None:
    """Draw the frontier of the values that the case states, where two parties state them."""
    if len(stated.parties) != 2 or not 0 < len(stated.frontier) <= _MOST_POINTS:
        return None

    def gained(point: Point) -> FrontierPoint:
        return FrontierPoint(point.package, {p: point.values[p] - stated.reservation[p] for p in stated.parties})

    one, two = stated.parties
    points = tuple(gained(point) for point in stated.frontier)
    solutions = {name: gained(point) if point else None for name, point in stated.solutions.items()}
    drawn = figures.frontier_figure(
        Frontier("willing", 0, (one, two), points, (), solutions),
        material.names.parties,
        [material.names.package(point.package) for point in points],
        where="By the values that the case states" if stated.exact else "By the middle of the ranges in the case",
        linked=False,
    )
    return _noted(drawn, "Gains are in the units of the case; nothing here is drawn at random.")


def _acceptability(material: Material) -> Figure | None:
    settlement, package = material.settlement, material.names.package
    if settlement.rating and not settlement.acceptable:
        rated = [
            figures.Accepted(n, package(r.package), (figures.Joint(r.joint.share, r.joint.error),))
            for n, r in enumerate(settlement.rating.packages, 1)
        ]
        drawn = figures.acceptability_figure(("everyone delivers",), rated)
        return _noted(drawn, f"{settlement.rating.draws:,} draws, seed {settlement.rating.seed}.")
    used = (settlement.method.draws or 0) * (1 - settlement.stake_unknown)
    packages = [
        figures.Accepted(
            n,
            package(a.package),
            tuple(_joint(a.joint.get(composition, 0.0), used) for composition in COMPOSITIONS),
            f"acceptable-{n}",
        )
        for n, a in enumerate(settlement.acceptable, 1)
    ]
    drawn = figures.acceptability_figure([words.DELIVER[c] for c in COMPOSITIONS], packages)
    return _noted(drawn, words.upper_first(_draws(settlement.method)))


def _joint(share: float, draws: float) -> figures.Joint:
    return figures.Joint(share, math.sqrt(share * (1 - share) / draws) if draws else 0.0)


def _steps(material: Material) -> Figure | None:
    steps, names = material.settlement.steps, material.names
    relax = {edge for deadlock in steps.deadlocks for edge in deadlock.relax}
    orders = [_order(edge, material, relax=edge in relax) for edge in steps.edges]
    orders += [_order(edge, material, void=words.dated(reason)) for edge, reason in steps.void]
    known = {issue: names.issue(issue) for level in steps.order for issue in level}
    drawn = figures.steps_figure(steps.order, known, orders, [deadlock.issues for deadlock in steps.deadlocks])
    return _noted(drawn, "Orders as parties ask for them; nothing here is drawn at random.")


def _order(edge: Edge, material: Material, *, relax: bool = False, void: str = "") -> figures.Order:
    who = words.upper_first(material.names.parties.get(edge.party, edge.party)) + words.according(edge.said_by)
    return figures.Order(edge.first, edge.then, who, relax, void, material.href(edge.basis))


def _fan(material: Material) -> Figure | None:
    odds = material.odds
    return _noted(figures.fan_figure(_telling(sorted(odds.tracks, key=place))), words.upper_first(_draws(odds.method)))


def _effect(material: Material) -> Figure | None:
    odds = material.odds
    drawn = figures.effect_figure(sorted(odds.tracks, key=place), odds.weeks, odds.shock is not None)
    return _noted(drawn, words.upper_first(_draws(odds.method)))


def _signs(material: Material) -> Figure | None:
    drawn = figures.signs_figure(sorted(material.odds.effects, key=place))
    return _noted(drawn, words.upper_first(_draws(material.odds.method)))


def _channels(material: Material) -> Figure | None:
    effects = _telling(sorted(material.odds.effects, key=place))
    live = [(effect, who) for effect, who in effects if effect.share_structural_zero < 1]
    return _noted(figures.channels_figure(live), _draws(material.odds.method, "From up to 2,000 of "))


def _map(material: Material) -> Figure | None:
    signs = material.sign_map
    if signs is None:
        return None
    across, down = (
        figures.Ruled(quantity(axis.name, material), axis.values, _assumed(axis.name, material))
        for axis in (signs.across, signs.down)
    )
    who = words.in_composition(signs.composition)
    drawn = figures.map_figure(figures.Signs(across, down, signs.positive, signs.negative, who, signs.draws))
    return _noted(drawn, f"Within {signs.weeks} weeks.")


def _assumed(name: str, material: Material) -> str | None:
    """Return the anchor of an assumption in the table of ranges; those of the event stand in no such table."""
    known = name.partition(".")[0] in PRIORS and bool(material.settlement.zones or material.odds.tracks)
    return f"assume-{name.replace('.', '-')}" if known else None


def _telling(rows: Sequence[Row]) -> list[tuple[Row, str]]:
    """Return one row per track: where the absent may deliver, unless it makes no difference who does."""
    told = labelled(rows)
    return [(row, who) for row, who in told if who == WHOEVER or row.composition == "unknown"] or [
        (row, who) for row, who in told if who == WHO["willing"]
    ]


def _noted(figure: Figure | None, method: str) -> Figure | None:
    return replace(figure, note=f"{figure.note} {method}") if figure else None


def _draws(method: Method, before: str = "") -> str:
    if method.draws is None:
        return f"{before}the draws."
    return f"{before}{method.draws:,} draws, seed {method.seed}."


def _reports(material: Material) -> str:
    n = len({evidence.report for evidence in material.evidence.values()})
    return f"From {words.count(n, 'report')}."


def _because(gaps: Sequence[Gap], otherwise: str) -> str:
    return next((gap.why for gap in gaps), otherwise)


def _no_packages(material: Material) -> str:
    stated = material.settlement.bargain
    if stated and stated.frontier:
        n, parties = len(stated.frontier), len(stated.parties)
        return f"the case has {n:,} efficient packages of {parties} parties; up to {_MOST_POINTS} of two can be drawn"
    return _because(material.settlement.gaps, "packages cannot be worked out for this case")


def _no_shares(material: Material) -> str:
    stated = material.settlement.bargain
    if stated and stated.exact:
        return "the case states every value, so nothing is drawn at random and a package is acceptable or not"
    return _because(material.settlement.gaps, "packages cannot be worked out for this case")


def _no_odds(material: Material) -> str:
    return _because(material.odds.gaps, "the odds cannot be worked out for this case")


def _no_effect(material: Material) -> str:
    return _no_odds(material) if material.odds.shock else _NO_EVENT


def _no_map(material: Material) -> str:
    if material.odds.shock and material.odds.effects:
        return "fewer than two assumptions move the effect of this event, or the map was not worked out"
    return _no_effect(material)


def _always(why: str) -> Callable[[Material], str]:
    return lambda material: why


DRAWINGS = (
    Drawing("timeline", "what happened when", "record", _timeline, _always("no event and no round has a date")),
    Drawing("claims", "figures side by side", "record", _claims, _always("nothing is counted by more than one figure")),
    Drawing("matrix", "who has said what", "record", _matrix, _always("no party has a position in the record")),
    Drawing(
        "movement", "how positions moved", "record", _movement,
        _always("no party has positions of two dates on one issue"),
    ),
    Drawing(
        "blockers", "what excludes what", "settlement", _blockers,
        _always("no demand in the record excludes another"),
    ),
    Drawing("frontier", "what each side gains", "settlement", _frontier, _no_packages),
    Drawing("acceptability", "packages by acceptability", "settlement", _acceptability, _no_shares),
    Drawing("steps", "in which order", "settlement", _steps, _always("no party ties one issue to another")),
    Drawing("fan", "odds over the weeks", "talks", _fan, _no_odds),
    Drawing("effect", "odds without and with the event", "talks", _effect, _no_odds),
    Drawing("signs", "shares of draws by sign", "talks", _signs, _no_effect),
    Drawing("channels", "through which channels", "talks", _channels, _no_effect),
    Drawing("map", "where the event raises or lowers the odds", "map", _map, _no_map),
)  # fmt: skip
"""Every figure, in the order of the page."""
FIGURES = tuple(drawing.name for drawing in DRAWINGS)
"""Their names."""


def drawing_called(name: str) -> Drawing:
    """Return the drawing of a name.

    Parameters
    ----------
    name
        As in `detente figure NAME`.

    Raises
    ------
    InputError
        Where there is none of that name.
    """
    found = next((drawing for drawing in DRAWINGS if drawing.name == name), None)
    if found is None:
        raise InputError(f"no figure is called {name!r}; choose one of {', '.join(FIGURES)}")
    return found
