"""Stances said by nouns: "its demand for", "opposition to ... was voiced by", "a list that includes"."""

import re
from collections.abc import Iterator

from detente.entries import Stance
from detente.reading.caseless import Caseless
from detente.reading.frame import Frame
from detente.reading.grammar.parser import Token, agents, child, children, lemma, marker, negated, subjects, text_of
from detente.reading.grammar.supposing import inside_a_demand, supposed
from detente.reading.positions.holders import holders_of, owners_of
from detente.reading.positions.issues import issues_in
from detente.reading.positions.plans import PLAN
from detente.reading.positions.regions import pruned, region_of
from detente.reading.positions.stating import Stating
from detente.reading.rule import Rule, words
from detente.reading.rules import BY_ID, NOUN_RULES, VERB_RULES, stance_of

LIST_NOUNS = frozenset(
    ["list", "demand", "condition", "plan", "proposal", "term", "requirement", "package", "wish", "agenda"]
)
# Verbs that lend a noun its tense and its subject: whoever voices, repeats or has a demand makes it.
_LIGHT = frozenset(
    [
        "voice", "express", "declare", "show", "repeat", "reiterate", "reaffirm", "stress", "signal", "give", "make",
        "issue", "renew", "maintain", "state", "announce", "underline", "underscore", "have", "hint", "indicate",
        "affirm", "register", "convey", "confirm", "raise", "place", "launch", "emphasise", "emphasize", "display",
        "uphold", "lodge", "send", "put", "pledge", "stand", "stick", "present", "insist", "highlight",
        "lend", "cite",
        "reach", "conclude", "strike", "sign", "secure", "take", "persist", "stay", "remain", "hold", "come",
        "arrive", "extend", "hand", "advance", "submit", "table", "circulate", "unveil", "float", "bring", "carry",
        "deliver", "file", "press", "pursue", "transmit", "relay",
    ]
)  # fmt: skip
# "a condition for talks": what follows is what waits for the condition.
CONDITION_NOUNS = frozenset(["condition", "precondition", "prerequisite"])
_WITHHELD = frozenset(["withhold", "refuse", "deny", "revoke", "rescind", "cancel", "suspend", "retract"])
_GIVEN_UP = frozenset(
    ["renounce", "drop", "withdraw", "abandon", "soften", "lift", "retract", "waive", "relinquish", "give"]
)
# "its demand for": what follows one of these words is what the noun is about.
_ABOUT = re.compile(r" (?:for|to|that|on|of|against|about|over|as to|in) ")
_END = re.compile(
    r"[;:–—(),]| -+ |\b(?:was|were|is|are|has|have|had|will|would|until|unless|before|without|because|since|after"
    r"|but|while|which|who|said|says)\b"
)


def of_noun(frame: Frame, token: Token) -> Iterator[Stating]:
    """Yield the stance of a noun such as "demand" or "refusal", where its owner and its content are told.

    Parameters
    ----------
    frame
        The sentence.
    token
        Any noun of it.
    """
    rule = NOUN_RULES.get(lemma(token)) if token.pos_ == "NOUN" else None
    if rule is None:
        return
    held = _held(rule, token)
    if held is None or _of_a_plan(token) or _CONDITIONAL.search(text_of(frame.doc), token.idx):
        return
    if token.dep_ == "obj" and held[1] in ("accepts", "rejects") and supposed(token.head):
        return
    holders, region = _owners(frame, token), _content(frame, token)
    if token.dep_ == "obj" and lemma(token.head) in VERB_RULES and VERB_RULES[lemma(token.head)].says == "rejects":
        holders = tuple(p for p in holders if p not in holders_of(frame, token.head))
    if holders and region:
        yield Stating(holders, held[1], held[0], token, region)


def _held(rule: Rule, token: Token) -> tuple[Rule, Stance] | None:
    """The stance of a noun, turned round by "no objection", "dropped its opposition"."""
    stance = stance_of(rule)
    if stance == "accepts" and (inside_a_demand(token) or any(_demanded(s) for s in children(token, "nsubj"))):
        return None
    dropped = token.dep_ in ("obj", "nsubj:pass") and (
        lemma(token.head) in _GIVEN_UP - {"give"}
        or (lemma(token.head) == "give" and any(c.text.casefold() == "up" for c in token.head.children))
    )
    withheld = token.dep_ in ("obj", "nsubj:pass") and stance == "accepts" and lemma(token.head) in _WITHHELD
    if not (negated(token) or dropped or withheld):
        return rule, stance
    if stance == "rejects":
        return BY_ID["acceptance-noun"], "accepts"
    return (BY_ID["refusal-noun"], "rejects") if stance == "accepts" else None


