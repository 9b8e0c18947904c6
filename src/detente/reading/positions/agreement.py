"""The agreement that a report has in view: where it comes into view, and how far its terms reach.

An agreement comes into view where it is named together with its making, or its text is; its terms follow on that, or on
one another, over several sentences.
"""

import re
from collections.abc import Iterator

from detente.reading.caseless import Caseless
from detente.reading.frame import Frame
from detente.reading.grammar.modals import has_to, is_to
from detente.reading.grammar.parser import auxiliaries, lemma
from detente.reading.positions.agreement_words import AGREEMENTS, PAPER, SETTLED, TRUCES, any_of
from detente.reading.positions.holders import SAYING
from detente.reading.positions.items import ARTICLE
from detente.reading.positions.stating import Stating
from detente.reading.positions.treaty_terms import told_terms, verbless, without_scare_quotes

_MADE = (
    r"(?:sign(?:ed|s|ing)?|initial(?:led|s|ed)|conclud(?:ed?|es)|reach(?:ed|es)?|str(?:uck|ikes?)|seal(?:ed|s)?"
    r"|agree[ds]?|clinch(?:ed|es)|announc(?:ed?|es)|publish(?:ed|es)?|adopt(?:ed|s)?|ratif(?:ied|ies)|accept(?:ed|s)?"
    r"|hammered out|thrashed out|worked out|put (?:their|its|his|her) (?:names?|signatures?)|came to|come to"
    r"|(?:came|comes|entered|enters|goes|went) into (?:force|effect)|took effect|released|read out|made public)"
)
_NAMED = Caseless(rf"\b{_MADE}\b[^.;?!]{{0,110}}?\b{PAPER}\b|\b{PAPER}\b[^.;?!]{{0,110}}?\b{_MADE}\b")
_TOLD = Caseless(
    r"\bwhat (?:they|both|we) (?:agreed|signed|settled)\b|\bwhat [^,.;:?]{2,60} (?:have|has|had) (?:now )?(?:agreed"
    r"|signed|settled)\b"
    rf"|\b(?:what|here is what|this is what) (?:the|this|their) {PAPER} (?:says|provides|contains|holds|sets out)\b"
    rf"|\b(?:under|by|according to|in) (?:the|its|this|their) (?:[\w-]+ )?(?:terms|provisions|clauses|{PAPER})\b"
    rf"|\b(?:text|terms|points|provisions|clauses|details|contents) of (?:the|this|their) (?:[\w-]+ )?{PAPER}\b"
    r"|\bits (?:main |chief |key )?(?:terms|provisions|points|clauses)\b|\b(?:have|has|got|seen|read) the text\b"
    rf"|\bthe (?:\w+ )?{PAPER} (?:provides|stipulates|lays down|sets out|says|binds|obliges|commits|foresees)\b"
    r"|\b(?:declare|agree|agreed|declared|decided|resolved|stipulated) (?:on )?(?:the following|as follows|that)\b"
    r"|\bjoint (?:statement|declaration|communiqu[eé])\b|\bon paper\b"
)
_UNMADE = re.compile(
    r"\b(?:no|without(?: an?| any)?|any|draft|proposed|possible|future|eventual|not|never|n't|fail\w*|hop\w+|if|unless"
    r"|would|could|might|should|yet|refus\w+|reject\w*|propos\w+|plan|drafts?|before|until|want\w*|urg\w+|ready"
    r"|whether|try\w*|demand\w*)\b|\bcall\w* (?:for|on)\b|\bto (?:sign|reach|conclude|strike)\b|\?",
    re.IGNORECASE,
)
_PAPER_OF_ALL = re.compile(rf"\b{PAPER}\b|\bsigned\b|\bin principle\b|\bthe plan\b|\bpoints?\b", re.IGNORECASE)
_BEGUN = Caseless(
    rf"\b(?:sign(?:ed|s|ing)?|initial(?:led|s|ed)|struck|sealed|concluded|agreed|settled|consented|put (?:their|its)"
    r" names?|in accordance with|provides for"
    rf"|reached (?:an? |the )?(?:[\w-]+ ){{0,2}}{any_of(AGREEMENTS, SETTLED)}|under the (?:terms|plan|{PAPER})"
    rf"|{any_of(AGREEMENTS, TRUCES)}\b.{{0,50}}\b(?:came|comes|went|goes|takes|took|enters|entered)"
    r" (?:into|effect))\b"
)
# Paragraphs over which duties ("is to", "shall") still belong to an agreement that was named.
_REACH = 12
# Sentences without a term after which the present tense no longer tells terms.
_NEAR = 2
# Lines with nothing but a date or a question from which on they divide a chronicle.
_CHRONICLE = 3


