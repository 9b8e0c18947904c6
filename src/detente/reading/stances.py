"""Speech acts: which predicates and nouns of a sentence demand, propose, accept or reject, and for whom."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.entries import Stance
from detente.reading.clauses import (
    NOUN_RULES,
    VERB_RULES,
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


@dataclass(frozen=True)
class Stating:
    """One stance found in a sentence: who, which stance, and where its content stands."""

    holders: tuple[str, ...]
    stance: Stance
    rule: Rule
    cue: Token
    region: tuple[Token, ...]


def readings(frame: Frame, in_accord: bool) -> Iterator[Stating]:
    """Yield every stance of a sentence, with its holders and the tokens that say what it is about."""
    for token in frame.doc:
        if token.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            yield from _of_predicate(frame, token)
            yield from _of_noun(frame, token)
            yield from _of_saying(frame, token)
            yield from _of_list(frame, token)
    yield from _of_talks(frame)
    yield from _of_force(frame)
    if in_accord:
        yield from _of_duty(frame)


def _of_predicate(frame: Frame, token: Token) -> Iterator[Stating]:
    base = lemma(token)
    rule, stance = _verb_rule(token, base)
    if rule is None or stance is None or hypothetical(token):
        return
    if token.tag_ == "VBN" and marker(token) == "as":
        yield from _of_comparison(frame, token)
        return
    if rule.id == "will-not" and inside_a_demand(token):
        return
    holders = _subjects_of(frame, token) if rule.id == "unwilling" else holders_of(frame, token)
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
    yield Stating(holders, stance, rule, token, region)


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
    requires = lemma(token) in BY_ID["peace-requires"].words and CONTENT.search(frame.doc.text)
    ahead = bool(aux & {"will", "would", "'ll", "'d"}) and token.pos_ == "VERB"
    if (
        not (duty or requires or ahead)
        or negated(token)
        or hypothetical(token)
        or (lemma(token) in VERB_RULES and not requires and not duty)
    ):
        return
    speaker = speaker_of(frame, token)
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
    match = _IN_FORCE.search(frame.doc.text)
    if match is None or not frame.resolver.cast.pair:
        return
    region = tuple(t for t in frame.doc if match.start() <= t.idx < match.end())
    named = [
        p
        for m in frame.resolver.cast.mentions(frame.doc.text[: match.end()])
        for p in [m.party]
        if p in frame.resolver.cast.pair
    ]
    holders = frame.resolver.cast.pair if len(set(named)) != 1 else ()
    if holders and region:
        yield Stating(holders, "accepts", BY_ID["in-force"], region[0], region)


_EXCEPT = re.compile(r"\b(?:except|apart from|other than|but agreed|agreeing only)\b", re.IGNORECASE)


_TALKS = re.compile(r"\b(?:talks|negotiations|rounds?|meetings?|summit|conference|session)\b", re.IGNORECASE)


def _of_talks(frame: Frame) -> Iterator[Stating]:
    """What talks did bring, when the text says it as an exception ("no breakthrough except for a swap")."""
    match = _EXCEPT.search(frame.doc.text)
    if match and _TALKS.search(frame.doc.text[: match.start()]) and frame.resolver.cast.pair:
        region = tuple(t for t in frame.doc if t.idx >= match.end())
        if region:
            yield Stating(frame.resolver.cast.pair, "accepts", BY_ID["agreed-at-talks"], region[0], region)


def _of_duty(frame: Frame) -> Iterator[Stating]:
    """In the text of an agreement: "shall", "is to", "must", "has to" bind whoever is the subject, or both."""
    for token in frame.doc:
        aux = set(auxiliaries(token))
        due = bool(aux & {"shall", "must", "will"}) or has_to(token) or is_to(token)
        if not due or negated(token) or speaker_of(frame, token) or token.pos_ not in ("VERB", "ADJ", "NOUN"):
            continue
        subject = next(iter(subjects(token)), None)
        pair = frame.resolver.cast.pair
        bound = tuple(p for p in holders_of(frame, token) if p in pair)
        if "will" in aux and not bound and not _is_text_of_accord(frame):
            continue
        if (bound or pair) and subject is not None:
            whole = [t for s in children(token, "nsubj", "nsubj:pass") for t in s.subtree]
            yield Stating(bound or pair, "accepts", BY_ID["duty"], token, (token, *whole, *region_of(token)))


def _is_text_of_accord(frame: Frame) -> bool:
    """True for an item of a list or a sentence that names the agreement itself."""
    return bool(LIST_ITEM.match(frame.doc.text)) or bool(
        re.search(
            r"\b(?:under|by|according to) the (?:accord|agreement|deal|plan|terms|truce|treaty)\b",
            frame.doc.text,
            re.IGNORECASE,
        )
    )


LIST_ITEM = re.compile(r"\s*(?:[-–—*•·]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+")
