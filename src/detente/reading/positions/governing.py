"""What stands over a predicate: under a denial, a failure, an advice of others or a wish it is nobody's stance."""

import re
from itertools import pairwise

from detente.reading.frame import Frame
from detente.reading.grammar.modals import has_to
from detente.reading.grammar.parser import Token, ancestors, auxiliaries, child, lemma, marker, negated, subjects
from detente.reading.positions.holders import SAYING, holders_of, speaker_of
from detente.reading.positions.stating import Stating
from detente.reading.rule import words
from detente.reading.rules import VERB_RULES

# What is denied, given up, avoided or not managed is not held.
_UNHELD = words(
    "deny dispute accuse suspect fail struggle stop cease quit avoid consider contemplate hesitate pretend forget"
    " neglect omit regret refuse decline pause delay postpone threaten"
)
_WARNING = words("warn caution dissuade discourage deter")
_DENYING = words("deny dispute refute")
# A promise that was not kept says nothing of what is wanted now.
_BREAKING = words("break breach abandon forget violate ignore betray")
_KEEPING = words("keep honour honor fulfil fulfill meet respect carry")
_PROMISED = words("promise pledge undertake commitment undertaking assurance")
_UNSURE = words("unable false untrue wrong incorrect doubtful unlikely unclear uncertain possible")
# Asked of somebody else: "wants Norway to accept", "called on Norway to accept", "warned Norway against rejecting".
_ASKING = words("tell beg encourage advise press pressure order instruct lobby invite allow help")
# What two sides do together; "stopped short of" doing it is no refusal either.
_RECIPROCAL = words("agree settle sign conclude ratify initial approve stop")
_OUGHT = frozenset(["must", "should", "ought"])
# Rules whose holder is whoever speaks or is bound, not the subject of the duty.
_OF_SPEAKER = frozenset(
    [
        "said-must",
        "spelled-out",
        "duty",
        "peace-requires",
        "condition",
        "in-exchange",
        "plan-says",
        "list-item",
        "would-if",
        "said-would-not",
    ]
)
_INVERTED = re.compile(
    r"(?:^|[\"“;:,] ?)(?i:had|should|were) (?=[A-Z\"“]|(?:the|its|their|an?|it|they|he|she|we|both|either)\b)[^,;]*"
)
_AFTER_NEGATION = re.compile(r"\b(?:nor|neither|never|only|hardly|rarely|so|then|than|as)\s$", re.IGNORECASE)


def held(frame: Frame, reading: Stating) -> bool:
    """Return True unless what stands over a stance says that its holder does not have it.

    Parameters
    ----------
    frame
        The sentence.
    reading
        A stance read from it.

    Returns
    -------
    bool
        False for what is denied, blamed on somebody, given up, not managed, asked of another, advised by others, or
        only supposed, and for an agreement that two sides did not reach.
    """
    cue = reading.cue
    return not (
        (_under(cue) and reading.rule.id not in ("condition", "in-exchange"))
        or _asked_of_another(cue, reading)
        or _advised(frame, reading)
        or (contrary_to_fact(frame, cue) and reading.rule.id != "plan-says")
        or _not_agreed(frame, reading)
    )


def _under(cue: Token) -> bool:
    """Read "denied demanding ...", "was unable to agree", "It is false that ...", "denied its rejection of ..."."""
    return any(_lifts(below, above, cue) for below, above in pairwise([cue, *ancestors(cue)]))


def _lifts(below: Token, above: Token, cue: Token) -> bool:
    base, opened = lemma(above), marker(below)
    # "accused Norway of demanding ...", where the tree hangs the reproach on whom it is made to.
    if below.i == cue.i and below.dep_ == "acl" and opened == "of" and above.dep_ == "obj":
        return lemma(above.head) in _UNHELD
    if below.dep_ in ("obj", "nsubj:pass") and below.i == cue.i and cue.pos_ == "NOUN":
        return base in _DENYING or (
            lemma(cue) in _PROMISED and (base in _BREAKING or (base in _KEEPING and negated(above)))
        )
    if below.i == cue.i and below.dep_ == "acl:relcl" and lemma(cue) in _PROMISED and _unpaid(above):
        return True
    if below.dep_ not in ("xcomp", "ccomp", "csubj", "advcl", "acl", "acl:relcl"):
        return False
    if base in _WARNING:
        return opened in ("against", "from")
    if base in ("consider", "contemplate") and below.tag_ != "VBG":
        return False
    if base in _UNHELD or (base == "denies" and below.dep_ == "acl:relcl"):
        return below.dep_ != "advcl" or opened in ("of", "from")
    if base == "rule":
        return below.dep_ == "xcomp" and any(c.text.casefold() == "out" for c in above.children)
    if base in _UNSURE:
        return opened in ("to", "that", "of", "")
    if base in ("close", "near", "short"):
        return below.tag_ in ("VB", "VBG") and child(below, "nsubj") is None
    return base in ("able", "manage", "succeed") and negated(above)


