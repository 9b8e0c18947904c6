"""Who holds a stance, what it is about, and who says so: the clauses of a sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from detente.entries import Stance
from detente.reading.frame import Frame
from detente.reading.parser import (
    Token,
    agents,
    ancestors,
    auxiliaries,
    child,
    children,
    complements,
    conjuncts,
    lemma,
    marker,
    negated,
    passive,
    subjects,
    text_of,
)
from detente.reading.rule import words
from detente.reading.rules import STANCE_NOUNS, STANCE_VERBS, Rule, lookup
from detente.reading.viewpoints import viewpoint


@dataclass(frozen=True)
class Stating:
    """One stance found in a sentence: who, which stance, and where its content stands."""

    holders: tuple[str, ...]
    stance: Stance
    rule: Rule
    cue: Token
    region: tuple[Token, ...]


VERB_RULES = lookup(STANCE_VERBS)


NOUN_RULES = lookup(STANCE_NOUNS)


SAYING = frozenset(
    [
        "reaffirm",
        "confirm",
        "retort",
        "counter",
        "remark",
        "recall",
        "acknowledge",
        "indicate",
        "say",
        "state",
        "declare",
        "add",
        "tell",
        "announce",
        "stress",
        "insist",
        "reiterate",
        "repeat",
        "maintain",
        "argue",
        "note",
        "explain",
        "warn",
        "affirm",
        "emphasise",
        "emphasize",
        "underline",
        "assert",
        "write",
        "reply",
        "answer",
        "vow",
        "swear",
        "pledge",
        "promise",
        "contend",
        "believe",
        "hold",
        "demand",
        "ask",
        "request",
        "urge",
        "propose",
        "suggest",
    ]
)


CONDITIONS = frozenset(["until", "unless", "before", "without", "till", "except"])


_TIMES = frozenset(
    [
        "after",
        "once",
        "when",
        "as",
        "while",
        "because",
        "since",
        "if",
        "following",
        "upon",
        "by",
        "during",
        "although",
        "though",
        "despite",
        "in",
        "on",
        "at",
        "within",
        "amid",
    ]
)


def owned(frame: Frame, agent: Token) -> tuple[str, ...]:
    """The party of an agent such as "by X" or "by X's plans"."""
    direct = frame.resolver.single(agent)
    return direct or tuple(p for t in agent.subtree if t.dep_ == "nmod:poss" for p in frame.resolver.single(t))


_PROMISES = frozenset(["pledge", "guarantee", "assurance", "promise", "condition", "warning"])


def inside_a_demand(token: Token) -> bool:
    """Read "A pledge that the alliance will not expand" is no refusal by the alliance."""
    chain = [token, *ancestors(token)]
    for below, above in pairwise(chain):
        base = lemma(above)
        demanded = (
            base in NOUN_RULES
            or base in _PROMISES
            or (base in VERB_RULES and VERB_RULES[base].says in ("demands", "proposes") and base not in SAYING)
        )
        if demanded and below.dep_ in ("acl", "ccomp", "acl:relcl", "nmod", "advcl"):
            return True
    return False


def yes_or_no(token: Token) -> Stance | None:
    """Read "Said yes to", "says no to"."""
    match = re.match(r" (yes|no) to\b", text_of(token.doc)[token.idx + len(token.text) :], re.IGNORECASE)
    return None if match is None else "accepts" if match[1].casefold() == "yes" else "rejects"


def refuses(token: Token) -> bool:
    """Read "Will not", "would never", "cannot" before a verb that names an issue is a refusal."""
    return bool(set(auxiliaries(token)) & {"will", "would", "wo", "'ll", "can", "could", "ca", "shall", "'d"})


def unable_by_report(frame: Frame, token: Token) -> bool:
    """True where somebody else says that a party cannot do something: that is no refusal of its own."""
    if not set(auxiliaries(token)) & {"can", "could", "ca"} or token.dep_ != "ccomp":
        return False
    speakers = {p for each in subjects(token.head) for p in frame.resolver.parties(each)}
    about = {p for each in subjects(token) for p in frame.resolver.parties(each)}
    return bool(speakers and about) and not speakers & about


def hypothetical(token: Token) -> bool:
    """Read "If it accepted", "might accept", "hoping it would accept" state no position."""
    aux = set(auxiliaries(token))
    unsure = aux & {"might", "may"} or ("could" in aux and not _said_so(token))
    if (unsure and not negated(token)) or {"would", "have"} <= aux:
        return True
    if lemma(token.head) in ("seem", "appear") and token.dep_ == "xcomp":
        return True
    return supposed(token)


_GUESSES = frozenset(["report", "rumour", "rumor", "speculation", "possibility", "prospect", "hope", "fear", "notion"])
_NOT_YET = frozenset(["if", "unless", "whether", "until", "till", "once"])


def _said_so(token: Token) -> bool:
    """Read "Oslo said it could accept ...": a way of saying yes."""
    return token.dep_ == "ccomp" and lemma(token.head) in ("say", "indicate", "tell", "state", "declare", "announce")


def supposed(token: Token) -> bool:
    """Read "hoping it would accept", "denied that it accepted", "if it accepted": somebody's guess, not a stance."""
    if marker(token) in ("if", "whether", "should", "unless"):
        return True
    chain = [token, *ancestors(token)]
    for below, above in pairwise(chain):
        if lemma(above) in (
            "hope",
            "expect",
            "doubt",
            "push",
            "pressure",
            "persuade",
            "force",
            "convince",
            "wait",
            "fear",
            "deny",
            "accuse",
            "fail",
            "suspect",
        ) and (below.dep_ in ("xcomp", "ccomp", "advcl") or marker(below) in ("of", "that")):
            return True
        if lemma(above) in _GUESSES and below.dep_ == "acl":
            return True
        if below.dep_ == "advcl" and (marker(below) in _NOT_YET or as_soon_as(below) or _only_when(below)):
            return True
    return False


