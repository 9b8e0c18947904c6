"""Who did an act and at whom it was aimed: by the tree where it is clear, by the order of words where it is not."""

import re
from collections.abc import Iterable, Sequence

from detente.reading.acts.act import Act
from detente.reading.cast.nouns import REBELS
from detente.reading.frame import Frame
from detente.reading.grammar.parser import Token, agents, child, children, conjuncts, lemma, marker, subjects
from detente.reading.rule import words
from detente.reading.who.mentions import Mention, kind_of
from detente.reading.who.placenames import is_place

_RELATIVE = frozenset(["who", "which", "that", "whom"])
_AT = words("against on at upon of in from near inside around toward towards")
LAND = words(
    "town city port airport airfield base position line territory province area region hill bridge island"
    " district stronghold camp station plant land post barracks headquarters garrison compound suburb outpost"
    " depot convoy column checkpoint facility installation refinery infrastructure"
)
SERVING = words(
    "soldier troop policeman officer sailor conscript guard army force tank aircraft helicopter warship patrol"
    " unit airman paratrooper recruit brigade battalion"
)
_GAP = re.compile(
    r"(?:'s)?(?:, [^,]{1,40} (?:says?|said|tells?|told|adds?|added|argued|went on|warned)[^,]{0,12},)?"
    r"(?: [\w'.-]+){0,5}? ?"
)
_NO_GAP = re.compile(r"\b(?:not|to|would|will|could|by|that|which|who|and|but|if|of)\b")
_ASIDE = re.compile(
    r"\b(?:against|by|of|on|to|with|for|from|in|and)(?: the)?"
    r"(?: (?:central|downtown|nearby|neighbou?ring|(?:north|south|east|west)(?:ern)?))? $"
)
_STOP = re.compile(r"[,;:()]|\b(?:that|which|who|and|but|as|when|while|because|for|over|after|by|before)\b")


def parties_of(frame: Frame, nouns: Iterable[Token]) -> list[str]:
    """Return the parties that nouns stand for, each once; of "allies, including A and B" those who are named."""
    found: list[str] = []
    for noun in nouns:
        found += _included(frame, noun) or frame.resolver.single(noun) or _part_of(frame, noun)
    return list(dict.fromkeys(found))


_PARTS = words(
    "last rest most some all many thousands hundreds dozens bulk remainder majority part number hundred thousand"
    " column convoy contingent batch wave group handful score dozen flotilla squad detachment crowd"
)


def _part_of(frame: Frame, noun: Token) -> list[str]:
    """Read "the last of the Ruritanian forces", "thousands of Ruritanian soldiers"."""
    whole = [c for c in children(noun, "nmod") if marker(c) == "of"] if lemma(noun) in _PARTS else []
    return [party for each in whole for party in frame.resolver.single(each)]


def _included(frame: Frame, noun: Token) -> list[str]:
    if "including " not in frame.text:
        return []
    named = (t for t in noun.subtree if any(c.text.casefold() == "including" for c in t.children))
    return [party for each in named for party in frame.resolver.parties(each)]


_INTRANSITIVE = frozenset(
    [
        "cross",
        "march",
        "advance",
        "retreat",
        "go",
        "come",
        "walk",
        "push",
        "pour",
        "protest",
        "speak",
        "talk",
        "stand",
        "side",
        "rally",
        "line",
    ]
)
_AFTER_ACTIVE = frozenset(["DT", "NNP", "NNPS", "PRP", "PRP$"])


def undergone(token: Token) -> bool:
    """Return True where a verb is passive, a participle without its auxiliary among them.

    A participle before an object ("the rebels [who] crossed the river") is a simple past that the tagger has mistaken.

    Parameters
    ----------
    token
        A verb.
    """
    if child(token, "aux:pass") is not None:
        return True
    if child(token, "nsubj:pass") is not None and (token.tag_ != "VBD" or agents(token)):
        return True
    if token.tag_ == "VBD":
        spoken = lemma(token) in _INTRANSITIVE
        return child(token, "obl:agent") is not None and child(token, "obj") is None and not spoken
    if token.tag_ != "VBN" or child(token, "aux", "nsubj") is not None or lemma(token) in _INTRANSITIVE:
        return False
    if token.dep_ == "conj" and child(token.head, "aux:pass") is None:
        shared = child(token.head, "aux") is not None or token.head.tag_ in ("VBD", "VBZ", "VBP")
        if shared and not agents(token):
            return False
    following = token.nbor() if token.i + 1 < len(token.doc) else token
    return not (following.tag_ in _AFTER_ACTIVE or following.text in ("into", "across", "through"))


