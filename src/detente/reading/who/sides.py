"""Nouns that mean a main party, or both, without a name: "both sides", "the rebels", "government troops"."""

from collections.abc import Sequence

from detente.reading.cast.nouns import MOVEMENTS, OPPOSING, REBELS, RISINGS
from detente.reading.grammar.parser import Token, child, children, lemma, marker
from detente.reading.rule import words
from detente.reading.who.mentions import Cast
from detente.reading.who.roles import ROLES

# Those who fight or serve: "government troops", "the air force", "rebel gunmen".
_SERVING = ROLES | words("gunman bomber infantry column guard source")
_OF_STATE = words(
    "government army military security federal air naval state regime governmental presidential ministerial royal"
)
_BARE = words("soldiers troops policemen state")
# What hardly a group without a state has: unowned, it is the government's.
_HEAVY = words("aircraft warplane jet plane helicopter gunship tank gunboat warship fighter-bomber airforce")
OWN_FORCES = words("army military navy police government cabinet regime president junta parliament")
# "The capital" without a name is the state's; "the defence ministry" is that of whoever fights a group.
_MINISTRIES = words("ministry minister spokesman official secretary")
_OF_WAR = words("defence defense interior")
_PAIR_HEADS = words(
    "side party belligerent rival foe enemy adversary delegation government team leader camp country nation"
    " neighbour neighbor capital army command minister negotiator man president state people movement faction"
    " community signatory panel officer general commander diplomat envoy group premier guest participant chief"
    " statesman counterpart politician opponent"
)
_MOVEMENTS = MOVEMENTS | RISINGS | words("organisation organization")


def is_pair(cast: Cast, token: Token) -> bool:
    """True for "both sides", "the two delegations", "the parties", "the rivals"."""
    word, base = token.text.casefold(), lemma(token)
    if word in ("each", "both", "neither"):
        of = child(token, "nmod")
        return is_pair(cast, of) if of is not None else word == "both"
    if base not in _PAIR_HEADS and word not in ("two", "both"):
        return False
    of = child(token, "nmod")
    if of is not None and marker(of) == "of" and token.tag_ == "NNS" and is_pair(cast, of):
        return True
    modifiers = {c.text.casefold() for c in token.children}
    if token.i and token.nbor(-1).text.casefold() == "both":
        return True
    if "three" in modifiers and "the" in modifiers:
        return len(cast.pair) == 3
    if word in ("two", "both"):
        return "the" in modifiers or word == "both"
    if modifiers & {"both", "two", "warring", "rival", "neither", "each"}:
        return True
    if word in ("delegations", "panels"):
        return modifiers <= {"the", "of"}
    if word in ("presidents", "premiers", "negotiators", "delegates"):
        return modifiers == {"the"} and cast.home is None
    if word == "signatories":
        return not modifiers & {"other", "some", "several", "many"}
    return word in ("sides", "parties", "rivals", "belligerents", "foes", "adversaries", "factions") and not (
        modifiers
        & {"political", "other", "these", "all", "third", "some", "several", "opposition", "many", "three", "four"}
    )


_NUMBERS = {"three": 3, "trilateral": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}


def number_of(token: Token) -> int:
    """How many parties "the three presidents", "all five governments" are, 0 for other nouns."""
    said = [_NUMBERS[word] for c in token.children if (word := c.text.casefold()) in _NUMBERS]
    return said[0] if said and lemma(token) in _PAIR_HEADS else 0


def are_camps(cast: Cast, token: Token) -> bool:
    """True for "Arland's two warring camps": the country whose they are is none of them."""
    people = lemma(token) in _SERVANTS
    return (
        token.pos_ == "NOUN"
        and not people
        and bool(children(token, "nmod:poss", "amod", "compound"))
        and is_pair(cast, token)
    )


# "Two Danish diplomats" are Danish.
_SERVANTS = words("diplomat officer general commander envoy man")


def means_group(cast: Cast, token: Token) -> bool:
    """True for "rebels" and "the movement", which stand for the one main party that is no state."""
    definite = any(c.text.casefold() in ("the", "its", "their") for c in children(token, "det", "nmod:poss"))
    if lemma(token) == "opposition":
        return cast.opposition
    return lemma(token) in OPPOSING or (lemma(token) in _MOVEMENTS and definite)


def is_the_group(token: Token) -> bool:
    """True for "the group", which takes up a movement that was named."""
    beside = {c.text.casefold() for c in children(token, "det", "amod", "compound", "nmod", "nmod:poss", "acl:relcl")}
    return lemma(token) == "group" and token.text.casefold() == "group" and beside in ({"the"}, {"the", "rebel"})


def named_otherwise(token: Token) -> bool:
    """True for "the Valley Liberation Front": a name of its own, which is not that of a party already known."""
    return token.pos_ == "PROPN" and any(
        c.text[0].isupper() and c.i < token.i for c in children(token, "compound", "amod", "flat")
    )


def side_of(cast: Cast, token: Token, last: Sequence[str]) -> tuple[str, ...]:
    """Read "government troops", "rebel gunmen", "the other side": one of the main parties without its name.

    Parameters
    ----------
    cast
        Who is who.
    token
        The noun.
    last
        Whom the sentence before was about, for "the other side".
    """
    word, base = token.text.casefold(), lemma(token)
    beside = {lemma(c) for c in children(token, "amod", "compound", "nmod:poss")}
    if cast.group and base in _SERVING and beside & (OPPOSING if cast.opposition else REBELS):
        return (cast.group,)
    if cast.home and cast.group and word in _BARE and not beside:
        return (cast.home,)
    if cast.home and cast.group and base in _HEAVY and not _owned(token):
        return (cast.home,)
    if cast.home and cast.group and base in _MINISTRIES and beside & _OF_WAR:
        return (cast.home,)
    if cast.home and cast.group and word == "capital" and not beside:
        return (cast.home,)
    if cast.home and ((word in OWN_FORCES and not named_otherwise(token)) or (base in _SERVING and beside & _OF_STATE)):
        return (cast.home,)
    words = {c.text.casefold() for c in children(token, "amod")}
    if words & {"other", "opposing", "opposite"} and base in _PAIR_HEADS and len(cast.pair) == 2:
        known = [party for party in last if party in cast.pair]
        return tuple(p for p in cast.pair if p not in known) if len(known) == 1 else ()
    return ()


def _owned(token: Token) -> bool:
    """True where the text says whose or of which make something is, as far as names go."""
    return any(c.pos_ == "PROPN" or c.dep_ == "nmod:poss" for c in token.children)
