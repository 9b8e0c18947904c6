"""Positions of lists under an opening sentence: "The accord provides for:", "Its demands:"."""

import re

from detente.entries import Position, Stance
from detente.reading.frame import Frame
from detente.reading.grammar.parser import lemma, subjects
from detente.reading.positions.agreement_words import AGREEMENTS, SETTLED, TEXTS, TRUCES, any_of
from detente.reading.positions.holders import SAYING, holders_of, owners_of
from detente.reading.positions.items import LIST_ITEM
from detente.reading.positions.nominals import LIST_NOUNS
from detente.reading.positions.plans import author_of, of_plan
from detente.reading.positions.positions import entries_of
from detente.reading.positions.stating import Stating
from detente.reading.positions.treaty_terms import bearers
from detente.reading.rules import BY_ID, VERB_RULES


class Lists:
    """Reads lists under an opening sentence: "The accord provides for:", "Its demands:"; one item a line."""

    def __init__(self) -> None:
        self.holders: tuple[str, ...] = ()
        self.stance: Stance = "accepts"
        self.paragraph = -2
        self.sign = ""

    def positions(self, frame: Frame) -> list[Position]:
        """Return the positions of a list item; an opening sentence is taken note of.

        Parameters
        ----------
        frame
            The sentence.
        """
        text, paragraph = frame.text, frame.sentence.paragraph
        if text.rstrip().endswith(":"):
            self._open(frame)
            return []
        item = LIST_ITEM.match(text)
        if not self.holders or not item or paragraph - self.paragraph > 1 or self._other_list(item[0]):
            self.holders = () if item and self.holders else self.holders
            return []
        self.paragraph = paragraph
        region = tuple(t for t in frame.tokens if t.idx >= item.end())
        if not region:
            return []
        rule = BY_ID["list-item"]
        root = next((t for t in region if t.head.i == t.i), region[0])
        if lemma(root) in VERB_RULES or lemma(root) in SAYING or lemma(root) in ("express", "convey", "condemn"):
            return []
        bound = self.holders
        if self.stance == "accepts" and subjects(root) and set(bound) == set(frame.resolver.cast.pair):
            bound = bearers(frame, root)
        return list(entries_of(frame, Stating(bound, self.stance, rule, root, region)))

    def _other_list(self, sign: str) -> bool:
        """True where the sign of an item is of another kind than that of the first: "(a)" after "2."."""
        kind = re.sub(r"\d+", "1", re.sub(r"[a-z]+", "a", sign.strip()))
        self.sign = self.sign or kind
        return kind != self.sign

    def _open(self, frame: Frame) -> None:
        text, pair = frame.text, frame.resolver.cast.pair
        root = next((t for t in frame.tokens if t.dep_ == "ROOT"), None)
        owner = [p for t in frame.tokens if lemma(t) in LIST_NOUNS for p in owners_of(frame, t)]
        subject = list(holders_of(frame, root)) if root is not None else []
        self.paragraph, self.holders, self.sign = frame.sentence.paragraph, (), ""
        if _WANTS.search(text) and (owner or subject):
            self.holders, self.stance = tuple(dict.fromkeys(owner or subject)), "demands"
        elif any(of_plan(t) for t in frame.tokens if t.pos_ == "NOUN") and (
            author := author_of(frame) or tuple(subject)
        ):
            self.holders, self.stance = tuple(dict.fromkeys(author)), "proposes"
        elif _UNDERTAKES.search(text) and subject:
            self.holders, self.stance = tuple(dict.fromkeys(subject)), "accepts"
        elif _PROVIDES.search(text) and pair:
            self.holders, self.stance = pair, "accepts"


_WANTS = re.compile(
    r"\b(?:demands?|wants?|list|conditions?|insists?|asks?|calls?|requires?|terms|wishes)\b", re.IGNORECASE
)
_UNDERTAKES = re.compile(r"\b(?:undertakes?|commits?|pledges?|agrees?|shall|will|is to|are to)\b", re.IGNORECASE)
_PROVIDES = re.compile(
    rf"\b(?:provides? for|agreed|agree|signed|undertake|in accordance with|{any_of(AGREEMENTS)}"
    rf"|the (?:{any_of(TRUCES, SETTLED, TEXTS)}|plan)|points|consists? of|stipulates?)\b",
    re.IGNORECASE,
)
