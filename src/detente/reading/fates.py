"""What befell those whom a figure counts: killed, wounded, displaced, taken prisoner."""

import re

from detente.reading.figures import Figure
from detente.reading.parser import Token, ancestors, lemma
from detente.reading.rule import words

# People who are counted, whatever befell them.
PEOPLE = words(
    "people person man woman soldier troop civilian fighter guerrilla rebel combatant militant servicemen serviceman"
    " personnel observer monitor peacekeeper policeman officer student protester protestor resident inhabitant"
    " citizen worker insurgent villager islander settler ex-combatant reservist hostage deputy militiaman paratrooper"
    " marine supporter adviser advisor instructor passenger pilgrim national recruit sailor commando volunteer"
    " internationalist gunman victim demonstrator employee staff"
)
KILL = words("kill die dead death slay murder execute massacre perish casualty bury fatality toll shoot life")
WOUND = frozenset(["wound", "injure", "wounded", "injured", "hurt", "maim"])
_FLEE = frozenset(["flee", "displace", "uproot", "displaced", "homeless", "evacuate"])

# Relations by which what is counted is what a verb befell, and verbs that say nothing of what did.
_CARRIED = words("obj nsubj:pass nsubj conj obl nmod xcomp nmod:unmarked dep appos parataxis compound ccomp amod")
_TELLING_NOTHING = words("leave see be have include claim report cost bring")


def fate_of(noun: Token, text: str, figure: Figure) -> str | None:
    """Return what befell those counted, by the nearest verb or adjective above or right after, None where nothing did.

    Parameters
    ----------
    noun
        What is counted.
    text
        The sentence.
    figure
        How many.
    """
    return _beside(noun, text, figure) or _above(noun) or _of_a_toll(noun, text, figure)


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
        r"|prisoners|captured|set free|freed|released|fatalities)",
        near,
    )
    if first and not (first[1] == "prisoners" and lemma(noun) == "prisoner"):
        return _category(first[1])
    return None


def _above(noun: Token) -> str | None:
    """Read "the shelling killed a dozen of its men": the nearest verb or noun that what is counted hangs on."""
    below = noun
    for above in ancestors(noun):
        base = lemma(above)
        if below.dep_ in _CARRIED:
            if base in WOUND:
                return "wounded"
            if base in KILL and base != "shoot":
                return "killed"
            if base in _FLEE:
                return "displaced"
            if base in ("capture", "detain", "swap", "exchange", "jail", "intern") or (
                base in ("release", "free", "hold") and lemma(noun) in PEOPLE | {"prisoner"}
            ):
                return "prisoners"
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
    return "killed"
