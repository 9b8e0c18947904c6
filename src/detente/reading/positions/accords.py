"""What an agreement binds its parties to: duties, provisions, truces in force, what talks brought."""

import re
from collections.abc import Iterator
from itertools import pairwise

from detente.reading.caseless import Caseless
from detente.reading.frame import Frame
from detente.reading.grammar.modals import has_to, is_to, scheduled
from detente.reading.grammar.parser import (
    Token,
    agents,
    ancestors,
    auxiliaries,
    child,
    children,
    lemma,
    marker,
    negated,
    passive,
    subjects,
)
from detente.reading.grammar.supposing import hypothetical
from detente.reading.meetings.words import TALK_NOUNS, TALKS
from detente.reading.positions.agreement_words import (
    AGREEMENTS,
    SETTLED,
    UNDER_PAPER,
    any_of,
)
from detente.reading.positions.holders import SAYING, holders_of, speaker_of
from detente.reading.positions.items import LIST_ITEM
from detente.reading.positions.made_papers import (
    ACCORDS,
    REACHING,
    UNDER_WHICH,
    bound_by,
    is_made,
    plan_of_both,
    under_which,
)
from detente.reading.positions.plans import of_plan
from detente.reading.positions.regions import region_of
from detente.reading.positions.stating import Stating
from detente.reading.positions.treaty_terms import bearers, without_scare_quotes
from detente.reading.rule import words
from detente.reading.rules import BY_ID

_BINDING = BY_ID["bound-to"].words
_PROVIDING = BY_ID["accord-says"].words
# What is reached on something.
_REACHED = AGREEMENTS | SETTLED | {"consensus"}
_UNMADE = words("any no possible proposed draft future eventual potential final a an")


def in_accords(frame: Frame, in_accord: bool) -> Iterator[Stating]:
    """Yield what a sentence says that an agreement holds.

    Parameters
    ----------
    frame
        The sentence.
    in_accord
        True where the text around it sets out the terms of an agreement.
    """
    for token in frame.tokens:
        if token.pos_ == "VERB":
            yield from _of_binding(frame, token)
            if in_accord:
                yield from _of_provision(frame, token)
        if token.pos_ == "NOUN":
            yield from _of_agreement(frame, token)
    yield from _of_binding_both(frame)
    yield from _of_next_meeting(frame)
    yield from _of_talks(frame)
    yield from _of_force(frame)
    yield from _of_duty(frame, in_accord)


def _of_binding(frame: Frame, token: Token) -> Iterator[Stating]:
    """Read "The accord binds both sides to ...", "The deal obliges Oslo to ..."."""
    if lemma(token) not in _BINDING or negated(token) or hypothetical(token):
        return
    subject = next(iter(subjects(token)), None)
    bound = child(token, "nsubj:pass") if passive(token) else child(token, "obj")
    to_do = [c for c in children(token, "xcomp", "advcl", "ccomp", "acl") if marker(c) in ("to", "")]
    to_do += [c for c in children(bound, "acl") if marker(c) == "to"] if bound is not None else []
    planned = subject is not None and of_plan(subject)
    if (
        bound is None
        or not to_do
        or planned
        or "would" in auxiliaries(token)
        or (subject is not None and frame.resolver.parties(subject) and not passive(token))
    ):
        return
    holders = frame.resolver.parties(bound)
    region = [t for c in to_do for t in c.subtree]
    others = [c for clause in to_do for c in children(clause, "conj") if c.pos_ == "PROPN" and child(c, "xcomp", "acl")]
    for other in others:
        apart = set(other.subtree)
        region = [t for t in region if t not in apart]
        yield Stating(frame.resolver.parties(other), "accepts", BY_ID["bound-to"], token, other.subtree)
    if holders and region:
        yield Stating(holders, "accepts", BY_ID["bound-to"], token, tuple(region))


def _of_provision(frame: Frame, token: Token) -> Iterator[Stating]:
    """Read "The agreement provides for ...", "The accord, signed by both, includes ...", "a deal that includes ..."."""
    pair, subject = frame.resolver.cast.pair, _providing(token)
    if subject is None or not pair:
        return
    it = subject.text.casefold() == "it"
    if not (it and frame.resolver.paper == "accord") and lemma(subject) not in ACCORDS:
        return
    unmade = {c.text.casefold() for c in subject.children} & _UNMADE - ({"a", "an"} if is_made(subject) else set())
    if unmade or negated(token) or hypothetical(token) or set(auxiliaries(token)) & {"would", "should", "could"}:
        return
    if not it and frame.resolver.parties(subject) and not set(frame.resolver.parties(subject)) <= set(pair):
        return
    yield Stating(pair, "accepts", BY_ID["accord-says"], token, region_of(token))