def _only_when(clause: Token) -> bool:
    """Read "peace will come only when they agree to a truce"."""
    words = [t.text.casefold() for t in clause.subtree[:2]]
    before = clause.doc.text[: clause.subtree[0].idx].rstrip().casefold()
    when = ("when", "after", "once")
    return (words[0] in when and before.endswith("only")) or (words[0] == "only" and words[-1] in when)


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
_BLAMING = frozenset(["criticise", "criticize", "blame", "condemn", "attack", "denounce", "fault", "praise", "thank"])


def _who(token: Token) -> list[Token]:
    """The subjects of a predicate; "adding that", "saying that" at the end belong to the main clause."""
    if token.tag_ == "VBG" and lemma(token) in SAYING and token.dep_ == "advcl" and child(token, "nsubj") is None:
        root = next((t for t in token.doc if t.dep_ == "ROOT"), token)
        return subjects(root)
    return subjects(token)


def _relative_subject(token: Token) -> bool:
    subject = child(token, "nsubj")
    return subject is None or subject.text.casefold() in ("who", "which", "that")


def region_of(token: Token) -> tuple[Token, ...]:
    """What a predicate is about: its complements without conditions, times and asides."""
    listed = [c for c in children(token, "parataxis") if listed_noun(c)]
    found = [t for each in (*complements(token), *listed) if not _aside(each) for t in pruned(each)]
    return (*found, *_further_clauses(token, found))


def _further_clauses(token: Token, found: Sequence[Token]) -> list[Token]:
    """Read "agreed that ...; that ...; and that ...", wherever the tree hangs the clauses after the first."""
    if not any(c.dep_ == "ccomp" and marker(c) == "that" for c in token.children):
        return []
    seen, more = {t.i for t in found}, []
    for clause in token.doc:
        if clause.i > token.i and clause.i not in seen and clause.dep_ in ("parataxis", "conj", "advcl", "ccomp"):
            that = child(clause, "mark")
            if that is not None and that.text.casefold() == "that" and _LISTED_THAT.search(token.doc.text[: that.idx]):
                more += [t for t in pruned(clause) if t.i not in seen]
                seen |= {t.i for t in more}
    return more


_LISTED_THAT = re.compile(r"[;,] ?(?:and |or |as well as |nor )?$")


def listed_noun(token: Token) -> bool:
    """True for an item of an enumeration that the parser set beside the verb: a noun without a verb of its own."""
    return token.pos_ in ("NOUN", "PROPN") and child(token, "nsubj", "cop", "aux") is None


# Where something was agreed, which is not what was agreed.
_MEETINGS = frozenset(["talk", "negotiation", "meeting", "summit", "conference", "session", "round"])


