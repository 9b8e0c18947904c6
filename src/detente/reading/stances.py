"""Speech acts: which predicates and nouns of a sentence demand, propose, accept or reject, and for whom."""

import re
from collections.abc import Iterator

from detente.entries import Stance
from detente.reading.accords import in_accords
from detente.reading.answers import YES_BUT_NO, of_answer, of_short_answers, of_yes_but_no
from detente.reading.conditions import conditions, tied
from detente.reading.frame import Frame
from detente.reading.holders import holders_of, owned
from detente.reading.issues import issues_in
from detente.reading.jointly import of_both, of_founding
from detente.reading.modals import has_to, refuses
from detente.reading.nominals import of_among, of_condition, of_list, of_listing, of_noun, of_passive_condition
from detente.reading.parser import (
    Token,
    agents,
    auxiliaries,
    child,
    children,
    lemma,
    marker,
    negated,
    passive,
    subjects,
    text_of,
    verb_lemma,
)
from detente.reading.phrases import by_phrase
from detente.reading.plans import of_plan
from detente.reading.regions import phrase_of, region_of
from detente.reading.rule import Rule, words
from detente.reading.rules import BY_ID, VERB_RULES, stance_of
from detente.reading.sayings import of_promise, of_saying
from detente.reading.stating import Stating
from detente.reading.supposing import hypothetical, inside_a_demand, unable_by_report
from detente.reading.telling import has_done, named_before, of_order, tells_to

# Words without which nothing is promised or required.
_DUE = re.compile(
    r"\b(?:must|should|ought|will|would|can|could|cannot|have to|has to|had to|needs?|need to|requires?|demands?"
    r"|presupposes?)\b"
    r"|'(?:ll|d)\b",
    re.I,
)


def readings(frame: Frame, in_accord: bool) -> Iterator[Stating]:
    """Yield every stance of a sentence, with its holders and the tokens that say what it is about.

    Parameters
    ----------
    frame
        The sentence.
    in_accord
        True where the text around it sets out the terms of an agreement.
    """
    due = bool(_DUE.search(frame.text))
    for token in frame.tokens:
        if token.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            yield from _of_predicate(frame, token)
            yield from of_noun(frame, token)
            if due:
                yield from of_saying(frame, token)
                yield from of_promise(frame, token)
            yield from of_list(frame, token)
    yield from of_listing(frame)
    yield from of_among(frame)
    yield from of_condition(frame)
    yield from of_passive_condition(frame)
    yield from of_order(frame)
    yield from of_answer(frame)
    yield from of_short_answers(frame)
    yield from of_yes_but_no(frame)
    yield from conditions(frame)
    yield from tied(frame)
    yield from by_phrase(frame)
    yield from of_both(frame)
    yield from of_founding(frame)
    yield from in_accords(frame, in_accord)


def _of_predicate(frame: Frame, token: Token) -> Iterator[Stating]:
    base = verb_lemma(token) if mistaken_verb(token) else lemma(token)
    rule, stance = _verb_rule(token, base)
    if rule is None or stance is None or hypothetical(token):
        return
    if token.tag_ == "VBN" and marker(token) == "as":
        yield from _of_comparison(frame, token)
        return
    if marker(token) == "as" and token.dep_ == "advcl" and not _content_of(token):
        yield from _as_wanted(frame, token, rule, stance)
        return
    if rule.id == "will-not" and unable_by_report(frame, token):
        return
    if (rule.id == "will-not" and inside_a_demand(token)) or (base in _AFFIRMING and _asserts(token)):
        return
    if stance == "demands" and (_of_a_plan(token) or _of_a_paper(frame, token) or _under_readiness(token)):
        return
    if stance == "accepts" and any(
        t.text.casefold() in ("less", "short") and t.nbor(-1).text == "nothing" for t in token.subtree if t.i
    ):
        stance = "demands"
    if stance == "accepts" and (set(auxiliaries(token)) & {"must", "should", "ought"}):
        return
    if base in ("pledge", "promise") and stance == "accepts" and _of_helper(frame, token):
        stance = "proposes"
    by_subject = rule.id in ("unwilling", "ready-to", "unready-to")
    holders = _subjects_of(frame, token) if by_subject else holders_of(frame, token)
    holders = holders or _both_agreed(frame, token) or _they_together(frame, token, rule)
    if not holders:
        return
    region = region_of(token)
    if rule.id == "yes-or-no" and (turn := YES_BUT_NO.search(frame.text)):
        region = tuple(t for t in region if t.idx < turn.start("word"))
    if rule.id in ("will-not",):
        region = (token, *region)
    if passive(token) and token.pos_ == "VERB" and not by_subject:
        above = children(token, "nsubj:pass", "nsubj", "csubj", "csubj:pass")
        above = above or (subjects(token) if token.dep_ == "conj" else [])
        region = tuple(t for s in above for t in s.subtree) + region
        if token.dep_ in ("acl", "acl:relcl") and not any(True for _ in children(token, "nsubj:pass")):
            region = tuple(phrase_of(token.head, token)) + region
    if token.dep_ == "amod" and child(token, "nsubj") is not None:
        own = {t.i for t in token.subtree}
        region = (*region, *(t for t in token.head.subtree if t.i not in own))
    if not issues_in(frame.doc, region):
        region = (*region, *(_elsewhere(token) or named_before(frame, token, region)))
    yield Stating(holders, stance, rule, token, region)