def _providing(token: Token) -> Token | None:
    """The paper that provides for something: the subject of the verb, or the noun that its clause is on."""
    if lemma(token) not in _PROVIDING:
        return None
    subject = next(iter(subjects(token)), None)
    if token.dep_ in ("acl", "acl:relcl"):
        on = subject is None or subject.text.casefold() in ("which", "that")
        return token.head if on and token.tag_ in ("VBG", "VBZ", "VBD", "VBP") and not passive(token) else subject
    return subject if child(token, "nsubj") is not None or token.dep_ == "conj" else None


def _of_agreement(frame: Frame, token: Token) -> Iterator[Stating]:
    """Read "Agreement was reached on ...", "there is agreement on ...": without an agent both sides agreed."""
    pair, head = frame.resolver.cast.pair, token.head
    if lemma(token) not in _REACHED or not pair:
        return
    reached = token.dep_ == "nsubj:pass" and lemma(head) in REACHING and not agents(head)
    exists = token.dep_ == "nsubj" and lemma(head) == "be" and child(head, "expl") is not None
    made = holders_of(frame, head) if token.dep_ == "obj" and lemma(head) in REACHING else ()
    made = made or (pair if _brought_by_talks(token) else ())
    if (
        not (reached or exists or made)
        or negated(token)
        or negated(head)
        or hypothetical(head)
        or _NOR.match(frame.text)
    ):
        return
    if set(auxiliaries(head)) & {"must", "should", "would", "could", "may", "might", "can", "will", "be"}:
        return
    on = [c for each in (token, head) for c in children(each, "nmod", "obl", "acl", "ccomp") if marker(c) in _ON]
    on = [c for c in on if not negated(c)]
    if on:
        yield Stating(made or pair, "accepts", BY_ID["accord-says"], token, tuple(t for c in on for t in _affirmed(c)))


def _affirmed(noun: Token) -> Iterator[Token]:
    """What hangs on a noun without "but not on prisoners"."""
    denied = {t.i for c in noun.children if c.dep_ == "conj" and negated(c) for t in c.subtree}
    yield from (t for t in noun.subtree if t.i not in denied)


def _brought_by_talks(token: Token) -> bool:
    """Read "The talks produced an agreement to ...", "The round ended in an agreement on ..."."""
    verb = token.head
    by = next((lemma(s) for s in subjects(verb)), "") in TALK_NOUNS | {"sides", "effort", "mediation"}
    yielded = token.dep_ == "obj" and lemma(verb) in _YIELDING
    ended = token.dep_ == "obl" and lemma(verb) in _ENDING and marker(token) in ("in", "with", "to")
    return by and (yielded or ended)


_YIELDING = words("produce yield bring see achieve reach secure deliver generate")
_ENDING = words("end result lead conclude close finish culminate")
_NOR = re.compile(r"\W*(?:nor|neither|no)\b", re.IGNORECASE)
_ON = ("on", "over", "about", "for", "to", "that")
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
    region = tuple(t for t in frame.tokens if match.start() <= t.idx < match.end())
    pair = frame.resolver.cast.pair
    named = {m.party for m in frame.resolver.cast.mentions(frame.text[: match.end()]) if m.party in pair}
    if region and len(named) != 1:
        yield Stating(pair, "accepts", BY_ID["in-force"], region[0], region)


_BINDS_BOTH = re.compile(
    r"\b(?:binds|obliges|commits|requires|obligates|compels|pledges) (?P<whom>both (?:sides|parties"
    r"|governments)|the (?:two )?"
    r"(?:sides|parties|governments|signatories)|each (?:side|party)|them|both) (?P<what>to|not to)\b",
)


def _of_binding_both(frame: Frame) -> Iterator[Stating]:
    """Read "The document binds both sides to ..., to ..., and to ...", whatever the tree makes of so long a list."""
    match, pair = _BINDS_BOTH.search(frame.text), frame.resolver.cast.pair
    if match is None or len(pair) < 2:
        return
    before = {t.i: t for t in frame.tokens if t.idx < match.start()}
    if any(of_plan(t) for t in before.values() if t.pos_ == "NOUN"):
        return
    stop = re.search(r"[.;:]", frame.text[match.end() :])
    end = match.end() + stop.start() if stop else len(frame.text)
    region = tuple(t for t in frame.tokens if match.start("what") <= t.idx < end)
    if region:
        yield Stating(pair, "accepts", BY_ID["bound-to"], region[0], region)


