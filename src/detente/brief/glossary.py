"""The terms of the page in plain words, with a link from where each is first used."""

import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from detente.brief.words import TRACK_MEANING, sentence


@dataclass(frozen=True, slots=True)
class Term:
    """One term.

    Parameters
    ----------
    id
        Of its element on the page.
    name
        As the list shows it.
    pattern
        The forms in which the page uses it, as a regular expression.
    meaning
        In plain words.
    """

    id: str
    name: str
    pattern: str
    meaning: str


TERMS = (
    Term("base-rates", "Base rate", "base rates?", "How often something happened in comparable cases of the past."),
    Term("channel", "Channel", "channels?", "One path by which an event moves the odds, such as trust or cost."),
    Term("comprehensive", "Comprehensive deal", "comprehensive deal", sentence(TRACK_MEANING["comprehensive"])),
    Term(
        "digest",
        "Digest",
        "digests?",
        "A short number worked out from the case: two results with one digest are about the same case.",
    ),
    Term(
        "draw",
        "Draw",
        "draws?",
        "One sample of everything that nobody knows: each quantity takes one value from its range. A share of draws "
        "says under how many of these assumptions something holds; it is no probability.",
    ),
    Term(
        "efficient",
        "Efficient package",
        "efficient packages?",
        "A package that cannot be changed to the gain of one side without a loss to another.",
    ),
    Term(
        "hazard",
        "Hazard ratio",
        "hazard (?:ratios?|of agreement)",
        "The hazard is the chance of agreement in a week, added up over the weeks. The ratio is that with the event "
        "over that without: ×1 is no change, ×0.5 half as fast, ×2 twice as fast. Its logarithm is below zero where "
        "agreement comes later.",
    ),
    Term(
        "joint",
        "Joint acceptability",
        "joint acceptability",
        "The share of draws in which a package is allowed and leaves every side at least as well off as no deal.",
    ),
    Term(
        "kalai-smorodinsky",
        "Kalai-Smorodinsky solution",
        "Kalai-Smorodinsky solution",
        "The package that brings every side as near to the best it could hope for as it brings the others.",
    ),
    Term("limited", "Limited deal", "limited deal", sentence(TRACK_MEANING["limited"])),
    Term(
        "log-scale",
        "Log scale",
        "log scale",
        "A scale on which a doubling is the same step wherever it starts: from 1 to 2 as from 10 to 20.",
    ),
    Term(
        "nash",
        "Nash bargaining solution",
        "Nash bargaining solution",
        "The package with the largest product of what the sides gain over no deal.",
    ),
    Term(
        "package",
        "Package",
        "packages?",
        "One option for every issue at stake; what it does not name stays as it is.",
    ),
    Term(
        "precondition",
        "Precondition",
        "preconditions?",
        "What a party wants before anything else (a matter of order), or in any deal at all (a matter of content).",
    ),
    Term("red-line", "Red line", "red lines?", "What a party says it will never accept, or never do without."),
    Term("seed", "Seed", "seed", "The number that fixes which draws are made: the same seed gives the same page."),
    Term(
        "deadlock",
        "Sequencing deadlock",
        "sequencing deadlocks?",
        "One party wants this before that, another that before this: neither can begin.",
    ),
    Term(
        "shapley",
        "Shapley share",
        "Shapley shares?",
        "A fair split of a whole effect among the channels: what a channel adds, on average over every order in which "
        "the channels can be switched on.",
    ),
    Term(
        "stake",
        "Stake unit",
        "stake units?|units of what is contested",
        "The measure of what a side gains or loses: 1 is everything that is contested between the sides, 0.10 a "
        "tenth of it.",
    ),
    Term("surplus", "Surplus", "surplus", "What a side gains from a package over having no deal."),
    Term(
        "zone",
        "Zone of possible agreement",
        "zone of possible agreement",
        "The packages that leave every side at least as well off as no deal.",
    ),
    Term("truce", "Truce", "truce", sentence(TRACK_MEANING["truce"])),
)
# Tags in whose text no link belongs: links, headings, what reports say, pictures, and what no reader sees.
_CLOSED = frozenset({"a", "blockquote", "cite", "code", "h1", "h2", "h3", "header", "nav", "style", "summary", "svg"})
_QUOTATION = "“[^”]*”"


def link_terms(html: str) -> tuple[str, tuple[Term, ...]]:
    """Return the main part of a page with a link from the first use of each term, and the terms that it uses.

    Parameters
    ----------
    html
        Well-formed; words inside quotation marks are those of a report and stay as they are.

    Examples
    --------
    >>> html, used = link_terms("<main><h2>Draws</h2><p>“no draw” in two draws</p></main>")
    >>> html, [term.name for term in used]
    ('<main><h2>Draws</h2><p>“no draw” in two <a class="term" href="#term-draw">draws</a></p></main>', ['Draw'])
    """
    left = {term.id: term for term in TERMS}
    used: list[Term] = []
    closed: list[str] = []
    out, inside = [], False
    for part in re.split(r"(<[^>]*>)", html):
        if tag := re.match(r"<(/?)([a-z]\w*)", part):
            inside = (tag[1] == "") if tag[2] == "main" else inside
            _step(closed, tag[2], ends=bool(tag[1]), quote='class="quote"' in part)
        elif inside and not closed and left:
            part = _linked(part, left, used)
        out.append(part)
    return "".join(out), tuple(term for term in TERMS if term in used)


def _step(closed: list[str], tag: str, *, ends: bool, quote: bool) -> None:
    """Keep the tags that are open and closed to links; a quotation is a span of its own."""
    if ends and closed and closed[-1] == tag:
        closed.pop()
    elif not ends and (tag in _CLOSED or quote or tag in closed):
        closed.append(tag)


def _linked(text: str, left: dict[str, Term], used: list[Term]) -> str:
    # The longest forms are tried first: "efficient packages" is one term, not the first use of "package".
    forms = sorted(left.values(), key=lambda term: -len(term.pattern))
    pattern = "|".join([_QUOTATION, *(rf"(?P<t{n}>\b(?:{term.pattern})\b)" for n, term in enumerate(forms))])

    def link(found: re.Match[str]) -> str:
        term = forms[int(found.lastgroup[1:])] if found.lastgroup else None
        if term is None or term in used:
            return found.group()
        used.append(term)
        del left[term.id]
        return f'<a class="term" href="#term-{term.id}">{found.group()}</a>'

    return re.sub(pattern, link, text, flags=re.IGNORECASE)


def glossary(terms: tuple[Term, ...]) -> Markup:
    """Return the list of terms as the last section of the page."""
    rows = (
        Markup('<div id="term-{}"><dt>{}</dt><dd>{}</dd></div>\n').format(t.id, t.name, escape(t.meaning))
        for t in sorted(terms, key=lambda t: t.name)
    )
    head = '<section id="terms" aria-labelledby="terms-head">\n<h2 id="terms-head">Terms</h2>\n<dl class="terms">\n'
    return Markup(head) + Markup("").join(rows) + Markup("</dl>\n</section>\n")
