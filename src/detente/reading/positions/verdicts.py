"""Stances said by a judgement: "called the release indispensable", "described the plan as a surrender"."""

import re
from collections.abc import Iterator

from detente.reading.caseless import Caseless
from detente.reading.frame import Frame
from detente.reading.grammar.parser import negated
from detente.reading.grammar.supposing import supposed
from detente.reading.positions.holders import holders_of, owners_of
from detente.reading.positions.stating import Stating
from detente.reading.rules import BY_ID

_JUDGING = (
    r"\b(?:call(?:s|ed|ing)?|consider(?:s|ed|ing)?|deem(?:s|ed|ing)?|term(?:s|ed)?|describ(?:es?|ed|ing)"
    r"|regard(?:s|ed|ing)?|view(?:s|ed)?|label(?:s|led|ed)?|brand(?:s|ed)?|judg(?:es?|ed)|f[io](?:nds?|und)"
    r"|denounc(?:es?|ed|ing)|dismiss(?:es|ed|ing)?|condemn(?:s|ed|ing)?|see(?:s|n)?|saw|think(?:s)?|thought"
    r"|rat(?:es?|ed)"
    r"|treat(?:s|ed)?|pronounc(?:es?|ed)|held|holds?)\b"
)
_WHAT = r" (?P<what>[^.;:]{2,110}?) (?:as |to be |to remain )?[\"“‘']?(?:an? |the |its |their |his |no |another |one )?"
_MUST = (
    r"(?:\w+ly )?(?:indispensable|essential|imperative|vital|non-?negotiable|not negotiable|crucial|necessary|urgent"
    r"|mandatory|inalienable|sacrosanct|beyond (?:discussion|debate|dispute)|(?:\w+ )?(?:priority|must|necessity"
    r"|pre-?requisite|pre-?condition|obligation|duty|right|sine qua non))\b"
)
_NOT = (
    r"(?:\w+ly )?(?:unacceptable|intolerable|inadmissible|unthinkable|unworkable|unrealistic|absurd|ludicrous|illegal"
    r"|unlawful|null and void|void|worthless|premature|impossible|non-?starter|out of the question|(?:bad|dreadful"
    r"|terrible|rotten|shameful|historic) (?:deal|bargain|idea|agreement|mistake|joke)|betrayal|treason|surrender"
    r"|capitulation|insult|trap|provocation|humiliation|sham|farce|joke|dream|illusion|fantasy|nonsense|blackmail"
    r"|interference|non-?issue|(?:purely |strictly )?(?:internal|domestic) (?:matter|affair)|violation of"
    r"|red line|threat to|danger|step too far|dead letter|dead end|diktat|ultimatum|partition by|worse than)"
)
_CALLED_MUST = Caseless(_JUDGING + _WHAT + _MUST)
_CALLED_NOT = Caseless(_JUDGING + _WHAT + _NOT)


_POSITION = Caseless(
    r"\b(?:position|stance|view|line|policy|contention|argument|attitude|opinion|principle) (?:is|was|remains?"
    r"|remained|has been) (?:that|:)"
)
_DENIED = re.compile(
    r"\b(?:cannot|can not|can't|must not|should not|will not|won't|would not|may not|never|no)\b", re.IGNORECASE
)
_DUE = re.compile(r"\b(?:must|should|ought to|has to|have to|needs? to)\b(?! not)", re.IGNORECASE)
_MATTERS = Caseless(
    r"\bwhat (?:matters|counts)(?: most| above all)?,? (?:to|for) (?:the )?(?P<who>[^,.;:]{2,40}?) (?:is|was)\b"
)


def stated(frame: Frame) -> Iterator[Stating]:
    """Yield what a party's position is said to be: "Norway's position is that the border cannot be changed".

    Parameters
    ----------
    frame
        The sentence.
    """
    for match in _POSITION.finditer(frame.text):
        noun = next((t for t in frame.tokens if t.idx == match.start()), None)
        holders = owners_of(frame, noun) if noun is not None else ()
        region = tuple(t for t in frame.tokens if t.idx >= match.end())
        rest = frame.text[match.end() :]
        if noun is None or not holders or not region:
            continue
        denied, due = _DENIED.search(rest), _DUE.search(rest)
        if due and (not denied or due.start() < denied.start()):
            end = match.end() + (rest.rfind(" and ", 0, denied.start()) if denied else len(rest))
            due_region = tuple(t for t in region if t.idx < end)
            if due_region:
                yield Stating(holders, "demands", BY_ID["verdict-must"], noun, due_region)
        elif denied:
            yield Stating(holders, "rejects", BY_ID["verdict"], noun, region)
    matters = _MATTERS.search(frame.text)
    if matters is not None:
        named = [
            m for m in frame.resolver.cast.mentions(frame.text) if matters.start("who") <= m.start < matters.end("who")
        ]
        region = tuple(t for t in frame.tokens if t.idx >= matters.end())
        if named and region:
            yield Stating((named[-1].party,), "demands", BY_ID["verdict-must"], region[0], region)


def judged(frame: Frame) -> Iterator[Stating]:
    """Yield what a party calls indispensable, which it demands, or a betrayal, which it rejects.

    Parameters
    ----------
    frame
        The sentence.
    """
    yield from stated(frame)
    for pattern, rule in ((_CALLED_MUST, BY_ID["verdict-must"]), (_CALLED_NOT, BY_ID["verdict"])):
        match = pattern.search(frame.text)
        verb = next((t for t in frame.tokens if match and t.idx >= match.start()), None)
        if match is None or verb is None or verb.pos_ not in ("VERB", "NOUN") or negated(verb) or supposed(verb):
            continue
        region = tuple(t for t in frame.tokens if match.start("what") <= t.idx < match.end("what"))
        holders = holders_of(frame, verb)
        if holders and region:
            yield Stating(holders, "demands" if pattern is _CALLED_MUST else "rejects", rule, verb, region)