class Agreement:
    """Follows the agreement in view through a report."""

    def __init__(self) -> None:
        self.named = False
        self.opens = False
        self.open = False
        self.paragraph = -1
        self.parts = 0
        self.since = _NEAR + 1
        self.item = -1

    def covers(self, frame: Frame) -> bool:
        """Return whether duties in a sentence are terms, and take note of where an agreement comes into view.

        Parameters
        ----------
        frame
            The next sentence.
        """
        text = frame.text
        if _heading(frame) and (frame.dates or _NEW_PART.match(text)):
            self.parts += 1
            # One such line is the date of the report, several divide a chronicle.
            self.open = self.open and self.parts < _CHRONICLE
        self.named = bool(_BEGUN.search(text) and _PAPER_OF_ALL.search(text))
        self.opens = _opens(text)
        if self.named or self.opens:
            self.open, self.paragraph = True, frame.sentence.paragraph
        return self.open and frame.sentence.paragraph - self.paragraph <= _REACH

    def terms(self, frame: Frame) -> Iterator[Stating]:
        """Yield the terms that a sentence tells in the present, for whoever has to keep them.

        Parameters
        ----------
        frame
            The sentence that `covers` has just seen.
        """
        opens = self.opens
        found: list[Stating] = []
        if self.open and ARTICLE.match(frame.text):
            self.since, self.item = 0, frame.sentence.paragraph
        under = _UNDER.match(frame.text)
        if opens and (under or ":" in frame.text):
            found = list(told_terms(frame, after=under.end() if under else frame.text.find(":") + 1))
        elif (not opens or self.item == frame.sentence.paragraph) and self.open and self.since <= _NEAR:
            found = list(told_terms(frame))
            if self.item == frame.sentence.paragraph and not found:
                found = list(verbless(frame))
        duty = self.open and self.paragraph >= frame.sentence.paragraph - _REACH and _is_duty(frame)
        if opens or found or duty or (self.item == frame.sentence.paragraph and _heading(frame)):
            self.since = 0
        elif _turns(frame):
            self.since = _NEAR + 1
        elif any(t.tag_ in ("VBZ", "VBP", "VBN") for t in frame.tokens) and "?" not in frame.text:
            self.since += 1
        yield from found


_UNDER = re.compile(
    rf"\s*(?:Under|By|According to|In|As part of|Pursuant to) (?:the |this |that |its |their "
    rf"|such )?(?:terms of (?:the |this |that ))?"
    rf"(?:[\w-]+ )?{PAPER},?",
    re.IGNORECASE,
)


def _opens(text: str) -> bool:
    """True where a sentence names an agreement as made, or its text."""
    if _TOLD.search(text):
        return not text.rstrip().endswith("?")
    named = _NAMED.search(text)
    return named is not None and not _UNMADE.search(text[max(0, named.start() - 30) : named.end()])


def _is_duty(frame: Frame) -> bool:
    return any(
        t.pos_ in ("VERB", "ADJ", "NOUN") and (has_to(t) or is_to(t) or {"shall"} & set(auxiliaries(t)))
        for t in frame.tokens
    )


def _turns(frame: Frame) -> bool:
    """True where the text turns from terms to what happened, to who says what, or to a question."""
    if '"' in without_scare_quotes(frame.text):
        return True
    if "?" in frame.text:
        return False
    if _heading(frame):
        return True
    for token in frame.tokens:
        if token.dep_ != "ROOT":
            continue
        aux = set(auxiliaries(token))
        past = token.tag_ == "VBD" or bool(aux & {"was", "were", "had", "did"})
        said = lemma(token) in SAYING and lemma(token) not in ("pledge", "promise", "hold", "maintain")
        return past or said
    return False


_NEW_PART = re.compile(
    r"\s*(?:\d\d?[:.]\d\d\W*$|what|who|how|why|where|background|analysis|reactions?)\b", re.IGNORECASE
)


def _heading(frame: Frame) -> bool:
    """True for a short line without an end ("13 July 2018", "What comes next", "14:15")."""
    text = frame.text.strip()
    return text[-1:].isalnum() and len(text.split()) <= _HEADING


_HEADING = 6
