"""Who was hit, as far as the record's figures and words say: civilians, the military, both, or untold."""

import functools
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from detente.case.model import Case, Happening
from detente.entries import Claim
from detente.ontology.tables import load_shipped

Victims = Literal["civilians", "military", "both", "untold"]

TABLE = Path(__file__).with_name("mapping.yaml")
_SPARED_BEFORE = re.compile(
    r"\b(?:no|not|without|never|nor|avoid(?:ed|ing)?|spar(?:ed?|ing)|protect(?:ed|ing|s)?|warn(?:ed|ing|s)?"
    r"|evacuat(?:ed|ing|es?))(?:\W+\w+){0,3}\W*$"
    # Who did it is no victim: "was hit by rebels".
    r"|\bby(?:\W+\w+){0,2}\W*$",
    re.IGNORECASE,
)
_SPARED_AFTER = re.compile(
    r"^(?:\W+\w+){0,2}\W+(?:fled|flee|unharmed|unhurt|evacuated|escaped|sheltered|survived)\b", re.IGNORECASE
)
_HARM_BEFORE = re.compile(
    r"\b(?:attack|hit|kill|wound|injur|str[iu]ck|strik|shell|bomb|raid|destroy|damag|target|down(?:ed|ing)|s[aiu]nk|shot"
    r"|massacr|murder|abduct|kidnap|burn|derail|casualt|victim|dead|d[iy](?:ed|ing)|deaths?|hurt|maim|ambush|explo|blew|blast|fire|fiery)",
    re.IGNORECASE,
)
_HARM_AFTER = re.compile(
    r"(?:\W+\w+){0,4}?\W+(?:(?:were|was|been|being|is|are|lay|lies)(?:\W+\w+)?\W+(?:killed|wounded|injured|hit|struck"
    r"|shelled|bombed|attacked|destroyed|damaged|hurt|burned|burnt|ablaze|targeted|dead|maimed|massacred|sunk|trapped|buried"
    r"|shot|murdered|abducted|kidnapped|blown up|torpedoed)"
    r"|died|perished|derailed|burned down|caught fire|lost their lives|suffered)\b",
    re.IGNORECASE,
)
_HARMED = frozenset({"killed", "wounded", "children"})


def victims(case: Case, act: Happening, claims: Iterable[Claim] = ()) -> tuple[Victims, str]:
    """Return who was hit in an act, and the words that say so.

    Figures on people come first, then the act's own quotes, then the sentences around them: a sentence may tell of
    several acts. English words only; what they do not say stays untold.

    Parameters
    ----------
    case
        Its evidence.
    act
        Of the record.
    claims
        Figures of the record; those that stand in the act's sentences count.

    Examples
    --------
    >>> from detente.case.model import Basis, Evidence
    >>> case = Case("talks", evidence={"e": Evidence("shells hit a school, killing two pupils", "", "r")})
    >>> victims(case, Happening("ASSAULT", "a", "b", "2025-06-01", basis=Basis(("e",))))
    ('civilians', 'school')
    """
    found = [case.evidence[id] for id in act.basis.entries if id in case.evidence]
    figures = [claim.what for claim in figures_of(case, act, claims) if claim.unit in _HARMED]
    for texts in (figures, [one.quote for one in found], [one.sentence for one in found]):
        kind, word = _told(texts, sure=texts is figures)
        if kind != "untold":
            return kind, word
    return "untold", ""


def figures_of(case: Case, act: Happening, claims: Iterable[Claim]) -> list[Claim]:
    """Return the figures that stand in the sentences of an act."""
    places = {(case.evidence[id].report, case.evidence[id].sentence) for id in act.basis.entries if id in case.evidence}
    return [
        claim
        for claim in claims
        if any(claim.quote.report == report and claim.quote.text in sentence for report, sentence in places)
    ]


def _told(texts: Sequence[str], *, sure: bool) -> tuple[Victims, str]:
    civil, armed = (
        next((word for text in texts if (word := _hit(text, pattern, sure))), "") for pattern in _patterns()
    )
    if civil and armed:
        return "both", f"{civil}, {armed}"
    if civil:
        return "civilians", civil
    return ("military", armed) if armed else ("untold", "")


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds the words of mapping.yaml, longer ones first."""
    data = load_shipped(TABLE)
    civil, armed = (
        re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(data[kind], key=len, reverse=True)))})s?\b", re.IGNORECASE)
        for kind in ("civilians", "military")
    )
    return civil, armed


def _hit(text: str, pattern: re.Pattern[str], sure: bool) -> str:
    """Return the first word of a kind that is told as hit, "" for none; figures are about those hit anyway."""
    for match in pattern.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if _SPARED_BEFORE.search(before) or _SPARED_AFTER.match(after):
            continue
        if sure or _HARM_BEFORE.search(before) or _HARM_AFTER.match(after):
            return match[0]
    return ""