_MEET_AGAIN = re.compile(
    r"\b(?P<who>[Tt]hey|[Bb]oth(?: sides)?|(?:[Tt]he )?(?:two |rival )?(?:sides|delegations|parties"
    r"|negotiators|teams|governments))"
    r" (?:(?:will|are (?:now )?to|shall|have agreed to|agreed to|plan to|intend to) )?(?:also )?"
    r"(?:(?:meet|convene|talk|sit down|come together) again|reconvene|meet (?:next|for a (?:second|third"
    r"|fourth|further|new))"
    r"|(?:come back|return) (?:here |to the table )?(?:on|in|next|for))\b"
)


def _of_next_meeting(frame: Frame) -> Iterator[Stating]:
    """Read "The delegations will meet again in May": to go on talking is what both accepted."""
    match, pair = _MEET_AGAIN.search(frame.text), frame.resolver.cast.pair
    if match is None or len(pair) < 2 or re.search(r"\b(?:not|if|unless|whether|should|never|may|might)\b", frame.text):
        return
    region = tuple(t for t in frame.tokens if match.start() <= t.idx < match.end() + 40)
    who = frame.resolver.last_subject if match["who"].casefold() == "they" else ()
    if not who or set(who) == set(pair):
        yield Stating(pair, "accepts", BY_ID["meet-again"], region[0], region)


_EXCEPT = re.compile(
    r"\b(?:except|apart from|other than|but agreed|agreeing only|(?:nothing|no \w+) but)\b", re.IGNORECASE
)
_TALKS = re.compile(rf"\b{TALKS}\b", re.IGNORECASE)


def _of_talks(frame: Frame) -> Iterator[Stating]:
    """What talks did bring, when the text says it as an exception ("no breakthrough except for a swap")."""
    match = _EXCEPT.search(frame.text)
    if match and _TALKS.search(frame.text[: match.start()]) and frame.resolver.cast.pair:
        region = tuple(t for t in frame.tokens if t.idx >= match.end())
        if region:
            yield Stating(frame.resolver.cast.pair, "accepts", BY_ID["agreed-at-talks"], region[0], region)


# "..., the office of the president said": the word of somebody, known or not.
_SOMEBODY_SAYS = re.compile(
    r"\b(?:let|made) it (?:be )?(?:known|clear)\b|"
    r"[,\"”] (?:said|says|added|adds|insist(?:s|ed)|maintain(?:s|ed)|argue[sd]|warn(?:s|ed)|repl(?:ies|ied)"
    r"|retort(?:s|ed)) [^,]{2,60}"
    r"|[,\"”] [^,\"“”]{2,50} (?:said|says|added|adds|insist(?:s|ed)|maintain(?:s|ed)|argue[sd]|warn(?:s|ed)"
    r"|repl(?:ies|ied)|retort(?:s|ed))(?=[.,;:]| on | in | at |$)"
)
_QUOTE = re.compile(r"[\"“”]")
_OWN_WORDS = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]urs?|[Yy]ou)\b(?! the undersigned)")


def _spoken(text: str) -> bool:
    """True for somebody's own words, or the part of a quotation that a sentence holds: they set out no agreement."""
    text = without_scare_quotes(text)
    quotes = len(_QUOTE.findall(text))
    return bool(quotes % 2 or _QUOTE.match(text.lstrip()) or _OWN_WORDS.search(text))


_DUE = Caseless(r"\b(?:shall|must|will|'ll|have|has|needs?|is|are)\b|'ll\b")


