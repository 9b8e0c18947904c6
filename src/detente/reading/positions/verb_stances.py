"""Which stance a verb or an adjective expresses, its particles and negations counted in."""

import re

from detente.entries import Stance
from detente.reading.grammar.modals import refuses
from detente.reading.grammar.parser import (
    Token,
    agents,
    auxiliaries,
    child,
    children,
    lemma,
    marker,
    negated,
    passive,
    text_of,
    verb_lemma,
)
from detente.reading.grammar.supposing import hypothetical
from detente.reading.positions.telling import has_done, tells_to
from detente.reading.rule import Rule, words
from detente.reading.rules import BY_ID, NOUN_RULES, VERB_RULES, stance_of

# A rule with the stance that a predicate expresses by it; None for none at all.
_Found = tuple[Rule | None, Stance | None]


def none_of(token: Token) -> bool:
    """Read "Neither side accepted ...", "No party accepted ..."."""
    subject = child(token, "nsubj", "nsubj:pass")
    return subject is not None and any(
        c.text.casefold() in ("neither", "no", "none")
        for c in (subject, *children(subject, "det", "cc:preconj", "advmod", "cc"))
    )


def _on_no_account(token: Token) -> bool:
    """Read "would in no circumstances be recognised", "on no account", "not a single rifle is to be ..."."""
    return any(
        c.i < token.i and any(g.text.casefold() == "no" for g in children(c, "det"))
        for c in token.children
        if lemma(c) in ("circumstance", "account", "case", "way", "condition", "event", "means")
    )


def mistaken_verb(token: Token) -> bool:
    """True for a stance verb that the parser takes for a noun or an adjective though it has a subject of its own."""
    return (
        token.pos_ in ("NOUN", "ADJ")
        and token.dep_ in ("ROOT", "conj", "ccomp", "parataxis")
        and child(token, "nsubj") is not None
        and child(token, "cop", "det", "amod") is None
        and verb_lemma(token) in VERB_RULES
    )


def rule_and_stance(token: Token, base: str) -> _Found:
    """Return which stance a predicate expresses, its negation counted in, and by which rule; None where none.

    Parameters
    ----------
    token
        The predicate.
    base
        Its dictionary form.
    """
    for idiom in (_of_adjective, _of_particle, _of_doing):
        found = idiom(token, base)
        if found is not None:
            return found
    return _of_verb(token, base)


def _of_adjective(token: Token, base: str) -> _Found | None:
    """Read "is ready to", "is adamant that", "is unwilling to"; any other noun or adjective expresses nothing."""
    if token.pos_ == "ADJ" and base in BY_ID["ready-to"].words and not mistaken_verb(token):
        if child(token, "xcomp", "advcl", "ccomp", "obl", "csubj") is None:
            return None, None
        if lemma(token) == "open" and marker(child(token, "obl", "xcomp", "advcl") or token) != "to":
            return None, None
        refused = negated(token) or none_of(token) or any(negated(a) for a in children(token, "aux", "cop"))
        return (BY_ID["unready-to"], "rejects") if refused else (BY_ID["ready-to"], "accepts")
    if (
        token.pos_ == "ADJ"
        and base in BY_ID["adamant"].words
        and child(token, "ccomp", "obl", "xcomp", "advcl", "acl") is not None
    ):
        return BY_ID["adamant"], "demands"
    if token.pos_ in ("ADJ", "VERB") and token.text.casefold() in _UNWILLING and child(token, "aux:pass") is None:
        return BY_ID["unwilling"], "rejects"
    if token.pos_ != "VERB" and not mistaken_verb(token):
        return None, None
    return None


