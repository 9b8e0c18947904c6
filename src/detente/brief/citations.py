"""Numbered references from statements to sentences and assumptions, and back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from detente.brief.material import Material, file_name
from detente.brief.quoting import quoted
from detente.brief.words import Statement, long_date, sentence
from detente.case.model import Evidence

_KEPT_BACK_LINKS = 12


@dataclass(frozen=True, slots=True)
class Source:
    """One entry with its sentence, as the list of sources shows it.

    Parameters
    ----------
    number
        As in the text, None where nothing on the page rests on it.
    anchor
        Id of its element.
    sentence
        The sentence with the quote marked.
    title, about
        The report; date, outlet and path.
    reader
        Who read it, and how sure.
    entry
        Id of the entry.
    uses
        Ids of the references to it.
    """

    number: int | None
    anchor: str
    sentence: Markup
    title: str
    about: str
    reader: str
    entry: str
    uses: tuple[str, ...]


@dataclass(slots=True)
class Citations:
    """Gives numbers in the order of the page; sources and assumptions are listed when all references are made.

    Parameters
    ----------
    material
        Its evidence.
    """

    material: Material
    _uses: dict[str, list[str]] = field(default_factory=dict)
    _assumed: dict[str, list[str]] = field(default_factory=dict)

    def say(self, statement: Statement) -> Markup:
        """Return a statement, escaped, with its references."""
        return escape(statement.text) + self.cite(statement.entries) + self.assume(statement.assumption)

    def cite(self, entries: Sequence[str]) -> Markup:
        """Return references to the sentences of entries."""
        made = [self._reference(id) for id in dict.fromkeys(entries)]
        if not made:
            return Markup("")
        return Markup('<sup class="cite">{}</sup>').format(Markup('<span class="comma">, </span>').join(made))

    def _reference(self, entry: str) -> Markup:
        uses = self._uses.setdefault(entry, [])
        number = list(self._uses).index(entry) + 1
        use = f"ref-{number}-{len(uses) + 1}"
        uses.append(use)
        return Markup('<span class="ref"><a id="{}" href="#{}" aria-label="source {}">{}</a>{}</span>').format(
            use, self.anchor(entry), number, number, _tip(*self._told(entry))
        )

    def _told(self, entry: str) -> tuple[str, str]:
        """Return what pointing at a reference shows: the words, and whose they are."""
        evidence = self.material.evidence.get(entry)
        if evidence is None:
            return "its sentence is not at hand", ""
        whose = (evidence.outlet or evidence.title, long_date(evidence.date), evidence.judged or evidence.reader)
        return quoted(evidence.sentence), ", ".join(part for part in whose if part)

    def assume(self, assumption: str) -> Markup:
        """Return a reference to an assumption, nothing for ""."""
        if not assumption:
            return Markup("")
        uses = self._assumed.setdefault(assumption, [])
        number = list(self._assumed).index(assumption) + 1
        use = f"ref-a{number}-{len(uses) + 1}"
        uses.append(use)
        link = Markup('<a id="{}" href="#assumption-{}" aria-label="assumption {}">A{}</a>').format(use, *[number] * 3)
        tip = _tip(sentence(assumption), "Assumption")
        return Markup('<sup class="cite"><span class="ref">{}{}</span></sup>').format(link, tip)

    def anchor(self, entry: str) -> str:
        """Return the id of the element that shows an entry."""
        return self.material.anchors.get(entry) or f"no-entry-{list(self._uses).index(entry) + 1}"

    @property
    def assumptions(self) -> list[tuple[int, str, tuple[str, ...]]]:
        """The assumptions referred to: number, text, references."""
        return [(n, text, tuple(uses)) for n, (text, uses) in enumerate(self._assumed.items(), 1)]

    @property
    def cited(self) -> list[Source]:
        """The entries referred to, in order of their numbers."""
        return [self._source(entry, n, uses) for n, (entry, uses) in enumerate(self._uses.items(), 1)]

    @property
    def uncited(self) -> list[Source]:
        """The entries at hand to which nothing refers."""
        rest = [id for id in self.material.evidence if id not in self._uses]
        return [self._source(id, None, ()) for id in sorted(rest)]

    def _source(self, entry: str, number: int | None, uses: Sequence[str]) -> Source:
        evidence = self.material.evidence.get(entry)
        if evidence is None:
            told = Markup("The sentence of this entry is not with the case; the record it came from has it.")
            return Source(number, self.anchor(entry), told, "", "", "", entry, tuple(uses))
        about = ", ".join(
            part for part in (long_date(evidence.date), evidence.outlet, file_name(evidence.path)) if part
        )
        sure = f"confidence {evidence.confidence:.2g}"
        reader = f"read by {evidence.reader}, {sure}" if evidence.reader else sure
        reader += f"; {evidence.judged}" if evidence.judged else ""
        return Source(
            number,
            self.material.anchors[entry],
            marked(evidence),
            evidence.title or "Untitled report",
            about,
            reader,
            entry,
            tuple(uses[:_KEPT_BACK_LINKS]),
        )


def _tip(words: str, whose: str) -> Markup:
    """Return what is shown while a reference is pointed at or in focus; the list of sources says it to all others."""
    about = Markup("<span>{}</span>").format(whose) if whose else Markup("")
    return Markup('<span class="tip" aria-hidden="true">{}{}</span>').format(words, about)


def marked(evidence: Evidence) -> Markup:
    """Return the sentence, escaped, with the quote marked in it; the quote alone where the sentence lacks it.

    Parameters
    ----------
    evidence
        Quote and sentence; they may differ in white space.

    Examples
    --------
    >>> marked(Evidence("a <b>", "He said a <b> here.", "r"))
    Markup('He said <mark>a &lt;b&gt;</mark> here.')
    """
    pattern = r"\s+".join(re.escape(word) for word in evidence.quote.split())
    found = re.search(pattern, evidence.sentence) if pattern else None
    if found is None:
        return Markup("<mark>{}</mark> {}").format(
            evidence.quote, evidence.sentence if evidence.quote != evidence.sentence else ""
        )
    before, after = evidence.sentence[: found.start()], evidence.sentence[found.end() :]
    return Markup("{}<mark>{}</mark>{}").format(before, found.group(), after)
