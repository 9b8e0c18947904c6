"""Whether a meeting is being held as the report is written, or still to come."""

from detente.reading.grammar.clauses import went_to
from detente.reading.grammar.parser import Token, ancestors, auxiliaries, children, lemma
from detente.reading.meetings.cues import Cue
from detente.reading.meetings.words import is_due

_DUE = frozenset(["due", "bound", "scheduled", "expected", "slated", "planned", "set", "fixed"])
_AHEAD = frozenset(["will", "shall", "'ll", "would", "should"])


def present(cue: Cue) -> bool:
    """True for a plain present ("they meet again in April")."""
    verb = next((t for t in [cue.token, *ancestors(cue.token)] if t.pos_ == "VERB"), None)
    if verb is None or (verb.tag_ == "VBP" and verb.text.casefold() != lemma(verb)):
        # A past form that the tagger took for a present ("shook").
        return False
    return verb.tag_ in ("VBP", "VBZ") or _bare(verb)


def going_on(cue: Cue) -> bool:
    """True for talks that are being held as the report is written ("are meeting", "are talking on two floors")."""
    verb = next((t for t in [cue.token, *ancestors(cue.token)] if t.pos_ == "VERB"), None)
    now = verb is not None and verb.tag_ == "VBG" and set(auxiliaries(verb)) & {"is", "are", "'re", "'s", "been"}
    return bool(now) and cue.manner == "held"


def _bare(verb: Token) -> bool:
    """True for a plain present that the tagger took for an infinitive ("the delegations meet again")."""
    bare = verb.tag_ == "VB" and verb.text.casefold() == lemma(verb) and verb.dep_ == "ROOT"
    own = bare and not auxiliaries(verb) and not children(verb, "mark")
    return own and bool(children(verb, "nsubj"))


def ahead(cue: Cue) -> bool:
    """True where what is told of is still to come."""
    if is_due(cue.token):
        return True
    for above in [cue.token, *ancestors(cue.token)]:
        if above.pos_ == "ADJ" and above.text.casefold() in _DUE and children(above, "cop"):
            return True
        if above.pos_ in ("VERB", "AUX") or above.dep_ == "ROOT":
            return _to_come(above)
    return False


# Whoever fails, manages or begins to do something is past it.
_DONE = frozenset(["fail", "manage", "begin", "start", "continue", "struggle"])


def _to_come(verb: Token) -> bool:
    words = set(auxiliaries(verb))
    if verb.text.casefold() in _DUE and words & {"is", "are"}:
        return True
    if words & _AHEAD:
        return not words & {"have", "'ve"}
    to = any(mark.text.casefold() == "to" for mark in children(verb, "mark"))
    if to and ((verb.dep_ == "xcomp" and lemma(verb.head) in _DONE) or went_to(verb)):
        return False
    return to and verb.dep_ in ("xcomp", "ccomp", "acl", "ROOT", "advcl", "conj", "parataxis", "acl:relcl")
