"""Whom an act that a verb tells of was aimed at, where its object does not say it: "A condemned the attack"."""

import re
from collections.abc import Sequence

from detente.reading.acts.act import Act
from detente.reading.acts.words import ATTACKS
from detente.reading.arguments import LAND, aimed_at, doing, parties_of, struck, undergoing, undergone
from detente.reading.asking import named_next
from detente.reading.frame import Frame
from detente.reading.mentions import kind_of
from detente.reading.parser import Token, children, lemma, marker, subjects
from detente.reading.rule import words


def targets_of(frame: Frame, token: Token, act: Act, actors: Sequence[str]) -> list[str]:
    """Return whom an act was aimed at, [] where nothing tells.

    Parameters
    ----------
    frame
        The sentence.
    token
        A verb.
    act
        What it tells of.
    actors
        Who did it.
    """
    if act.aim == "none":
        return []
    by_tree = act.addressed == "tree"
    found = (_aimed_at if by_tree else _addressed)(frame, token, act, actors)
    return found or _told_before(frame, token, act, actors)


def _aimed_at(frame: Frame, token: Token, act: Act, actors: Sequence[str]) -> list[str]:
    if act.doer == "attack":
        return [p for p in struck(frame, doing(token), act) if p not in actors]
    found = aimed_at(frame, token, act, actors)
    if act.doer == "crowd" and not actors:
        return [p for p in found if p in _demonstrated_against(frame, token)]
    return found


def _addressed(frame: Frame, token: Token, act: Act, actors: Sequence[str]) -> list[str]:
    """Whom something is said to: the order of words tells it, where the tree is often wrong."""
    for_something = act.addressed == "asked" and frame.text.startswith(" for ", token.idx + len(token.text))
    found = [] if for_something and lemma(token) != "appeal" else aimed_at(frame, token, act, actors)
    if not for_something:
        found = [p for p in named_next(frame, token) if p not in actors] or found
    if found or act.addressed == "next":
        return found
    found = _called_for(frame, token) or [p for p in _asked_to(frame, token) if p not in actors]
    return [p for p in found if not set(actors) & set(frame.resolver.cast.pair) or kind_of(p) == "body"]


def _told_before(frame: Frame, token: Token, act: Act, actors: Sequence[str]) -> list[str]:
    if act.rule.says == "ASSAULT":
        return _in_town_of(frame, token, actors)
    if act.refers == "attack":
        return _attacker(frame, token, actors)
    if act.refers == "step":
        return _of_step(frame, token, actors)
    return _of_main_clause(frame, actors) if act.refers == "main clause" else []


def _called_for(frame: Frame, token: Token) -> list[str]:
    """Read "called for A to withdraw"."""
    asked = [c for c in children(token, "obl", "nsubj") if c.i > token.i]
    asked += [s for below in children(token, "advcl", "xcomp", "ccomp") for s in subjects(below)]
    if lemma(token) not in ("call", "ask", "appeal"):
        return []
    after = frame.text[token.idx + len(token.text) :]
    return parties_of(frame, asked) if re.match(r" for (?:the )?[A-Z][\w ]{2,30} to \w", after) else []


def _asked_to(frame: Frame, token: Token) -> list[str]:
    """Read "asked that A withdraw", "insisted that A stop": whoever is to act in the clause."""
    clauses = [c for c in children(token, "ccomp", "xcomp") if c.tag_ in ("VB", "VBP", "JJ", "NN")]
    return parties_of(frame, [s for c in clauses for s in children(c, "nsubj")])


_CONDEMNED = ATTACKS | words("killing invasion abduction seizure murder kidnapping aggression act")


def _attacker(frame: Frame, token: Token, actors: Sequence[str]) -> list[str]:
    """Read "A condemned the attack": the blame lies with whoever made the one told of last."""
    attacker = frame.resolver.attacker
    of_it = any(lemma(noun) in _CONDEMNED for noun in undergoing(token))
    return [attacker] if of_it and attacker is not None and attacker not in actors else []


def _in_town_of(frame: Frame, token: Token, actors: Sequence[str]) -> list[str]:
    """Read "killed 12 people in the Danish town of Ribe": in a war of two states, theirs whose town it is."""
    pair, home = frame.resolver.cast.pair, frame.resolver.cast.home
    if home is not None or len(pair) != 2:
        return []
    nouns = [*doing(token), *undergoing(token)]
    placed = [c for each in (token, *nouns) for c in children(each, "obl", "nmod") if marker(c) in _WHERE]
    named = [p for c in placed if lemma(c) in LAND for p in parties_of(frame, [c]) if p in pair and p not in actors]
    return named[:1]


_WHERE = frozenset(["in", "at", "near", "outside", "on", "inside"])


def _demonstrated_against(frame: Frame, token: Token) -> list[str]:
    """Whom a crowd is against, not the place where it stands ("against the deal in Oslo")."""
    return parties_of(frame, (c for c in children(token, "obl") if marker(c) in ("against", "at")))


def _of_main_clause(frame: Frame, actors: Sequence[str]) -> list[str]:
    """Read "A spooked its friends, with B objecting": what A did is objected to."""
    main = next((token for token in frame.doc if token.dep_ == "ROOT"), None)
    return [] if main is None else [p for p in parties_of(frame, subjects(main)) if p not in actors]


_STEPS = words("step move gesture decision measure action concession announcement offer release initiative it")


def _of_step(frame: Frame, token: Token, actors: Sequence[str]) -> list[str]:
    """Read "A freed two men, and B welcomed the step", "A opened the road, a gesture B welcomed", "thanked her"."""
    done = undergoing(token)
    steps = [noun for noun in done if lemma(noun) in _STEPS]
    nouns = [noun for noun in steps if not children(noun, "nmod:poss", "nmod")]
    before = frame.text[: min([token.idx, *(noun.idx for noun in nouns)])]
    relative = token.dep_ == "acl:relcl" and (lemma(token.head) in _STEPS or ", which " in before[-60:])
    if relative or (nouns and re.search(r"[,;] ", before)):
        found = _of_main_clause(frame, actors)
        if found:
            return found
    clause = token.dep_.startswith("acl") and not undergone(token)
    meant = clause or steps or any(noun.pos_ == "PRON" for noun in done)
    return _only_other(frame, token, actors) if meant else []


def _only_other(frame: Frame, token: Token, actors: Sequence[str]) -> list[str]:
    """Return the one party named before a verb that is not among its doers, [] where there are several."""
    mentions = frame.resolver.cast.mentions(frame.text)
    named = {m.party for m in mentions if m.end <= token.idx} - set(actors)
    return sorted(named) if len(named) == 1 else []
