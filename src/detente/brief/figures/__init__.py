"""Figures as inline SVG, laid out by hand.

Vega-Lite by way of vl-convert was weighed and left: its SVG has colours and coordinates baked in, so that dark mode
and links from a mark to its sentence need the output to be rewritten; it takes a fifth of a second per figure and 84 MB
of install. Here each figure is a pure function of its data: the same bytes every time, colours by CSS class, and every
mark a link. Each comes in two layouts, `wide` for a desk and `narrow` for a phone; a media query shows one of them.
"""

from detente.brief.figures.effect import effect_figure as effect_figure
from detente.brief.figures.effect import signs_figure as signs_figure
from detente.brief.figures.files import png as png
from detente.brief.figures.files import standalone as standalone
from detente.brief.figures.frontier import frontier_figure as frontier_figure
from detente.brief.figures.movement import movement_figure as movement_figure
from detente.brief.figures.svg import Figure as Figure
from detente.brief.figures.timeline import Mark as Mark
from detente.brief.figures.timeline import timeline_figure as timeline_figure

__all__ = [
    "Figure",
    "Mark",
    "effect_figure",
    "frontier_figure",
    "movement_figure",
    "png",
    "signs_figure",
    "standalone",
    "timeline_figure",
]
