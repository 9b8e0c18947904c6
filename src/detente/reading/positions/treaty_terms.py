"""The terms of an agreement that a sentence tells in the present of treaties, and who is bound by them.

"The army returns the airfield by May. Prisoners are exchanged.": such clauses are terms where an agreement is in view,
as `agreement` follows it.
"""

import re
from collections.abc import Iterator

from detente.reading.frame import Frame
from detente.reading.grammar.modals import has_to, is_to, scheduled
from detente.reading.grammar.parser import (
    Token,
    auxiliaries,
    children,
    conjuncts,
    lemma,
    marker,
    negated,
    passive,
    subjects,
    verb_lemma,
)
from detente.reading.positions.agreement_words import PAPER
from detente.reading.positions.holders import SAYING
from detente.reading.positions.issues import issues_in
from detente.reading.positions.items import LIST_ITEM
from detente.reading.positions.regions import pruned
from detente.reading.positions.stating import Stating
from detente.reading.rule import words
from detente.reading.rules import BY_ID, NOUN_RULES, VERB_RULES
from detente.reading.who.mentions import kind_of

# Fewer words are a heading: "Prisoners.", "No safe haven.".
_CLAUSE = 4


def verbless(frame: Frame) -> Iterator[Stating]:
    """Yield "Absolute pardon for all fighters." as an item of an agreement: a term without a verb.

    Parameters
    ----------
    frame
        An item of an agreement.
    """
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in frame.tokens)
    words = [t for t in frame.tokens if t.text[0].isalpha()]
    if finite or len(words) < _CLAUSE or "?" in frame.text or _NONE.match(frame.text) or '"' in frame.text:
        return
    root = next((t for t in frame.tokens if t.dep_ == "ROOT" and t.pos_ in ("NOUN", "PROPN", "VERB")), None)
    if root is not None and not re.match(r"\s*(?:if|when|unless|although)\b", frame.text, re.IGNORECASE):
        yield Stating(frame.resolver.cast.pair, "accepts", BY_ID["list-item"], root, tuple(frame.tokens))


_NONE = re.compile(r"\s*(?:not|nothing|no (?:word|mention|agreement|date|deal)|still|yet|also)\b", re.IGNORECASE)
# Verbs that tell what is, what is thought or said, not what is to be done.
_TELLING = words(
    "be have do know think believe seem appear mean matter like need want hope fear doubt expect wonder wish look feel"
    " suppose consider regard count guess understand remember depend explain show suggest prove fail lack cost lie"
    " concern deserve owe amount belong hear see ask answer reply wait try live die happen call describe welcome"
    " praise criticise criticize accuse blame warn complain admit deny claim estimate report tell speak talk worry"
    " doubt refuse reject oppose insist demand hail greet thank condemn say add note stress differ vary"
    " reflect argue grow kill attack fire hit shell storm advance clash strike shoot bet exceed"
    " number total stand express"
)
_FORCE = words(
    "fighter soldier troop force army militia guerrilla rebel unit division brigade battalion garrison contingent"
    " weapon arm armament gun artillery rifle tank missile combatant militiaman gunman police navy fleet warship base"
    " settlement settler sanction arsenal stockpile mercenary official minister government delegation side party leader"
)
_MUTUAL = words("exchange free release set swap return repatriate hand transfer give let open reopen lift")
_LOSING = words("prisoner detainee captive hostage")
_SHARED = words("all every each both")
_EMPTY = words("guarantee ensure let undertake promise pledge make see commit assure permit allow form")
_DETERMINED = frozenset(["VBZ", "VBP"])


def told_terms(frame: Frame, after: int = 0) -> Iterator[Stating]:
    """Yield the clauses of a sentence that tell a term, each for those who are bound by it.

    Parameters
    ----------
    frame
        The sentence.
    after
        Where in it the terms begin.
    """
    if _NOT_OF_A_TREATY.search(without_scare_quotes(frame.text)):
        return
    clauses = [t for t in frame.tokens if t.idx >= after and _is_term(t)]
    for clause in clauses:
        holders = bearers(frame, clause)
        if holders:
            region = tuple(t for t in _clause(frame, clause) if t.idx >= after)
            region = region if issues_in(frame.doc, region) else (*region, clause)
            yield Stating(holders, "accepts", BY_ID["treaty-present"], clause, region)
    if not clauses and after == 0:
        yield from _unparsed(frame)


_NOT_OF_A_TREATY = re.compile(
    r"^\W*[Ww]hat\b|[?\"]|\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]urs?|me|us)\b(?! the undersigned)"
    r"|\b(?:says?|said|asks?|asked|thinks?|perhaps|maybe)\b"
)
_SCARE = re.compile(r"\"[^\"]{2,32}\"")


def without_scare_quotes(text: str) -> str:
    """Leave out what is no speech but a word or two of the text of an agreement ("will be released")."""
    return _SCARE.sub("", text)