def _unpaid(promised: Token) -> bool:
    """True for what did not come: "has not paid the pensions that it promised", "the truce it promised never came"."""
    verb = promised.head
    return verb.i != promised.i and promised.dep_ in ("obj", "nsubj", "nsubj:pass", "obl") and negated(verb)


def _asked_of_another(cue: Token, reading: Stating) -> bool:
    """Read "wants Norway to accept ...", "called on it to agree ...": asked for, not given."""
    if reading.rule.id in _OF_SPEAKER:
        return False
    for below, above in pairwise([cue, *ancestors(cue)]):
        base = lemma(above)
        asks = base in _ASKING or (base in VERB_RULES and VERB_RULES[base].says == "demands")
        if asks and below.dep_ in ("xcomp", "advcl") and marker(below) == "to" and _addressed(above, below):
            return True
        if below.dep_ == "ccomp" and _wished_for(above, below):
            return True
    return False


def _wished_for(verb: Token, clause: Token) -> bool:
    """Read "demanded that Norway accept ...", "proposed that they put forward ...": the bare form tells a wish."""
    wishes = lemma(verb) in VERB_RULES and VERB_RULES[lemma(verb)].says in ("demands", "proposes")
    bare = clause.tag_ in ("VB", "VBP") and child(clause, "aux", "cop", "aux:pass") is None
    return wishes and bare and child(clause, "nsubj") is not None and lemma(verb) not in ("claim", "want")


def _addressed(verb: Token, clause: Token) -> bool:
    """True where a demand names whom it is made of, before what is demanded."""
    named = [c for c in verb.children if c.dep_ in ("obj", "iobj", "nsubj:pass") or (c.dep_ == "obl" and _upon(c))]
    return any(c.i < clause.i and (c.dep_ != "nsubj:pass" or c.i < verb.i) for c in named)


def _upon(noun: Token) -> bool:
    return marker(noun) in ("on", "upon", "to", "from", "with")


def _advised(frame: Frame, reading: Stating) -> bool:
    """Read "Norway should accept ..., an analyst said": what others find right is no position of Norway."""
    cue = reading.cue
    ought = _OUGHT & set(auxiliaries(cue)) or has_to(cue) or lemma(cue.head) == "ought"
    of_speaker = reading.rule.id in _OF_SPEAKER and not (reading.rule.id == "said-must" and lemma(cue) in SAYING)
    if not ought or of_speaker or set(reading.holders) != set(holders_of(frame, cue)):
        return False
    # The subject of a verb that is itself one of saying was taken for whoever says the sentence.
    around = () if lemma(cue) in SAYING else frame.resolver.said or frame.resolver.voice
    speaker = speaker_of(frame, cue) or around
    return not set(speaker) & set(reading.holders)


def contrary_to_fact(frame: Frame, token: Token) -> bool:
    """Return True for a condition told by its order of words ("Had Norway accepted ...") and for "would have".

    Parameters
    ----------
    frame
        The sentence.
    token
        A predicate.
    """
    if {"would", "have"} <= set(auxiliaries(token)):
        return True
    for match in _INVERTED.finditer(frame.text):
        opened = match[0].lstrip('"“;:, ')
        if (opened[0].isupper() or "would" in frame.text) and match.start() <= token.idx < match.end():
            return True
    subject = child(token, "nsubj", "nsubj:pass")
    before = [c for c in token.children if c.dep_ in ("aux", "cop") and c.text in ("had", "were", "should")]
    inverted = subject is not None and any(c.i < subject.i for c in before)
    return inverted and not _AFTER_NEGATION.search(frame.text[: before[0].idx])


def _not_agreed(frame: Frame, reading: Stating) -> bool:
    """Read "They did not agree on ...": an agreement that was not reached is no refusal by either side."""
    cue = reading.cue
    if reading.stance != "rejects" or lemma(cue) not in _RECIPROCAL:
        return False
    together = any(c.dep_ == "obl" and marker(c) == "with" for c in cue.children)
    return together or len(reading.holders) > 1 or any(frame.resolver.is_pair(s) for s in subjects(cue))
