"""Who did an act that a verb tells of, where its subject does not say it: "killed in an attack by A"."""

import re
from collections.abc import Sequence

from detente.reading.acts.act import Act
from detente.reading.acts.arguments import (
    SERVING,
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
from detente.reading.acts.spoken_blame import said_by, speakers
from detente.reading.acts.strangers import speaks_apart, strangers
from detente.reading.acts.table import BY_VERB
from detente.reading.acts.words import ATTACKS
from detente.reading.frame import Frame
from detente.reading.grammar.parser import Token, agents, children, lemma, marker
from detente.reading.rule import words


def blaming(frame: Frame, token: Token, actors: Sequence[str], recipients: Sequence[str]) -> list[str]:
    """Return the speakers whose blame an attack is: one on others than themselves, or told in their own words.

    What a party says that the other did to it is news of an attack ("A said that B had shelled its port"); what it says
    the other did to a convoy, to civilians or to somebody else is blame.

    Parameters
    ----------
    frame
        The sentence.
    token
        A verb.
    actors, recipients
        Who attacked whom.
    """
    quoted = frame.text[: token.idx].count('"') % 2 == 1
    telling = list(said_by(frame, token) if quoted else speakers(frame, token))
    if not telling or not actors or set(telling) & set(actors):
        return []
    if quoted:
        ours = _OURSELVES.match(frame.text, token.idx) is not None
        return [] if ours and not any(lemma(noun) in _PERSONS | _PLACES for noun in undergoing(token)) else telling
    cast = frame.resolver.cast
    if len(telling) > 1 or not set(telling) <= {*cast.pair, cast.home}:
        return []
    return [] if set(telling) & set(recipients) and not _on_strangers(frame, token, telling) else telling


def outcome(token: Token) -> bool:
    """Return True for "killing" in "hit the town, killing three": "hit" tells of it.

    Parameters
    ----------
    token
        A verb.
    """
    acts = BY_VERB.get(lemma(token.head), ()) if token.dep_ == "advcl" and token.tag_ == "VBG" else ()
    return any(act.rule.says == "ASSAULT" for act in acts)


_OURSELVES = re.compile(r"[^\".;]*?\b(?:our|us)\b")
_PERSONS = words(
    "convoy civilian villager ambulance bus worker journalist reporter woman child girl boy student teacher family"
    " refugee peacekeeper protester demonstrator priest doctor nurse farmer passenger worshipper resident people"
)
# In a war of two states they are the speaker's; in a war inside one they are nobody's.
_PLACES = words("village house home market farm hospital clinic school church mosque")


def _on_strangers(frame: Frame, token: Token, telling: Sequence[str]) -> bool:
    """True for an attack on people or things that the text does not call the speaker's own."""
    at = [c for c in children(token, "obl") if marker(c) in ("on", "at", "upon", "against") and c.pos_ == "NOUN"]
    nouns = undergoing(token) or at
    third = _PERSONS if frame.resolver.cast.home is None else _PERSONS | _PLACES
    inside = [c for noun in nouns for c in noun.subtree]
    own = set(telling) & set(parties_of(frame, (c for c in inside if c.pos_ in ("PROPN", "ADJ", "PRON"))))
    return bool(nouns) and not own and all(lemma(noun) in third for noun in nouns)


def doers_of(frame: Frame, token: Token, act: Act) -> list[str]:
    """Return who did an act; a pronoun cannot mean whoever it was done to ("A is cross: they accused B").

    Parameters
    ----------
    frame
        The sentence.
    token
        A verb.
    act
        What it tells of.
    """
    if act.doer == "none":
        return []
    if act.doer == "attack":
        return _in_attack(frame, token)
    if act.rule.says in _HEARD_OF_ANYBODY and not undergone(token):
        apart = any(speaks_apart(noun) for noun in doing(token))
        named = strangers(frame, token) if apart or not doers(frame, token) else []
        if named:
            return named
    actors = doers(frame, token) or (_wielding(frame, token) if act.rule.says == "ASSAULT" else [])
    if not actors and undergone(token):
        return _of_passive(frame, token, act)
    if not actors and act.rule.says == "ASSAULT":
        return _rebels(token)
    if act.doer == "crowd" and actors and not _named_crowd(frame, token):
        return []
    if len(actors) == 1 and any(noun.pos_ == "PRON" for noun in doing(token)):
        target = said_target(frame, token, act)
        if set(actors) <= set(target):
            return named_before(frame, token, target) or [p for p in frame.resolver.last if p not in target]
    return actors


def _named_crowd(frame: Frame, token: Token) -> bool:
    """True for "supporters of the Front", not for "opposition supporters": demonstrators are no party."""
    names = [m for m in frame.resolver.cast.mentions(frame.text) if m.kind in ("name", "people")]
    return any(m.start <= t.idx < m.end for noun in doing(token) for t in noun.subtree for m in names if t.i < token.i)


# What anybody may say and a report tells with their name.
_HEARD_OF_ANYBODY = frozenset(["ACCUSE", "SUPPORT", "REQUEST"])


def _of_passive(frame: Frame, token: Token, act: Act) -> list[str]:
    if act.doer == "holder":
        return [p for noun in undergoing(token) for c in children(noun, "acl") for p in doers(frame, c)]
    if act.doer == "other" and frame.resolver.cast.home is None:
        return other_party(frame, struck(frame, undergoing(token), act))
    if act.rule.says in ("MOBILIZE", "RETREAT"):
        return parties_of(frame, undergoing(token))
    if act.rule.says == "SANCTION" or lemma(token) in _DRIVING:
        return parties_of(frame, (c for c in children(token, "obl") if marker(c) == "from"))
    if act.rule.says != "ASSAULT":
        return []
    return _in_attack(frame, token) or _when(frame, token) or _in_battle(frame, token, act)


def _in_battle(frame: Frame, token: Token, act: Act) -> list[str]:
    """Read "twenty Danish soldiers were killed in hand-to-hand fighting": in a war of two states, by the other."""
    fights = [c for c in children(token, "obl", "advcl") if lemma(c) in _BATTLES and marker(c) in ("in", "during")]
    serving = any(lemma(noun) in SERVING for noun in undergoing(token))
    if not fights or not serving or frame.resolver.cast.home is not None:
        return []
    return other_party(frame, struck(frame, undergoing(token), act))


_BATTLES = words("fight fighting battle clash skirmish firefight ambush brawl melee")
_DRIVING = frozenset(["deport", "expel"])
_FIGHTING = ATTACKS | words(
    "clash fighting battle ambush fire exchange operation explosion blast wave series barrage firefight skirmish"
)
_WIELDED = words(
    "rocket missile shell bomb drone mine mortar grenade torpedo device explosive artillery gun plane jet helicopter"
    " aircraft warplane tank shot airstrike attack strike raid"
)


def told_by_main(token: Token) -> bool:
    """Return True for "fired" in "rockets fired by A hit the town": "hit" tells of it.

    Parameters
    ----------
    token
        A participle behind a noun.
    """
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
