"""A reader by keywords alone, without a parser: what the real reader has to beat.

Sentences are cut at full stops. Names of the ontology's actors stand for the parties, its words for the issues; a
stance word between them makes a position, a verb after a name an event, a number before a noun a claim, and a word for
talks with two names a round. A sentence without a name has those of the one before. Nothing is resolved: no people, no
pronouns, no grammar.
"""

import itertools
import re
from collections.abc import Iterator

from detente.ontology import find_actors, issues
from matching import Entry

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*[.!?]?")
STANCES = {
    "rejects": r"reject\w*|refus\w+|rul\w+ out|oppos\w+|turn\w* down|will not",
    "proposes": r"propos\w+|suggest\w*|offer\w*",
    "accepts": r"accept\w*|agree\w*|sign\w*|commit\w*|promis\w+|pledg\w+|ready to|will",
    "demands": r"demand\w*|insist\w*|call\w* (?:for|on)|urg\w+|want\w*|ask\w*|must|should",
}
ACTS = {
    "ASSAULT": r"attack\w*|bomb\w*|shell\w*|struck|strikes?|storm\w*|seiz\w+|took|kill\w*|shot|invad\w+",
    "AGREE": r"agree\w*|sign\w*",
    "CONSULT": r"met|meets?|talk\w*|negotiat\w+",
    "REJECT": r"walk\w* out|suspend\w*|withdr\w+ from (?:the )?talks|boycott\w*",
    "RETREAT": r"withdr\w+|pull\w* out|retreat\w*",
    "CONCEDE": r"releas\w+|freed|declar\w+ a (?:\w+ )?(?:truce|ceasefire)",
    "ACCUSE": r"accus\w+|blam\w+",
    "THREATEN": r"threat\w+|warn\w*",
    "SANCTION": r"sanction\w*|impos\w+|embargo\w*",
    "SUPPORT": r"welcom\w+|thank\w*|prais\w+",
    "PROTEST": r"protest\w*|demonstrat\w+",
    "AID": r"sent aid|deliver\w*",
    "MOBILIZE": r"mobili[sz]\w+|deploy\w*",
}
UNITS = {
    "killed": r"dead|deaths|killed|lives|people (?:were|have been|had been)? ?killed",
    "wounded": r"wounded|injured",
    "prisoners": r"prisoners|detainees|captives",
    "bodies": r"bodies",
    "children": r"children",
    "displaced": r"displaced|refugees",
    "share": r"percent|per cent|%",
    "days": r"days?",
    "hours": r"hours?",
    "minutes": r"minutes?",
    "months": r"months?",
    "years": r"years?",
    "km": r"km|kilomet\w+",
    "drones": r"drones",
    "missiles": r"missiles|rockets",
    "vehicles": r"vehicles|tanks",
    "aircraft": r"aircraft|planes|jets",
    "people": r"people|soldiers|troops|fighters|men|peacekeepers|servicemen",
}
SMALL = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
TIMES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_FIGURE = re.compile(
    rf"\b(?P<number>\d[\d,]*(?:\.\d+)?|{'|'.join(SMALL)})\s?(?P<times>{'|'.join(TIMES)})?[\s-]*(?:\w+\s){{0,2}}?"
    rf"(?P<unit>{'|'.join(f'(?:{pattern})' for pattern in UNITS.values())})(?!\w)",
    re.IGNORECASE,
)
_MEETING = re.compile(r"\b(?:talks|met|meet|meeting|round|signed|conference|negotiations)\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:in|at) ((?:[A-Z][\w-]+ ?)+)")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DAY = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}}) (?P<month>{_MONTH})|(?P<first>{_MONTH}) (?P<second>\d{{1,2}})\b(?!\d)),?"
    r"(?: (?P<year>\d{4}))?"
)
Named = tuple[int, int, str]


