"""What befell those whom a figure counts: killed, wounded, displaced, taken prisoner."""

import re

from detente.reading.claims.figures import Figure
from detente.reading.grammar.parser import Token, ancestors, child, children, lemma
from detente.reading.rule import words

# People who are counted, whatever befell them.
PEOPLE = words(
    "people person man woman soldier troop civilian fighter guerrilla rebel combatant militant servicemen serviceman"
    " personnel observer monitor peacekeeper policeman officer student protester protestor resident inhabitant"
    " citizen worker insurgent villager islander settler ex-combatant reservist hostage deputy militiaman paratrooper"
    " marine supporter adviser advisor instructor passenger pilgrim national recruit sailor commando volunteer"
    " internationalist gunman victim demonstrator employee staff ranger elder general colonel captain lieutenant major"
    " brigadier sergeant guard conscript trooper mercenary bodyguard tribesman journalist reporter teacher doctor nurse"
    " medic engineer farmer herder fisherman miner driver pilot tourist priest nun monk lawyer lawmaker legislator"
    " delegate monitor attacker bomber bystander dissident loyalist separatist jihadist extremist islamist terrorist"
    " partisan deserter defector settler expert relative activist"
)
# Those who are counted as people only where something befell them.
OFFICIALS = words("leader member commander official minister politician diplomat negotiator mayor chief sympathiser")
KILL = words("kill die dead death slay slaughter murder execute massacre perish casualty bury fatality toll shoot life")
WOUND = frozenset(["wound", "injure", "wounded", "injured", "hurt", "maim"])
_FLEE = frozenset(["flee", "displace", "uproot", "displaced", "homeless", "evacuate", "expel"])
_SEIZE = frozenset(["seize", "abduct", "kidnap", "ambush", "arrest"])
_JAILED = frozenset(
    ["jail", "jailed", "detain", "detained", "imprison", "imprisoned", "captive", "captured", "interned"]
)

# Relations by which what is counted is what a verb befell, and verbs that say nothing of what did.
_CARRIED = words("obj nsubj:pass nsubj conj obl nmod xcomp nmod:unmarked dep appos parataxis compound ccomp amod")
_TELLING_NOTHING = words("leave see be have include claim report cost bring")


def fate_of(noun: Token, text: str, figure: Figure) -> str | None:
    """Return what befell those counted, by the nearest verb or adjective above or right after, None where nothing did.

    It is "people" for those who were seized, and for "killed or wounded".

    Parameters
    ----------
    noun
        What is counted.
    text
        The sentence.
    figure
        How many.
    """
    if _KILLED_OR_HURT.search(text[figure.end : figure.end + 60]):
        return "people"
    if _is_jailed(noun, text, figure):
        return _beside(noun, text, figure) if _DIED.match(text, figure.end) else "prisoners"
    return _beside(noun, text, figure) or _driven_out(text, figure) or _above(noun) or _of_a_toll(noun, text, figure)


def _is_jailed(noun: Token, text: str, figure: Figure) -> bool:
    """Read "450 jailed members", "six drivers detained at the border"."""
    beside = {lemma(each) for each in children(noun, "amod", "acl")} & _JAILED
    return lemma(noun) in PEOPLE | OFFICIALS and bool(beside or _JAILED_NEXT.match(text, figure.end))


_JAILED_NEXT = re.compile(
    r" (?:other )?(?:jailed|detained|imprisoned|captive|captured|interned) (?!by\b)", re.IGNORECASE
)
_KILLED_OR_HURT = re.compile(r"\b(?:killed|dead) or (?:hurt|wounded|injured|missing|captured|maimed)\b", re.IGNORECASE)
_DIED = re.compile(r" (?:[\w'-]+ ){0,4}(?:killed|dead|died|wounded|injured)\b", re.IGNORECASE)
_FROM_HOME = re.compile(
    r"[^.;,]{0,60}?\b(?:(?:driven|forced|chased|sent|expelled) (?:from|out|away|into exile|to (?:flee|leave))|fleeing"
    r"|on the run|left homeless|made homeless|without (?:a )?homes?"
    r"|(?:had|have) to (?:flee|leave) (?:their|its) (?:homes?|houses|villages))\b",
    re.IGNORECASE,
)
_DRIVING = re.compile(
    r"\b(?:driven|drove|drive|drives|forced|forces|forcing|driving|chased|sent|sending)(?: [a-z]+){0,3} $",
    re.IGNORECASE,
)
_TO_WHERE = re.compile(
    r"[^.;,]{0,40}?\b(?:(?:from|out of) (?:their|its|his|her) (?:homes?|houses|villages|towns|land)|fleeing|into exile"
    r"|to flee|abroad|out of the country)\b",
    re.IGNORECASE,
)


