"""Whose a stance or a saying is: the subject of a predicate, the owner of a noun or a paper, who says a clause."""

import re

from detente.reading.frame import Frame
from detente.reading.grammar.parser import (
    Token,
    agents,
    ancestors,
    child,
    children,
    conjuncts,
    lemma,
    marker,
    passive,
    subjects,
)
from detente.reading.rule import words
from detente.reading.who.viewpoints import viewpoint

SAYING = words(
    "reaffirm confirm retort counter remark recall acknowledge indicate say state declare add tell announce stress"
    " insist reiterate repeat maintain argue note explain warn affirm emphasise emphasize underline assert write"
    " reply answer vow swear pledge promise contend believe hold demand ask request urge propose suggest"
)


def owned(frame: Frame, agent: Token) -> tuple[str, ...]:
    """The party of an agent such as "by X" or "by X's plans"."""
    direct = frame.resolver.single(agent)
    return direct or tuple(p for t in agent.subtree if t.dep_ == "nmod:poss" for p in frame.resolver.single(t))


def holders_of(frame: Frame, token: Token) -> tuple[str, ...]:
    """Return the parties that a predicate speaks for: its subjects, or the agents of a passive."""
    if passive(token) and token.pos_ == "VERB":
        found = [p for agent in agents(token) for p in frame.resolver.single(agent) or _antecedent(frame, agent)]
        return tuple(dict.fromkeys(found))
    blamed = child(token.head, "obj") if token.dep_ == "advcl" and marker(token) == "for" else None
    if blamed is not None and lemma(token.head) in _BLAMING:
        return frame.resolver.single(blamed)
    found = [p for subject in _who(token) for p in _but_the_addressed(frame, token, subject)]
    if not found and token.tag_ in ("VBZ", "VBP", "VBD") and not subjects(token):
        found = _right_before(frame, token) if token.dep_ == "ROOT" else _before_an_aside(frame, token)
    beside = token.dep_ in ("acl", "acl:relcl") or (token.dep_ == "parataxis" and token.tag_ == "VBG")
    if not found and beside and token.head.pos_ in ("NOUN", "PROPN", "PRON"):
        found = list(frame.resolver.single(token.head)) if _relative_subject(token) else []
    return tuple(dict.fromkeys(found)) or _by_paper(frame, token)


def _by_paper(frame: Frame, verb: Token) -> tuple[str, ...]:
    """Read "a letter from Oslo asked ...", "Oslo issued a statement calling for ...": whose the paper is."""
    said = [verb.head] if verb.dep_ in ("acl", "acl:relcl") and _relative_subject(verb) else subjects(verb)
    for paper in said:
        if lemma(paper) in _PAPERS:
            owners = owners_of(frame, paper) or tuple(
                p for c in children(paper, "acl") for a in agents(c) for p in frame.resolver.single(a)
            )
            above = paper.head
            # What both sign together binds both: `accords` reads it.
            if any(lemma(c) == "joint" for c in children(paper, "amod")) and lemma(above) not in _ISSUING:
                return ()
            if not owners and paper.dep_ in ("obj", "obl") and lemma(above) in _ISSUING and above.i < paper.i:
                owners = holders_of(frame, above)
            return owners
    return ()


_PAPERS = words(
    "statement letter note communique communiqué declaration resolution message text memorandum memo telegram cable"
    " motion petition post tweet speech address manifesto bulletin editorial telegramme missive aide-mémoire"
)
_ISSUING = words(
    "issue publish release adopt pass send write vote approve carry put make deliver read circulate hand submit"
    " post broadcast address transmit dispatch forward"
)


def _but_the_addressed(frame: Frame, verb: Token, subject: Token) -> tuple[str, ...]:
    """The parties of a subject; in "It called on Norway to ..." the pronoun cannot stand for Norway."""
    found = frame.resolver.single(subject)
    if subject.pos_ != "PRON" or lemma(verb) not in _ADDRESSING or len(found) != 1:
        return found
    to = [c for c in verb.children if c.dep_ in ("obj", "iobj") or (c.dep_ == "obl" and marker(c) in ("on", "upon"))]
    return tuple(p for p in found if not any(p in frame.resolver.named_by(c) for c in to))


_ADDRESSING = words("call ask urge appeal request tell invite press summon order exhort beg implore")


def _right_before(frame: Frame, verb: Token) -> list[str]:
    """Read "12 May: Oslo and Copenhagen agree": the names right before a verb that has no subject in the tree."""
    found: list[str] = []
    place = verb.idx
    for mention in reversed(frame.resolver.cast.mentions(frame.text)):
        if mention.end <= place and _NEXT_TO.fullmatch(frame.text[mention.end : place]):
            found.insert(0, mention.party)
            joined = _AND_BEFORE.search(frame.text[: mention.start])
            place = joined.start() if joined else -1
    return found


