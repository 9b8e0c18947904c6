"""Where a sentence speaks of a meeting or a signing, and on which day: the words, and the way from a date to them."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from detente.reading.chronicle import told_in_present
from detente.reading.dates import DateMention
from detente.reading.frame import Frame
from detente.reading.parser import Token, ancestors, auxiliaries, children, lemma, marker, negated, token_at

Manner = Literal["held", "signed"]

TALK_NOUNS = frozenset(
    [
        "talk",
        "negotiation",
        "meeting",
        "session",
        "summit",
        "conference",
        "plenary",
        "sitting",
        "encounter",
        "dialogue",
        "parley",
        "round",
        "contact",
        "discussion",
        "consultation",
        "cycle",
    ]
)
SIGNING_NOUNS = frozenset(["signing", "initialling"])
_BY_NAME = frozenset(["name", "signature", "initial"])
# What talks do, and what is done with them; "explained the talks" tells of no meeting.
_RUN = frozenset(
    [
        "adjourn",
        "begin",
        "break",
        "bring",
        "close",
        "collapse",
        "come",
        "conclude",
        "continue",
        "end",
        "fail",
        "finish",
        "go",
        "hold",
        "last",
        "lead",
        "meet",
        "open",
        "produce",
        "reconvene",
        "resume",
        "rise",
        "see",
        "stall",
        "start",
        "suspend",
        "take",
        "wind",
        "yield",
        "be",
        "run",
        "schedule",
        "set",
        "plan",
        "due",
        "fix",
        "convene",
    ]
)
_HOLD = frozenset(
    [
        "hold",
        "host",
        "open",
        "close",
        "attend",
        "conclude",
        "finish",
        "resume",
        "adjourn",
        "begin",
        "have",
        "chair",
        "start",
        "end",
        "leave",
        "convene",
        "continue",
        "complete",
        "mediate",
        "broker",
    ]
)
_ON_THE_OCCASION = frozenset(["after", "at", "during", "following", "in", "for", "since", "from"])
# What is signed or reached; without one of these, "reached the capital" is no agreement.
ACCORDS = frozenset(
    [
        "agreement",
        "accord",
        "truce",
        "ceasefire",
        "cease-fire",
        "armistice",
        "protocol",
        "treaty",
        "declaration",
        "deal",
        "pact",
        "memorandum",
        "document",
        "communique",
        "communiqué",
        "statement",
        "understanding",
        "plan",
        "text",
        "paper",
        "roadmap",
        "charter",
        "framework",
        "principle",
        "settlement",
        "compromise",
        "cessation",
    ]
)
_MEET = frozenset(["meet", "convene", "reconvene", "confer", "parley", "negotiate", "talk"])
_SIT = frozenset(["sit", "come", "get", "gather", "return", "go", "be", "face"])
_SIGN = frozenset(["sign", "initial", "conclude", "strike", "seal", "reach", "adopt", "announce", "draw", "broker"])
_ISSUE = frozenset(["issue", "release", "publish"])
_BY_HAND = frozenset(["sign", "initial"])
AGREEING = frozenset(["agree", "settle", "consent", "accept"])
# "They called for talks" tells of no meeting.
_WISHED = frozenset(
    [
        "call",
        "demand",
        "propose",
        "want",
        "offer",
        "refuse",
        "postpone",
        "cancel",
        "suggest",
        "urge",
        "seek",
        "reject",
        "boycott",
        "appeal",
        "hope",
        "threaten",
        "decline",
        "ask",
        "request",
    ]
)
_READY = frozenset(["ready", "prepared", "willing", "unwilling", "reluctant", "able", "unable", "likely"])
_TABLE = re.compile(r"\b(?:together|down|table|face to face|face-to-face|again|back)\b", re.IGNORECASE)
_CONDITIONAL = frozenset(["if", "unless", "without", "until"])
_AHEAD = frozenset(["will", "shall", "'ll", "would", "should"])


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that a meeting or signing hangs on.

    Parameters
    ----------
    token
        The word.
    manner
        held | signed.
    date
        The date that belongs to it, None where the sentence gives none.
    span
        The characters that tell of it, None for the word alone.
    coming
        True where these say that it is still to come.
    """

    token: Token
    manner: Manner
    date: DateMention | None = None
    span: tuple[int, int] | None = None
    coming: bool = False

    @property
    def start(self) -> int:
        """Where what tells of it begins in the sentence."""
        return self.span[0] if self.span else self.token.idx

    @property
    def end(self) -> int:
        """Where what tells of it ends in the sentence."""
        return self.span[1] if self.span else self.token.idx + len(self.token.text)