def _of_particle(token: Token, base: str) -> _Found | None:
    """Read "objects to", "ruled out", "holds out for", "is prepared to": what stands beside the verb decides."""
    particles = {
        child.text.casefold() for child in token.children if child.dep_ in ("compound:prt", "advmod", "case", "obl")
    }
    if base == "object" and any(marker(c) == "to" for c in children(token, "obl", "xcomp", "advcl")):
        return (BY_ID["ready-to"], "accepts") if negated(token) or none_of(token) else (BY_ID["unwilling"], "rejects")
    if base == "oppose" and any(marker(c) == "to" for c in children(token, "obl")) and not agents(token):
        return BY_ID["unwilling"], "rejects"
    if base == "say" and (answer := _yes_or_no(token)):
        return BY_ID["yes-or-no"], answer
    if base == "rule" and "out" in particles:
        return (BY_ID["ready-to"], "accepts") if negated(token) else (BY_ID["rule-out"], "rejects")
    to_do = child(token, "xcomp", "advcl") or next((c for c in children(token, "obl") if marker(c) == "to"), None)
    if base in ("prepare", "incline") and token.tag_ == "VBN" and to_do is not None:
        return (BY_ID["unready-to"], "rejects") if negated(token) or none_of(token) else (BY_ID["ready-to"], "accepts")
    if base in ("turn", "brush") and particles & {"down", "aside"}:
        return BY_ID["rule-out"], "rejects"
    if (base == "hold" and "out" in particles) or (base == "stick" and child(token, "obl") is not None):
        return BY_ID["hold-out"], "demands"
    return None


def _of_doing(token: Token, base: str) -> _Found | None:
    """Read "does not intend to", "will not attack", "told it to", "gives up nothing": deeds that say yes or no."""
    if base in ("go", "intend", "plan", "mean") and (base != "go" or token.tag_ == "VBG"):
        ahead = child(token, "xcomp", "advcl")
        denied = negated(token) and ahead is not None and marker(ahead) == "to"
        return (BY_ID["will-not"], "rejects") if denied else (None, None)
    if base in _VIOLENT and negated(token) and refuses(token) and not hypothetical(token):
        return BY_ID["will-grant"], "accepts"
    if base in BY_ID["tells-to"].words:
        # "warned Denmark to leave" threatens; "warned it not to attack" asks for quiet.
        threat = base == "warn" and not any(negated(c) for c in children(token, "xcomp", "advcl"))
        return (BY_ID["tells-to"], "demands") if tells_to(token) and not threat else (None, None)
    if base == "have" and has_done(token):
        return (BY_ID["would-have"], "demands") if not negated(token) else (BY_ID["will-not"], "rejects")
    if base == "claim" and any(c.pos_ == "NUM" for c in children(token, "obj")):
        return None, None
    if base in _YIELDING and _yields_nothing(token):
        return BY_ID["will-not"], "rejects"
    return None


def _of_verb(token: Token, base: str) -> _Found:
    """Read a verb of the table, or the refusal of anything else ("will not release")."""
    rule = VERB_RULES.get(base)
    refused = negated(token) or none_of(token) or _on_no_account(token) or _takes_nothing(token)
    if base == "want" and any(negated(c) for c in children(token, "obj")):
        return BY_ID["will-not"], "rejects"
    if rule is None:
        return (BY_ID["will-not"], "rejects") if refused and refuses(token) else (None, None)
    stance = stance_of(rule)
    if _not_so(token, base, stance):
        return None, None
    if refused:
        if stance == "accepts" or base in ("want", "need"):
            return BY_ID["will-not"], "rejects"
        if stance == "rejects":
            return BY_ID["ready-to"], "accepts"
        return None, None
    if base == "call" and not any(marker(c) in ("for", "upon", "on", "to") for c in token.children):
        return None, None
    # "called the proposal for a zone unacceptable" judges, "reiterated its opposition" is said by the noun.
    said = child(token, "obj")
    right_after = said is not None and min(t.i for t in said.subtree) == token.i + 1
    if right_after and base == "call" and not any(marker(c) in ("upon", "on") for c in token.children):
        return None, None
    noun = NOUN_RULES.get(lemma(said)) if said is not None else None
    if base in ("reiterate", "renew", "uphold") and noun is not None and noun.says in ("rejects", "accepts"):
        return None, None
    if base == "invite" and (not tells_to(token) or marker(token) in ("against", "provided", "unless")):
        return None, None
    if base == "reaffirm" and child(token, "ccomp") is not None:
        return None, None
    if base in ("present", "table", "draft") and child(token, "obj") is None and not passive(token):
        return None, None
    return rule, stance


