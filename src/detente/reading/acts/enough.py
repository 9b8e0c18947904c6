"""Whether a sentence tells enough of an act for an entry: who did what to whom, and when."""

import re
from collections.abc import Sequence

from detente.reading.acts.act import Act
from detente.reading.acts.arguments import doing, undergoing, undergone
from detente.reading.acts.fits import by_such
from detente.reading.acts.targets import condemned
from detente.reading.frame import Frame
from detente.reading.grammar.parser import Token, auxiliaries, lemma
from detente.reading.grammar.places import place_in
from detente.reading.positions.asking import is_act
from detente.reading.rule import words
from detente.reading.who.mentions import kind_of

# An army that flies in tents feeds itself.
_SOLDIERS = words("army military force troop soldier navy command")
# A mediator announces a truce of others; a third group may declare one of its own.
_KNOWN_GROUP = re.compile(r"\b(?:unilateral\w*|its own|one-sided)\b")
# "The latest fighting broke out on 5 May" dates a war; an act has its place or its dead.
_DEAD = re.compile(r"\b(?:killed|killing|dead|died|deaths?|wounded|wounding|injured|injuring)\b")
# The recipient is said, or the act is none of its kind.
_NEEDED = frozenset(["THREATEN", "ACCUSE"])
# Several may do it together; several who attack the other side are mostly the parties themselves, misread.
_JOINTLY = frozenset(["ACCUSE", "SANCTION"])
_DOER_UNKNOWN = frozenset(["ASSAULT", "PROTEST"])


def enough(frame: Frame, token: Token, act: Act, actors: Sequence[str], recipients: Sequence[str]) -> bool:
    """Return True where enough is known of who did what to whom.

    Parameters
    ----------
    frame
        The sentence.
    token
        A verb.
    act
        What it tells of.
    actors, recipients
        Who did it to whom.
    """
    if act.doer == "none":
        return bool(frame.dates) and (place_in(frame, token) is not None or _DEAD.search(frame.text) is not None)
    if act.at_large and not recipients and "been" in auxiliaries(token):
        return False
    if not actors and _is_news(frame, token, act, recipients):
        return True
    if not actors and not _may_lack_doer(frame, token, act, recipients):
        return False
    if act.by_noun and not any(noun.pos_ in ("NOUN", "PROPN") for noun in undergoing(token)):
        return False
    if len(actors) > 3 or (len(actors) > 1 and act.aim == "other" and act.rule.says not in _JOINTLY):
        return False
    at_large = act.at_large or (act.refers == "attack" and bool(condemned(token)))
    if not recipients and (act.aim == "needed" or (act.rule.says in _NEEDED and not at_large)):
        return False
    if act.rule.id == "kill" and (_is_toll(frame, token, actors) or _BY_ACCIDENT.match(frame.text, token.idx)):
        return False
    if act.rule.says == "AID" and not recipients and any(lemma(noun) in _SOLDIERS for noun in doing(token)):
        return False
    if act.rule.id == "stop-fighting" and frame.resolver.cast.pair and not set(actors) & set(frame.resolver.cast.pair):
        return False  # The operations of an aid agency are no fighting.
    if act.rule.id == "own-truce" and frame.resolver.cast.pair and not set(actors) <= set(frame.resolver.cast.pair):
        return _KNOWN_GROUP.search(frame.text) is not None
    if act.rule.says == "ASSAULT":
        both = len(actors) > 1 and set(actors) >= set(frame.resolver.cast.pair)
        return not both and not frame.text[: token.idx].endswith("test-")
    return act.rule.says != "REQUEST" or _asked_as_act(frame, token, actors, recipients)


def _is_toll(frame: Frame, token: Token, actors: Sequence[str]) -> bool:
    """Read "it has killed 30,000 people", "44 of its soldiers had been killed": a count of the dead is no attack."""
    aux = set(auxiliaries(token))
    by_war = not undergone(token) and any(noun.text.casefold() == "it" for noun in doing(token)) and "has" in aux
    nobody = not actors and undergone(token) and bool(aux & {"had", "have", "has"})
    counted = "been" in aux or not undergone(token)
    if counted and aux & {"have", "has"} and _SINCE.search(frame.text, token.idx):
        return True
    return by_war or (nobody and place_in(frame, token) is None and not _IN_ATTACK.search(frame.text, token.idx))


