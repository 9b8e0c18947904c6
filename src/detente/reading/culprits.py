"""Who did an act and whom it struck, where neither subject nor object says it: "killed in an attack by A"."""

import re
from collections.abc import Sequence

from detente.reading.act import Act
from detente.reading.arguments import (
    LAND,
    doers,
    doing,
    named_before,
    other_party,
    parties_of,
    said_target,
    struck,
    undergoing,
    undergone,
)
from detente.reading.blame import TELLING, said_by
from detente.reading.frame import Frame
from detente.reading.parser import Token, agents, ancestors, auxiliaries, children, lemma, marker, subjects
from detente.reading.rule import words
from detente.reading.rules_of_acts import BY_VERB


def called_for(frame: Frame, token: Token) -> list[str]:
    """Read "called for A to withdraw"."""
    asked = [c for c in children(token, "obl", "nsubj") if c.i > token.i]
    asked += [s for below in children(token, "advcl", "xcomp", "ccomp") for s in subjects(below)]
    if lemma(token) not in ("call", "ask", "appeal"):
        return []
    after = frame.text[token.idx + len(token.text) :]
    return parties_of(frame, asked) if re.match(r" for (?:the )?[A-Z][\w ]{2,30} to \w", after) else []


def asked_to(frame: Frame, token: Token) -> list[str]:
    """Read "asked that A withdraw", "insisted that A stop": whoever is to act in the clause."""
    clauses = [c for c in children(token, "ccomp", "xcomp") if c.tag_ in ("VB", "VBP", "JJ", "NN")]
    return parties_of(frame, [s for c in clauses for s in children(c, "nsubj")])


def only_blamed(frame: Frame, token: Token, actors: Sequence[str]) -> bool:
    """Read "A said that B had shelled it again": blame, where "A said that B shelled it on Monday" is news."""
    if not set(said_by(frame, token)) - set(actors):
        return False
    quoted = frame.text[: token.idx].count('"') % 2 == 1
    told_after = not any(lemma(above) in TELLING and above.i < token.i for above in ancestors(token))
    return quoted or ("had" in auxiliaries(token) and not told_after)


_ATTACKS = words(
    "attack strike raid killing bombing invasion shelling offensive massacre abduction seizure murder airstrike"
    " kidnapping assault incursion bombardment aggression act"
)


def attacker(frame: Frame, token: Token, actors: Sequence[str]) -> list[str]:
    """Read "A condemned the attack": the blame lies with whoever made the one told of last."""
    attacker = frame.resolver.attacker
    of_it = any(lemma(noun) in _ATTACKS for noun in undergoing(token))
    return [attacker] if of_it and attacker is not None and attacker not in actors else []


def in_town_of(frame: Frame, token: Token, actors: Sequence[str]) -> list[str]:
    """Read "killed 12 people in the Danish town of Ribe": in a war of two states, theirs whose town it is."""
    pair, home = frame.resolver.cast.pair, frame.resolver.cast.home
    if home is not None or len(pair) != 2:
        return []
    nouns = [*doing(token), *undergoing(token)]
    placed = [c for each in (token, *nouns) for c in children(each, "obl", "nmod") if marker(c) in _WHERE]
    named = [p for c in placed if lemma(c) in LAND for p in parties_of(frame, [c]) if p in pair and p not in actors]
    return named[:1]


_WHERE = frozenset(["in", "at", "near", "outside", "on", "inside"])


def demonstrated_against(frame: Frame, token: Token) -> list[str]:
    """Whom a crowd is against, not the place where it stands ("against the deal in Oslo")."""
    return parties_of(frame, (c for c in children(token, "obl") if marker(c) in ("against", "at")))


def doers_of(frame: Frame, token: Token, act: Act) -> list[str]:
    """Who did it; a pronoun cannot mean whoever it was done to ("A is cross: they accused B")."""
    if act.rule.id == "clash":
        return []
    if act.rule.id == "die-in-attack":
        return _in_attack(frame, token)
    actors = doers(frame, token) or (_wielding(frame, token) if act.rule.says == "ASSAULT" else [])
    if not actors and act.rule.id == "release" and undergone(token):
        return [p for noun in undergoing(token) for c in children(noun, "acl") for p in doers(frame, c)]
    if not actors and undergone(token) and act.rule.id in ("release", "let-go") and frame.resolver.cast.home is None:
        return other_party(frame, struck(frame, undergoing(token), act))
    if not actors and undergone(token) and act.rule.says in ("MOBILIZE", "RETREAT"):
        return parties_of(frame, undergoing(token))
    if not actors and undergone(token) and (act.rule.says == "SANCTION" or lemma(token) in _DRIVING):
        return parties_of(frame, (c for c in children(token, "obl") if marker(c) == "from"))
    if not actors and act.rule.says == "ASSAULT":
        return (_in_attack(frame, token) or _when(frame, token)) if undergone(token) else _rebels(token)
    if len(actors) == 1 and any(noun.pos_ == "PRON" for noun in doing(token)):
        target = said_target(frame, token, act)
        if set(actors) <= set(target):
            return named_before(frame, token, target) or [p for p in frame.resolver.last if p not in target]
    return actors


