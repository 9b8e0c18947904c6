"""Whom an act that a verb tells of was aimed at, where its object does not say it: "A condemned the attack"."""

import re
from collections.abc import Sequence

from detente.reading.acts.act import Act
from detente.reading.acts.arguments import LAND, aimed_at, doing, other_party, parties_of, struck, undergoing, undergone
from detente.reading.acts.words import ATTACKS
from detente.reading.frame import Frame
from detente.reading.grammar.parser import Token, children, conjuncts, lemma, marker, subjects
from detente.reading.positions.asking import named_next
from detente.reading.rule import words
from detente.reading.who.mentions import kind_of


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
    if act.rule.says == "MOBILIZE":
        found = [] if act.aim == "none" else _aimed_at(frame, token, act, actors)
        to_the_front = not found and _TO_THE_FRONT.match(frame.text, token.idx) is not None
        return other_party(frame, actors) if to_the_front else found
    if act.aim == "none":
        return []
    if act.refers == "attack" and (attacks := condemned(token)):
        return _blamed_for(frame, token, act, actors, attacks)
    by_tree = act.addressed == "tree"
    found = (_aimed_at if by_tree else _addressed)(frame, token, act, actors)
    found = found or _told_before(frame, token, act, actors)
    if not found and act.rule.says == "ACCUSE" and _THE_OTHER.match(frame.text, token.idx):
        found = other_party(frame, actors)
    return _no_mere_places(frame, token, found, actors) if act.rule.says == "ASSAULT" else found


def _no_mere_places(frame: Frame, token: Token, parties: Sequence[str], actors: Sequence[str]) -> list[str]:
    """Leave out a state whose capital alone is named, where others fight over it; a shelled town is nobody's army."""
    cast, home = frame.resolver.cast, frame.resolver.cast.home
    if len(cast.pair) != _TWO:
        return list(parties)
    names = cast.mentions(frame.text)
    objects = {noun.idx for noun in undergoing(token)}
    capitals = [m for m in names if m.kind == "capital"]
    as_capital = {m.party for m in capitals if any(m.start <= i < m.end for i in objects)}
    elsewhere = {m.party for m in names if m.kind != "capital"} - as_capital
    by_capital = {m.party for m in names} - elsewhere - {*cast.pair, home}
    civilians = home is not None and lemma(token) in _SHELLING and bool(undergoing(token)) and not undergone(token)
    if civilians and all(_is_town(noun) for noun in undergoing(token)):
        inside = [c for noun in undergoing(token) for c in noun.subtree if c is noun or c.dep_ in _OWNING | _HOLDING]
        owned = parties_of(frame, (c for c in inside if not any(m.start <= c.idx < m.end for m in capitals)))
        return [p for p in parties if p in owned]
    if not set(actors) <= set(cast.pair):
        by_capital = set()  # A third group that attacks a capital attacks its state.
    out = {*by_capital, *_nations_of_strangers(frame, token), *_of_bare_land(frame, token)}
    return [p for p in parties if p not in out]


_BARE = frozenset(["amod", "compound", "nmod:poss", "nmod", "acl", "acl:relcl"])


def _of_bare_land(frame: Frame, token: Token) -> set[str]:
    """Read "seized the capital": whose it is, the sentence before does not tell."""
    bare = [noun for noun in undergoing(token) if lemma(noun) in LAND | {"capital"}]
    bare = [noun for noun in bare if noun.pos_ == "NOUN" and not children(noun, *_BARE)]
    return set(parties_of(frame, bare)) - {m.party for m in frame.resolver.cast.mentions(frame.text)}


_PRIVATE = words(
    "journalist reporter tourist worker priest nun bishop missionary engineer teacher nurse doctor contractor pilgrim"
    " traveller traveler student couple family citizen national businessman filmmaker photographer climber"
)