# "its consent to a truce conditional on ...": consent is not given yet.
_CONDITIONAL = re.compile(r"\b(?:conditional|contingent|dependent) (?:up)?on\b", re.IGNORECASE)


def _of_a_plan(token: Token) -> bool:
    """Read "The Ruritanian plan calls for ...", where the parser takes the verb for a noun."""
    return any(lemma(c) in PLAN for c in children(token, "compound"))


def _demanded(token: Token) -> bool:
    """True for the subject of "the demand is a pledge": the pledge is not given."""
    return lemma(token) in NOUN_RULES and stance_of(NOUN_RULES[lemma(token)]) == "demands"


def _owners(frame: Frame, token: Token) -> tuple[str, ...]:
    head = token.head
    holders = owners_of(frame, token)
    if not holders and child(token, "cop") is not None:
        holders = tuple(
            p for c in children(token, "nmod") if marker(c) in ("of", "for") for p in frame.resolver.parties(c)
        )
    if token.dep_ in ("xcomp", "obj") and lemma(head) in ("remain", "become", "be") and not holders:
        holders = tuple(
            p for c in children(token, "nmod") if marker(c) in ("of", "for") for p in frame.resolver.parties(c)
        )
    light = lemma(head) in _LIGHT and not (token.dep_ == "obl" and marker(token) == "to")
    if not holders and head.pos_ == "VERB" and light and token.dep_ in ("obj", "obl", "nsubj:pass"):
        holders = holders_of(frame, head)
    if not holders and head.pos_ == "VERB" and token.dep_ == "obl" and _with_an_appeal(token):
        holders = holders_of(frame, head)
    if not holders and lemma(head) in ("come", "stem", "originate") and token.dep_ == "nsubj":
        holders = tuple(p for c in children(head, "obl") if marker(c) == "from" for p in frame.resolver.parties(c))
    if not holders and lemma(head) in _GETTING and token.dep_ in ("obj", "nsubj:pass"):
        holders = tuple(p for c in children(head, "obl") if marker(c) == "from" for p in frame.resolver.parties(c))
    if not holders:
        holders = _of_whom(frame, token)
    return holders


def _with_an_appeal(token: Token) -> bool:
    """Read "answered with a demand for", "wrote in an appeal for": whoever speaks or comes so asks for it."""
    return marker(token) in ("with", "in") and stance_of(NOUN_RULES[lemma(token)]) in ("demands", "proposes")


# "consent was obtained from Oslo": whoever it comes from gives it.
_GETTING = frozenset(["obtain", "win", "secure", "extract", "get", "receive", "wrest", "draw"])


def _of_whom(frame: Frame, token: Token) -> tuple[str, ...]:
    """Read "the refusal of Oslo to withdraw", "the insistence of the rebels on": a party, and then what it is about."""
    for owner in children(token, "nmod"):
        after = text_of(frame.doc)[owner.idx + len(owner.text) :]
        if marker(owner) == "of" and _ABOUT.match(after) and (found := frame.resolver.parties(owner)):
            return found
    return ()


def _content(frame: Frame, token: Token) -> tuple[Token, ...]:
    head = token.head
    region = [
        t
        for c in children(token, "nmod", "acl", "acl:relcl", "ccomp", "advcl")
        if marker(c) in (("that",) if lemma(token) in CONDITION_NOUNS else ("for", "to", "that", "on", "of", "against"))
        for t in pruned(c)
    ]
    region += [t for c in _beside(token) for t in pruned(c)]
    if token.dep_ in ("nsubj", "nsubj:outer") and child(head, "cop") is not None:
        region += [t for t in pruned(head) if t.i not in {s.i for s in token.subtree}]
    elif token.dep_ == "nsubj" and lemma(head) in ("remain", "become", "stay", "concern"):
        region += [t for c in head.children if c.dep_ in ("obj", "xcomp", "nmod", "obl") for t in pruned(c)]
    elif token.dep_ in ("xcomp", "obj") and lemma(head) in ("remain", "become"):
        region += [t for s in subjects(head) for t in s.subtree]
    elif child(token, "cop") is not None:
        region += [t for s in children(token, "nsubj", "csubj", "nsubj:outer") for t in s.subtree]
    return tuple(region) if issues_in(frame.doc, region) else _following(frame, token)


