"""Cuts a report into sections that fit into one question, at the borders of sentences, with some overlap."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.reports.report import Report, Sentence
from detente.reports.sentences import sentences

# Some 2,000 tokens: what is said in it fits into one answer of a small model, and a news report is one or two of them.
SECTION = 8_000
# An entry rests on two sentences at most, so with two repeated none falls between two sections.
OVERLAP = 2


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a report as it is sent.

    Parameters
    ----------
    text
        The sentences with one space or line break between them.
    origin
        For each character of `text` its place in the report's text.
    sentences
        Spans of the sentences in the report's text, in order.
    """

    text: str
    origin: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]


def sections(report: Report, *, size: int = SECTION, overlap: int = OVERLAP) -> list[Section]:
    """Return the sections of what is kept of a report.

    Parameters
    ----------
    report
        Any report.
    size
        Characters of a section; a single longer sentence is a section of its own.
    overlap
        Sentences that a section shares with the one before it.

    Returns
    -------
    list of Section
        Every sentence is in at least one of them; empty for a report without sentences.

    Examples
    --------
    >>> from detente.reports import report_from_text
    >>> report = report_from_text("Norway spoke. Denmark answered. Both left.")
    >>> [section.text for section in sections(report, size=32, overlap=1)]
    ['Norway spoke. Denmark answered.', 'Denmark answered. Both left.']
    """
    return [_section(report, part) for part in _parts(sentences(report), size, overlap)]


def _parts(given: Sequence[Sentence], size: int, overlap: int) -> Iterator[Sequence[Sentence]]:
    start = 0
    while start < len(given):
        end = start + 1
        while end < len(given) and _length(given[start : end + 1]) <= size:
            end += 1
        yield given[start:end]
        if end == len(given):
            return
        # Always forward, even where the shared sentences alone would fill a section.
        start = max(start + 1, end - overlap)


def _length(part: Sequence[Sentence]) -> int:
    return sum(len(sentence.text) + 1 for sentence in part) - 1


def _section(report: Report, part: Sequence[Sentence]) -> Section:
    text, origin = "", []
    for before, sentence in zip([None, *part], part, strict=False):
        if before is not None:
            text += " " if before.paragraph == sentence.paragraph else "\n"
            origin.append(before.end)
        text += sentence.text
        origin += range(sentence.start, sentence.end)
    return Section(text, tuple(origin), tuple((s.start, s.end) for s in part))