def read(text: str, date: str | None) -> Entry:
    """Return entries in the codebook's form.

    Parameters
    ----------
    text
        The report.
    date
        Its date, which every event and round gets.

    Examples
    --------
    >>> found = read("Norway rejects the ceasefire. Twelve of 30 soldiers slept.", None)
    >>> [(p["party"], p["stance"], p["issue"]) for p in found["positions"]], [c["value"] for c in found["claims"]]
    ([('Norway', 'rejects', 'ceasefire')], [30.0])
    """
    found: Entry = {"positions": [], "events": [], "claims": [], "rounds": []}
    names: list[Named] = []
    for match in _SENTENCE.finditer(text):
        sentence = match.group().strip()
        if not sentence:
            continue
        here = [(start, end, actor.name) for start, end, actor in find_actors(sentence)]
        names = here or [(0, 0, name) for _, _, name in names]
        day = _date(sentence, date)
        found["positions"] += _new(_positions(sentence, names), found["positions"], ("party", "issue", "stance"))
        found["events"] += _new(_events(sentence, names, day), found["events"], ("type", "actor", "recipient"))
        found["claims"] += _claims(sentence)
        found["rounds"] += _new(_rounds(sentence, names, day), found["rounds"], ("date", "parties"))
    return found


def _new(entries: Iterator[Entry], kept: list[Entry], identity: tuple[str, ...]) -> list[Entry]:
    seen = [[entry[name] for name in identity] for entry in kept]
    new: list[Entry] = []
    for entry in entries:
        key = [entry[name] for name in identity]
        if key not in seen:
            seen.append(key)
            new.append(entry)
    return new


def _positions(sentence: str, names: list[Named]) -> Iterator[Entry]:
    for stance, pattern in STANCES.items():
        cue = re.search(rf"\b(?:{pattern})\b", sentence, re.IGNORECASE)
        holders = list(dict.fromkeys(name for _, end, name in names if cue and end <= cue.start()))
        if not cue or not holders:
            continue
        parties = holders if stance == "accepts" else holders[-1:]
        for party, issue in itertools.product(parties, _issues(sentence[cue.start() :])):
            entry = {"party": party, "issue": issue, "stance": stance, "terms": "", "quote": sentence}
            yield entry | {"rule": f"keyword-{stance}"}
        return


def _issues(text: str) -> list[str]:
    return [id for id, issue in issues().items() if any(word.search(text) for word in issue.words)]


def _events(sentence: str, names: list[Named], date: str | None) -> Iterator[Entry]:
    for type, pattern in ACTS.items():
        verb = re.search(rf"\b(?:{pattern})\b", sentence, re.IGNORECASE)
        before = [name for _, end, name in names if verb and end <= verb.start()]
        if not verb or not before:
            continue
        others = [name for _, _, name in names if name != before[-1]]
        actor, recipient = before[-1], others[-1] if others else None
        if type in ("AGREE", "CONSULT"):
            if recipient is None:
                continue
            actor, recipient = sorted([actor, recipient])
        event = {"type": type, "actor": actor, "recipient": recipient, "date": date, "place": _place(sentence)}
        yield event | {"quote": sentence, "rule": f"keyword-{type.lower()}"}
        return


def _claims(sentence: str) -> Iterator[Entry]:
    for match in _FIGURE.finditer(sentence):
        word = match["number"].casefold()
        value = float(SMALL.get(word) or word.replace(",", "")) * TIMES.get((match["times"] or "").casefold(), 1)
        unit = next(unit for unit, pattern in UNITS.items() if re.fullmatch(pattern, match["unit"], re.IGNORECASE))
        if unit == "share":
            value /= 100
        claim = {"value": value, "unit": unit, "source": None, "status": "stated", "comparator": "=", "what": ""}
        yield claim | {"quote": sentence, "rule": f"keyword-{unit}"}


def _rounds(sentence: str, names: list[Named], date: str | None) -> Iterator[Entry]:
    parties = sorted({name for _, _, name in names})
    if len(parties) >= 2 and _MEETING.search(sentence):
        outcome = "agreement" if re.search(r"\b(?:agreed|signed)\b", sentence) else "unknown"
        entry = {"date": date, "place": _place(sentence), "parties": parties[:2], "mediators": parties[2:]}
        yield entry | {"outcome": outcome, "agreed": [], "quote": sentence, "rule": "keyword-round"}


def _date(sentence: str, report: str | None) -> str | None:
    """The first day and month of the sentence, in the report's year where it names none; else the report's date."""
    match = _DAY.search(sentence)
    year = (match and match["year"]) or (report or "")[:4]
    if not match or not year:
        return report
    month = MONTHS.index((match["month"] or match["first"])[:3].casefold()) + 1
    return f"{year}-{month:02}-{int(match['day'] or match['second']):02}"


def _place(sentence: str) -> str | None:
    match = _PLACE.search(sentence)
    return match[1].strip() if match else None
