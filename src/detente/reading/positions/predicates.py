"""Stances said by verbs and adjectives: who holds what they express, and what it is about."""

from collections.abc import Iterator

from detente.entries import Stance
from detente.reading.frame import Frame
from detente.reading.grammar.modals import has_to, only
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
    subjects,
    verb_lemma,
)
from detente.reading.grammar.supposing import hypothetical, inside_a_demand, unable_by_report
from detente.reading.positions.answers import YES_BUT_NO
from detente.reading.positions.holders import SAYING, holders_of, owned
from detente.reading.positions.issues import issues_in
from detente.reading.positions.plans import of_plan
from detente.reading.positions.regions import enumerated, phrase_of, pruned, region_of
from detente.reading.positions.stating import Stating
from detente.reading.positions.telling import named_before
from detente.reading.positions.verb_stances import mistaken_verb, rule_and_stance
from detente.reading.rule import Rule, words
from detente.reading.rules import BY_ID, VERB_RULES


def of_predicate(frame: Frame, token: Token) -> Iterator[Stating]:
    """Yield the stance of a verb or an adjective, where its holder is known.

    Parameters
    ----------
    frame
        The sentence.
    token
        Any verb, adjective or noun of it; a noun counts where the parser has taken a verb for one.
    """
    base = verb_lemma(token) if mistaken_verb(token) else lemma(token)
    rule, stance = rule_and_stance(token, base)
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
    if base == "need" and _told_by_others(frame, token):
        return
    if base in ("back", "support") and _backs_somebody(frame, token):
        return
    stance = _turned(frame, token, base, stance)
    if stance is None:
        return
    holders = _subjects_of(frame, token) if rule.id in _BY_SUBJECT else holders_of(frame, token)
    holders = holders or _both_agreed(frame, token) or _they_together(frame, token, rule)
    if not holders:
        return
    if stance == "accepts" and lemma(token) in _TOGETHER:
        holders = tuple(dict.fromkeys((*holders, *_with_whom(frame, token))))
    if duties := list(_duties(frame, token, holders)):
        yield from (Stating(bound, stance, rule, token, what) for bound, what in duties)
        return
    region = _region(frame, token, rule)
    items = enumerated(token, region) if stance == "accepts" else []
    if not any(issues_in(frame.doc, item) for item in items):
        items = [region]
    for item in items:
        yield Stating(holders, stance, rule, token, item)


def _duties(
    frame: Frame, token: Token, holders: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[Token, ...]]]:
    """Read "they agreed that Oslo would leave": what one side alone is to do, that side alone accepts."""
    clause = child(token, "ccomp") if lemma(token) in ("agree", "settle") else None
    pair = frame.resolver.cast.pair
    if clause is None or len(pair) != 2 or set(holders) != set(pair):
        return
    for each in [clause, *children(clause, "conj")]:
        own = child(each, "nsubj")
        acting = frame.resolver.parties(own) if own is not None else ()
        if len(acting) != 1 or acting[0] not in pair or not {"will", "would", "shall"} & set(auxiliaries(each)):
            return
    for each in [clause, *children(clause, "conj")]:
        other = {t.i for c in children(each, "conj") if child(c, "nsubj") for t in c.subtree}
        own = child(each, "nsubj")
        if own is not None:
            yield frame.resolver.parties(own), tuple(t for t in pruned(each) if t.i not in other)


def _turned(frame: Frame, token: Token, base: str, stance: Stance) -> Stance | None:
    """What an acceptance comes to: "accepts nothing less than" demands, "must accept" is somebody else's wish."""
    if stance != "accepts":
        return stance
    if any(t.text.casefold() in ("less", "short") and t.nbor(-1).text == "nothing" for t in token.subtree if t.i):
        return "demands"
    if set(auxiliaries(token)) & {"must", "should", "ought"}:
        return None
    if only(token):
        return "demands"
    return "proposes" if base in ("pledge", "promise") and _of_helper(frame, token) else stance


def _told_by_others(frame: Frame, token: Token) -> bool:
    """Read "Norway needs three billion, the World Bank says": an outsider's estimate is no demand of Norway's."""
    said = token.head
    if token.dep_ not in ("ccomp", "parataxis") or lemma(said) not in SAYING or not subjects(said):
        return False
    if any(c.pos_ == "PRON" for who in subjects(said) for c in (who, *children(who, "nmod:poss"))):
        return False
    return not set(holders_of(frame, said)) & set(holders_of(frame, token))


def _backs_somebody(frame: Frame, token: Token) -> bool:
    """Read "Norway backs the rebels with arms": help for a party is no position."""
    backed = child(token, "obj")
    return backed is not None and bool(frame.resolver.parties(backed)) and not issues_in(frame.doc, backed.subtree)


# What these adjectives are about stands behind them, whatever the voice.
_BY_SUBJECT = frozenset(["unwilling", "ready-to", "unready-to"])


def _region(frame: Frame, token: Token, rule: Rule) -> tuple[Token, ...]:
    """What a predicate is about: its complements, the subject of a passive, or what stands before it."""
    region = region_of(token)
    if rule.id == "yes-or-no" and (turn := YES_BUT_NO.search(frame.text)):
        region = tuple(t for t in region if t.idx < turn.start("word"))
    if rule.id == "will-not":
        region = (token, *region)
    if passive(token) and token.pos_ == "VERB" and rule.id not in _BY_SUBJECT:
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
    return region


def _under_readiness(token: Token) -> bool:
    """Read "is ready to seek ...", "agreed to ask ...": what is granted is no demand."""
    above = token.head
    granted = lemma(above) in BY_ID["ready-to"].words or (
        lemma(above) in VERB_RULES and VERB_RULES[lemma(above)].says == "accepts"
    )
    return granted and token.dep_ in ("xcomp", "advcl", "acl") and marker(token) == "to"


def _of_helper(frame: Frame, token: Token) -> bool:
    """What a state that is no party to the talks promises is an offer: "Norway pledged two million"."""
    pair = frame.resolver.cast.pair
    holders = holders_of(frame, token)
    return len(pair) > 1 and bool(holders) and not set(holders) & set(pair)


def _of_a_paper(frame: Frame, token: Token) -> bool:
    """Read "Norway presented a plan. It calls for ...": the plan does."""
    subject = child(token, "nsubj")
    said = subject is not None and subject.text.casefold() == "it" and token.dep_ == "ROOT"
    return said and bool(frame.resolver.paper) and lemma(token) in ("call", "demand", "require", "ask", "urge")


def _of_a_plan(token: Token) -> bool:
    """Read "The plan calls for ...": what a plan asks for is proposed by its author, `plans` reads it."""
    subject = child(token, "nsubj")
    if subject is not None and subject.text.casefold() in ("which", "that") and token.dep_ == "acl:relcl":
        subject = token.head
    return subject is not None and of_plan(subject)


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


def _with_whom(frame: Frame, token: Token) -> tuple[str, ...]:
    """Read "agreed a truce with Oslo", "signed with the rebels": one main party whom the other agrees with."""
    nouns = [token, *children(token, "obj", "obl")]
    others = [c for noun in nouns for c in children(noun, "obl", "nmod") if marker(c) == "with"]
    return tuple(p for other in others for p in frame.resolver.parties(other) if p in frame.resolver.cast.pair)


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
    # Nobody but somebody is ready or willing: an "it" that the parser takes for an empty one stands for a party.
    found = subjects(token) or children(token, "expl")
    return tuple(dict.fromkeys(p for s in found for p in frame.resolver.single(s)))


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
