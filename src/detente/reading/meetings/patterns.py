"""Words that tell of a meeting or a signing whatever the tree: "the talks broke up", "signed the truce"."""

import re

from detente.reading.caseless import Caseless
from detente.reading.frame import Frame
from detente.reading.grammar.chronicle import told_in_present
from detente.reading.grammar.clauses import of_another_clause
from detente.reading.grammar.dates import DateMention
from detente.reading.grammar.parser import (
    Token,
    ancestors,
    auxiliaries,
    lemma,
    marker,
    negated,
    subjects,
    token_at,
    verb_lemma,
)
from detente.reading.meetings.cues import Cue, days
from detente.reading.meetings.outcomes import AGREED
from detente.reading.meetings.wishes import only_supposed, wished
from detente.reading.meetings.words import SIGN, TALK_NOUNS, TALKS
from detente.reading.positions.agreement_words import AGREEMENTS, SETTLED, STATEMENTS, TEXTS, TRUCES, any_of
from detente.reading.rule import words

_NOUN = (
    r"(?:peace |direct |indirect |face-to-face |proximity )?(?:talks|negotiations|meeting|session|summit"
    r"|conference|plenary|sitting|encounter|(?:round|cycle)(?:s)?(?: of (?:[\w-]+ ){0,3}(?:talks|negotiations))?)"
)
HELD = Caseless(
    rf"\b{_NOUN}\b.{{0,80}}?\b(?:ended|began|opened|closed|broke (?:down|off|up)|collapsed|concluded"
    rf"|adjourned|resumed|took place|were held|was held|failed|rose|lasted|started|produced|brought|stalled"
    rf"|met|held|finished|wound up|suspended|are under way|come to a close"
    rf"|came to (?:a close|an end)|go on"
    rf"|went on|entered|made (?:[\w-]+ )?progress|got (?:under way|underway|going|started)"
    r"|(?:was|were|is|are) (?:closed|over|opened|adjourned|reopened|under way|underway))\b"
    rf"|\b(?:held|hold|hosted|opened|closed|attended|concluded|left(?! out)|after|at|during|following|finished|in"
    rf"|chaired|mediated|brokered|facilitated|convened|resumed|adjourned|suspended|ended"
    rf"|followed|wrapped up)(?: [\w'-]+){{0,6}}? {_NOUN}\b"
    r"|\b(?:met|meeting with|sat down|sat together|were received|was received|sh(?:ook|akes?) hands|came together"
    r"|held a conversation|conferred|see each other|signed up"
    r"|br(?:inging|ought|ings?) (?:together|[^.;:]{1,90}? together)|(?:walk|storm|march)\w* out of (?:[\w'-]+ ){0,3}?"
    rf"{_NOUN}"
    r"|face to face|direct contacts?|around (?:a|the|one) table)\b"
    r"|^(?:[^.]{0,25}[-–—:] |\W*)?(?:[\w-]+ ){0,2}(?:round|session)(?: of (?:[\w-]+ )?(?:talks|negotiations))?, [A-Z]"
    r"|^(?:[^.]{0,25}[-–—:] |\W*)?talks (?:in|at) [A-Z]"
    r"|\b(?:committee|commission|council|delegations|panels|negotiators|sides|parties|leaders|teams|commanders|ministers"
    r"|envoys) (?:\w+ )?(?:convenes?|meets?|reconvenes?|resumes?|talk)\b"
)
_ANNEXED = r"annexe?s?|cessations? of hostilities"
_ACCORD = (
    rf"(?:{any_of(AGREEMENTS, TRUCES, SETTLED, TEXTS, STATEMENTS)}|plans?|roadmaps?|charters?|instruments?|{_ANNEXED})"
)
# A statement or a plan may have been signed, announced or agreed to by one side alone.
_BINDING = rf"(?:{any_of(AGREEMENTS, TRUCES)}|declaration|{_ANNEXED})"
_MADE = r"(?:signed|reached|concluded|initial+ed|announced|agreed|struck|sealed)"
SIGNING = Caseless(
    r"\b(?:signs?|signed|initial(?:s|l?ed)|concluded|(?:reached|struck|sealed)"
    r"|(?:put|puts|affixed|set|sets) (?:their|its) (?:names?|signatures?|initials) to|signing of|signature of)\b"
    rf".{{0,80}}?\b{_ACCORD}\b"
    rf"|\b(?:announced?|agreed (?:on|to)) (?:[\w'-]+ ){{0,6}}?{_ACCORD}\b"
    rf"|\b{_BINDING}\b.{{0,60}}?\b(?:was|were|been) {_MADE}\b|\b{_BINDING}\b[^.;]{{0,30}}\bsigned\b"
)
_TO_COME = (
    r"will|'ll|are to|is to|were to|shall|due to|expected to|scheduled to|agreed to|agree to|planned to|plan to|set to"
    r"|would|undertaken to|undertook to|pledged to|promised to|intend to|invited to|have to|bound to"
)
_COME_TOGETHER = (
    r"meet|sit down|resume|reconvene|return|hold|come back|gather|host|take place|be held|begin|open|convene|start"
    r"|assemble|present themselves|be resumed|be opened|be launched|be convened|face each other|see each other"
    r"|get together|sit together|talk again|speak again|confer|sign|initial"
)
_AGAIN = r"(?:further|another|new|follow-up|second|third|fourth|fifth|fresh)"
SCHEDULED = Caseless(
    rf"\b(?:(?:{_TO_COME}) (?:\w+ ){{0,2}}?(?:{_COME_TOGETHER})|next (?:round|session|meeting|sitting)"
    r"|second conference|back (?:to|at) the table on|(?:is|are) to be (?:signed|held|initialled|opened)"
    r"|shall (?:thereafter )?be (?:signed|initialled|held)"
    rf"|(?:will|is to|are to|to) be (?:an? )?{_AGAIN} (?:[\w-]+ )?(?:round|meeting|session|sitting|summit|talks)"
    r"|(?:is|are|was|were) (?:due|scheduled|set|fixed|planned|slated|pencilled in) for"
    r"|(?:is|are) (?:due|expected|awaited) in\b(?= [A-Z])"
    r"|to (?:meet|resume|reconvene) (?:again )?(?:on|in|at|next))\b"
)
_NO_MEETING = Caseless(
    r"\b(?:fell through|cancell?ed|called off|postponed|put off|did not take place|never took place"
    r"|nobody (?:came|turned up|showed up)"
    r"|met separately|separate (?:talks|meetings) with"
    r"|refus\w+ to (?:meet|hold|talk|negotiate|join|sit(?! in the same))"
    r"|(?:there was|was there|has been) no (?:[\w-]+ )?(?:meeting|encounter|session)\b"
    r"|each in (?:his|her|its|their) own (?:capital|country|office)"
    r"|had been (?:due|scheduled|set|expected|meant|supposed|planned) (?:to|for)|on the eve of"
    r"|would have (?:\w+ ){0,2}?(?:met|signed|agreed|accepted|sat|talked|concluded)"
    r"|no (?:point|prospect|chance|question|need|sense|use|reason|room|hope) (?:in|of|for) "
    r"|(?:broken off|suspended|interrupted|boycotted) (?:\w+ )?by\b"
    r"|suspended for (?:some|a few|several|\w+) (?:hours?|days?|weeks?)"
    r"|(?:suspend|boycott|leav|quit)\w* (?:its|their|his|her) (?:part|participation|role) in"
    r"|(?:stayed|stays|stay) away from|(?:did not|(?:would|will)(?: not|n't)|refused to|declined to|no longer)"
    r" (?:attend|join|come|take part|appear|turn up)"
    r"|(?:pull(?:s|ed|ing)? out of|withdr(?:ew|aw|aws|awn|awing) from)"
    r" (?:[\w-]+ ){0,4}(?:talks|negotiations|round|meeting|summit))\b"
)
_PRESS = Caseless(r"\b(?:news|press) conference\b|\bSecurity Council (?:met|voted|passed|adopted|agreed)\b")
# Beside a signing these tell that the two talked there as well.
TALKED = re.compile(rf"\b(?:{TALKS}|met)\b", re.IGNORECASE)
# Without one of these or a place, what both agreed on or negotiated may have been settled from afar.
_MEETING = (
    r"meet\w*|met|saw|received|sessions?|rounds?|summit|conference|plenary|sitting|sat|sit|table|together|face to face"
    r"|delegations?|delegates|sh(?:ook|akes?) hands|conferred|encounter"
)
MEETING = re.compile(rf"\b(?:{_MEETING})\b", re.IGNORECASE)
TOGETHER = re.compile(
    rf"\b(?:{_MEETING}|talks|sign(?:s|ed|ing)?|initial\w*|signatures?|put (?:their|its) names?|apposed)\b",
    re.IGNORECASE,
)
_ROMAN = r"(?:I{1,3}|IV|VI{0,3}|IX|X)"
_CITY = r"[A-ZÀ-Þ][\w'’-]+(?: (?:(?:de|la|el|al|du|es) ){0,2}[A-ZÀ-Þ][\w'’-]+){0,2}"
_NUMBER = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)|next|last|final)"
# A line of a chronicle: "16-18 Sep 2002 - First round of talks, Oslo", "Oslo II", "Talks in Oslo", "Oslo again".
_LABEL = re.compile(
    rf"^(?:[^.A-Z]{{0,12}}(?:[A-Z][a-z]+\.? )?[^.A-Z]{{0,12}}(?: ?[-–—:.] ))?(?:(?P<numbered>{_CITY}) {_ROMAN}\b"
    rf"|(?i:(?:{_NUMBER} )?(?:[a-z]+ )?(?:round|session|sitting|meeting)(?: of (?:[a-z]+ )?(?:talks|negotiations))?), "
    rf"(?P<round>{_CITY})|(?i:(?:[a-z]+ )?(?:talks|negotiations|meeting|round)) (?:in|at) (?P<talks>{_CITY})"
    rf"|(?P<again>{_CITY}) again\b)"
)


