"""Where the name of a state or a capital is a place, not a government: "in Oslo", a dateline."""

import re

from detente.reading.rule import words
from detente.reading.who.mentions import Mention
from detente.reports.dateline import MONTHS

# After these a capital or state is a place, not a government.
_PLACE_WORDS = words("in at near inside outside around into through across within from to towards toward via")


def is_place(text: str, mention: Mention) -> bool:
    """True where a state or a capital is named as a place ("in Oslo"), not as a government."""
    if _IN_PLACE.search(text, max(0, mention.start - 24), mention.start) and _TOWN.match(text, mention.end):
        return True
    if mention.kind not in ("name", "capital"):
        return False
    if in_dateline(text, mention):
        return True
    if names_a_paper(text, mention) or is_only_a_town(text, mention):
        return True
    before = _BEFORE.search(text, max(0, mention.start - 24), mention.start)
    after = text[mention.end : mention.end + 2]
    return bool(before and before[1].casefold() in _PLACE_WORDS) and after != "'s"


_BEFORE = re.compile(r"(\w+)(?: the)? $")
# "in the Norwegian capital", "near the Norwegian border town".
_IN_PLACE = re.compile(rf"\b(?i:{'|'.join(sorted(_PLACE_WORDS))})(?: the)? $")
_TOWN = re.compile(r"(?:'s)? (?:[a-z]+ )?(?:capital|city|town|resort|port|village|border|coast|frontier)\b")


def names_a_paper(text: str, mention: Mention) -> bool:
    """True for "the Oslo accords": a capital that talks or what was signed there go by."""
    return mention.kind == "capital" and _PAPER.match(text, mention.end) is not None


def is_only_a_town(text: str, mention: Mention) -> bool:
    """True for "the archbishop of Oslo", "the streets of Oslo": a capital that is no more than a town."""
    if mention.kind != "capital":
        return False
    return _OF_TOWN.search(text, max(0, mention.start - 30), mention.start) is not None


# "the Oslo accords", "an Oslo-style deal": papers and talks go by the town in which they were signed or held.
_PAPER = re.compile(
    r"(?:[- ](?:style|type|era|based))?(?: (?:peace|ceasefire|cease-fire|framework|interim|final|draft|truce|1|2|I|II"
    r"|[a-z]+-point))*"
    r" (?:accords?|agreements?|pacts?|treaty|treaties|protocols?|deals?|ceasefires?|truces?|talks|conference|summit"
    r"|process|rounds?|meetings?|declaration|communique|formula|format|papers?|memorandum|track)\b"
)
# "the archbishop of Oslo", "the streets of Oslo", "the university of Oslo".
_OF_TOWN = re.compile(
    r"\b(?:[Aa]rchbishop|[Bb]ishop|[Mm]ayor|[Ii]mam|[Mm]ufti|streets?|suburbs?|outskirts|cit(?:y|ies)|towns?|port|airport"
    r"|[Uu]niversity|districts?|centre|center|north|south|east|west|northeast|northwest|southeast|southwest"
    r"|kilometres|kilometers|km|miles|siege|fall|battle|residents?|inhabitants|people) of (?:the )?$"
)


_BEFORE_IN_DATELINE = re.compile(r"\W*(?:[A-Z][\w'-]+ ){0,2}")
_MONTH = rf"(?:{'|'.join(names[0][:3].title() for names in MONTHS)})[a-z]*\.?"
_DATE = rf"(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}|\d{{4}}-\d\d-\d\d)(?:,? \d{{4}})?"
_AFTER_IN_DATELINE = re.compile(
    rf"(?:, [A-Z][\w .'-]{{2,25}}?)?(?:,? {_DATE}(?: ?\([^)]*\))? ?(?:$|[.:]? *$|[-–—:]+(?: |$))"
    r"|,? ?\([^)]{2,40}\) ?(?:$|[-–—:]))"
)
_DASHED = re.compile(r"(?:, [A-Z][\w .'-]{2,25}?)? ?(?:[–—]|--? )(?: |$)?")


def in_dateline(text: str, mention: Mention) -> bool:
    """Return True for the place from which a report was sent: "Oslo, 2 March", "OSLO (Agency) -".

    Parameters
    ----------
    text
        A sentence, or the line above the report.
    mention
        A name in it.
    """
    if mention.start > _REACH or not _BEFORE_IN_DATELINE.fullmatch(text, 0, mention.start):
        return False
    if _AFTER_IN_DATELINE.match(text, mention.end):
        return True
    # "Norway - Denmark" is no dateline; a capital, or a name in capitals, before a dash is one.
    sent = mention.kind == "capital" or text[mention.start : mention.end].isupper()
    return sent and _DASHED.match(text, mention.end) is not None


# Characters before the place that still leave it at the head of its line ("Port Arland").
_REACH = 30
