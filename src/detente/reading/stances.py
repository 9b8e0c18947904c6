"""Speech acts: which predicates and nouns of a sentence demand, propose, accept or reject, and for whom."""

import re
from collections.abc import Iterator

from detente.entries import Stance
from detente.reading.clauses import (
    NOUN_RULES,
    VERB_RULES,
    Stating,
    has_to,
    holders_of,
    hypothetical,
    inside_a_demand,
    is_to,
    owned,
    owners_of,
    phrase_of,
    pruned,
    refuses,
    region_of,
    speaker_of,
    yes_or_no,
)
from detente.reading.frame import Frame
from detente.reading.issues import issues_in
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
)
from detente.reading.phrases import by_phrase
from detente.reading.rules import BY_ID, Rule, stance_of

CONTENT = re.compile(
    r"\b(?:any|a|the|every|lasting|final)(?: (?:final|lasting|eventual|future|durable|comprehensive"
    r"|just))* (?:peace|deal|agreement|settlement|accord|solution)(?: (?:deal|agreement|treaty"
    r"|settlement))? (?:requires?|must|needs?|has to|would have to|should include|presupposes)"
    r"|conditions? (?:of|for) (?:any|a|the) (?:[\w-]+ )?(?:settlement|deal|peace|agreement|accord)",
    re.IGNORECASE,
)


LIST_NOUNS = frozenset(
    ["list", "demand", "condition", "plan", "proposal", "term", "requirement", "package", "wish", "agenda"]
)


def readings(frame: Frame, in_accord: bool) -> Iterator[Stating]:
    """Yield every stance of a sentence, with its holders and the tokens that say what it is about."""
    for token in frame.doc:
        if token.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            yield from _of_predicate(frame, token)
            yield from _of_noun(frame, token)
            yield from _of_saying(frame, token)
            yield from _of_list(frame, token)
            yield from _of_binding(frame, token)
    yield from by_phrase(frame)
    yield from _of_both(frame)
    yield from _of_talks(frame)
    yield from _of_force(frame)
    yield from _of_duty(frame, in_accord)


def _of_predicate(frame: Frame, token: Token) -> Iterator[Stating]:
    base = lemma(token)
    rule, stance = _verb_rule(token, base)
    if rule is None or stance is None or hypothetical(token):
        return
    if token.tag_ == "VBN" and marker(token) == "as":
        yield from _of_comparison(frame, token)
        return
    if (rule.id == "will-not" and inside_a_demand(token)) or (base in _AFFIRMING and _asserts(token)):
        return
    holders = _subjects_of(frame, token) if rule.id == "unwilling" else holders_of(frame, token)
    holders = holders or _both_agreed(frame, token)
    if not holders:
        return
    region = region_of(token)
    if rule.id in ("will-not",):
        region = (token, *region)
    if passive(token) and token.pos_ == "VERB":
        region = (
            tuple(t for s in children(token, "nsubj:pass", "nsubj", "csubj", "csubj:pass") for t in s.subtree) + region
        )
        if token.dep_ in ("acl", "acl:relcl") and not any(True for _ in children(token, "nsubj:pass")):
            region = tuple(phrase_of(token.head, token)) + region
    if not issues_in(frame.doc, region):
        region = (*region, *_elsewhere(token))
    yield Stating(holders, stance, rule, token, region)


def _elsewhere(token: Token) -> tuple[Token, ...]:
    """What a predicate is about where it stands before it ("prisoners whom it wants freed", "is what it wants")."""
    what = next((t for t in token.subtree if t.text.casefold() == "what" and t.i < token.i), None)
    top = token
    while top.dep_ in ("xcomp", "ccomp", "conj") and top.head.i < top.i:
        top = top.head
    if what is not None:
        inside = {t.i for t in token.subtree}
        return tuple(t for t in token.doc if t.i not in inside)
    if top.dep_ == "acl:relcl":
        return tuple(phrase_of(top.head, top))
    first = min((s.i for subject in subjects(token) for s in subject.subtree), default=0)
    fronted = [
        c
        for c in token.children
        if c.i < first and c.dep_ in ("obj", "obl", "ccomp", "csubj", "nsubj", "dislocated", "advcl", "xcomp")
    ]
    return tuple(t for c in fronted for t in c.subtree if t.i < first)


_AFFIRMING = frozenset(["insist", "claim", "reiterate", "uphold", "expect", "plead", "argue"])


def _asserts(token: Token) -> bool:
    """Read "insisted that its aims are peaceful": a clause that says what is, not what should be."""
    clause = child(token, "ccomp")
    if clause is None:
        return False
    aux = set(auxiliaries(clause))
    if aux & {"must", "should", "be", "shall", "to", "needs", "need", "has", "have", "ought"} or has_to(clause):
        return False
    return clause.tag_ in ("VBZ", "VBD", "VBP") or bool(aux & {"is", "are", "was", "were", "will", "would", "'s"})