def cues(frame: Frame) -> list[Cue]:
    """Return the meetings and signings that a sentence names, one for each date that belongs to one.

    Where no date belongs to any, the word nearest to the root stands for all.

    Parameters
    ----------
    frame
        The sentence.
    """
    chronicle = told_in_present(frame.report.text)
    found = {token.i: manner for token in frame.doc if (manner := _manner(token, chronicle)) and not wished(token)}
    if not found:
        return []
    dated = [cue for date in days(frame) if (cue := _dated(frame, date, found))]
    if dated:
        return _once(frame, dated)
    first = min(found, key=lambda i: (sum(1 for _ in ancestors(frame.doc[i])), i))
    return [Cue(frame.doc[first], found[first], _opening_date(frame, frame.doc[first]))]


# Characters into a sentence within which a date is that of its main clause.
_OPENING = 25


def _opening_date(frame: Frame, token: Token) -> DateMention | None:
    """The date that a sentence opens with, whatever the parser has hung it on: "On 8 May the same people agreed"."""
    first = next(iter(days(frame)), None)
    main = token.dep_ == "ROOT" or (token.dep_.startswith("nsubj") and token.head.dep_ == "ROOT")
    near = first is not None and first.start <= _OPENING and first.end <= token.idx
    return first if main and near and first is not None and not _is_deadline(frame, first) else None


# "Their first meeting since 2007", "had been negotiating since Monday": a day before the one that is told of.
_SINCE = re.compile(
    r"\b(?:(?:first|only|longest|most|highest|been \w+ing|under way|underway|going on|(?:has|have|had) "
    r"(?:hosted|mediated|chaired|brokered|facilitated|lasted|continued|lived|been))\b[^.;:]*?) "
    r"since(?: [^.;:]{0,40}?)? ?$",
    re.IGNORECASE,
)


# "A truce to take effect tomorrow", "valid until June": the day is that of the truce.
_TAKING_EFFECT = re.compile(
    r"\b(?:(?:tak(?:e|es|ing)|took|goes|go|gone|going|went|com(?:e|es|ing)|came|enter(?:s|ed|ing)?)(?: in)?(?:to)?"
    r" (?:effect|force)"
    r"|effective|in force|valid|starting|beginning|lasts?|lasting|holds?|expir(?:e|es|ed|ing))(?: [\w:.]+){0,3}"
    r"(?: from| on| at| until| till| through| by)? ?$",
    re.IGNORECASE,
)


def days(frame: Frame) -> list[DateMention]:
    """Return the dates on which a sentence may have something happen: "since March" tells of no day.

    Parameters
    ----------
    frame
        The sentence.
    """
    text = frame.text
    told = [date for date in frame.dates if not _SINCE.search(text[: date.start] + _preposition(text, date))]
    return [date for date in told if not _TAKING_EFFECT.search(text[: date.start])]


def _preposition(text: str, date: DateMention) -> str:
    """The "since" that belongs to the stretch of a date."""
    return "since " if text.startswith("since ", date.start) else ""


def wished(token: Token) -> bool:
    """True where a meeting is only asked for, refused or supposed, or did not happen."""
    if supposed(token) or _by_nobody(token):
        return True
    for above in [token, *ancestors(token)][:5]:
        if above.pos_ in ("VERB", "NOUN") and lemma(above) in _WISHED:
            return True
        if above.pos_ == "VERB":
            return negated(above) and lemma(above) not in ("yield", "produce", "bring", "end", "lead", "agree")
    return False


def _by_nobody(token: Token) -> bool:
    """True for "Neither side signed", "nobody met"."""
    who = children(token, "nsubj", "nsubj:pass") if token.pos_ == "VERB" else []
    return any(t.text.casefold() in _NOBODY for each in who for t in [each, *children(each, "det")])


_NOBODY = frozenset(["neither", "no", "nobody", "none"])


def supposed(token: Token) -> bool:
    """True under a condition ("if they met"), and for what somebody is only ready to do."""
    for above in [token, *ancestors(token)][:5]:
        if above.i != token.i and above.text.casefold() in _READY:
            return True
        if above.dep_ == "advcl" and marker(above) in _CONDITIONAL:
            return True
    return False


def only_supposed(frame: Frame, match: re.Match[str]) -> bool:
    """Return True where every verb in a stretch is only supposed, or somebody is only ready for it.

    Parameters
    ----------
    frame
        The sentence.
    match
        The stretch.
    """
    inside = [t for t in frame.doc if match.start() <= t.idx < match.end() and t.pos_ == "VERB"]
    return bool(inside) and all(supposed(token) for token in inside)


def present(cue: Cue) -> bool:
    """True for a plain present ("they meet again in April")."""
    verb = next((t for t in [cue.token, *ancestors(cue.token)] if t.pos_ == "VERB"), None)
    return verb is not None and (verb.tag_ in ("VBP", "VBZ") or _bare(verb))