def _beside(noun: Token) -> list[Token]:
    """Read "ended with a pledge by both to let aid in": a clause that the tree hangs on the verb above."""
    if noun.dep_ != "obl" or lemma(noun) not in _OF_DOING:
        return []
    end = noun.subtree[-1].i
    return [c for c in children(noun.head, "advcl", "xcomp") if marker(c) == "to" and c.subtree[0].i == end + 1]


_OF_DOING = words("pledge promise commitment undertaking offer proposal refusal agreement")


def _following(frame: Frame, token: Token) -> tuple[Token, ...]:
    """The words that follow a noun and its preposition, where the tree hangs them elsewhere."""
    if lemma(token) in CONDITION_NOUNS:
        return ()
    text, start = text_of(frame.doc), token.idx + len(token.text)
    about = _ABOUT.match(text, start)
    if about is None:
        return ()
    stop = _END.search(text, about.end())
    end = stop.start() if stop else len(text)
    return tuple(t for t in frame.tokens if about.end() - 1 <= t.idx < end)


def of_list(frame: Frame, token: Token) -> Iterator[Stating]:
    """Yield what a list holds: "Its list of demands includes ...", "Among its demands are ...".

    Parameters
    ----------
    frame
        The sentence.
    token
        Any verb of it.
    """
    if lemma(token) not in BY_ID["list-includes"].words or token.pos_ != "VERB":
        return
    for subject in children(token, "nsubj"):
        base = lemma(subject)
        nested = [lemma(c) for c in children(subject, "nmod")]
        if base in LIST_NOUNS or set(nested) & LIST_NOUNS:
            holders = tuple(
                p for c in children(subject, "nmod:poss", "amod", "compound") for p in frame.resolver.parties(c)
            ) or tuple(p for c in children(subject, "acl") for a in agents(c) for p in frame.resolver.parties(a))
            stance: Stance = "proposes" if base in ("plan", "proposal", "package") else "demands"
            if holders:
                yield Stating(holders, stance, BY_ID["list-includes"], token, region_of(token))


_LISTED = Caseless(
    r"\b(?P<noun>(?:list of )?(?:demands|conditions|terms|wishes|requests)|demand|condition|price|ultimatum"
    r"|(?:proposals?|offers?|plan|package|blueprint|draft|paper|formula|compromise|points))"
    r"\b(?P<between>[^.;:]{0,40}?)(?:,? (?:including|among them|such as|namely|ranging from)\b| ?[:–—]| - )"
)


_PLANNED = ("pro", "off", "plan", "pack", "blue", "draft", "paper", "form", "comp", "points")


def of_listing(frame: Frame) -> Iterator[Stating]:
    """Yield what follows a list noun: "a list of demands, including ...", "its demands: ...".

    Parameters
    ----------
    frame
        The sentence.
    """
    match = _LISTED.search(frame.text)
    if match is None:
        return
    cue = next((t for t in frame.tokens if match.start("noun") <= t.idx < match.end("noun")), None)
    if cue is None or negated(cue):
        return
    while cue.head.i != cue.i and cue.dep_ in ("nmod", "compound") and lemma(cue.head) in LIST_NOUNS:
        cue = cue.head
    holders = owners_of(frame, cue) or tuple(
        p for c in children(cue, "nmod") if lemma(c) in LIST_NOUNS for p in owners_of(frame, c)
    )
    if not holders and cue.head.pos_ == "VERB" and cue.dep_ in ("obj", "obl") and lemma(cue.head) in _BRINGING:
        holders = holders_of(frame, cue.head)
    region = tuple(t for t in frame.tokens if t.idx >= match.end())
    stance: Stance = "proposes" if match["noun"].casefold().startswith(_PLANNED) else "demands"
    if holders and region:
        yield Stating(holders, stance, BY_ID["list-includes"], cue, region)


_AMONG = re.compile(
    r"\bAmong (?P<noun>(?:the|its|their|his) (?:[\w'-]+ ){0,3}?(?:demands|conditions|proposals))\b"
    r"(?P<between>[^.;:]{0,60}?) (?:is|are|was|were) ",
)