def _under_readiness(token: Token) -> bool:
    """Read "is ready to seek ...", "agreed to ask ...": what is granted is no demand."""
    above = token.head
    granted = lemma(above) in BY_ID["ready-to"].words or (
        lemma(above) in VERB_RULES and VERB_RULES[lemma(above)].says == "accepts"
    )
    return granted and token.dep_ in ("xcomp", "advcl", "acl") and marker(token) == "to"


def _of_helper(frame: Frame, token: Token) -> bool:
    """What a state that is no party to the talks promises is an offer: "Britain pledged two million"."""
    pair = frame.resolver.cast.pair
    holders = holders_of(frame, token)
    return len(pair) > 1 and bool(holders) and not set(holders) & set(pair)


def _of_a_paper(frame: Frame, token: Token) -> bool:
    """Read "Norway presented a plan. It calls for ...": the plan does."""
    subject = child(token, "nsubj")
    said = subject is not None and subject.text.casefold() == "it" and token.dep_ == "ROOT"
    return said and bool(frame.resolver.paper) and lemma(token) in ("call", "demand", "require", "ask", "urge")


def _none_of(token: Token) -> bool:
    """Read "Neither side accepted ...", "No party accepted ..."."""
    subject = child(token, "nsubj")
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


def _of_a_plan(token: Token) -> bool:
    """Read "The plan calls for ...": what a plan asks for is proposed by its author, `plans` reads it."""
    subject = child(token, "nsubj")
    if subject is not None and subject.text.casefold() in ("which", "that") and token.dep_ == "acl:relcl":
        subject = token.head
    return subject is not None and of_plan(subject)


def mistaken_verb(token: Token) -> bool:
    """True for a stance verb that the parser takes for a noun or an adjective though it has a subject of its own."""
    return (
        token.pos_ in ("NOUN", "ADJ")
        and verb_lemma(token) in VERB_RULES
        and child(token, "nsubj") is not None
        and child(token, "cop", "det", "amod") is None
        and token.dep_ in ("ROOT", "conj", "ccomp", "parataxis")
    )


def _elsewhere(token: Token) -> tuple[Token, ...]:
    """What a predicate is about where it stands before it ("prisoners whom it wants freed", "is what it wants")."""
    what = next((t for t in token.subtree if t.text.casefold() == "what" and t.i < token.i), None)
    if token.dep_ == "acl:relcl" and token.head.text.casefold() == "what":
        if token.head.head.i == token.head.i:
            return tuple(t for s in children(token.head, "nsubj", "csubj") for t in s.subtree)
        apart = {t.i for t in token.head.subtree}
        return tuple(t for t in token.head.head.subtree if t.i not in apart)
    top = token
    while top.dep_ in ("xcomp", "ccomp", "conj") and top.head.i < top.i:
        top = top.head
    if top.dep_ == "acl:relcl" and lemma(top.head) in _EMPTY_NOUNS and child(top.head, "cop") is not None:
        return tuple(t for s in children(top.head, "nsubj", "csubj", "nsubj:outer") for t in s.subtree)
    what = what or next((t for t in token.doc if t.text.casefold() == "what" and 0 < token.i - t.i <= _WHAT), None)
    if what is not None:
        inside = {t.i for t in token.subtree if t.i >= what.i}
        return tuple(t for t in token.doc if t.i not in inside)
    if top.dep_ == "acl:relcl":
        return tuple(phrase_of(top.head, top))
    if any(c.text.casefold() == "which" for c in children(top, "obl", "obj")) and top.head.i < top.i:
        return tuple(t for t in top.head.subtree if t.i < top.i)
    first = min((s.i for subject in subjects(token) for s in subject.subtree), default=0)
    fronted = [
        c
        for c in token.children
        if c.i < first
        and marker(c) not in ("without", "unless", "if", "until", "before", "after")
        and c.dep_ in ("obj", "obl", "ccomp", "csubj", "nsubj", "dislocated", "advcl", "xcomp")
    ]
    return tuple(t for c in fronted for t in c.subtree if t.i < first)


