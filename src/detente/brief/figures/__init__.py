"""Figures as inline SVG, laid out by hand.

Vega-Lite by way of vl-convert was weighed and left: its SVG has colours and coordinates baked in, so that dark mode
and links from a mark to its sentence need the output to be rewritten; it takes a fifth of a second per figure and 84 MB
of install. Here each figure is a pure function of its data: the same bytes every time, colours by CSS class, and every
mark that stands for a sentence or a row a link. Each comes in two layouts, `wide` for a desk and `narrow` for a phone;
a media query shows one of them. vl-convert serves for PNG alone.
"""

from detente.brief.figures.acceptability import Accepted as Accepted
from detente.brief.figures.acceptability import Joint as Joint
from detente.brief.figures.acceptability import acceptability_figure as acceptability_figure
from detente.brief.figures.blockers import Asked as Asked
from detente.brief.figures.blockers import Obstacle as Obstacle
from detente.brief.figures.blockers import blockers_figure as blockers_figure
from detente.brief.figures.channels import channels_figure as channels_figure
from detente.brief.figures.claims import Counted as Counted
from detente.brief.figures.claims import Told as Told
from detente.brief.figures.claims import claims_figure as claims_figure
from detente.brief.figures.effect import effect_figure as effect_figure
from detente.brief.figures.effect import signs_figure as signs_figure
from detente.brief.figures.fan import fan_figure as fan_figure
from detente.brief.figures.files import png as png
from detente.brief.figures.files import png_of as png_of
from detente.brief.figures.files import standalone as standalone
from detente.brief.figures.frontier import frontier_figure as frontier_figure
from detente.brief.figures.matrix import Held as Held
from detente.brief.figures.matrix import matrix_figure as matrix_figure
from detente.brief.figures.movement import movement_figure as movement_figure
from detente.brief.figures.signmap import Ruled as Ruled
from detente.brief.figures.signmap import Signs as Signs
from detente.brief.figures.signmap import map_figure as map_figure
from detente.brief.figures.steps import Order as Order
from detente.brief.figures.steps import steps_figure as steps_figure
from detente.brief.figures.svg import Figure as Figure
from detente.brief.figures.timeline import Mark as Mark
from detente.brief.figures.timeline import timeline_figure as timeline_figure

__all__ = [
    "Accepted",
    "Asked",
    "Counted",
    "Figure",
    "Held",
    "Joint",
    "Mark",
    "Obstacle",
    "Order",
    "Ruled",
    "Signs",
    "Told",
    "acceptability_figure",
    "blockers_figure",
    "channels_figure",
    "claims_figure",
    "effect_figure",
    "fan_figure",
    "frontier_figure",
    "map_figure",
    "matrix_figure",
    "movement_figure",
    "png",
    "png_of",
    "signs_figure",
    "standalone",
    "steps_figure",
    "timeline_figure",
]
