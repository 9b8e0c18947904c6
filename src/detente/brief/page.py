"""From the sections to one HTML file that asks the network for nothing."""

import functools
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from detente.brief import words
from detente.brief.citations import Citations
from detente.brief.drawings import drawings
from detente.brief.glossary import glossary, link_terms
from detente.brief.material import Material
from detente.brief.quoting import showable
from detente.brief.sections.agreeable import agreeable
from detente.brief.sections.blocked import blocked
from detente.brief.sections.event import COLUMNS, felt
from detente.brief.sections.happened import happened
from detente.brief.sections.in_short import in_short
from detente.brief.sections.order import ordered
from detente.brief.sections.rests import rests
from detente.brief.sections.wants import LEGEND, wants

TEMPLATES = Path(__file__).with_name("templates")
QUESTIONS = (
    ("happened", "What happened, and who says so"),
    ("wants", "Who wants what"),
    ("blocked", "Why there is no deal, and the cheapest way out"),
    ("agreeable", "What could be agreed now"),
    ("order", "In which order"),
    ("event", "What the event did to the odds"),
    ("rests", "What all this rests on"),
)
# Where the template leaves room for the terms; no text of a report can hold it, since all of it is escaped.
_GLOSSARY = "<!-- terms -->"


def page(material: Material) -> str:
    """Return the brief as one HTML document.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    return rendered(
        "brief.html.j2",
        material,
        questions=QUESTIONS,
        short=in_short(material),
        figures=drawings(material),
        happened=happened(material),
        wants=wants(material),
        legend=LEGEND,
        blocked=blocked(material),
        agreeable=agreeable(material),
        order=ordered(material),
        event=felt(material),
        sign_columns=COLUMNS,
        rests=rests(material),
    )


def rendered(template: str, material: Material, **content: object) -> str:
    """Return a template filled in with what every page needs, and its own content.

    Parameters
    ----------
    template
        Its file name.
    material
        Case, results and sources; references lead to its evidence.
    content
        What the template shows.
    """
    citations = Citations(material)
    html = (
        _environment()
        .get_template(template)
        .render(
            case=material.case,
            odds=material.odds,
            settlement=material.settlement,
            names=material.names,
            citations=citations,
            say=citations.say,
            cite=citations.cite,
            words=words,
            style=Markup((TEMPLATES / "style.css").read_text(encoding="utf-8")),
            **content,
        )
    )
    linked, terms = link_terms(html)
    return showable(linked.replace(_GLOSSARY, glossary(terms)))


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"date": words.long_date, "upper_first": words.upper_first, "lower_first": words.lower_first}
    return environment