def going_on(cue: Cue) -> bool:
    """True for talks that are being held as the report is written ("are meeting", "are talking on two floors")."""
    verb = next((t for t in [cue.token, *ancestors(cue.token)] if t.pos_ == "VERB"), None)
    now = verb is not None and verb.tag_ == "VBG" and set(auxiliaries(verb)) & {"is", "are", "'re", "'s", "been"}
    return bool(now) and cue.manner == "held"


def _bare(verb: Token) -> bool:
    """True for a plain present that the tagger took for an infinitive ("the delegations meet again")."""
    own = verb.tag_ == "VB" and verb.dep_ == "ROOT" and not auxiliaries(verb) and not children(verb, "mark")
    return own and bool(children(verb, "nsubj"))


def ahead(cue: Cue) -> bool:
    """True where what is told of is still to come."""
    for above in [cue.token, *ancestors(cue.token)]:
        if above.pos_ in ("VERB", "AUX") or above.dep_ == "ROOT":
            return _to_come(above)
    return False


def _to_come(verb: Token) -> bool:
    words = set(auxiliaries(verb))
    if words & _AHEAD:
        return not words & {"have", "'ve"}
    to = any(mark.text.casefold() == "to" for mark in children(verb, "mark"))
    return to and verb.dep_ in ("xcomp", "ccomp", "acl", "ROOT", "advcl", "conj", "parataxis", "acl:relcl")


def _manner(token: Token, chronicle: bool) -> Manner | None:
    base = lemma(token)
    if token.pos_ in ("NOUN", "PROPN"):
        if base in _ROUNDS and any(marker(c) == "of" and not _is_of_talks(c) for c in children(token, "nmod")):
            return None
        manner: Manner | None = "held" if base in TALK_NOUNS else "signed" if base in SIGNING_NOUNS else None
        return manner if manner and _took_place(token) else None
    if token.pos_ != "VERB":
        return None
    if base in AGREEING:
        told = token.tag_ in ("VBD", "VBN") or "did" in auxiliaries(token)
        return "signed" if told or (token.tag_ in ("VBP", "VBZ") and chronicle) else None
    if base in _ISSUE and any(
        c.text.casefold() in ("joint", "common") for o in children(token, "obj") for c in o.children
    ):
        return "signed" if _of_accord(token) else None
    if base in _SIGN or (base in ("put", "affix", "append", "set") and _object(token, _BY_NAME)):
        return "signed" if _of_accord(token) else None
    if base in _MEET or (base in _SIT and _together(token)):
        return "held"
    return None


_ROUNDS = frozenset(["round", "cycle", "session"])


def _is_of_talks(noun: Token) -> bool:
    """True for a round "of talks", "of diplomacy" or "of the Arland Conference", not for one of drinks."""
    return noun.pos_ == "PROPN" or lemma(noun) in TALK_NOUNS | {
        "diplomacy",
        "mediation",
        "party",
        "side",
        "conversation",
    }


def _took_place(noun: Token) -> bool:
    """True where what is said of talks or a signing has them happen, or where the sentence is no more than a label."""
    below = noun
    while below.dep_ in ("nmod", "compound", "conj", "appos") and below.head.pos_ in ("NOUN", "PROPN", "NUM"):
        if below.dep_ == "compound" and lemma(below.head) not in TALK_NOUNS | SIGNING_NOUNS:
            return False
        below = below.head
    verb = below.head
    if below.dep_ == "ROOT" or verb.pos_ not in ("VERB", "AUX", "ADJ"):
        return below.dep_ in ("ROOT", "parataxis", "list")
    if below.dep_.startswith("nsubj"):
        return lemma(verb) in _RUN or lemma(noun) in SIGNING_NOUNS
    if below.dep_ == "obj":
        return lemma(verb) in _HOLD
    return below.dep_ in ("obl", "nmod", "obl:unmarked") and (
        marker(below) in _ON_THE_OCCASION or (lemma(verb) in _SIT and _together(verb)) or lemma(verb) == "summon"
    )


def _of_accord(verb: Token) -> bool:
    if lemma(verb) in ("put", "affix", "append", "set"):
        return True
    nouns = children(verb, "obj", "nsubj:pass", "nsubj", "obl")
    if any(lemma(each) in ACCORDS for noun in nouns for each in [noun, *children(noun, "conj", "nmod", "compound")]):
        return True
    above = list(ancestors(verb))[:2] if verb.dep_.startswith("acl") else []
    pronoun = any(noun.pos_ == "PRON" and noun.dep_ != "nsubj" for noun in nouns) or _alone(verb)
    return any(lemma(noun) in ACCORDS for noun in above) or (lemma(verb) in _BY_HAND and pronoun)


def _alone(verb: Token) -> bool:
    """True for "Signed.", "Signed yesterday in Oslo by both": the title or the line before says what."""
    return verb.tag_ in ("VBN", "VBD") and verb.i == 0 and not children(verb, "obj", "nsubj", "nsubj:pass")


