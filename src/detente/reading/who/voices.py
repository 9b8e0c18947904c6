"""Whose words a sentence is: a label before it, a verb of speech beside it, a quotation that runs on."""

import re

from detente.reading.caseless import Caseless
from detente.reading.frame import Frame
from detente.reading.grammar.parser import lemma
from detente.reading.positions.holders import SAYING, holders_of
from detente.reading.rule import words
from detente.reading.who.pronouns import in_quotes

_LABEL = re.compile(r"\s*(?:\d{1,2}[:.]\d\d\s+)?(?P<label>[A-Z][\w.'-]*(?: [\w.'(),-]+){0,10}):(?:\s|$)")
_GUEST = re.compile(r"\b(?:GUEST|VISITOR|INTERVIEWEE|Guest|Visitor)\b")
_INVITED = Caseless(
    r"\b(?:with me|with us|joining (?:me|us)|here in the studio|in the studio|on the line)\b[^.]{0,40}?"
    r"\b(?:is|are|by|,) (?=[^.]*\b(?:spokes\w+|member|minister|leader|negotiator|adviser|official|delegate"
    r"|representative"
    r"|commander|envoy|ambassador)\b)"
)
_SPEAKING = words("say tell add state write declare reply answer note explain argue warn recall complain remark ask")
_QUOTED = re.compile(r"[\"“”]")


class Voices:
    """Follows who speaks, sentence by sentence."""

    def __init__(self) -> None:
        self.labelled: tuple[str, ...] = ()
        self.open: tuple[str, ...] = ()
        self.last: tuple[str, ...] = ()
        self.guest: tuple[str, ...] = ()
        self.transcript = self.running = False
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
            self.running = False
            self._label(frame)
        self._invite(frame)
        frame.resolver.quoting = self.running
        named = self._said(frame)
        frame.resolver.said = named
        frame.resolver.labelled = self.label_at == self.paragraph and bool(self.labelled)
        if named:
            self.last = named
        quoted = bool(_QUOTED.search(text)) or bool(self.open)
        if quoted and not named and _is_a_strangers(frame, self.running):
            self.open = self.last = ()
        voice = named or self.open or self.labelled or (self.last if quoted else ())
        if len(_QUOTED.findall(text)) % 2:
            self.open = () if self.open else voice
            self.running = not self.running
        return voice

    def _label(self, frame: Frame) -> None:
        match = _LABEL.match(frame.text)
        transcript = match is not None and match["label"].upper() == match["label"]
        if not transcript and not self.transcript:
            self.labelled = ()
        if match is None or frame.sentence.part == "headline":
            return
        self.transcript = transcript
        cast = frame.resolver.cast
        mentions = cast.mentions(match["label"]) or cast.mentions(match["label"].title())
        self.last = ()
        self.label_at = self.paragraph
        guest = self.guest if _GUEST.search(match["label"]) else ()
        self.labelled = (mentions[0].party,) if mentions else guest or _by_initials(match["label"], frame)

    def _invite(self, frame: Frame) -> None:
        """Take note of a guest: "with me is a member of the Ruritanian movement"."""
        match = _INVITED.search(frame.text)
        if match:
            after = [m for m in frame.resolver.cast.mentions(frame.text) if m.start >= match.end()]
            self.guest = (after[0].party,) if after and after[0].start - match.end() < 80 else ()

    def _said(self, frame: Frame) -> tuple[str, ...]:
        """The subject of a verb of speech in the sentence."""
        for token in frame.tokens:
            if token.pos_ != "VERB" or lemma(token) not in SAYING or in_quotes(token, self.running):
                continue
            if token.dep_ in ("ROOT", "parataxis", "conj", "ccomp"):
                found = holders_of(frame, token)
                if len(found) == 1:
                    return found
        return ()


def _is_a_strangers(frame: Frame, running: bool) -> bool:
    """True for direct speech with a speaker of whom nobody knows for whom he speaks: '..., said a teacher'."""
    for token in frame.tokens:
        if token.pos_ != "VERB" or lemma(token) not in _SPEAKING or in_quotes(token, running):
            continue
        if token.tag_ in ("VBD", "VBZ", "VBP") and token.dep_ in ("ROOT", "parataxis", "conj", "ccomp", "dep"):
            return True
    return False


def _by_initials(label: str, frame: Frame) -> tuple[str, ...]:
    """Read "RF SPOKESMAN:" where the report names the Ruritanian Front."""
    found = {
        frame.resolver.cast.learned.get(name, name)
        for word in re.findall(r"\b[A-Z]{2,6}\b", label)
        for name in (*frame.resolver.cast.counts, *frame.resolver.cast.learned)
        if len(name.split()) > 1 and "".join(part[0] for part in name.split() if part[0].isupper()) == word
    }
    return tuple(found) if len(found) == 1 else ()