# "Were killed when their helicopter crashed", "in an avalanche": nobody attacked them.
_BY_ACCIDENT = re.compile(
    r"[^.;]{0,80}?(?:\bwhen (?:their|his|her|its|an?|the) [^.;,]{0,40}?"
    r"\b(?:crashed|overturned|collapsed|capsized|derailed|skidded)\b"
    r"|\bin (?:an?|the) (?:[\w-]+ ){0,2}?(?:crash|accident|collision|avalanche|landslide|earthquake|flood|storm)\b)"
)
_SINCE = re.compile(r"\bsince\b")
_IN_ATTACK = re.compile(r"\b(?:in|by|when) (?:an?|the|\w+) ")


def _is_news(frame: Frame, token: Token, act: Act, recipients: Sequence[str]) -> bool:
    """True for what is news without a doer: "The talks were suspended", "Gunmen shot twelve people on Monday"."""
    assault, dated = act.rule.says == "ASSAULT", bool(frame.dates or frame.context)
    if act.rule.id == "drive-from":
        return (
            undergone(token) and dated and bool(recipients) and _OUT_OF_PLACE.match(frame.text, token.idx) is not None
        )
    if act.doer == "needed":
        return False
    if undergone(token):
        return (act.doer == "untold" and dated) or (assault and not recipients and _agentless(frame, token))
    return assault and dated and by_such(frame, token, _UNKNOWN_DOERS)


def _may_lack_doer(frame: Frame, token: Token, act: Act, recipients: Sequence[str]) -> bool:
    if act.doer == "needed" or not (act.doer == "crowd" or (act.rule.says in _DOER_UNKNOWN and recipients)):
        return False
    return act.rule.says != "ASSAULT" or undergone(token) or by_such(frame, token, _UNKNOWN_DOERS)


_UNKNOWN_DOERS = re.compile(
    r"\b(?:gunm[ae]n|bombers?|snipers?|attackers?|assassins?|bombs?|explosions?|blasts?|mines?|rockets?"
    r"|shells?|missiles?"
    r"|drones?|mortars?|mob|militants|assailants?|car bombs?|unknown|masked|air ?strikes?|shelling|bombing"
    r"|bombardment|ambush|gunfire|sniper fire|mortar fire|artillery fire|barrages?|(?:(?:suicide|bomb|rocket|missile"
    r"|mortar|drone|grenade|gun|knife|arson|chemical|terrorist) )attacks?)\b",
    re.IGNORECASE,
)


_OUT_OF_PLACE = re.compile(r"\w+ (?:out of|from|back from|off) (?:the (?:[\w'-]+ ){1,3}of )?[A-Z]")
_TOLL = re.compile(
    r"\b(?:since|so far|in all|in total|altogether|over the (?:past|last)|in the (?:past|last)|during the|of the war"
    r"|up to now|every|each|by the (?:army|government|rebels)'s? count)\b",
    re.IGNORECASE,
)


def _agentless(frame: Frame, token: Token) -> bool:
    """Read "Four people were killed in Ribe on Monday": news without a doer, where a toll is no act."""
    told = undergone(token) and {"was", "were"} & set(auxiliaries(token)) and token.dep_ in _TOLD_OF
    nouns = [noun for noun in undergoing(token) if noun.pos_ in ("NOUN", "PROPN")]
    placed = place_in(frame, token) is not None
    return bool(told and nouns and placed) and not _TOLL.search(frame.text)


_TOLD_OF = frozenset(["ROOT", "conj", "parataxis", "ccomp"])


def _asked_as_act(frame: Frame, token: Token, actors: Sequence[str], recipients: Sequence[str]) -> bool:
    """What is asked of the other party is a position; a resolution that goes on asks the parties as an act."""
    if all(kind_of(actor) == "unknown" and not frame.resolver.cast.counts[actor] for actor in actors):
        return True  # Whoever is no party holds no position, but may ask.
    council = frame.resolver.resolving and kind_of(str(next(iter(actors), None))) == "body"
    return is_act(frame, token, actors, recipients) or (council and not set(actors) & set(frame.resolver.cast.pair))