def doing(token: Token) -> list[Token]:
    """Return the nouns that do what a verb says; a relative pronoun gives way to the noun before it.

    Parameters
    ----------
    token
        A verb.
    """
    if undergone(token):
        by_whom = agents(token) or [a for c in children(token, "xcomp") for a in agents(c)]
        return [each for agent in by_whom for each in _on_behalf(token, agent)]
    if token.pos_ == "NOUN" and child(token, "nsubj") is None:
        return [token.nbor(-1)]
    found = subjects(token)
    if token.dep_ == "acl" and token.tag_ in ("VBG", "VBN"):
        return found or [token.head]
    return [noun for each in found for noun in _meant(token, each)]


def _on_behalf(verb: Token, agent: Token) -> list[Token]:
    """Read "was read out by A on behalf of B": B speaks."""
    standing = [c for c in (*children(verb, "obl"), *children(agent, "nmod")) if lemma(c) == "behalf"]
    return [of for each in standing for of in children(each, "nmod")] or [agent]


def _meant(verb: Token, noun: Token) -> list[Token]:
    if any(c.text.casefold() == "whose" for c in noun.children) and verb.dep_.startswith("acl"):
        return [verb.head]
    if noun.text.casefold() not in _RELATIVE:
        return [noun]
    while verb.dep_ in ("conj", "xcomp"):
        verb = verb.head
    return [verb.head] if verb.dep_.startswith("acl") else [noun]


def undergoing(token: Token) -> list[Token]:
    """Return the nouns that a verb is done to: its objects, the subjects of a passive, the noun before a participle.

    Parameters
    ----------
    token
        A verb.
    """
    objects = [
        *children(token, "obj", "nsubj:pass"),
        *(c for c in children(token, "expl") if c.i > token.i),
        *(c for x in children(token, "xcomp") for c in children(x, "obj")),
    ]
    found = [noun for each in objects for noun in _meant(token, each)]
    if token.pos_ == "NOUN" and token.head.i > token.i:
        found.append(token.head)
    if not undergone(token):
        return [each for noun in found for each in conjuncts(noun)]
    if token.dep_ == "acl" and not found:
        found = [token.head]
    found = found or [noun for each in subjects(token)[:1] for noun in _meant(token, each)]
    return [each for noun in found for each in conjuncts(noun)]


def doers(frame: Frame, token: Token) -> list[str]:
    """Return the parties that did what a verb says, [] where the text does not say.

    Parameters
    ----------
    frame
        The sentence.
    token
        A verb.
    """
    nouns = doing(token)
    found = parties_of(frame, nouns)
    if found or undergone(token) or any(noun.pos_ == "PRON" for noun in nouns):
        return found
    before = _just_before(frame, token)
    if (
        before is None
        and not child(token, "nsubj", "nsubj:pass")
        and token.dep_ == "conj"
        and token.head.pos_ == "VERB"
    ):
        return doers(frame, token.head)
    return [before.party] if before else []


_RELATIVE_END = re.compile(r",? (?:who|which|that) $")


def _just_before(frame: Frame, token: Token) -> Mention | None:
    """The party whose name stands right before a verb, for where the tree of a sentence is wrong."""
    text = frame.text
    before = [m for m in frame.resolver.cast.mentions(text) if m.end <= token.idx]
    if not before:
        return None
    gap = _RELATIVE_END.sub(" ", text[before[-1].end : token.idx])
    if not _GAP.fullmatch(gap) or _NO_GAP.search(gap.rpartition(",")[2]):
        return None
    lead = text[max(0, before[-1].start - 28) : before[-1].start]
    return None if is_place(text, before[-1]) or _ASIDE.search(lead) else before[-1]


