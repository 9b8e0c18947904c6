"""Two briefs side by side: what changed between two dates, or between two cases."""

from dataclasses import dataclass
from typing import Any

from detente.brief import changed
from detente.brief.brief import Brief
from detente.brief.dates import long_date
from detente.brief.material import Material
from detente.brief.page import QUESTIONS, rendered
from detente.brief.words import count, lower_first


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is not the same in two briefs.

    Parameters
    ----------
    before, after
        The two, in order of time or as they are to be read.
    names
        What to call them; by default the dates up to which their records go, or their titles.

    Examples
    --------
    >>> from detente.case.model import Case
    >>> from detente.settlement.results import Method, Settlement, Steps
    >>> from detente.talks.results import Odds
    >>> method = Method("none", "0.1.0", "0" * 16)
    >>> empty = Settlement(method, (), (), 0, 0, (), None, (), (), (), Steps((), (), (), (), {}), ())
    >>> one, two = (Brief(Case(t), empty, Odds(method, 26, None, (), (), (), (), (), (), ())) for t in ("A", "B"))
    >>> Comparison(one, two).labels
    ('A', 'B')
    """

    before: Brief
    after: Brief
    names: tuple[str, str] | None = None

    @property
    def labels(self) -> tuple[str, str]:
        """What the two are called."""
        cases = self.before.case, self.after.case
        if self.names:
            return self.names
        dates = [long_date(case.date) for case in cases]
        if all(dates) and dates[0] != dates[1]:
            return f"up to {dates[0]}", f"up to {dates[1]}"
        titles = [case.title for case in cases]
        return (titles[0], titles[1]) if titles[0] != titles[1] else ("the first", "the second")

    @property
    def title(self) -> str:
        """The title of both, or both titles."""
        titles = dict.fromkeys((self.before.case.title, self.after.case.title))
        return " and ".join(titles)

    def html(self) -> str:
        """Return one HTML document that is read offline; the same results give the same bytes."""
        before, after = self._materials
        return rendered(
            "comparison.html.j2",
            after,
            questions=QUESTIONS,
            title=self.title,
            labels=self.labels,
            answers=changed.answers(before, after),
            chapters=changed.chapters(before, after),
            chances=changed.chances(before, after),
        )

    def markdown(self) -> str:
        """Return the same content as Markdown."""
        from detente.brief.markdown import markdown

        return markdown(self.html())

    def docx(self) -> bytes:
        """Return the same content as the bytes of a Word document."""
        from detente.brief.docx import docx

        return docx(self.html())

    def summary(self) -> list[str]:
        """Return the changes as lines for a terminal."""
        before, after = self._materials
        lines = [self.title, f"{self.labels[0]} → {self.labels[1]}"]
        signs = {"new": "+", "gone": "-", "changed": "~"}
        for chapter in changed.chapters(before, after):
            lines += [
                "",
                f"{chapter.question}: {count(len(chapter.changes), 'change')}, {count(chapter.same, 'thing')} the same",
            ]
            for change in chapter.changes:
                parts = [said.text for said in (change.before, change.after) if said.text != "–"]
                lines.append(f"  {signs[change.kind]} {' → '.join(parts)}")
        lines += ["", "Odds of agreement (nine draws in ten)"]
        for chance in changed.chances(before, after):
            where = f"{chance.track}, {lower_first(chance.who)}"
            lines.append(f"  {where}: {chance.before} → {chance.after}; {chance.moved}")
        return lines

    def _repr_html_(self) -> str:
        """Return the changes for a notebook."""
        from markupsafe import Markup

        before, after = self._materials
        rows = (
            Markup("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>").format(
                chapter.question, change.kind, change.before.text, change.after.text
            )
            for chapter in changed.chapters(before, after)
            for change in chapter.changes
        )
        head = Markup("<tr><th>question</th><th>change</th><th>{}</th><th>{}</th></tr>").format(*self.labels)
        return Markup("<table>{}{}</table>").format(head, Markup("").join(rows))

    def to_json(self) -> dict[str, Any]:
        """Return the changes as JSON-safe data."""
        from detente.plain import plain

        before, after = self._materials
        return {
            "title": self.title,
            "before": self.labels[0],
            "after": self.labels[1],
            "answers": plain(changed.answers(before, after)),
            "chapters": plain(changed.chapters(before, after)),
            "odds": plain(changed.chances(before, after)),
        }

    @property
    def _materials(self) -> tuple[Material, Material]:
        """Both with the evidence of both: a reference leads to its sentence wherever it stands."""
        evidence = {
            **self.before.evidence,
            **self.before.case.evidence,
            **self.after.evidence,
            **self.after.case.evidence,
        }
        before, after = (
            Material(b.case, b.settlement, b.odds, tuple(b.claims), tuple(b.dropped), tuple(b.reports), b.evidence)
            for b in (self.before, self.after)
        )
        shown = Material(after.case, after.settlement, after.odds, after.claims, after.dropped, after.reports, evidence)
        return before, shown