def _driven_out(text: str, figure: Figure) -> str | None:
    """Read "2.5 million driven from their homes", "sent 150,000 people fleeing"."""
    if not _OTHER_FATE.match(text, figure.end) and _FROM_HOME.match(text, figure.end):
        return "displaced"
    if _DRIVING.search(text[max(0, figure.start - 40) : figure.start]) and _TO_WHERE.match(text, figure.end):
        return "displaced"
    return None


# A figure of its own stands before what befell those: "300,000 killed and 2.5 million driven out".
_OTHER_FATE = re.compile(r"[^.;,]{0,60}?(?:\b(?:killed|dead|died|wounded|injured)\b|\d)", re.IGNORECASE)


def _beside(noun: Token, text: str, figure: Figure) -> str | None:
    """Read "killed another 12", "12 were wounded": the word right before or right after the figure."""
    before = re.search(
        r"\b(kill|murder|wound|injur)\w*(?: (?:at least|about|some|around|over|nearly|almost|more than"
        r"|up to|another|a further))?\s*$",
        text[max(0, figure.start - 40) : figure.start],
        re.IGNORECASE,
    )
    if before:
        return "wounded" if before[1].casefold() in ("wound", "injur") else "killed"
    near = text[figure.end : figure.end + 40].casefold()
    first = re.match(
        r"(?: [\w'-]+){0,3}? (?:(?:are|were|is|was) (?:believed|thought|feared|said|reported|known) to have "
        r"(?:been )?)?(?:were |was |have been |had been |have |had |being |more |are |as )?(killed|dead|died"
        r"|deaths|perished|wounded|injured|hurt|fled|displaced|uprooted|left their homes|lost their lives|lives"
        r"|prisoners|captured|set free|freed|released|fatalities|missing|abducted|kidnapped|taken hostage)",
        near,
    )
    if first and not (first[1] == "prisoners" and lemma(noun) == "prisoner") and not _their_own_act(noun, first[1]):
        return _category(first[1])
    return None


_DEALT = words("kill wound injure murder massacre slaughter shoot free release capture displace seize abduct kidnap")


def _their_own_act(noun: Token, word: str) -> bool:
    """Read "Two gunmen killed nine people", "the 40 rebels freed a driver" as what those did."""
    verb = noun.head
    active = noun.dep_ == "nsubj" and verb.text.casefold() == word and child(verb, "aux:pass") is None
    return active and child(verb, "obj") is not None


def _above(noun: Token) -> str | None:
    """Read "the shelling killed a dozen of its men": the nearest verb or noun that what is counted hangs on."""
    below = noun
    for above in ancestors(noun):
        base = lemma(above)
        if below.dep_ == "acl:relcl" or (below.dep_ == "nsubj" and base in _DEALT and child(above, "obj") is not None):
            return None
        if below.dep_ in _CARRIED:
            if base in WOUND:
                return "wounded"
            if base in KILL and base != "shoot":
                return "killed"
            if base in _FLEE:
                return "displaced"
            befell = below.dep_ not in ("nsubj", "ccomp") and lemma(noun) in PEOPLE | OFFICIALS | {"prisoner"}
            if base in ("capture", "detain", "swap", "exchange", "jail", "intern") or (
                base in ("release", "free", "hold") and befell
            ):
                return "prisoners"
            if base in _SEIZE and below.dep_ in ("obj", "nsubj:pass", "conj"):
                return "people"
        if above.pos_ == "VERB" and base not in _TELLING_NOTHING:
            break
        below = above
    return None


def _of_a_toll(noun: Token, text: str, figure: Figure) -> str | None:
    """Read "Dead: 12", "12 men dead"."""
    if re.search(r"\b(?:death toll|dead:|killed:)", text.casefold()[: figure.start + 1]):
        return "killed"
    left = [c for c in noun.children if lemma(c) in ("dead", "wounded", "injured")]
    return _category(lemma(left[0])) if left else None


def _category(word: str) -> str:
    if word in ("wounded", "injured", "hurt"):
        return "wounded"
    if word in ("fled", "displaced", "uprooted", "left their homes"):
        return "displaced"
    if word in ("prisoners", "captured", "set free", "freed", "released"):
        return "prisoners"
    return "people" if word in ("missing", "abducted", "kidnapped", "taken hostage") else "killed"