def labelled(text: str) -> tuple[int, int, str] | None:
    """Return start, end and place of the meeting that a line of a chronicle is headed by, None where it has none.

    Parameters
    ----------
    text
        A sentence.

    Examples
    --------
    >>> labelled("2-5 Dec 2002 - Third round, Oslo.")
    (15, 32, 'Oslo')
    >>> labelled("Oslo II, same place.")
    (0, 7, 'Oslo')
    """
    match = _LABEL.match(text)
    if match is None:
        return None
    group = str(match.lastgroup)
    start = match.start() if match.start(group) == 0 else _start(match)
    return start, match.end(), re.sub(r"['’]s?$", "", match[group])


def _start(match: re.Match[str]) -> int:
    """Past the date that opens the line."""
    opening = re.match(r"[^.A-Z]{0,12}(?:[A-Z][a-z]+\.? )?[^.A-Z]{0,12} ?[-–—:.] ", match[0])
    return opening.end() if opening else 0


_SEVERAL = r"(?:several|many|\d+|numerous|two|three|four|five|six|seven)"
# "They had met several times before": a process, where no day or month is named.
_OFTEN = re.compile(
    rf"\b(?:met|meets|talked|negotiated|spoken) {_SEVERAL} times\b|\b(?:have|has|had) held {_SEVERAL} (?:[\w-]+ )?"
    r"(?:rounds|meetings|sessions)\b"
)