def _aside(clause: Token) -> bool:
    opened = marker(clause)
    if clause.dep_ == "obl" and opened in ("at", "in", "during") and lemma(clause) in _MEETINGS:
        return True
    if clause.dep_ in ("advcl", "obl", "nmod", "obl:unmarked") and opened in CONDITIONS | (
        _TIMES - {"in", "on", "to", "within", "at"}
    ):
        return True
    return (clause.dep_ == "advcl" and opened not in ("", "to", "that", "for")) or (
        clause.dep_ == "obl" and opened == "by"
    )


def pruned(token: Token) -> Iterator[Token]:
    """The subtree of a complement without conditions and asides inside it; what stands in brackets is passed over."""
    if not in_brackets(token):
        yield token
    for each in token.children:
        # "is ready to disarm and still demands an amnesty": the second is no complement of "ready".
        if (
            each.dep_ == "conj"
            and each.tag_ in ("VBZ", "VBD", "VBP")
            and token.tag_ in ("VB", "VBG")
            and each.pos_ == "VERB"
        ):
            continue
        aside = (each.dep_ in ("advcl", "parataxis", "obl") and _aside(each)) or (
            each.dep_ == "parataxis" and not listed_noun(each)
        )
        if not aside:
            yield from pruned(each)
        elif in_brackets(each):
            yield from (
                t for outer in each.children if not in_brackets(outer) and outer.dep_ == "conj" for t in pruned(outer)
            )


def in_brackets(token: Token) -> bool:
    """True for a token between round brackets."""
    text = text_of(token.doc)
    opened = text.rfind("(", 0, token.idx + 1)
    return bool(opened >= 0 and text.find(")", opened) >= token.idx)


def phrase_of(noun: Token, without: Token) -> Iterator[Token]:
    """Yield a noun and what belongs to it, without the clause that qualifies it."""
    yield noun
    for each in noun.children:
        if each.i != without.i and each.dep_ in ("amod", "compound", "nmod", "nmod:poss", "acl", "conj"):
            yield from each.subtree


def owners_of(frame: Frame, token: Token) -> tuple[str, ...]:
    """Return whose demand, plan or list a noun is ("its demand", "the demand by the army")."""
    found = [p for c in children(token, "nmod:poss", "compound", "amod") for p in frame.resolver.parties(c)]
    if not found:
        found = [p for c in children(token, "nmod") if marker(c) in ("by", "from") for p in frame.resolver.parties(c)]
    return tuple(dict.fromkeys(found))


def has_to(token: Token) -> bool:
    """Return True for an infinitive under "have", "need" or "ought" ("has to leave")."""
    head = token.head
    return token.dep_ == "xcomp" and lemma(head) in ("have", "need", "ought") and marker(token) == "to"


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


_SAYS_THE_DOCUMENT = re.compile(
    r", (?:the|its|their) (?:document|plan|blueprint|paper|text|proposal|statement|draft|roadmap|letter"
    r"|note) (?:states|says|said|reads|adds|notes|continues|stated|added)\b",
    re.IGNORECASE,
)


def is_to(token: Token) -> bool:
    """Read "The forces are to leave": an infinitive under a form of "be"."""
    head = token.head
    return (token.dep_ in ("xcomp", "ccomp") and lemma(head) == "be" and marker(token) == "to") or (
        bool({"to"} & {c.text.casefold() for c in children(token, "mark")})
        and bool({"is", "are"} & set(auxiliaries(token)))
    )


def as_soon_as(clause: Token) -> bool:
    """Return True for a clause opened by "as soon as" or "once"."""
    return any(c.text.casefold() == "soon" for c in clause.children) or any(
        c.text.casefold() == "once" for c in children(clause, "mark", "advmod")
    )


def local(token: Token) -> Iterator[Token]:
    """A noun or verb with what belongs to it, without coordination and asides."""
    yield token
    for each in token.children:
        if each.dep_ in ("obl", "nmod") and marker(each) == "as":
            continue
        if each.dep_ not in ("conj", "cc", "parataxis", "acl:relcl", "punct", "advcl") or (
            each.dep_ == "advcl" and marker(each) in CONDITIONS
        ):
            yield from local(each)


def holders_in(frame: Frame) -> list[Token]:
    """Return the subjects of a sentence's main clauses, for the pronouns of the next one."""
    roots = (t for t in frame.doc if t.dep_ == "ROOT")
    return [each for root in roots for s in children(root, "nsubj", "nsubj:pass") for each in conjuncts(s)]