def _nations_of_strangers(frame: Frame, token: Token) -> list[str]:
    """Read "seized two Swedish journalists": they are no party, nor is their country unless it is at war."""
    people = [noun for noun in undergoing(token) if lemma(noun) in _PRIVATE]
    return [p for p in parties_of(frame, people) if p not in frame.resolver.cast.pair]


# Where one of the two moves its forces to the line between them, or to a place by name, it does so against the other.
_TO_THE_FRONT = re.compile(
    r"[^;:]{4,80}?\b(?:to|towards?|along|near|on|at|across|up to|into) (?:the |its |their )?(?:[\w'-]+ ){0,3}?"
    r"(?:borders?|frontiers?|front ?lines?|front|line|demarcation line|strait|enclave|buffer zone|disputed \w+|area)\b"
    r"|[^;:]{4,60}?\b(?:towards?|up to) (?:the )?(?-i:[A-Z])"
)
_THE_OTHER = re.compile(r"[^.;]{4,120}?\bthe (?:other|opposing|opposite) (?:side|party|delegation|camp|team)\b")
_TWO = 2
_SHELLING = words("shell bomb bombard pound strafe mortar rocket")
_TOWNS = words("town city village port market suburb district neighbourhood camp")
_OWNING = frozenset(["nmod:poss", "amod", "compound"])
_HOLDING = frozenset(["nmod", "obl:agent", "obl"])


def _is_town(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or lemma(noun) in _TOWNS


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
    called = [c for c in children(token, "obl") if marker(c) in ("on", "upon")]
    found = [p for each in called for p in parties_of(frame, conjuncts(each)) if p not in actors]
    if not found and not (for_something and lemma(token) != "appeal"):
        found = aimed_at(frame, token, act, actors)
    if not for_something:
        found = [p for p in named_next(frame, token) if p not in actors] or found
    if found or act.addressed == "next":
        return found
    found = _called_for(frame, token) or [p for p in _asked_to(frame, token) if p not in actors]
    return [p for p in found if not set(actors) & set(frame.resolver.cast.pair) or kind_of(p) == "body"]


def _told_before(frame: Frame, token: Token, act: Act, actors: Sequence[str]) -> list[str]:
    if act.rule.says == "ASSAULT":
        return _in_town_of(frame, token, actors)
    if act.refers == "step":
        return _of_step(frame, token, actors)
    if act.rule.id == "license":
        named = [m.party for m in frame.resolver.cast.mentions(frame.text) if m.start > token.idx]
        return [p for p in named if p not in actors][:1]
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


def condemned(token: Token) -> list[Token]:
    """Return the attacks that a verb of blame is about.

    Parameters
    ----------
    token
        A verb.
    """
    return [noun for noun in undergoing(token) if lemma(noun) in _CONDEMNED]


def _blamed_for(frame: Frame, token: Token, act: Act, actors: Sequence[str], attacks: Sequence[Token]) -> list[str]:
    """Read "A condemned the attack": the blame lies with whoever is said to have made it, or made the last one told."""
    behind = [c for noun in attacks for c in children(noun, "nmod", "nmod:poss", "amod", "compound", "obl")]
    behind += children(token, "obl")
    made_by = [c for c in behind if c.dep_ in _OWNING or marker(c) in ("by", "from")]
    found = [p for p in parties_of(frame, made_by) if p not in actors]
    attacker, told = frame.resolver.attacker, frame.resolver.attack
    if found or not told:
        return found or ([] if told else _aimed_at(frame, token, act, actors))
    places = [c.text for c in behind if c.pos_ == "PROPN" and marker(c) in ("on", "in", "at", "near")]
    same = all(place in told for place in places)
    return [attacker] if same and attacker is not None and attacker not in actors else []


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
    """Whom a crowd is against, not the place where it stands ("against the deal in Oslo"), unless it is an embassy."""
    near = children(token, "obl")
    return parties_of(frame, (c for c in near if marker(c) in ("against", "at") or lemma(c) in _MISSIONS))


_MISSIONS = words("embassy consulate")


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