def no_meeting(frame: Frame) -> bool:
    """Return True for a meeting that fell through or is asked about, a press conference, and what a council passed.

    Parameters
    ----------
    frame
        The sentence.
    """
    text = frame.text
    asked = text.rstrip(" \"'”)").endswith("?")
    often = not days(frame) and _OFTEN.search(text) is not None
    return asked or often or _NO_MEETING.search(text) is not None or _PRESS.search(text) is not None


def told(frame: Frame) -> Cue | None:
    """Return the meeting or signing that the words of a sentence tell of, with the date nearest to them.

    Parameters
    ----------
    frame
        The sentence.
    """
    text = frame.text
    label = labelled(text) if told_in_present(frame.report.text) else None
    if label is not None and (frame.dates or frame.context):
        token = min(frame.doc, key=lambda each: abs(each.idx - label[0]))
        return Cue(token, "held", frame.dates[0] if frame.dates else None, label[:2])
    coming, held, signing = SCHEDULED.search(text), HELD.search(text), SIGNING.search(text)
    if coming and (_REFUSED.search(coming[0]) or _ONLY_IF.search(text, coming.end())):
        return None
    held = None if held is None or _unheld(frame, held) else held
    match = coming or held or signing or (AGREED.search(text) if frame.dates else None)
    if match is None or (not coming and only_supposed(frame, match)):
        return None
    if match is signing and _unsigned(frame, match):
        return None
    token = min(frame.doc, key=lambda each: abs(each.idx - match.start()))
    told_by = next((t for t in frame.doc if match.start() <= t.idx < match.end() and t.pos_ == "VERB"), token)
    own = [d for d in days(frame) if not _elsewhere(frame, d, told_by)]
    date = _nearest(frame, own or [d for d in days(frame) if on_saying(frame, d)], match)
    ahead = coming is not None and not _PAST.search(text)
    return Cue(token, "held" if held or not signing else "signed", date, match.span(), ahead)