_AGREED = frozenset(["agree", "settle", "sign", "conclude", "accept", "approve"])
_BINDING = frozenset(["bind", "oblige", "commit", "require"])


def _both_agreed(frame: Frame, token: Token) -> tuple[str, ...]:
    """Read "It was agreed that ...", "A truce was agreed upon": without an agent both sides did."""
    if lemma(token) not in _AGREED or not passive(token) or agents(token) or token.tag_ != "VBN":
        return ()
    aux = set(auxiliaries(token))
    return frame.resolver.cast.pair if aux & {"was", "were", "been"} and not negated(token) else ()


def _of_binding(frame: Frame, token: Token) -> Iterator[Stating]:
    """Read "The accord binds both sides to ...", "The deal obliges Oslo to ..."."""
    if token.pos_ != "VERB" or lemma(token) not in _BINDING or negated(token) or hypothetical(token):
        return
    subject = next(iter(subjects(token)), None)
    bound = child(token, "nsubj:pass") if passive(token) else child(token, "obj")
    to_do = [c for c in children(token, "xcomp", "advcl", "ccomp", "acl") if marker(c) in ("to", "")]
    to_do += [c for c in children(bound, "acl") if marker(c) == "to"] if bound is not None else []
    if bound is None or not to_do or (subject is not None and frame.resolver.parties(subject) and not passive(token)):
        return
    holders = frame.resolver.parties(bound)
    region = [t for c in to_do for t in c.subtree]
    if holders and region:
        yield Stating(holders, "accepts", BY_ID["bound-to"], token, tuple(region))


def _subjects_of(frame: Frame, token: Token) -> tuple[str, ...]:
    """Return the parties of the subjects, whatever the voice ("is opposed to")."""
    return tuple(dict.fromkeys(p for s in subjects(token) for p in frame.resolver.single(s)))


def _of_comparison(frame: Frame, token: Token) -> Iterator[Stating]:
    """Read "... (as suggested by X)": X proposes what stands just before."""
    holders = tuple(dict.fromkeys(p for agent in agents(token) for p in owned(frame, agent)))
    before = list(issues_in(frame.doc, [t for t in frame.doc if token.i - 14 <= t.i < token.i]))
    if holders and before:
        anchor = before[-1][1]
        yield Stating(holders, "proposes", BY_ID["as-suggested"], token, (anchor,))


def _verb_rule(token: Token, base: str) -> tuple[Rule | None, Stance | None]:
    """Which stance a predicate expresses, its negation counted in."""
    particles = {
        child.text.casefold() for child in token.children if child.dep_ in ("compound:prt", "advmod", "case", "obl")
    }
    if token.pos_ == "ADJ" and base in BY_ID["ready-to"].words:
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
    if token.pos_ == "ADJ" and base in BY_ID["unwilling"].words:
        return BY_ID["unwilling"], "rejects"
    if token.pos_ != "VERB":
        return None, None
    if base == "oppose" and any(marker(c) == "to" for c in children(token, "obl")) and not agents(token):
        return BY_ID["unwilling"], "rejects"
    if base == "say" and (answer := yes_or_no(token)):
        return BY_ID["yes-or-no"], answer
    if base == "rule" and "out" in particles:
        return BY_ID["rule-out"], "rejects"
    if base in ("turn", "brush") and particles & {"down", "aside"}:
        return BY_ID["rule-out"], "rejects"
    if (base == "hold" and "out" in particles) or (base == "stick" and child(token, "obl") is not None):
        return BY_ID["hold-out"], "demands"
    rule = VERB_RULES.get(base)
    refused = negated(token)
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
    if base in ("present", "table", "draft") and child(token, "obj") is None and not passive(token):
        return None, None
    return rule, stance


def _of_noun(frame: Frame, token: Token) -> Iterator[Stating]:
    rule = NOUN_RULES.get(lemma(token)) if token.pos_ == "NOUN" else None
    if rule is None:
        return
    holders = owners_of(frame, token)
    region = [
        t
        for c in children(token, "nmod", "acl", "acl:relcl", "ccomp", "advcl")
        if marker(c) in ("for", "to", "that", "on", "of", "against")
        for t in pruned(c)
    ]
    head = token.head
    if token.dep_ in ("nsubj", "nsubj:outer") and child(head, "cop") is not None:
        region += [t for t in pruned(head) if t.i not in {s.i for s in token.subtree}]
    elif child(token, "cop") is not None:
        region += [t for s in children(token, "nsubj", "csubj", "nsubj:outer") for t in s.subtree]
        if not holders:
            holders = tuple(p for c in children(token, "nmod") if marker(c) == "of" for p in frame.resolver.parties(c))
    if not region and head.pos_ == "VERB" and token.dep_ == "obj":
        region = [t for c in children(head, "advcl", "xcomp") if marker(c) == "to" and c.i > token.i for t in pruned(c)]
    if (
        not holders
        and head.pos_ == "VERB"
        and token.dep_ in ("obj", "obl")
        and rule.id in ("acceptance-noun", "refusal-noun")
    ):
        holders = holders_of(frame, head)
    if holders and region and not _met(token):
        yield Stating(holders, stance_of(rule), rule, token, tuple(region))