def _unparsed(frame: Frame) -> Iterator[Stating]:
    """A short sentence whose verb the parser takes for a noun: "Fighting in the north stops."."""
    root = next((t for t in frame.tokens if t.dep_ == "ROOT" and t.pos_ != "NUM"), None)
    finite = any(t.tag_ in ("VBD", "MD") or (t.tag_ in ("VBZ", "VBP") and t.dep_ == "ROOT") for t in frame.tokens)
    if root is None or finite or (root.pos_ == "VERB" and root.tag_ != "VBG") or len(frame.tokens) > _SHORT:
        return
    if not any(t.i and t.tag_ == "NNS" and verb_lemma(t) in _DOING for t in frame.tokens):
        return
    pair, sign = frame.resolver.cast.pair, LIST_ITEM.match(frame.text)
    start = sign.end() if sign else 0
    first = [m.party for m in frame.resolver.cast.mentions(frame.text) if m.start <= start + 4 and m.party in pair]
    yield Stating(tuple(first) or pair, "accepts", BY_ID["treaty-present"], root, tuple(frame.tokens))


_SHORT = 30
_DOING = words(
    "stop end halt cease return withdraw leave hand release exchange open reopen begin start pull free give cede"
    " receive lift keep stay remain form disarm guarantee transfer surrender resume restore"
)


def _is_term(verb: Token) -> bool:
    """True for a main clause in the present, or under a duty, that is no judgement and no report of words."""
    top = verb
    while top.dep_ in ("conj", "parataxis") and top.head.i != top.i:
        top = top.head
    if top.dep_ != "ROOT" or verb.pos_ not in ("VERB", "AUX", "NOUN", "ADJ"):
        return False
    aux = set(auxiliaries(verb))
    due = bool(aux & {"shall", "will", "must", "'ll", "may"}) or has_to(verb) or is_to(verb)
    due = due or any(has_to(c) and c.pos_ != "VERB" for c in children(verb, "xcomp"))
    if (lemma(verb) in _TELLING and not due) or scheduled(verb):
        return False
    if lemma(verb) in VERB_RULES and VERB_RULES[lemma(verb)].says in ("demands", "rejects", "proposes"):
        return False
    if lemma(verb) in SAYING - {"pledge", "promise", "maintain", "hold", "declare", "state"}:
        return False
    if negated(verb) and (not due or lemma(verb) in VERB_RULES):
        return False
    if any(lemma(c) in NOUN_RULES and NOUN_RULES[lemma(c)].says != "accepts" for c in children(verb, "obj")):
        return False
    if aux & {"have", "has", "had", "was", "were", "would", "could", "should", "did", "can", "might"}:
        return False
    if verb.pos_ != "VERB":
        return due
    if verb.tag_ == "VBN":
        finite = bool(aux & {"is", "are"}) or due
    elif verb.tag_ == "VB":
        # "agreed to stop and to refrain": the second is agreed as well, no clause of its own.
        finite = (
            due
            or (verb.dep_ == "conj" and marker(verb) != "to")
            or any(s.tag_ in ("NNS", "NNPS", "DT") for s in subjects(verb))
        )
    else:
        finite = verb.tag_ in _DETERMINED
    named = any(
        s.pos_ != "PRON" or s.text.casefold() not in ("he", "she", "who", "that", "this", "nobody", "one")
        for s in subjects(verb)
    )
    return finite and named


# "suspended until a new government takes office": for how long, not what.
_WHEN = words("until till unless if once after when while because since although before as")


def _clause(frame: Frame, verb: Token) -> Iterator[Token]:
    """A predicate with its subject and complements, without other main clauses and without conditions."""
    inherited = subjects(verb)
    if lemma(verb) not in _EMPTY and not any(re.fullmatch(PAPER, s.text, re.IGNORECASE) for s in inherited):
        yield verb
    for each in inherited:
        # "The two camps will form ...": who acts is no matter of the talks.
        if passive(verb) or not frame.resolver.parties(each):
            yield from each.subtree
    own = {t.i for s in inherited for t in s.subtree}
    for each in verb.children:
        if each.i in own or (each.dep_ in ("conj", "parataxis") and each.pos_ in ("VERB", "AUX")):
            continue
        if each.dep_ == "advcl" and (marker(each) in _WHEN or (each.i < verb.i and inherited)):
            continue
        if each.dep_ == "advcl" and each.i < verb.i:
            yield from (t for c in each.children if c.i > each.i for t in c.subtree)
            continue
        yield from (t for t in pruned(each) if t.i not in own)


def bearers(frame: Frame, verb: Token) -> tuple[str, ...]:
    """Return who is bound by a clause of an agreement: the side that has to act, else both; a third state with them.

    Parameters
    ----------
    frame
        The sentence.
    verb
        Its predicate.
    """
    pair = frame.resolver.cast.pair
    subject = next(iter(subjects(verb)), None)
    if subject is None or len(pair) < 2:
        return pair
    if any(lemma(c) in _SHARED for c in subject.children) or lemma(subject) in _LOSING:
        return pair
    named = tuple(dict.fromkeys((*_owners(frame, subject), *frame.resolver.parties(subject))))
    states = tuple(p for p in named if p not in pair and kind_of(p) == "state")
    own = tuple(p for p in named if p in pair)
    if passive(verb):
        if not own and states:
            return (*pair, *states)
        return own if own and lemma(subject) in _FORCE and lemma(verb) not in _MUTUAL else pair
    return (*own, *states) or pair


def _owners(frame: Frame, subject: Token) -> Iterator[str]:
    """Whose forces a subject names: "its fighters", "the troops of Norway", "Danish soldiers"."""
    for noun in conjuncts(subject):
        if lemma(noun) in _FORCE:
            for each in children(noun, "nmod:poss", "compound", "amod", "nmod"):
                theirs = each.text.casefold() == "their"
                yield from frame.resolver.cast.pair if theirs else frame.resolver.parties(each)
