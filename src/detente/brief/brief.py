"""The brief: one object that is shown as a page, on a terminal, or as data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from detente.brief.material import Material
from detente.case.model import Case, Evidence
from detente.entries import Claim
from detente.errors import CannotWorkOut
from detente.reports.report import Report
from detente.settlement.results import Gap, Settlement
from detente.talks.results import Odds

if TYPE_CHECKING:
    from detente.brief.figures import Figure
    from detente.record import Source
    from detente.talks.signmap import SignMap

FORMATS = {".html": "html", ".docx": "docx", ".md": "markdown"}
"""Ending of a file's name to the method of a brief that gives its content."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What the reports, the case and the results say, for a person to read.

    Parameters
    ----------
    case
        The negotiation.
    settlement
        What the sides could accept, and what blocks the rest.
    odds
        How likely agreement is, and what the event does to that.
    claims
        Figures and who says so.
    dropped
        What was read but has no place in the case, and why.
    evidence
        Entry id to quote for the claims, such as `Record.sources` gives; a claim that is not in it is shown by its
        quote alone.
    reports
        The reports, where they are at hand: they say how their dates were found.
    sign_map
        Where the event raises and where it lowers the odds (`detente.talks.sign_map`), for one more figure.

    Examples
    --------
    >>> from detente.settlement.results import Method, Steps
    >>> method = Method("none", "0.1.0", "0" * 16)
    >>> empty = Settlement(method, (), (), 0, 0, (), None, (), (), (), Steps((), (), (), (), {}), ())
    >>> brief = Brief(Case("Talks"), empty, Odds(method, 26, None, (), (), (), (), (), (), ()))
    >>> "nothing to tell" in brief.html()
    True
    """

    case: Case
    settlement: Settlement
    odds: Odds
    claims: Sequence[Claim] = ()
    dropped: Sequence[Gap] = ()
    evidence: "Mapping[str, Evidence | Source]" = field(default_factory=dict)
    reports: Sequence[Report] = ()
    sign_map: "SignMap | None" = None

    def html(self) -> str:
        """Return one HTML document that is read offline; the same results give the same bytes."""
        from detente.brief.page import page

        return page(self._material)

    def markdown(self) -> str:
        """Return the same content as Markdown, with footnotes for sources and assumptions."""
        from detente.brief.markdown import markdown

        return markdown(self.html())

    def docx(self) -> bytes:
        """Return the same content as the bytes of a Word document; the same results give the same bytes."""
        from detente.brief.docx import docx

        return docx(self.html())

    def figures(self) -> "dict[str, Figure]":
        """Return the figures by name, in the order of the page; a notebook shows each as a picture."""
        from detente.brief.drawings import drawings

        return {name: figure for name, figure in drawings(self._material).items() if figure}

    def missing_figures(self) -> dict[str, str]:
        """Return the names of the figures that cannot be drawn, each with the reason."""
        from detente.brief.drawings import DRAWINGS

        material = self._material
        return {d.name: d.why(material) for d in DRAWINGS if d.draw(material) is None}

    def figure(self, name: str) -> "Figure":
        """Return one figure.

        Parameters
        ----------
        name
            One of `detente.brief.FIGURES`.

        Raises
        ------
        InputError
            Where no figure is called so.
        CannotWorkOut
            Where it cannot be drawn; the message says why.
        """
        from detente.brief.drawings import drawing_called

        drawing = drawing_called(name)
        made = drawing.draw(self._material)
        if made is None:
            raise CannotWorkOut(f"no figure {name}: {drawing.why(self._material)}")
        return made

    def summary(self, width: int = 80) -> str:
        """Return the answer as plain text for one screen of a terminal.

        Parameters
        ----------
        width
            Columns, at least 40.
        """
        from detente.brief.summary import summary

        return summary(self._material, width)

    def _repr_html_(self) -> str:
        """Return the answer for a notebook: the lines of the first screen, each with the number of its section."""
        from markupsafe import Markup

        from detente.brief.sections.in_short import in_short

        rows = (
            Markup("<tr><th>{}</th><td>{}</td><td>section {}</td></tr>").format(line.head, line.said.text, line.section)
            for line in in_short(self._material)
        )
        caption = Markup("<caption>{}</caption>").format(self.case.title)
        return Markup("<table>{}{}</table>").format(caption, Markup("").join(rows))

    def print_summary(self) -> None:
        """Print the summary on stdout; headings are bold where a person is looking."""
        from detente.brief.summary import print_summary

        print_summary(self._material)

    def to_json(self) -> dict[str, Any]:
        """Return everything as JSON-safe data, always in the same order."""
        from detente.brief.sections.in_short import in_short
        from detente.entries import entry_to_json
        from detente.plain import plain

        material = self._material
        return {
            "title": self.case.title,
            "in_short": plain(in_short(material)),
            "case": plain(self.case),
            "settlement": plain(self.settlement),
            "odds": plain(self.odds),
            "sign_map": plain(self.sign_map),
            "claims": [{"report": claim.quote.report} | plain(entry_to_json(claim)) for claim in self.claims],
            "dropped": plain(tuple(self.dropped)),
            "evidence": plain({id: material.evidence[id] for id in sorted(material.evidence)}),
        }

    @property
    def _material(self) -> Material:
        return Material(
            self.case,
            self.settlement,
            self.odds,
            tuple(self.claims),
            tuple(self.dropped),
            tuple(self.reports),
            self.evidence,
            self.sign_map,
        )