def _met(token: Token) -> bool:
    """A demand that is the object of "reject" or "drop" still is its owner's demand; one that is dropped is not."""
    return lemma(token.head) in ("drop", "withdraw", "abandon", "soften") and token.dep_ == "obj"


def _of_saying(frame: Frame, token: Token) -> Iterator[Stating]:
    """Read "X said that Y must ...", "X said it would ...", "..., X said"."""
    aux = set(auxiliaries(token))
    duty = bool(aux & {"must", "should"}) or has_to(token)
    requires = lemma(token) in BY_ID["peace-requires"].words and CONTENT.search(frame.text)
    ahead = bool(aux & {"will", "would", "'ll", "'d"}) and token.pos_ == "VERB"
    if (
        not (duty or requires or ahead)
        or negated(token)
        or hypothetical(token)
        or (lemma(token) in VERB_RULES and not requires and not duty)
    ):
        return
    speaker = speaker_of(frame, token) or frame.resolver.said
    if not speaker:
        return
    if requires:
        yield Stating(speaker, "demands", BY_ID["peace-requires"], token, region_of(token))
    elif duty:
        subject_tokens = [t for s in children(token, "nsubj", "nsubj:pass") for t in s.subtree]
        yield Stating(speaker, "demands", BY_ID["said-must"], token, (token, *subject_tokens, *region_of(token)))
    elif set(holders_of(frame, token)) == set(speaker):
        stance: Stance = "proposes" if aux & {"would", "'d"} else "accepts"
        yield Stating(speaker, stance, BY_ID["said-would"], token, (token, *region_of(token)))


_BOTH_SAY = frozenset(["say", "hold", "maintain", "declare", "affirm", "stress", "insist", "concur", "want"])


def _of_both(frame: Frame) -> Iterator[Stating]:
    """Read "..., both say", "no longer in dispute between them": what both say, both accept."""
    pair = frame.resolver.cast.pair
    for token in frame.doc:
        if token.pos_ == "VERB" and lemma(token) in _BOTH_SAY and not negated(token) and len(pair) > 1:
            if not any(frame.resolver.is_pair(s) for s in subjects(token)) or hypothetical(token):
                continue
            yield Stating(pair, "accepts", BY_ID["both-say"], token, tuple(t for t in frame.doc if t.i != token.i))
    match = _UNDISPUTED.search(frame.text)
    if match and pair:
        cue = min(frame.doc, key=lambda t: abs(t.idx - match.start()))
        yield Stating(pair, "accepts", BY_ID["both-say"], cue, tuple(t for t in frame.doc if t.i != cue.i))


_UNDISPUTED = re.compile(
    r"\b(?:(?:no longer|not) (?:in dispute|disputed|contested|at issue)|(?:nor|neither) do they (?:differ|disagree)"
    r"|(?:do not|don't) (?:differ|disagree) (?:over|on|about)|(?:is|are) common ground|see eye to eye)\b",
    re.IGNORECASE,
)


def _of_list(frame: Frame, token: Token) -> Iterator[Stating]:
    """Read "Its list of demands includes ..."."""
    if lemma(token) not in BY_ID["list-includes"].words or token.pos_ != "VERB":
        return
    for subject in children(token, "nsubj"):
        base = lemma(subject)
        nested = [lemma(c) for c in children(subject, "nmod")]
        if base in LIST_NOUNS or set(nested) & LIST_NOUNS:
            holders = tuple(
                p for c in children(subject, "nmod:poss", "amod", "compound") for p in frame.resolver.parties(c)
            )
            stance: Stance = "proposes" if base in ("plan", "proposal", "package") else "demands"
            if holders:
                yield Stating(holders, stance, BY_ID["list-includes"], token, region_of(token))


_IN_FORCE = re.compile(
    r"\b(?:cease-?fire|truce|armistice|cessation of hostilities"
    r"|pause)\b.{0,60}?\b(?:c[ao]mes? into (?:force|effect)|w[e]nt into (?:force|effect)|goes into (?:force"
    r"|effect)|t[ao]kes? effect|took effect|enter(?:s|ed) into force|is (?:largely )?(?:holding|respected)"
    r"|begins|began at)\b",
    re.IGNORECASE,
)


