"""Nouns for those who act for a party, and which party such a noun names: "the Ruritanian delegation"."""

from detente.reading.grammar.parser import Token, children, conjuncts, lemma, marker, text_of
from detente.reading.rule import words
from detente.reading.who.mentions import Cast, Mention
from detente.reading.who.placenames import names_a_paper

# Nouns for those who speak and act for a party: "the Ruritanian delegation", "the rebels' chief negotiator".
ROLES = words(
    "government delegation team side army force troop soldier military regime administration president premier"
    " chancellor minister ministry prime foreign defence defense deputy secretary ambassador envoy negotiator"
    " spokesman spokeswoman spokesperson official leader leadership commander chief general authority cabinet"
    " parliament diplomat representative king prince emir sultan emperor junta rebel guerrilla insurgent separatist"
    " militia fighter navy fleet aircraft warplane jet plane artillery drone unit commando gunner party movement front"
    " politburo council command headquarters people nation capital state republic staff mission coalition monarchy"
    " palace house radio policeman police security presidency kingdom federation plan paper blueprint proposal"
    " document position answer reply demand list statement intelligence helicopter missile plenipotentiary statesman"
    " head dictator ruler strongman chairman mediator host wing branch faction member delegate adviser advisor aide"
    " lawmaker councillor founder director colleague counterpart marine raider warship submarine tank convoy patrol"
    " garrison admiral marshal colonel brigadier captain senator queen monarch follower supporter loyalist rocket"
    " shell paratrooper gunboat officer"
)
# "the government in Oslo" governs from there.
_SEATED = words("government leadership authority regime leader ruler junta cabinet official")
# "an adviser to the king" speaks for him, an envoy to a state does not speak for it.
_ATTENDING = words("aide adviser advisor counsellor")
# "Norway's allies" are not Norway.
_OTHERS = words("ally enemy neighbour neighbor opponent supporter critic rival foe victim")
# In the name of a movement.
_MOVEMENTS = words("Front Movement Resistance Militia Rebels")
_CAUSES = words("Liberation Salvation Resistance")
# Theirs only where the text says whose they are: "gunmen of the Front", never "the gunmen".
_ARMED = words("gunman militant bomber guerilla jihadist volunteer")


def named_parties(cast: Cast, token: Token) -> list[str]:
    """Return the parties that a noun names by itself or through its modifiers, without looking at other sentences.

    Parameters
    ----------
    cast
        Who is who.
    token
        Head of a noun phrase, such as "delegation" in "the delegation of the government of Norway".
    """
    text = text_of(token.doc)
    mentions = [m for m in cast.mentions(text) if not names_a_paper(text, m)]
    if not mentions:
        return []
    own = [m.party for m in mentions if m.start <= token.idx < m.end]
    return own[:1] or _through_modifiers(token, mentions, 3)


def _is_movement(token: Token) -> bool:
    """True for "Arland's National Liberation Army": a movement of its own name, never the state it is in."""
    if token.pos_ != "PROPN" or not token.text.istitle():
        return False
    called = {c.text for c in children(token, "compound", "amod", "flat") if c.text.istitle()}
    return bool(called) and (token.text in _MOVEMENTS or bool(called & _CAUSES))


def _through_modifiers(token: Token, mentions: list[Mention], depth: int) -> list[str]:
    if lemma(token) in _OTHERS:
        return []
    for each in children(token, "amod", "compound", "nmod:poss", "appos", "flat", "nmod"):
        of_party = marker(each) in ("of", "from", "for") and (lemma(token) in ROLES | _ARMED or token.pos_ == "PROPN")
        of_party = of_party or (marker(each) == "to" and lemma(token) in _ATTENDING)
        seated = marker(each) == "in" and lemma(token) in _SEATED
        if each.dep_ == "nmod" and not of_party and not seated:
            continue
        if each.dep_ == "nmod:poss" and _is_movement(token):
            continue
        inside = [m.party for m in mentions if m.start <= each.idx < m.end]
        inside += [m.party for part in conjuncts(each)[1:] for m in mentions if inside and m.start <= part.idx < m.end]
        if not inside and depth and lemma(token) in ROLES:
            inside = _through_modifiers(each, mentions, depth - 1)
        if inside:
            return list(dict.fromkeys(inside))
    return []
