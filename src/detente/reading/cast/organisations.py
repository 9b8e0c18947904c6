"""Movements, fronts and alliances that a report names in full without explaining them: parties of their own."""

import re
from collections import defaultdict

from detente.ontology.actors import find_names, resolve
from detente.reading.cast.nouns import ASSEMBLIES, BANDS, GROUPS
from detente.reading.rule import either
from detente.reading.who.mentions import Cast

_HEAD = either(GROUPS)
_CLAIMING = (
    r"National|Liberation|People's|Patriotic|Democratic|Popular|Revolutionary|Islamic|Free|Unionist|Provisional"
    # Those who unite in it.
    r"|Students'?|Workers'?|Women's|Youth|Teachers'?|Farmers'?|Peasants'?|Tribal|Elders|Muslim|Christian|Clerics'?|Traders'?"
)
_ORGANISATION = re.compile(
    r"(?<![\w.])(?P<name>(?:[A-Z][\w'-]+ (?:(?:of|for|and)(?: the)? )?){1,5}"
    rf"(?P<head>{_HEAD}|(?<=Liberation )(?:Army|Tigers|Volunteers)|{either(ASSEMBLIES)}|Government))\b"
)

# "the Ardan front", "the Hills movement": a name of its own with a common noun.
_COMMON_HEADS = either({noun.casefold() for noun in GROUPS} | BANDS)
_COMMON = re.compile(rf"\b[Tt]he (?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+){{0,2}}) (?P<head>{_COMMON_HEADS})\b")
_OF_PLACE = re.compile(rf"\b[Tt]he (?P<name>(?P<head>{_HEAD}) of (?:the )?[A-Z][\w'-]+)\b(?! [A-Z])")
# At the start of a sentence those who act for a movement have a capital of their own.
# "Mr Holm's Labour Party".
_OWNER = re.compile(r"^(?:(?:Mr|Mrs|Ms|Dr|Gen)\.? )?(?:[A-ZÀ-Þ][\w-]+ )?[A-ZÀ-Þ][\w-]+'s (?=[A-Z][\w'-]+ [A-Z])")
_THEIR_PEOPLE = re.compile(
    rf"^(?:{either(map(str.title, BANDS))}|Fighters|Members|Leaders|Gunmen|Militants|Troops|Soldiers|Forces|Commanders"
    r"|Supporters|Delegates|Officials|Negotiators|Representatives|Units) (?:of|from|for) (?:the )?"
)


def learn_organisations(cast: Cast, text: str) -> None:
    """Add to a cast the organisations that a report names again and again, with their short forms.

    Parameters
    ----------
    cast
        The cast, changed in place.
    text
        The sentences of the report, one a line.
    """
    by_head: dict[str, set[str]] = defaultdict(set)
    for match in _ORGANISATION.finditer(text):
        name = _OWNER.sub("", _beside_a_party(cast, _THEIR_PEOPLE.sub("", match["name"]).removeprefix("The ")))
        if name in cast.learned or _is_own_party(name, match["head"]):
            by_head[match["head"]].add(name)
    for match in _OF_PLACE.finditer(text):
        if not any(match["name"].startswith(name) or name.endswith(match["head"]) for name in by_head[match["head"]]):
            by_head[match["head"]].add(match["name"])
    for head, names in by_head.items():
        if len(names) == 1:
            _learn(cast, text, head, next(iter(names)))
        else:
            for name in sorted(names):
                _learn_acting(cast, text, name)
    _learn_common(cast, text)


def _beside_a_party(cast: Cast, name: str) -> str:
    """Read "Norway and the Ardan Front": the front alone."""
    first, *rest = re.split(r" and (?:the )?", name, maxsplit=1)
    known = resolve(first) is not None or first in cast.learned
    return rest[0] if rest and known and resolve(name) is None else name


def _learn_common(cast: Cast, text: str) -> None:
    """Learn "the Ardan front" where the report speaks of "the front" again, and no other party has that noun."""
    by_head: dict[str, set[str]] = defaultdict(set)
    for match in _COMMON.finditer(text):
        if not find_names(match["name"]) and match["name"] not in cast.learned:
            by_head[match["head"]].add(match["name"])
    for head, names in by_head.items():
        again = re.search(rf"\b[Tt]he {head}\b", text)
        if len(names) == 1 and again and f"the {head}" not in cast.learned:
            name = f"{names.pop()} {head}"
            known = resolve(name)
            for each in (name, f"the {head}", f"The {head}"):
                cast.learned.setdefault(each, known.name if known else name)


def _learn(cast: Cast, text: str, head: str, name: str) -> None:
    # "The army" is the state's wherever a liberation army is named as well.
    short = [head] if head not in ("Government", "Union", "Army") else []
    short += [f"{the} {head.casefold()}" for the in ("the", "The")] if head not in ("Government", "Army") else []
    known = resolve(name)
    party = known.name if known else cast.learned.get(name, name)
    uses = len(re.findall(rf"\b{re.escape(name)}\b", text))
    uses += len(re.findall(rf"\b[Tt]he (?:{head}|{head.casefold()})\b(?! of\b)", text)) if short else 0
    if uses < 2:
        return _learn_acting(cast, text, name)
    for each in (name, *short, *([_initials(name)] if len(name.split()) > 1 else [])):
        if resolve(each) is None:
            cast.learned.setdefault(each, party)


# Whoever speaks or decides, or is led, is a party though the report names it once.
_ACTS = (
    r"(?: \([A-Z][\w/-]+\))?(?:, [^.;\n]{3,60},)?"
    r" (?:has |have |had |also |then |later |itself |and its allies )*"
    r"(?:says?|said|wants?|wanted|refuses?|accuses?|demands?|rejects?|vows?|insists?"
    r"|opposes?|denounces?|welcomes?|warns?|threatens?|accepts?|condemns?|supports?|boycotts?"
    r"|(?:accus|demand|reject|vow|insist|oppos|denounc|welcom|warn|threaten|accept|condemn|support|boycott|declar|announc"
    r"|agre|refus|claim|pledg|promis|urg|criticis|criticiz|dismiss|back|stay)ed|agreed|will|would)\b"
)
_LED = (
    r"\b(?:heads?|headed|leads?|led|chairs?|(?i:leaders?|head|chairman|chairwoman|chief|spokesman|spokeswoman|president"
    r"|founder|supporters|members|activists|followers|fighters|rival|largest) ?(?:of|from|for)?)"
    r" (?:the )?(?:ruling |rival |main )?"
)


def _learn_acting(cast: Cast, text: str, name: str) -> None:
    """Learn an organisation that a report names once, where it says that it acts or who leads it."""
    known, full = resolve(name), re.escape(name)
    if name not in cast.learned and known is None and re.search(rf"\b{full}{_ACTS}|{_LED}{full}\b", text):
        cast.learned[name] = name


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


# "the Arland Labour Party": with these a state's name is part of a party's.
_NATIONAL = ("Command", "Party", "Movement", "Front", "Resistance", "Tigers")


def _is_own_party(name: str, head: str) -> bool:
    """True unless the name is that of a state or a body, or of one of its offices."""
    known, actor = find_names(name), resolve(name)
    if actor is not None:
        return actor.kind == "group"
    if len(name.split()) < 2:
        return False
    if any(found.kind != "people" for found in known) and head not in _NATIONAL:
        return False
    return (
        head in ("Party", "Tigers")
        or re.fullmatch(_HEAD, head) is not None
        or re.search(rf"\b(?:{_CLAIMING})\b", name) is not None
    )