# A name in brackets after a longer one stands for the same.
_NEXT_TO = re.compile(r"(?:'s (?:government|army|delegation|leaders?))?\)? ?")
_AND_BEFORE = re.compile(r",? and (?:the |[Tt]he [^,;:()]{3,60} \()?(?:[\w']+ ){0,4}\(?$| and (?:the )?$")
_ASIDE_BEFORE = re.compile(r", (?!and |but |or )[^,;:\"]{3,80}, $")


def _before_an_aside(frame: Frame, verb: Token) -> list[str]:
    """Read "though Oslo, speaking through its envoy, declined": the name before what stands between commas."""
    aside = _ASIDE_BEFORE.search(frame.text[: verb.idx])
    if aside is None or child(verb, "mark", "aux") is not None:
        return []
    return [m.party for m in frame.resolver.cast.mentions(frame.text) if m.end == aside.start()]


def _antecedent(frame: Frame, relative: Token) -> tuple[str, ...]:
    """The party named right before ", by which ..."."""
    if relative.text.casefold() not in ("which", "whom"):
        return ()
    before = [m for m in frame.resolver.cast.mentions(frame.text) if 0 <= relative.idx - m.end <= _GAP]
    return (before[-1].party,) if before else ()


# Characters of ", by " between a name and its relative pronoun.
_GAP = 6
_BLAMING = words("criticise criticize blame condemn attack denounce fault praise thank")


def _who(token: Token) -> list[Token]:
    """The subjects of a predicate; "adding that", "saying that" at the end belong to the main clause."""
    if token.tag_ == "VBG" and lemma(token) in SAYING and token.dep_ == "advcl" and child(token, "nsubj") is None:
        root = next((t for t in token.doc if t.dep_ == "ROOT"), token)
        return subjects(root)
    return subjects(token)


def _relative_subject(token: Token) -> bool:
    subject = child(token, "nsubj")
    return subject is None or subject.text.casefold() in ("who", "which", "that")


def owners_of(frame: Frame, token: Token) -> tuple[str, ...]:
    """Return whose demand, plan or list a noun is ("its demand", "the demand by the army")."""
    found = [p for c in children(token, "nmod:poss", "compound", "amod") for p in frame.resolver.parties(c)]
    if not found:
        found = [p for c in children(token, "nmod") if marker(c) in ("by", "from") for p in frame.resolver.parties(c)]
    return tuple(dict.fromkeys(found))


def speaker_of(frame: Frame, token: Token) -> tuple[str, ...]:
    """Whoever says the clause that a predicate heads."""
    below = token
    for above in [token, *ancestors(token)]:
        if (
            above.i != token.i
            and lemma(above) in SAYING
            and below.dep_ in ("ccomp", "xcomp", "parataxis", "advcl", "conj")
        ):
            return holders_of(frame, above)
        if below.dep_ == "ccomp" and lemma(above) in ("clear", "make") and (made := _made_clear(above)) is not None:
            return holders_of(frame, made)
        for beside in children(above, "parataxis", "ccomp", "conj"):
            aside = beside.dep_ != "conj" or (child(beside, "cc", "obj", "ccomp") is None and beside.i > above.i)
            if beside.i != below.i and aside and lemma(beside) in SAYING and child(beside, "nsubj") is not None:
                return holders_of(frame, beside)
        below = above
    for above in [token, *ancestors(token)]:
        for source in children(above, "obl"):
            if marker(source) == "according":
                return frame.resolver.single(source)
    if found := viewpoint(frame):
        return found
    if _SAYS_THE_DOCUMENT.search(frame.text) and len(frame.resolver.last_subject) == 1:
        return frame.resolver.last_subject
    return ()


def _made_clear(token: Token) -> Token | None:
    """The verb of "made clear that ...", "made it clear that ...": a way of saying so."""
    if lemma(token) == "clear":
        return token.head if lemma(token.head) == "make" else None
    return token if any(lemma(c) == "clear" for c in token.children) else None


_SAYS_THE_DOCUMENT = re.compile(
    r", (?:the|its|their) (?:document|plan|blueprint|paper|text|proposal|statement|draft|roadmap|letter"
    r"|note) (?:states|says|said|reads|adds|notes|continues|stated|added)\b",
    re.IGNORECASE,
)


def holders_in(frame: Frame) -> list[Token]:
    """Return the subjects of a sentence's main clauses, for the pronouns of the next one."""
    roots = (t for t in frame.doc if t.dep_ == "ROOT")
    return [each for root in roots for s in children(root, "nsubj", "nsubj:pass") for each in conjuncts(s)]
