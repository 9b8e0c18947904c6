"""Stances said by a judgement: "called the release indispensable", "described the plan as a surrender"."""

import re
from collections.abc import Iterator

from detente.reading.clauses import Stating, holders_of, supposed
from detente.reading.frame import Frame
from detente.reading.parser import negated
from detente.reading.rules import BY_ID

_JUDGING = (
    r"\b(?:call(?:s|ed|ing)?|consider(?:s|ed|ing)?|deem(?:s|ed|ing)?|term(?:s|ed)?|describ(?:es?|ed|ing)"
    r"|regard(?:s|ed|ing)?|view(?:s|ed)?|label(?:s|led|ed)?|brand(?:s|ed)?|judg(?:es?|ed)|f[io](?:nds?|und)"
    r"|denounc(?:es?|ed|ing)|dismiss(?:es|ed|ing)?|condemn(?:s|ed|ing)?|see(?:s|n)?|saw|think(?:s)?|thought|rat(?:es?|ed)"
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
_CALLED_MUST = re.compile(_JUDGING + _WHAT + _MUST, re.IGNORECASE)
_CALLED_NOT = re.compile(_JUDGING + _WHAT + _NOT, re.IGNORECASE)


def judged(frame: Frame) -> Iterator[Stating]:
    """Yield what a party calls indispensable, which it demands, or a betrayal, which it rejects.

    Parameters
    ----------
    frame
        The sentence.
    """
    for pattern, rule in ((_CALLED_MUST, BY_ID["verdict-must"]), (_CALLED_NOT, BY_ID["verdict"])):
        match = pattern.search(frame.text)
        verb = next((t for t in frame.tokens if match and t.idx >= match.start()), None)
        if match is None or verb is None or verb.pos_ not in ("VERB", "NOUN") or negated(verb) or supposed(verb):
            continue
        region = tuple(t for t in frame.tokens if match.start("what") <= t.idx < match.end("what"))
        holders = holders_of(frame, verb)
        if holders and region:
            yield Stating(holders, "demands" if pattern is _CALLED_MUST else "rejects", rule, verb, region)