def _object(verb: Token, bases: frozenset[str] | set[str]) -> bool:
    return any(lemma(each) in bases for each in children(verb, "obj"))


def _together(verb: Token) -> bool:
    near = [c for c in verb.children if c.dep_ in ("advmod", "compound:prt", "obl", "xcomp", "obl:unmarked")]
    words = " ".join(t.text for c in near for t in c.subtree)
    if lemma(verb) in ("be", "face"):
        return bool(re.search(r"\b(?:table|face to face)\b", words))
    return bool(_TABLE.search(words)) and not (lemma(verb) in ("return", "go") and "table" not in words)


def _dated(frame: Frame, date: DateMention, found: dict[int, Manner]) -> Cue | None:
    """Climb from a date to the first word of a meeting that it belongs to."""
    token = token_at(frame.doc, date.start, date.end)
    if token is None:
        return None
    when = next((t for t in children(token, "acl:relcl", "acl", "advcl") if t.i in found), None)
    when = when or _when_after(frame, date, found)
    if when is not None:
        # "It dates from 2 April, when the two met", "the plan for tomorrow, when they are to meet".
        return Cue(when, found[when.i], date)
    for below, above in [(token, token), *pairwise([token, *ancestors(token)])]:
        if above.i in found:
            # "agreed to hold elections by June": the day is that of what was agreed on.
            put_off = (below.dep_ in ("xcomp", "ccomp") or _is_deadline(frame, date)) and lemma(above) in AGREEING
            return None if put_off else Cue(above, found[above.i], date)
        if above.dep_ == "ROOT" and above.i == token.i:
            beneath = next((t for t in above.subtree if t.i in found), None)
            return Cue(beneath, found[beneath.i], date) if beneath is not None else None
        if above.pos_ in ("VERB", "AUX", "ADJ") or above.dep_ == "ROOT":
            beneath = next((t for t in _beneath(above, below) if t.i in found), None)
            if beneath is not None:
                return Cue(beneath, found[beneath.i], date)
            if above.dep_ not in ("xcomp", "conj", "ccomp", "aux", "acl"):
                return None
        elif above.pos_ == "NOUN" and below.dep_ in ("nmod", "nmod:unmarked") and lemma(above) in ACCORDS:
            # "the accord of November": the day belongs to the accord, not to what was done with it.
            return None
    return None


def _is_deadline(frame: Frame, date: DateMention) -> bool:
    """True for "by 8 August", "no later than Friday": what was agreed has to be done then."""
    return _DEADLINE.search(frame.text[: date.start]) is not None


_DEADLINE = re.compile(r"\b(?:by|before|until|till|within|(?:no|not) later than)(?: the)? ?$", re.IGNORECASE)


def _when_after(frame: Frame, date: DateMention, found: dict[int, Manner]) -> Token | None:
    """The meeting of a clause with "when" right behind a date, wherever the parser has hung it."""
    if not re.match(r",? when\b", frame.text[date.end :]):
        return None
    after = [frame.doc[i] for i in sorted(found) if frame.doc[i].idx > date.end]
    return after[0] if after and ";" not in frame.text[date.end : after[0].idx] else None


def _beneath(verb: Token, below: Token) -> Iterator[Token]:
    """What hangs on a predicate as subject, object or phrase, and what is coordinated with or belongs to it."""
    for each in children(verb, "obj", "nsubj", "nsubj:pass", "obl", "obl:unmarked", "xcomp", "nmod", "ccomp"):
        if each.i != below.i:
            yield each
            yield from children(each, "conj", "nmod", "compound", "appos", "acl")


def _once(frame: Frame, dated: list[Cue]) -> list[Cue]:
    """One cue per date and manner; of one word with two dates, both: they may be two meetings."""
    seen: dict[tuple[str | None, str], Cue] = {}
    for cue, following in zip(dated, [*dated[1:], None], strict=True):
        assert cue.date is not None
        if following is None or not _goes_on(frame, cue, following):
            seen.setdefault((cue.date.past, cue.manner), cue)
    return list(seen.values())


def _goes_on(frame: Frame, cue: Cue, following: Cue) -> bool:
    """True for the first of "on Thursday and Friday": a meeting of several days has the date of its last."""
    first, last = cue.date, following.date
    if first is None or last is None or cue.token.i != following.token.i or not (first.past and last.past):
        return False
    if re.fullmatch(r",? (?:and|to|through|until) (?:on )?", frame.text[first.end : last.start]) is None:
        return False
    days = [each.past for each in (first, last) if each.past and len(each.past) == _FULL_DATE]
    return len(days) == 2 and 0 < (dt.date.fromisoformat(days[1]) - dt.date.fromisoformat(days[0])).days <= 2


# Characters of an ISO day.
_FULL_DATE = 10