def aimed_at(frame: Frame, token: Token, act: Act, actors: Sequence[str]) -> list[str]:
    """Return the parties that an act was aimed at, [] where the text does not say.

    Parameters
    ----------
    frame
        The sentence.
    token
        A verb.
    act
        Its entry in the table.
    actors
        Who did it.
    """
    found = [p for p in struck(frame, undergoing(token), act) if p not in actors]
    if not found and _BOTH_NEXT.match(frame.text, token.idx + len(token.text)):
        found = [p for p in frame.resolver.cast.pair if p not in actors]
    found = found or [p for p in _given(frame, token, act) if p not in actors] or _toward(frame, token, act, actors)
    if not found and act.aim in ("needed", "other"):
        found = _named_after(frame, token, act, actors)
    if act.refers == "attack" and not undergoing(token):
        return found
    if not found and act.aim == "other":
        found = _owners(frame, undergoing(token), actors)
    if not found and (act.aim == "other" or _at_the_other(frame, act, token)):
        found = other_party(frame, actors)
    if not found and act.rule.id == "seize-land":
        found = _from_the_state(frame, actors)
    return found


def _from_the_state(frame: Frame, actors: Sequence[str]) -> list[str]:
    """Read "The Front has taken the town of Ribe": a group that fights in a state takes land from it."""
    home = frame.resolver.cast.home
    group = len(actors) == 1 and actors[0] != home and kind_of(actors[0]) in ("group", "unknown")
    return (
        [home]
        if home in frame.resolver.cast.pair and home is not None and group and actors[0] not in frame.resolver.cast.pair
        else []
    )


def _given(frame: Frame, token: Token, act: Act) -> list[str]:
    """Read "sent Oslo two ambulances": who is given something stands between the verb and the thing."""
    start = token.idx + len(token.text)
    near = frame.resolver.cast.mentions(frame.text) if act.rule.says == "AID" else []
    return [m.party for m in near if _ARTICLE.fullmatch(frame.text, start, m.start) and _THING.match(frame.text, m.end)]


_ARTICLE, _THING = re.compile(r" (?:the )?"), re.compile(r" (?!and\b|to\b|of\b)[\w$]")
_BOTH_NEXT = re.compile(
    r" (?:on |upon )?both(?= (?:sides|parties|governments|countries|camps|leaders|armies|delegations|and|to|for|on|over"
    r"|from|of them|responsible|who)\b|[.,;:]|$)"
)


def _owners(frame: Frame, nouns: Sequence[Token], actors: Sequence[str]) -> list[str]:
    """Read "has cut off its maize": theirs whom the pronoun means, where it cannot mean the doer."""
    owners = [c for noun in nouns for c in children(noun, "nmod:poss") if c.pos_ == "PRON"]
    return [p for p in parties_of(frame, owners) if p not in actors]


def said_target(frame: Frame, token: Token, act: Act) -> list[str]:
    """Return the parties that the text names as the target, the actor not set apart from them."""
    return struck(frame, undergoing(token), act) or _toward(frame, token, act, ())


def named_before(frame: Frame, token: Token, but: Sequence[str]) -> list[str]:
    """Return the party named last before a verb, some left aside: whom a pronoun means that cannot mean them."""
    mentions = frame.resolver.cast.mentions(frame.text)
    return [m.party for m in mentions if m.end <= token.idx and m.party not in but][-1:]


# What is done to things in a country is done to that country; talks held there are not its own.
_PLACED = frozenset(["ASSAULT", "COERCE", "AID", "MOBILIZE"])


def struck(frame: Frame, nouns: Sequence[Token], act: Act) -> list[str]:
    """Who owns or is what an act was done to: "Danish positions", "villages in Denmark"."""
    found = parties_of(frame, nouns)
    if found:
        return found
    at = _AT | act.toward if act.rule.says in _PLACED else act.toward
    beside = [c for noun in nouns for c in children(noun, "nmod") if marker(c) in at]
    found = parties_of(frame, (each for c in beside for each in conjuncts(c)))
    if not found and frame.resolver.cast.home and any(lemma(noun) in SERVING for noun in nouns):
        return [frame.resolver.cast.home]
    return found or _of_rebels(frame, nouns) or _holding(frame, nouns)


_HELD = words("hold control occupy own man operate govern run")


def _holding(frame: Frame, nouns: Sequence[Token]) -> list[str]:
    """Read "villages held by the rebels": theirs who hold them."""
    held = (c for noun in nouns for c in children(noun, "acl") if lemma(c) in _HELD)
    return parties_of(frame, (agent for each in held for agent in agents(each)))