# "Handing them a veto is a thing that Norway will never sign": the noun stands for the subject.
_EMPTY_NOUNS = words(
    "thing something anything point matter step idea move one what line question measure concession notion"
)
# Words between "what" and its verb: "is what the movement has long asked for".
_WHAT = 7
_AFFIRMING = frozenset(["insist", "claim", "reiterate", "uphold", "expect", "plead", "argue"])


def _asserts(token: Token) -> bool:
    """Read "insisted that its aims are peaceful": a clause that says what is, not what should be."""
    clause = child(token, "ccomp")
    if clause is None:
        return False
    aux = set(auxiliaries(clause))
    wished = clause.tag_ == "VBP" and lemma(clause) not in _STATES and lemma(token) == "insist"
    if wished or _subjunctive(clause) or (lemma(clause) in ("remain", "stay", "belong") and aux & {"will", "would"}):
        return False
    if clause.tag_ == "VBN" and aux & {"had", "has", "have"}:
        return True
    if aux & {"must", "should", "be", "shall", "to", "needs", "need", "has", "have", "ought"} or has_to(clause):
        return False
    return clause.tag_ in ("VBZ", "VBD", "VBP") or bool(aux & {"is", "are", "was", "were", "will", "would", "'s"})


# After "insists that they", any other bare verb tells what should be done.
_STATES = frozenset(["be", "have", "do", "know", "think", "want", "remain", "belong", "support", "respect", "need"])


def _subjunctive(clause: Token) -> bool:
    """Read "insisted that any deal include ...": the bare form under a subject in the singular."""
    subject = child(clause, "nsubj")
    bare = clause.text.casefold() == lemma(clause) and not auxiliaries(clause)
    return bare and subject is not None and subject.tag_ in ("NN", "NNP")


# What several do together: "They settled that ..." speaks of both sides where nobody else was named.
_TOGETHER = frozenset(["agree", "settle", "sign", "conclude", "initial", "exchange"])


def _they_together(frame: Frame, token: Token, rule: Rule) -> tuple[str, ...]:
    """Read "They agreed that ..." where nobody was spoken of before: both sides did."""
    subject = child(token, "nsubj")
    they = subject is not None and subject.text.casefold() in ("they", "delegations", "negotiators", "teams")
    if not they or rule.says != "accepts" or lemma(token) not in _TOGETHER or frame.resolver.last_subject:
        return ()
    return frame.resolver.cast.pair


_AGREED = frozenset(["agree", "settle", "sign", "conclude", "accept", "approve"])


def _both_agreed(frame: Frame, token: Token) -> tuple[str, ...]:
    """Read "It was agreed that ...", "A truce was agreed upon": without an agent both sides did."""
    if lemma(token) not in _AGREED or not passive(token) or agents(token) or token.tag_ != "VBN":
        return ()
    aux = set(auxiliaries(token))
    return frame.resolver.cast.pair if aux & {"was", "were", "been"} and not negated(token) else ()


def _subjects_of(frame: Frame, token: Token) -> tuple[str, ...]:
    """Return the parties of the subjects, whatever the voice ("is opposed to")."""
    return tuple(dict.fromkeys(p for s in subjects(token) for p in frame.resolver.single(s)))


def _of_comparison(frame: Frame, token: Token) -> Iterator[Stating]:
    """Read "... (as suggested by X)": X proposes what stands just before."""
    holders = tuple(dict.fromkeys(p for agent in agents(token) for p in owned(frame, agent)))
    before = list(issues_in(frame.doc, [t for t in frame.tokens if token.i - 14 <= t.i < token.i]))
    if holders and before:
        anchor = before[-1][1]
        yield Stating(holders, "proposes", BY_ID["as-suggested"], token, (anchor,))


def _content_of(token: Token) -> bool:
    return child(token, "obj", "ccomp", "xcomp") is not None