def _unheld(frame: Frame, match: re.Match[str]) -> bool:
    """True for talks that are only wished for or refused, and where something else than the talks ended or began."""
    inside = [t for t in frame.doc if match.start() <= t.idx < match.end()]
    nouns = [t for t in inside if t.pos_ == "NOUN" and lemma(t) in TALK_NOUNS]
    if nouns and all(wished(noun) for noun in nouns):
        return True
    last = inside[-1] if inside else None
    if last is None or last.pos_ != "VERB" or not nouns or nouns[0].idx > match.start() + _OPENING_NOUN:
        return False
    who = subjects(last)
    return bool(who) and not any(lemma(t) in TALK_NOUNS for each in who for t in each.subtree)


# Characters into a stretch within which its talks stand where they are its subject.
_OPENING_NOUN = 25


def _unsigned(frame: Frame, match: re.Match[str]) -> bool:
    """True where a signing is denied, asked for or only possible: "did not sign", "urged them to sign the accord"."""
    inside = [t for t in frame.doc if match.start() <= t.idx < match.end() and t.pos_ == "VERB"]
    inside += [t for t in frame.doc if t.dep_ == "amod" and match.start() <= t.idx < match.end() and t not in inside]
    first = next((t for t in inside if verb_lemma(t) in SIGN), None)
    if first is None:
        return False
    modal = set(auxiliaries(first)) & _MODALS
    asked = marker(first) == "to" and first.tag_ == "VB"
    return negated(first) or bool(modal) or asked or wished(first)


_MODALS = frozenset(["can", "could", "may", "might", "must", "should", "would", "will"])


# "Would never sign", "will not meet": nothing is to come.
_ONLY_IF = re.compile(
    r"\b(?:only (?:if|when|after|once)|unless|provided (?:that)?|on condition|until)\b|\b(?:if|when) it\b"
)
_REFUSED = re.compile(r"\b(?:never|not|no longer|nobody)\b|n't\b")
# "They had agreed to meet" in a past sentence with an outcome is not ahead.
_PAST = re.compile(r"\bended\b|\bbroke (?:down|off)\b")


def _elsewhere(frame: Frame, date: DateMention, token: Token) -> bool:
    """True for a date on which something else happened."""
    at = token_at(frame.doc, date.start, date.end)
    return at is not None and of_another_clause(at, token)


def on_saying(frame: Frame, date: DateMention) -> bool:
    """Return True for the day of the news: "said on Monday that the talks had ended".

    Parameters
    ----------
    frame
        The sentence.
    date
        A date in it.
    """
    at = token_at(frame.doc, date.start, date.end)
    verb = next((t for t in ancestors(at) if t.pos_ == "VERB"), None) if at is not None else None
    return verb is not None and lemma(verb) in _TELLING


_TELLING = words("say tell announce confirm report declare add state write")


def _nearest(frame: Frame, dates: list[DateMention], match: re.Match[str]) -> DateMention | None:
    """The date nearest to a stretch in the same part of the sentence."""
    text = frame.text
    near = [d for d in dates if ";" not in text[min(d.end, match.end()) : max(d.start, match.start())]]
    return min(near, key=lambda d: min(abs(d.start - match.start()), abs(d.start - match.end())), default=None)