def _of_duty(frame: Frame, in_accord: bool) -> Iterator[Stating]:
    """In the text of an agreement: "shall", "is to", "must", "has to" bind whoever is the subject, or both."""
    of_both = "under" in frame.text.casefold() and any(plan_of_both(frame, t) for t in frame.tokens)
    in_accord = in_accord or of_both
    under = of_both or (in_accord and bool(UNDER_PAPER.search(frame.text)))
    if not (under or UNDER_WHICH.search(frame.text) or _DUE.search(frame.text)) or _SOMEBODY_SAYS.search(frame.text):
        return
    if not LIST_ITEM.match(frame.text) and _spoken(frame.text):
        return
    to_do = {t.head.i for t in frame.tokens if _is_to_be_done(t)}
    for token in frame.tokens:
        if token.pos_ not in ("VERB", "ADJ", "NOUN"):
            continue
        aux = set(auxiliaries(token))
        due = bool(aux & {"shall", "must", "will"}) or has_to(token) or is_to(token) or token.i in to_do
        due = due or (under and ("would" in aux or _was_to(token)))
        paper = under_which(token)
        in_which = paper is not None
        due = due or in_which
        if (
            not due
            or negated(token)
            or speaker_of(frame, token)
            or _is_said(token)
            or frame.resolver.said
            or scheduled(token)
            or hypothetical(token)
        ):
            continue
        subject = next(iter(subjects(token)), None)
        pair = frame.resolver.cast.pair
        bound = tuple(p for p in holders_of(frame, token) if p in pair)
        if not (in_accord or in_which) and not (len(pair) > 1 and set(bound) == set(pair) and not has_to(token)):
            continue
        if "will" in aux and not bound and not _is_text_of_accord(frame) and not _impersonal(frame, subject):
            continue
        if not bound and (subject is None or _somebody(frame, subject) or _due(token)):
            continue
        if (bound or pair) and subject is not None:
            whole = list(subject.subtree)
            holders = bound_by(frame, paper, bearers(frame, token)) if in_accord or in_which else bound or pair
            yield Stating(holders, "accepts", BY_ID["duty"], token, (token, *whole, *region_of(token)))
            for so_that in (c for c in children(token, "advcl") if marker(c) == "so"):
                yield Stating(holders, "accepts", BY_ID["duty"], token, so_that.subtree)


def _was_to(token: Token) -> bool:
    """Read "fighting was to stop": what an agreement laid down, told in the past."""
    below_be = token.dep_ == "xcomp" and token.head.text.casefold() in ("was", "were")
    return marker(token) == "to" and (below_be or bool({"was", "were"} & set(auxiliaries(token))))


def _is_said(token: Token) -> bool:
    """True in what somebody says, known or not: a wish or a warning, no duty."""
    chain = [token, *ancestors(token)]
    known = any(lemma(b) in SAYING | _KNOWING and a.dep_ == "ccomp" for a, b in pairwise(chain))
    return known or lemma(token) == "say"


_KNOWING = words("know wonder see guess think doubt fear hope understand")


def _is_to_be_done(token: Token) -> bool:
    """True for the verb in "are to exchange", whatever the parser takes "exchange" for."""
    return (
        token.text.casefold() in ("is", "are")
        and token.dep_ in ("cop", "aux", "aux:pass")
        and token.i + 2 < len(token.doc)
        and token.nbor(1).text.casefold() == "to"
        and token.nbor(2).tag_ in ("VB", "NN", "VBP")
    )


def _somebody(frame: Frame, subject: Token) -> bool:
    """True for a subject that is a person, a pronoun for one, or nobody at all ("there will be no ...")."""
    if subject.pos_ == "PRON":
        return subject.text.casefold() not in ("it", "this", "that", "which", "they", "these", "both", "each")
    none = any(c.text.casefold() == "no" for c in children(subject, "det"))
    known = any(m.start <= subject.idx < m.end and m.kind == "person" for m in frame.resolver.cast.mentions(frame.text))
    return known or (none and lemma(subject) not in ("party", "side")) or child(subject, "flat") is not None


def _due(token: Token) -> bool:
    """Read "are due to sit down": a date, not a duty."""
    must = has_to(token) or bool({"shall", "must"} & set(auxiliaries(token)))
    return scheduled(token) or (lemma(token) in ("meet", "sit") and not must)


def _impersonal(frame: Frame, subject: Token | None) -> bool:
    """True for a subject that nobody has said to be somebody: an election, a council, troops of the UN."""
    if subject is None or subject.pos_ not in ("NOUN", "PROPN"):
        return False
    mention = next((m for m in frame.resolver.cast.mentions(frame.text) if m.start <= subject.idx < m.end), None)
    return mention is None and not _QUOTE.search(frame.text)


def _is_text_of_accord(frame: Frame) -> bool:
    """True for an item of a list or a sentence that names the agreement itself."""
    return bool(LIST_ITEM.match(frame.text)) or bool(
        re.search(
            rf"\b(?:under|by|according to) the (?:{any_of(ACCORDS)}|plan|terms)\b",
            frame.text,
            re.IGNORECASE,
        )
    )
