"""What came of a meeting: an agreement and on what, none, or a break; what a text says was not agreed."""

import re

from detente.entries import Outcome
from detente.reading.caseless import Caseless
from detente.reading.positions.agreement_words import AGREEMENTS, SETTLED, TRUCES, any_of
from detente.reading.positions.issues import find_issues

_COLLAPSE = re.compile(
    r"\b(?:broke (?:down|off|up)|collaps\w+|walked (?:out|away)|ended abruptly|left the table|stormed out"
    r"|was over|foundered|called off|suspended|broken off|quit the)\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:neither (?:\w+ )?(?:side|party|delegation|government|of)\b|nobody|no one|none of (?:them|the)\b"
    rf"|(?:without|no|not an?y?)(?: \w+){{0,3}} (?:{any_of(AGREEMENTS, SETTLED)}|breakthrough|result|decision|signature"
    r"|progress|outcome|date)|(?:little|scant|hardly any) progress|failed|fruitless|inconclusive|unsigned"
    r"|deadlock\w*|empty-handed|in vain|came to nothing|no closer|adjourned|stalemate)\b",
    re.IGNORECASE,
)
# An agreement that was not reached, up to the end of its clause.
_UNREACHED = Caseless(
    r"\b(?:fail(?:ed|s|ing)? to|(?:were|was|are|been|being) unable to|unable to|not (?:been )?able to"
    r"|(?:did|do|does|could|have|has|had|can|would)(?: not|n't| never)(?: yet)?|cannot|never|yet to"
    r"|neither (?:side|party)|stop(?:ped|s)? short of|came close to|struggl(?:ed?|ing) to|would have) (?:\w+ ){0,2}?"
    r"(?:agree\w*|reach\w*|sign\w*|settl\w+|conclud\w+|str(?:ike|uck)|consent\w*|initial\w*|seal\w*)\b"
    r"(?:(?!\b(?:but|except|and|although|though|while)\b)[^.;,])*"
    r"|\b(?:agreed?|agreeing|settled?|decided?)(?: on| to| upon)? nothing\b",
)
_EXCEPT = re.compile(
    r"\b(?:except|apart from|other than|save for|but agreed|only|(?:nothing|no \w+) but)\b", re.IGNORECASE
)
AGREED = Caseless(
    r"\b(?:agreed|signed|agreement (?:was |has been )?(?:reached|signed)"
    rf"|reached (?:an? |the )?(?:[\w-]+ )?{any_of(AGREEMENTS, SETTLED)}|struck a deal|settled|concluded an?"
    rf"|(?:with|produced|yielded|brought|resulted in|led to|ended in) an? (?:[\w-]+ ){{0,2}}?"
    rf"{any_of(AGREEMENTS, SETTLED)}|have set themselves|initialled|inked|clinched|consented"
    r"|(?:hammered|thrashed|worked) out an?)\b"
)


def outcome_of(text: str, *, signed: bool = False) -> Outcome:
    """Return what a sentence says came of a meeting.

    Parameters
    ----------
    text
        A sentence.
    signed
        True where it tells of a signing.

    Examples
    --------
    >>> outcome_of("The talks ended without an agreement."), outcome_of("They agreed on a truce.")
    ('no_agreement', 'agreement')
    """
    if _COLLAPSE.search(text) and not (signed and _ACCORD_FELL.search(text)):
        return "collapse"
    if _UNREACHED.search(text):
        spared = _EXCEPT.search(text)
        rest = text[spared.end() :] if spared else reached(text)
        agreed = bool(find_issues(rest)) and (spared is not None or bool(AGREED.search(rest)))
        return "agreement" if agreed else "no_agreement"
    if _NONE.search(text):
        spared = _EXCEPT.search(text)
        return "agreement" if spared and find_issues(text[spared.end() :]) else "no_agreement"
    return "agreement" if signed or AGREED.search(text) else "unknown"


# "The accord signed in May collapsed": what fell apart later had been agreed on.
_ACCORD_FELL = re.compile(
    rf"^(?:[\w'-]+ ){{0,4}}{any_of(AGREEMENTS, TRUCES, SETTLED)},? (?:which |that )?(?:was |had been )?"
    r"(?:signed|reached|concluded|agreed|struck|sealed|brokered)\b[^.;]*\b(?:collapsed|broke down)\b",
    re.IGNORECASE,
)
# How an agreement came about says nothing of what it is on: "after ten hours of talks", "under Swedish mediation".
_HOW = re.compile(
    r"\b(?:after|following|during|under|through|with|at|in) (?:[\w'-]+ ){0,5}?"
    r"(?:talks|negotiations|mediation|discussions|chairmanship|auspices|sponsorship|facilitation)\b"
    r"(?! (?:on|over|about))",
    re.IGNORECASE,
)


def reached(text: str) -> str:
    """Return the text without what it says was not agreed."""
    return _UNREACHED.sub(" ", text)


def agreed_issues(text: str) -> list[str]:
    """Return the issues that a sentence about an agreement says it covers.

    Parameters
    ----------
    text
        A sentence.

    Examples
    --------
    >>> agreed_issues("They agreed on a ceasefire but failed to agree on prisoners.")
    ['ceasefire']
    """
    text = _HOW.sub(" ", reached(text))
    after = _EXCEPT.search(text)
    found = [m.issue for m in find_issues(text[after.end() if after and _NONE.search(text) else 0 :])]
    special = [i for i in found if i not in ("settlement", "format")]
    return list(dict.fromkeys(special or found))
