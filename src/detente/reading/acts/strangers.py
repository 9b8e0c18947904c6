"""Those of whom no table knows, where they accuse, ask or praise: "Republican senators", "the Green Party"."""

import re

from detente.reading.acts.arguments import doing, parties_of
from detente.reading.cast.titles import TITLED
from detente.reading.frame import Frame
from detente.reading.grammar.parser import Token, children, lemma, marker
from detente.reading.rule import words

# They speak for themselves, whatever their nation.
PRIVATE = words(
    "cleric bishop priest monk imam elder tribesman settler student family relative activist campaigner exile academic"
    " veteran refugee emigrant writer"
)
# They speak for their party or house, where the text does not say that they speak for a state.
_OF_PARTY = words("senator lawmaker legislator deputy congressman parliamentarian councillor mp politician")
_APART = words("former ex opposition exiled retired ousted jailed dissident")
_NAME = re.compile(r"(?:(?-i:[A-ZÀ-Þ])[\w'.-]+)(?: (?:(?:al|el|de|of|van|bin) )?(?-i:[A-ZÀ-Þ])[\w'.-]+)+")
_TITLES = re.compile(rf"(?:(?:Former|Ex-?|Opposition|{TITLED}) )+")
# "Unity president Anna Holm": the party that she leads.
_LEADING = re.compile(
    r"(?P<party>[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)*) (?:[Pp]arty )?(?:president|leader|spokes\w+|chair\w+|chief|senator"
    r"|lawmaker|general secretary|secretary-general) [A-ZÀ-Þ]"
)
_NO_NAME = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|In|On|At)\b"
)


def speaks_apart(noun: Token) -> bool:
    """Return True for "Danish clerics", "the former president": neither speaks for the state.

    Parameters
    ----------
    noun
        Head of a noun phrase.
    """
    of = next((c for c in children(noun, "nmod") if marker(c) == "of" and lemma(noun) in _GROUPS), None)
    if lemma(noun) in PRIVATE or (of is not None and lemma(of) in PRIVATE):
        return True
    named = bool(children(noun, "appos", "flat")) or noun.pos_ == "PROPN"
    apart = {c.text.casefold() for c in children(noun, "amod", "compound", "nmod:desc")} & _APART
    return named and (bool(apart) or noun.text.casefold() == "opposition")


_GROUPS = words("group council delegation number dozen hundred crowd committee handful")


def strangers(frame: Frame, token: Token) -> list[str]:
    """Return the name that the text gives to those who do what a verb says, where they are nobody known.

    Parameters
    ----------
    frame
        The sentence.
    token
        A verb.
    """
    for noun in doing(token):
        if noun.i < token.i and noun.pos_ in ("NOUN", "PROPN"):
            role = [] if speaks_apart(noun) else parties_of(frame, children(noun, "appos"))
            name = role[0] if role else _group(frame, noun) or _named(frame, noun, token)
            if name:
                return [name]
    return []


def _group(frame: Frame, noun: Token) -> str:
    """Read "Republican senators", "a group of Danish clerics"."""
    if lemma(noun) in _GROUPS:
        noun = next((c for c in children(noun, "nmod") if marker(c) == "of"), noun)
    if lemma(noun) not in PRIVATE | _OF_PARTY or noun.text.casefold() == lemma(noun):
        return ""
    before = [c for c in children(noun, "amod", "compound") if c.text[0].isupper()]
    start = min((c.idx for c in before), default=noun.idx)
    return frame.text[start : noun.idx + len(noun.text)] if before else ""


def _named(frame: Frame, noun: Token, verb: Token) -> str:
    """Read "Former president Arvid Holm", "the opposition Green Party", "Unity president Anna Holm"."""
    inside = [t for t in noun.subtree if t.i < verb.i]
    start = min(t.idx for t in inside)
    text = frame.text[start : max(t.idx + len(t.text) for t in inside)]
    leading = _LEADING.match(text)
    if leading is not None and not frame.resolver.cast.mentions(leading["party"]) and not _TITLES.match(text):
        return str(leading["party"])
    match = _NAME.search(_TITLES.sub(lambda found: "." * len(found[0]), text))
    if match is None or _NO_NAME.search(match[0]) or "," in text[: match.start()]:
        return ""
    body = text.startswith(("The ", "the ")) and match.start() == 4
    if not (body or _BODIES.search(match[0]) or speaks_apart(noun) or _ELECTED.match(text)):
        return ""  # A person whose office nobody knows may speak for anybody.
    names = frame.resolver.cast.mentions(frame.text)
    known = any(m.start < start + match.end() and start + match.start() < m.end for m in names)
    return "" if known else match[0]


_BODIES = re.compile(
    r"\b(?:Party|Union|Council|Watch|International|Church|Association|Federation|Movement|Committee|League|Forum"
    r"|Congress|Alliance|Front|Foundation|Conference|Initiative|Network|Cent(?:re|er)|Institute|Society)\b"
)
_ELECTED = re.compile(
    r"(?:Opposition |opposition )?(?:Senator|Congressman|Congresswoman|Lawmaker|MP|Archbishop|Bishop) "
)