def _of_force(frame: Frame) -> Iterator[Stating]:
    """A truce between two sides that is in force has been accepted by both."""
    match = _IN_FORCE.search(frame.text)
    if match is None or not frame.resolver.cast.pair:
        return
    region = tuple(t for t in frame.doc if match.start() <= t.idx < match.end())
    named = [
        p
        for m in frame.resolver.cast.mentions(frame.text[: match.end()])
        for p in [m.party]
        if p in frame.resolver.cast.pair
    ]
    holders = frame.resolver.cast.pair if len(set(named)) != 1 else ()
    if holders and region:
        yield Stating(holders, "accepts", BY_ID["in-force"], region[0], region)


_EXCEPT = re.compile(
    r"\b(?:except|apart from|other than|but agreed|agreeing only|(?:nothing|no \w+) but)\b", re.IGNORECASE
)


_TALKS = re.compile(r"\b(?:talks|negotiations|rounds?|meetings?|summit|conference|session)\b", re.IGNORECASE)


def _of_talks(frame: Frame) -> Iterator[Stating]:
    """What talks did bring, when the text says it as an exception ("no breakthrough except for a swap")."""
    match = _EXCEPT.search(frame.text)
    if match and _TALKS.search(frame.text[: match.start()]) and frame.resolver.cast.pair:
        region = tuple(t for t in frame.doc if t.idx >= match.end())
        if region:
            yield Stating(frame.resolver.cast.pair, "accepts", BY_ID["agreed-at-talks"], region[0], region)


def _of_duty(frame: Frame, in_accord: bool) -> Iterator[Stating]:
    """In the text of an agreement: "shall", "is to", "must", "has to" bind whoever is the subject, or both."""
    for token in frame.doc:
        aux = set(auxiliaries(token))
        due = bool(aux & {"shall", "must", "will"}) or has_to(token) or is_to(token)
        if (
            not due
            or negated(token)
            or speaker_of(frame, token)
            or frame.resolver.said
            or token.pos_ not in ("VERB", "ADJ", "NOUN")
        ):
            continue
        subject = next(iter(subjects(token)), None)
        pair = frame.resolver.cast.pair
        bound = tuple(p for p in holders_of(frame, token) if p in pair)
        if not in_accord and not (len(pair) > 1 and set(bound) == set(pair) and not has_to(token)):
            continue
        if "will" in aux and not bound and not _is_text_of_accord(frame) and not _impersonal(frame, subject):
            continue
        if not bound and (subject is None or _somebody(frame, subject) or _due(token)):
            continue
        if (bound or pair) and subject is not None:
            whole = [t for s in children(token, "nsubj", "nsubj:pass") for t in s.subtree]
            yield Stating(bound or pair, "accepts", BY_ID["duty"], token, (token, *whole, *region_of(token)))


def _somebody(frame: Frame, subject: Token) -> bool:
    """True for a subject that is a person, a pronoun for one, or nobody at all ("there will be no ...")."""
    if subject.pos_ == "PRON":
        return subject.text.casefold() not in ("it", "this", "that", "which", "they", "these", "both", "each")
    none = any(c.text.casefold() == "no" for c in children(subject, "det"))
    known = any(m.start <= subject.idx < m.end and m.kind == "person" for m in frame.resolver.cast.mentions(frame.text))
    return known or (none and lemma(subject) not in ("party", "side")) or child(subject, "flat") is not None


def _due(token: Token) -> bool:
    """Read "are due to sit down": a date, not a duty."""
    return lemma(token.head) == "due" or lemma(token) in ("meet", "sit")


def _impersonal(frame: Frame, subject: Token | None) -> bool:
    """True for a subject that nobody has said to be somebody: an election, a council, troops of the United Nations."""
    if subject is None or subject.pos_ not in ("NOUN", "PROPN"):
        return False
    mention = next((m for m in frame.resolver.cast.mentions(frame.text) if m.start <= subject.idx < m.end), None)
    return mention is None and not _QUOTE.search(frame.text)


_QUOTE = re.compile(r"[\"“”]")


def _is_text_of_accord(frame: Frame) -> bool:
    """True for an item of a list or a sentence that names the agreement itself."""
    return bool(LIST_ITEM.match(frame.text)) or bool(
        re.search(
            r"\b(?:under|by|according to) the (?:accord|agreement|deal|plan|terms|truce|treaty)\b",
            frame.text,
            re.IGNORECASE,
        )
    )


LIST_ITEM = re.compile(r"\s*(?:[-–—*•·]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+")
