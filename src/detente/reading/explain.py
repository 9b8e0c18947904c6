"""Shows how an entry came about: its sentence, the rule that read it, and the tree that the rule walked."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from detente.entries import Entries, Entry
from detente.reading.grammar.parser import parse
from detente.reading.grammar.tree import Doc
from detente.reading.rule import Rule
from detente.reading.rules import BY_ID
from detente.reports.report import Report, Sentence
from detente.reports.sentences import sentences


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a parsed sentence.

    Parameters
    ----------
    text, pos, relation, head
        The word, its universal part of speech, its relation, and the word that it hangs on ("" for the root).
    quoted
        True inside the entry's quote.
    """

    text: str
    pos: str
    relation: str
    head: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an entry was read.

    Parameters
    ----------
    entry
        The entry.
    sentence
        The sentence in which its quote begins, as in the report.
    rule
        The rule that read it; None for a figure, whose unit is its rule, and for another reader's entry.
    words
        The parse of that sentence.
    """

    entry: Entry
    sentence: str
    rule: Rule | None
    words: tuple[Word, ...]

    def to_json(self) -> dict[str, Any]:
        """Return sentence, rule and parse as plain objects."""
        rule = self.rule
        told = rule and {"id": rule.id, "words": sorted(rule.words), "example": rule.example, "counter": rule.counter}
        return {"sentence": self.sentence, "rule": told, "parse": [_row(word) for word in self.words]}


def explain(report: Report, entries: Entries) -> Iterator[Explanation]:
    """Yield an explanation of each entry, in their order.

    Parameters
    ----------
    report
        The report that was read.
    entries
        What was read from it.

    Examples
    --------
    >>> from detente.reading import read
    >>> from detente.reports import report_from_text
    >>> report = report_from_text("Norway rejected the ceasefire.", date="2025-06-03")
    >>> (found,) = explain(report, read(report))
    >>> found.rule.id, [(w.text, w.relation, w.head) for w in found.words][:2]
    ('reject-verb', [('Norway', 'nsubj', 'rejected'), ('rejected', 'ROOT', '')])
    """
    parts = sentences(report)
    trees: dict[int, Doc] = {}
    for entry in entries:
        part = _sentence(parts, entry.quote.start)
        if part is None:
            yield Explanation(entry, entry.quote.text, BY_ID.get(entry.by.rule), ())
            continue
        if part.start not in trees:
            trees[part.start] = parse([part.text])[0]
        words = _words(trees[part.start], entry.quote.start - part.start, entry.quote.end - part.start)
        yield Explanation(entry, part.text, BY_ID.get(entry.by.rule), words)


def _sentence(parts: list[Sentence], place: int) -> Sentence | None:
    return next((part for part in parts if part.start <= place < part.end), None)


def _words(tree: Doc, start: int, end: int) -> tuple[Word, ...]:
    return tuple(
        Word(
            token.text,
            token.pos_,
            token.dep_,
            "" if token.head is token else token.head.text,
            start <= token.idx < end,
        )
        for token in tree
        if token.text.strip()
    )


def _row(word: Word) -> list[Any]:
    return [word.text, word.pos, word.relation, word.head, word.quoted]