def _of_rebels(frame: Frame, nouns: Sequence[Token]) -> list[str]:
    """Read "rebel camps", "guerrilla prisoners": theirs, where the report has one party of rebels."""
    group = frame.resolver.cast.group
    beside = {lemma(c) for noun in nouns for c in children(noun, "amod", "compound", "nmod:poss")}
    home = frame.resolver.cast.home
    if group and beside & REBELS:
        return [group]
    return [home] if group and home and beside & _STATE_WORDS else []


_STATE_WORDS = frozenset(["government", "army", "military", "police"])
_OWNING = frozenset(["nmod", "nmod:poss", "amod", "compound"])


def _toward(frame: Frame, token: Token, act: Act, actors: Sequence[str]) -> list[str]:
    phrases = [c for c in children(token, "obl", "iobj", "nmod") if c.dep_ == "iobj" or marker(c) in act.toward]
    nested = [c for noun in undergoing(token) for c in children(noun, "nmod", "obl") if marker(c) in act.toward]
    for each in [*phrases, *nested]:
        found = parties_of(frame, conjuncts(each))
        inside = [t for noun in conjuncts(each) for t in noun.subtree if t.dep_ in _OWNING]
        found = found or parties_of(frame, (t for t in inside if t.pos_ != "PRON"))
        found = found or (parties_of(frame, inside) if marker(each) != "for" else [])
        found = [p for p in found if p not in actors]
        if found:
            return found
    return [party for party in _after_preposition(frame, token, act) if party not in actors]


def _after_preposition(frame: Frame, token: Token, act: Act) -> list[str]:
    """The party whose name stands right after a preposition of the act, for where the tree of a sentence is wrong."""
    start = token.idx + len(token.text)
    for mention in frame.resolver.cast.mentions(frame.text):
        if start < mention.start < start + 60:
            before = frame.text[start : mention.start].removesuffix("the ").split()
            if before and before[-1] in act.toward and not _CLAUSE.search(frame.text[start : mention.start]):
                return [mention.party]
    return []


_CLAUSE = re.compile(r"[;:()]|, |\b(?:that|which|who|and|but|when|while|because)\b")


def _named_after(frame: Frame, token: Token, act: Act, actors: Sequence[str]) -> list[str]:
    """The party named next after a verb in the same clause, for where the tree of a sentence is wrong."""
    start = token.idx + len(token.text)
    stop = _STOP.search(frame.text, start)
    limit = min(stop.start() if stop else len(frame.text), start + 45)
    mentions = frame.resolver.cast.mentions(frame.text)
    near = [m for m in mentions if start < m.start < limit and m.party not in actors]
    return [m.party for m in near if act.rule.says in _PLACED or not is_place(frame.text, m)][:1]


_SHELLING = frozenset(
    ["shell", "bomb", "bombard", "attack", "raid", "storm", "pound", "strafe", "strike", "hit", "invade"]
)


_BEGINNING = words("begin launch start resume open mount")
_OFFENSIVES = words("offensive attack assault campaign")


def _at_the_other(frame: Frame, act: Act, token: Token) -> bool:
    """An attack on a town, a position or a soldier without an owner, or in a sentence that names both sides."""
    if act.rule.says != "ASSAULT":
        return False
    pair = set(frame.resolver.cast.pair)
    if lemma(token) in _SHELLING and any(noun.pos_ == "PROPN" for noun in undergoing(token)):
        return True
    if lemma(token) in ("attack", "strike") and not undergoing(token) and not undergone(token):
        return True
    if lemma(token) in _BEGINNING and any(lemma(noun) in _OFFENSIVES for noun in undergoing(token)):
        return not any(c.dep_ == "nmod" for noun in undergoing(token) for c in noun.children)
    both = pair <= {mention.party for mention in frame.resolver.cast.mentions(frame.text)}
    return both or lemma(token) == "retaliate" or any(lemma(noun) in LAND | SERVING for noun in undergoing(token))


def other_party(frame: Frame, actors: Sequence[str]) -> list[str]:
    """Return the other of the two main parties, [] where the actor is none of them.

    Parameters
    ----------
    frame
        The sentence.
    actors
        Who did something.
    """
    pair = frame.resolver.cast.pair
    if len(pair) != 2 or len(actors) != 1 or actors[0] not in pair:
        return []
    return [party for party in pair if party not in actors]