def of_among(frame: Frame) -> Iterator[Stating]:
    """Yield "Among the demands of Oslo are ...".

    Parameters
    ----------
    frame
        The sentence.
    """
    match = _AMONG.search(frame.text)
    if match is None:
        return
    mentions = frame.resolver.cast.mentions(frame.text)
    named = [m.party for m in mentions if match.start() <= m.start < match.end()]
    cue = next((t for t in frame.tokens if match.start("between") - 12 <= t.idx and lemma(t) in LIST_NOUNS), None)
    holders = tuple(named[:1]) or (owners_of(frame, cue) if cue is not None else ())
    region = tuple(t for t in frame.tokens if t.idx >= match.end())
    if cue is not None and holders and region:
        stance: Stance = "proposes" if lemma(cue) == "proposal" else "demands"
        yield Stating(holders, stance, BY_ID["list-includes"], cue, region)


_BRINGING = frozenset(
    ["give", "hand", "present", "submit", "issue", "publish", "have", "make", "set", "put", "bring", "unveil", "read",
     "send", "table", "release", "lay", "outline", "repeat", "reiterate", "announce", "list", "propose", "float",
     "circulate", "draft", "write", "advance", "formulate", "depose", "suggest", "draw", "deliver", "name", "state"]
)  # fmt: skip


_AS_CONDITION = Caseless(
    r"\b(?:set|sets|setting|made|makes|make|making|put|puts|regards?|regarded|sees|saw|treats?|named|names)\b"
    r"(?P<what>[^.;:]{0,90}?)\b(?:(?:as )?(?:a|an|its|their|his|her|the|one) (?:[a-z]+ )?(?:pre-?conditions?"
    r"|conditions?"
    r"|pre-?requisites?|requirements?|demands?|priority|sine qua non|absolute must))\b"
)


_MADE_CONDITION = Caseless(
    r"\b(?:made|set|laid down|put|named|regarded|seen|held|considered|treated|described|declared|posed|imposed|stated)"
    r"\b(?P<between>[^.;:,]{0,40}?)\b(?:as |to be )?(?:a|an|its|their|the|one|another) (?:[a-z]+ )?"
    r"(?:pre-?conditions?|conditions?|pre-?requisites?|requirements?|demands?|priority|necessity|sine qua non)\b"
)


def of_passive_condition(frame: Frame) -> Iterator[Stating]:
    """Yield "X was made a condition for talks by Oslo", "X is held by Oslo to be a condition".

    Parameters
    ----------
    frame
        The sentence.
    """
    for match in _MADE_CONDITION.finditer(frame.text):
        verb = next((t for t in frame.tokens if t.idx == match.start()), None)
        if verb is None or negated(verb) or child(verb, "aux:pass") is None:
            continue
        holders = _named_after_by(frame, verb.idx)
        region = tuple(t for s in children(verb, "nsubj:pass", "nsubj", "csubj") for t in s.subtree)
        if holders and issues_in(frame.doc, region):
            yield Stating(holders, "demands", BY_ID["set-as-condition"], verb, region)


def _named_after_by(frame: Frame, start: int) -> tuple[str, ...]:
    """The party of the first "by ..." behind a place: the agent of a passive, wherever the tree hangs it."""
    for token in frame.tokens:
        if token.idx > start and marker(token) == "by" and (found := frame.resolver.parties(token)):
            return found
    return ()


def of_condition(frame: Frame) -> Iterator[Stating]:
    """Yield "sets X as a condition", "made X its precondition".

    Parameters
    ----------
    frame
        The sentence.
    """
    for match in _AS_CONDITION.finditer(frame.text):
        verb = next((t for t in frame.tokens if t.idx == match.start()), None)
        if verb is None or negated(verb):
            continue
        holders = holders_of(frame, verb)
        region = tuple(t for t in frame.tokens if match.start("what") <= t.idx < match.end("what"))
        if verb.dep_ == "acl:relcl" and not issues_in(frame.doc, region):
            region = tuple(t for t in verb.head.subtree if t.i < min(s.i for s in verb.subtree))
        if holders and issues_in(frame.doc, region):
            yield Stating(holders, "demands", BY_ID["set-as-condition"], verb, region)