def _as_wanted(frame: Frame, token: Token, rule: Rule, stance: Stance) -> Iterator[Stating]:
    """Read "whether the sanctions would now be lifted, as Norway demands": what it demands stands before."""
    if stance == "rejects":
        return
    holders = holders_of(frame, token)
    before = [t for t in frame.tokens if t.i < token.i]
    above = token.head if token.head.i < token.i else None
    region = [t for t in above.subtree if t.i < token.i] if above is not None else before
    pairs = list(issues_in(frame.doc, region or before))
    if holders and pairs:
        yield Stating(holders, stance, rule, token, (pairs[-1][1],))


def _verb_rule(token: Token, base: str) -> tuple[Rule | None, Stance | None]:
    """Which stance a predicate expresses, its negation counted in."""
    particles = {
        child.text.casefold() for child in token.children if child.dep_ in ("compound:prt", "advmod", "case", "obl")
    }
    if token.pos_ == "ADJ" and base in BY_ID["ready-to"].words and not mistaken_verb(token):
        if child(token, "xcomp", "advcl", "ccomp", "obl", "csubj") is None:
            return None, None
        if lemma(token) == "open" and marker(child(token, "obl", "xcomp", "advcl") or token) != "to":
            return None, None
        refused = negated(token) or any(negated(a) for a in children(token, "aux", "cop"))
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
    if base == "object" and any(marker(c) == "to" for c in children(token, "obl", "xcomp", "advcl")):
        return (BY_ID["ready-to"], "accepts") if negated(token) else (BY_ID["unwilling"], "rejects")
    if base == "oppose" and any(marker(c) == "to" for c in children(token, "obl")) and not agents(token):
        return BY_ID["unwilling"], "rejects"
    if base == "say" and (answer := _yes_or_no(token)):
        return BY_ID["yes-or-no"], answer
    if base == "rule" and "out" in particles:
        return (BY_ID["ready-to"], "accepts") if negated(token) else (BY_ID["rule-out"], "rejects")
    to_do = child(token, "xcomp", "advcl") or next((c for c in children(token, "obl") if marker(c) == "to"), None)
    if base in ("prepare", "incline") and token.tag_ == "VBN" and to_do is not None:
        return (BY_ID["unready-to"], "rejects") if negated(token) else (BY_ID["ready-to"], "accepts")
    if base in ("turn", "brush") and particles & {"down", "aside"}:
        return BY_ID["rule-out"], "rejects"
    if (base == "hold" and "out" in particles) or (base == "stick" and child(token, "obl") is not None):
        return BY_ID["hold-out"], "demands"
    if base in ("go", "intend", "plan", "mean") and (base != "go" or token.tag_ == "VBG"):
        ahead = child(token, "xcomp", "advcl")
        denied = negated(token) and ahead is not None and marker(ahead) == "to"
        return (BY_ID["will-not"], "rejects") if denied else (None, None)
    if base in _VIOLENT and negated(token) and refuses(token) and not hypothetical(token):
        return BY_ID["will-grant"], "accepts"
    if base in BY_ID["tells-to"].words:
        return (BY_ID["tells-to"], "demands") if tells_to(token) else (None, None)
    if base == "have" and has_done(token):
        return (BY_ID["would-have"], "demands") if not negated(token) else (BY_ID["will-not"], "rejects")
    if base == "claim" and any(c.pos_ == "NUM" for c in children(token, "obj")):
        return None, None
    if base in _YIELDING and _yields_nothing(token):
        return BY_ID["will-not"], "rejects"
    rule = VERB_RULES.get(base)
    refused = negated(token) or _none_of(token) or _on_no_account(token) or _takes_nothing(token)
    if base == "want" and any(negated(c) for c in children(token, "obj")):
        return BY_ID["will-not"], "rejects"
    if rule is None:
        return (BY_ID["will-not"], "rejects") if refused and refuses(token) else (None, None)
    stance = stance_of(rule)
    if refused:
        if stance == "accepts" or base in ("want", "need"):
            return BY_ID["will-not"], "rejects"
        if stance == "rejects":
            return BY_ID["ready-to"], "accepts"
        return None, None
    if base == "call" and not any(marker(c) in ("for", "upon", "on", "to") for c in token.children):
        return None, None
    if base == "invite" and (not tells_to(token) or marker(token) in ("against", "provided", "unless")):
        return None, None
    if base == "reaffirm" and child(token, "ccomp") is not None:
        return None, None
    if base in ("present", "table", "draft") and child(token, "obj") is None and not passive(token):
        return None, None
    return rule, stance


# "The army will not attack ...": not to do so is to keep a truce.
_VIOLENT = words("attack shoot fire bomb shell strike invade raid bombard ambush")
_UNWILLING = BY_ID["unwilling"].words - {"object", "opposed"} | {"opposed"}
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