_DRIVING = frozenset(["deport", "expel"])
_FIGHTING = words(
    "attack strike raid clash fighting battle ambush bombardment shelling fire exchange airstrike bombing assault"
    " offensive operation massacre explosion blast wave series barrage incursion firefight skirmish"
)
_WIELDED = words(
    "rocket missile shell bomb drone mine mortar grenade torpedo device explosive artillery gun plane jet helicopter"
    " aircraft warplane tank shot airstrike attack strike raid"
)


def told_by_main(token: Token) -> bool:
    """Read "rockets fired by A hit the town": "hit" tells of it."""
    noun = token.head
    acts = BY_VERB.get(lemma(noun.head), ()) if noun.dep_ == "nsubj" else ()
    return lemma(noun) in _WIELDED and any(act.rule.says == "ASSAULT" for act in acts)


def _wielding(frame: Frame, token: Token) -> list[str]:
    """Read "rockets fired by A hit the town": theirs who fired, laid or sent what did it."""
    fired = [c for noun in doing(token) if lemma(noun) in _WIELDED for c in children(noun, "acl", "acl:relcl")]
    whence = [c for each in fired for c in children(each, "obl") if marker(c) == "from"]
    return parties_of(frame, [*(agent for each in fired for agent in agents(each)), *whence])


_REBELS = frozenset(["rebels", "separatists", "guerrillas", "insurgents"])


def _in_attack(frame: Frame, token: Token) -> list[str]:
    """Read "killed in a Ruritanian attack", "killed in clashes with Ruritanian troops"."""
    fights = [c for c in children(token, "obl", "obl:agent") if lemma(c) in _FIGHTING]
    fights += [c for fight in fights for c in children(fight, "nmod") if lemma(c) in _FIGHTING]
    beside = [c for fight in fights for c in children(fight, "amod", "compound", "nmod:poss", "nmod")]
    beside += [a for fight in fights for c in children(fight, "acl") for a in agents(c)]
    beside += [c for c in children(token, "obl") if fights and marker(c) == "with"]
    return parties_of(frame, (c for c in beside if c.dep_ not in ("nmod", "obl") or marker(c) in ("with", "by")))


def _when(frame: Frame, token: Token) -> list[str]:
    """Read "killed when A bombed the town", "wounded as rockets fired by A came down"."""
    for clause in children(token, "advcl"):
        acts = BY_VERB.get(lemma(clause), ()) if marker(clause) in ("when", "as", "after", "") else ()
        if any(act.rule.says == "ASSAULT" for act in acts):
            return doers(frame, clause) or _wielding(frame, clause)
    return []


def _rebels(token: Token) -> list[str]:
    """Rebels of whom the report says nothing more are a party of that name."""
    return [noun.text.casefold() for noun in doing(token) if noun.text.casefold() in _REBELS]


def of_main_clause(frame: Frame, actors: Sequence[str]) -> list[str]:
    """Read "A spooked its friends, with B objecting": what A did is objected to."""
    main = next((token for token in frame.doc if token.dep_ == "ROOT"), None)
    return [] if main is None else [p for p in parties_of(frame, subjects(main)) if p not in actors]


_STEPS = words("step move gesture decision measure action concession announcement offer release it")


def of_step(frame: Frame, token: Token, actors: Sequence[str]) -> list[str]:
    """Read "A freed two men, and B welcomed the step", "A opened the road, a gesture B welcomed": A's step."""
    nouns = [noun for noun in undergoing(token) if lemma(noun) in _STEPS and not children(noun, "nmod:poss", "nmod")]
    before = frame.text[: min([token.idx, *(noun.idx for noun in nouns)])]
    relative = token.dep_ == "acl:relcl" and (lemma(token.head) in _STEPS or ", which " in before[-60:])
    if not relative and not (nouns and re.search(r"[,;] ", before)):
        return []
    return of_main_clause(frame, actors)


def only_other(frame: Frame, token: Token, actors: Sequence[str]) -> list[str]:
    """Return the one party named before a verb that is not among its doers, [] where there are several."""
    mentions = frame.resolver.cast.mentions(frame.text)
    named = {m.party for m in mentions if m.end <= token.idx} - set(actors)
    return sorted(named) if len(named) == 1 else []
