"""Whose words a sentence is: a label before it, a verb of speech beside it, a quotation that runs on."""

import re

from detente.reading.clauses import SAYING, holders_of
from detente.reading.frame import Frame
from detente.reading.parser import lemma

_LABEL = re.compile(r"\s*(?P<label>[A-Z][\w.'-]*(?: [\w.'()-]+){0,5}):\s")
_QUOTED = re.compile(r"[\"“”]")


class Voices:
    """Follows who speaks, sentence by sentence."""

    def __init__(self) -> None:
        self.labelled: tuple[str, ...] = ()
        self.open: tuple[str, ...] = ()
        self.last: tuple[str, ...] = ()
        self.paragraph = self.label_at = -1

    def speaking(self, frame: Frame) -> tuple[str, ...]:
        """Return the party whose words a sentence is, () where it is the report's own.

        Parameters
        ----------
        frame
            The next sentence of the report.
        """
        text = frame.text
        if frame.sentence.paragraph != self.paragraph:
            self.paragraph = frame.sentence.paragraph
            self.open = ()
            self._label(frame)
        named = self._said(frame)
        frame.resolver.said = named
        frame.resolver.labelled = self.label_at == self.paragraph and bool(self.labelled)
        if named:
            self.last = named
        quoted = bool(_QUOTED.search(text)) or bool(self.open)
        voice = named or self.open or self.labelled or (self.last if quoted else ())
        if len(_QUOTED.findall(text)) % 2:
            self.open = () if self.open else voice
        return voice

    def _label(self, frame: Frame) -> None:
        match = _LABEL.match(frame.text)
        if match is None:
            return
        mentions = frame.resolver.cast.mentions(match["label"])
        self.labelled = (mentions[0].party,) if mentions else ()
        self.label_at = self.paragraph

    def _said(self, frame: Frame) -> tuple[str, ...]:
        """The subject of a verb of speech in the sentence."""
        for token in frame.doc:
            if token.pos_ == "VERB" and lemma(token) in SAYING and token.dep_ in ("ROOT", "parataxis", "conj", "ccomp"):
                found = holders_of(frame, token)
                if len(found) == 1:
                    return found
        return ()