# "rejected criticism that ..." denies a reproach, whatever it is about.
REPROACHES = words(
    "criticism accusation allegation charge claim report rumour rumor speculation suggestion complaint insinuation"
    " assertion notion"
)


def _once(token: Token) -> bool:
    spent = ("once", "formerly", "originally", *(("long", "initially") if "had" in auxiliaries(token) else ()))
    before = [c for c in children(token, "advmod") if c.text.casefold() in spent]
    return token.tag_ in ("VBD", "VBN") and any(c.i == token.i - 1 for c in before)


_WISHED = words("want wish desire prefer seek")


def _not_so(token: Token, base: str, stance: Stance) -> bool:
    """Read "had wanted ...", "asked whether ...", "did not reject ...", "rejected criticism that ...": no stance."""
    aux = auxiliaries(token)
    if base in _WISHED and "had" in aux and token.tag_ == "VBN":
        return True
    # "used to demand", "once demanded" tells of what was.
    if (token.dep_ == "xcomp" and token.head.text.casefold() == "used") or _once(token):
        return True
    # "expects Denmark to reject it" foresees, "expects Denmark to free them" asks.
    if base == "expect" and any(lemma(c) in VERB_RULES for c in children(token, "xcomp", "ccomp")):
        return True
    if stance == "demands" and any(marker(c) in ("whether", "if") for c in children(token, "ccomp")):
        return True
    # "claims to have brokered the truce" boasts.
    if base == "claim" and any("have" in auxiliaries(c) for c in children(token, "xcomp")):
        return True
    if stance != "rejects":
        return False
    if negated(token) and "did" in aux:
        return True
    denied = child(token, "obj")
    if denied is None or lemma(denied) not in REPROACHES:
        return False
    said = [*children(denied, "acl", "acl:relcl", "ccomp", "nmod"), *children(token, "ccomp", "advcl")]
    return any(marker(c) in ("that", "of", "") for c in said)


# "The army will not attack ...": not to do so is to keep a truce.
_VIOLENT = words("attack shoot fire bomb shell strike invade raid bombard ambush")
_UNWILLING = BY_ID["unwilling"].words - {"object"}
_YIELDING = words(
    "give yield cede surrender release free hand withdraw lift allow permit let recognise recognize grant have take"
    " tolerate admit disarm leave evacuate dismantle concede brook"
)


def _yields_nothing(token: Token) -> bool:
    """Read "gives up neither its weapons nor ...", "will have no inspection", "will release no prisoner"."""
    none = [c for c in children(token, "obj") if any(g.text.casefold() in ("neither", "no") for g in c.children)]
    ahead = bool(set(auxiliaries(token)) & {"will", "would", "'ll", "'d", "shall", "can"})
    return bool(none) and (ahead or any(g.text.casefold() == "neither" for c in none for g in c.children))


def _takes_nothing(token: Token) -> bool:
    """Read "would sign nothing that ...", "accepts no truce", "agreed to nothing": but not "nothing less than"."""
    for each in children(token, "obj", "obl"):
        bare = each.text.casefold() in ("nothing", "none") or any(
            g.text.casefold() == "no" for g in children(each, "det")
        )
        if bare and not re.match(r"\s+(?:less|short|but|except|other)\b", token.doc.text[each.idx + len(each.text) :]):
            return lemma(token) in VERB_RULES and VERB_RULES[lemma(token)].says == "accepts"
    return False


def _yes_or_no(token: Token) -> Stance | None:
    """Read "Said yes to", "says no to"."""
    match = re.match(r" (yes|no) to\b", text_of(token.doc)[token.idx + len(token.text) :], re.IGNORECASE)
    return None if match is None else "accepts" if match[1].casefold() == "yes" else "rejects"
