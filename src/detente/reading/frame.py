"""One sentence with all that the parts of the reader need to know about it."""

import functools
import re
from dataclasses import dataclass, field

from detente.entries import Provenance, Quote
from detente.reading.grammar.chronicle import told_in_present
from detente.reading.grammar.clauses import went_to
from detente.reading.grammar.dates import DateMention
from detente.reading.grammar.parser import Doc, Token, ancestors, auxiliaries, children, text_of, token_at
from detente.reading.who.actors import Resolver
from detente.reports.report import Report, Sentence

READER = "rules"
VERSION = "6"


@dataclass(frozen=True)
class Frame:
    """A sentence in its report.

    Parameters
    ----------
    report, sentence, doc
        The report, the sentence in it, and its tree; offsets in the tree are offsets in the sentence.
    resolver
        Who the nouns and pronouns stand for at this place.
    dates
        Dates that the sentence names.
    context
        The date that the paragraph has named before, None where it has named none.
    """

    report: Report
    sentence: Sentence
    doc: Doc
    resolver: Resolver
    dates: list[DateMention] = field(default_factory=list)
    context: str | None = None

    @functools.cached_property
    def text(self) -> str:
        """The sentence as the parser reads it: same length, with simple apostrophes and spaces."""
        return text_of(self.doc)

    @functools.cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the tree, made once: the parser makes new ones each time that a tree is gone through."""
        return tuple(self.doc)

    def quote(self, start: int, end: int) -> Quote:
        """Return the exact stretch of the report for a span of the sentence, without white space around it."""
        text = self.sentence.text
        while start < end - 1 and not text[start].isalnum() and text[start] not in "\"“‘'$€£(":
            start += 1
        while end - 1 > start and (text[end - 1].isspace() or text[end - 1] in ",;:—–-"):
            end -= 1
        return self.report.quote(self.sentence.start + start, self.sentence.start + end)

    def whole(self) -> Quote:
        """Return the whole sentence as a quote."""
        return self.quote(0, len(self.sentence.text))

    def date_for(self, token: Token | None = None) -> str | None:
        """Return the date that belongs to a predicate: the nearest in the sentence, read by its tense."""
        if not self.dates:
            return self.context
        place = token.idx if token is not None else 0
        nearest = min(self.dates, key=lambda date: min(abs(date.start - place), abs(date.end - place)))
        return nearest.future if token is not None and self.ahead(token, nearest) else nearest.past

    def day_of(self, token: Token | None = None, *, spoken: bool = False) -> str | None:
        """Return the day of an act: its own, that of its paragraph, or the report's.

        Parameters
        ----------
        token
            What tells of the act.
        spoken
            True for an act of speech: what somebody says is news, whatever day the paragraph has recalled before.
        """
        own = [date for date in self.dates if token is None or not _of_another(self.doc, token, date)]
        own = [date for date in own if token is None or _belongs(self.doc, token, date)] or own
        if own:
            place = token.idx if token is not None else 0
            nearest = min(own, key=lambda date: min(abs(date.start - place), abs(date.end - place)))
            day = nearest.future if token is not None and self.ahead(token, nearest) else nearest.past
            # What is said is said by the day of the report: "threatened to leave if the talks of 20 May fail".
            return self.report.date if spoken and day and self.report.date and day > self.report.date else day
        in_line = self.context is not None and (not spoken or told_in_present(self.report.text))
        return self.context if in_line and not self.dates else self.report.date

    def ahead(self, token: Token, date: DateMention) -> bool:
        """True where a predicate speaks of what is still to come."""
        words = set(auxiliaries(token))
        if went_to(token):
            return False
        # "shelled the post on Saturday, two days before talks are due to open": that is told of another day.
        first = max(token.idx, date.start)
        told = token.tag_ in ("VBD", "VBG") and not words and _SCHEDULED.search(self.text, 0, first) is None
        scheduled = not told and _scheduled(self.text)
        to_do = any(mark.text.casefold() == "to" for mark in children(token, "mark"))
        return bool(words & {"will", "shall", "'ll", "would"}) or scheduled or to_do


def _of_another(doc: Doc, token: Token, date: DateMention) -> bool:
    """True for a date inside a clause that only says more of somebody: "the Front, which signed in 1996, said"."""
    at = token_at(doc, date.start, date.end)
    if at is None:
        return False
    chain = [at, *ancestors(at)]
    clause = next((each for each in chain if each.dep_ in ("acl", "acl:relcl")), None)
    return clause is not None and clause.i < len(doc) and token.i not in {t.i for t in clause.subtree}


def _belongs(doc: Doc, token: Token, date: DateMention) -> bool:
    """True for a date that hangs on a predicate itself: "froze aid last week and shipped grain on Sunday"."""
    at = token_at(doc, date.start, date.end)
    chain = [at, *ancestors(at)] if at is not None else []
    above = next((each for each in chain if each.pos_ == "VERB" or each.i == token.i), None)
    return above is not None and above.i == token.i


_SCHEDULED = re.compile(
    r"\b(?:is|are|was|were) (?:due|scheduled|expected|planned|set) to\b|\bto (?:be held|meet|resume|return)\b"
    r"|\bnext\b"
)


@functools.lru_cache(maxsize=4096)
def _scheduled(text: str) -> bool:
    return _SCHEDULED.search(text) is not None


def by(rule: str, confidence: float) -> Provenance:
    """Say which rule read an entry, and how sure it is."""
    return Provenance(READER, VERSION, rule, confidence)
