"""Meetings between the parties: when, where, who with whom, who hosted, and what came of it."""

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from itertools import combinations

from detente.entries import Event, Outcome, Position, Quote, Round
from detente.ontology.actors import resolve
from detente.reading.acts import meetings as visits
from detente.reading.dates import DateMention
from detente.reading.frame import Frame, by
from detente.reading.issues import find_issues
from detente.reading.meeting_words import TALK_NOUNS, Cue, ahead, cues, present, supposed
from detente.reading.mentions import Cast, hosts, is_place
from detente.reading.parser import Token, ancestors, children, conjuncts, lemma, marker, subjects
from detente.reading.places import place_in
from detente.reading.rules import BY_ID
from detente.reports.report import Report

_NOUN = (
    r"(?:peace |direct |indirect |face-to-face |proximity )?(?:talks|negotiations|meeting|session|summit"
    r"|conference|plenary|sitting|encounter|round(?:s)?(?: of (?:[\w-]+ ){0,3}(?:talks|negotiations))?)"
)
_HELD = re.compile(
    rf"\b{_NOUN}\b.{{0,80}}?\b(?:ended|began|opened|closed|broke (?:down|off|up)|collapsed|concluded"
    rf"|adjourned|resumed|took place|were held|was held|failed|rose|lasted|started|produced|brought|stalled"
    rf"|met|held|finished|wound up|suspended|are under way|come to a close|came to (?:a close|an end)|go on"
    rf"|went on)\b"
    rf"|\b(?:held|hold|hosted|opened|closed|attended|concluded|left|after|at|during|following|finished|in"
    rf"|chaired|mediated|brokered|facilitated|convened|resumed|adjourned|suspended|ended)(?: [\w'-]+){{0,6}}? {_NOUN}\b"
    r"|\b(?:met|meeting with|sat down|sat together|were received|was received|shook hands|came together"
    r"|held a conversation|conferred|see each other|signed up|bringing (?:the|both) .{0,20}together"
    r"|face to face|direct contacts?|around (?:a|the|one) table)\b"
    r"|^(?:[^.]{0,25}[-–—:] |\W*)?(?:[\w-]+ ){0,2}(?:round|session)(?: of (?:[\w-]+ )?(?:talks|negotiations))?, [A-Z]"
    r"|^(?:[^.]{0,25}[-–—:] |\W*)?talks (?:in|at) [A-Z]",
    re.IGNORECASE,
)
_SIGNING = re.compile(
    r"\b(?:signs?|signed|initial(?:s|led)|concluded|(?:have|had|has)? ?(?:reached|struck|sealed|announced"
    r"|agreed (?:on"
    r"|to))|put their (?:names|signatures) to|signing of|signature of)\b.{0,80}?\b(?:agreement|accord|truce"
    r"|cease-?fire|protocol|treaty|declaration|deal|pact|memorandum|document|communique|statement"
    r"|understanding|armistice|plan|text|paper)s?\b"
    r"|\b(?:agreement|accord|truce|cease-?fire|protocol|treaty|declaration|deal|pact|memorandum"
    r"|armistice)\b.{0,60}?\b(?:was|were|been) (?:signed|reached|concluded|initialled|announced|agreed"
    r"|struck)\b"
    r"|\b(?:agreement|accord|truce|cease-?fire|protocol|treaty|declaration|deal)\b[^.;]{0,30}\bsigned\b",
    re.IGNORECASE,
)
_SCHEDULED = re.compile(
    r"\b(?:(?:will|are to|is to|shall|due to|expected to|scheduled to|agreed to|planned to|set to"
    r"|would) (?:\w+ ){0,2}?(?:meet|sit down|resume|reconvene|return|hold|come back|gather|host|take place"
    r"|be held|begin|open)|next (?:round|session|meeting|sitting)|second conference|"
    r"back (?:to|at) the table on|(?:is|are) to be (?:signed|held|initialled|opened)"
    r"|shall (?:thereafter )?be (?:signed|initialled|held)|"
    r"(?:is|are|was|were) (?:due|scheduled|set|fixed|planned) for|to (?:meet|resume"
    r"|reconvene) (?:again )?(?:on|in|at|next))\b",
    re.IGNORECASE,
)
_COLLAPSE = re.compile(
    r"\b(?:broke (?:down|off|up)|collaps\w+|walked (?:out|away)|ended abruptly|left the table|stormed out"
    r"|was over|called off|suspended|broken off|quit the)\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:neither (?:\w+ )?(?:side|party|delegation|government|of)\b|nobody|no one|none of (?:them|the)\b"
    r"|(?:without|no|not an?y?)(?: \w+){0,3} (?:agreement|breakthrough|result|decision|deal|accord"
    r"|signature|progress|outcome|date)|failed|fruitless|inconclusive|unsigned|deadlock\w*|empty-handed"
    r"|in vain|came to nothing|no closer|adjourned|stalemate)\b",
    re.IGNORECASE,
)
# An agreement that was not reached, up to the end of its clause.
_UNREACHED = re.compile(
    r"\b(?:fail(?:ed|s|ing)? to|(?:were|was|are|been|being) unable to|unable to|not (?:been )?able to"
    r"|(?:did|do|does|could|have|has|had|can|would)(?: not|n't| never)(?: yet)?|cannot|never|yet to"
    r"|neither (?:side|party)|stop(?:ped|s)? short of|came close to|struggl(?:ed?|ing) to|would have) (?:\w+ ){0,2}?"
    r"(?:agree\w*|reach\w*|sign\w*|settl\w+|conclud\w+|str(?:ike|uck)|consent\w*|initial\w*|seal\w*)\b"
    r"(?:(?!\b(?:but|except|and|although|though|while)\b)[^.;,])*"
    r"|\b(?:agreed?|agreeing|settled?|decided?)(?: on| to| upon)? nothing\b",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    r"\b(?:except|apart from|other than|save for|but agreed|only|(?:nothing|no \w+) but)\b", re.IGNORECASE
)
_AGREED = re.compile(
    r"\b(?:agreed|signed|agreement (?:was |has been )?(?:reached|signed)|reached (?:an? "
    r"|the )?(?:[\w-]+ )?(?:agreement|accord|deal|understandings?)|struck a deal|settled|concluded an?"
    r"|have set themselves|initialled|consented)\b",
    re.IGNORECASE,
)
_JUST = re.compile(
    r"\b(?:ha(?:ve|s) (?:today |now )?(?:signed|agreed|reached|accepted|concluded|initialled)|today)\b", re.IGNORECASE
)
# What has just come to an end, in the opening of a report, is news of the day.
_FRESH = re.compile(
    r"\b(?:talks|negotiations|round|session|summit|conference|plenary|meeting)\b[^.;]{0,60}?\b(?:has|have) "
    r"(?:just |now |today )?(?:ended|come to|broken|collapsed|closed|concluded|begun|opened|failed|resumed)\b",
    re.IGNORECASE,
)
_PRESS = re.compile(
    r"\b(?:news|press) conference\b|\bSecurity Council (?:met|voted|passed|adopted|agreed)\b", re.IGNORECASE
)
_OF_TALKS = re.compile(
    r"\b(?:(?:peace|direct|first|second|third|fourth|fifth|sixth|latest|last|next|new|previous|opening"
    r"|closing|current|earlier|further|this) (?:[\w-]+ ){0,3}?(?:talks|negotiations|round|session|plenary"
    r"|meeting)|round of talks|the (?:talks|negotiations))\b",
    re.IGNORECASE,
)
_NO_MEETING = re.compile(
    r"\b(?:fell through|cancell?ed|called off|postponed|put off|did not take place|never took place|refused to meet"
    r"|on the eve of|would have (?:\w+ ){0,2}?(?:met|signed|agreed|accepted|sat|talked|concluded))\b",
    re.IGNORECASE,
)


_AGREED_TO = re.compile(
    r"\b(?:agreed|consented) (?:to|on)\b|\bshall (?:\w+ )?(?:meet|hold|be)\b|\b(?:is"
    r"|are) to (?:be signed|meet|sit|return|resume)\b"
)


@dataclass
class _Meeting:
    """A meeting as it is put together from several sentences."""

    date: str | None
    place: str | None
    parties: tuple[str, ...]
    quote: Quote
    scheduled: bool
    outcome: Outcome = "unknown"
    mediators: list[str] = field(default_factory=list)
    agreed: list[str] = field(default_factory=list)
    agreed_to: bool = False
    talks: bool = False
    terms: Quote | None = None


# What one side can do by itself: without both as its subject it is no agreement of the two.
_ALONE = frozenset(["agree", "settle", "consent", "announce", "adopt", "draw"])
_MEET = frozenset(["meet", "receive", "see", "telephone", "join"])


class Meetings:
    """Collects the meetings of a report, sentence by sentence.

    Parameters
    ----------
    report
        The report.
    cast
        Who is who in it.
    """

    def __init__(self, report: Report, cast: Cast) -> None:
        self.report = report
        self.cast = cast
        self.found: list[_Meeting] = []
        self.seat = _seat(report)
        self.acts: list[Event] = []

    def read(self, frame: Frame) -> None:
        """Take the meetings that a sentence tells of.

        Parameters
        ----------
        frame
            The sentence.
        """
        meetings = self._dated(frame) or [m for m in [self._meeting(frame) or self._visit(frame)] if m]
        if not meetings:
            self.acts += self._undated(frame)
            self._outcome_of_last(frame)
        for meeting in meetings:
            self._add(meeting)

    def _dated(self, frame: Frame) -> list[_Meeting]:
        """The meetings and signings of a sentence that each have a day of their own."""
        if len(self.cast.pair) < 2 or _NO_MEETING.search(frame.text) or _PRESS.search(frame.text):
            return []
        return [m for cue in cues(frame) if cue.date and (m := self._on_a_day(frame, cue, cue.date))]

    def _on_a_day(self, frame: Frame, cue: Cue, date: DateMention) -> _Meeting | None:
        text, parties = frame.text, self._parties_to(frame, cue)
        scheduled = ahead(cue) or self._later(date) or (present(cue) and self._nearer_ahead(date))
        when = date.future if scheduled else date.past
        if not parties or when is None:
            return None
        outcome = _outcome(text, scheduled)
        if cue.manner == "signed" and outcome == "unknown":
            outcome = "agreement"
        agreement = outcome == "agreement"
        return _Meeting(
            when,
            place_in(frame, cue.token),
            parties,
            frame.quote(*_reach(text, cue.token.idx, cue.token.idx + len(cue.token.text), date, whole=agreement)),
            scheduled,
            outcome,
            [m for m in hosts(self.cast, frame.doc) if m not in parties],
            _agreed_issues(text) if agreement else [],
            talks=cue.manner == "held",
            terms=frame.whole() if agreement else None,
            agreed_to=bool(_AGREED_TO.search(text)),
        )

    def _later(self, date: DateMention) -> bool:
        """True for a full day that lies ahead of the report however it is read."""
        today = self.report.date
        return bool(today and date.past and len(date.past) == len(today) and date.past > today)

    def _nearer_ahead(self, date: DateMention) -> bool:
        """True for a day or month without a year that lies nearer ahead of the report than behind it."""
        if not (self.report.date and date.past and date.future) or date.past == date.future:
            return False
        behind, future = _days(date.past, self.report.date), _days(self.report.date, date.future)
        return future < behind

    def _parties_to(self, frame: Frame, cue: Cue) -> tuple[str, ...]:
        """Those whom the words around a cue make meet or sign; else the pair, where nobody else is named."""
        listed = self._before(frame, cue.token.idx)
        met = max(listed, self._around(frame, cue.token), key=len)
        return met if len(met) >= 2 else self._both(frame, cue)

    def _around(self, frame: Frame, token: Token) -> tuple[str, ...]:
        verb = next((t for t in [token, *ancestors(token)] if t.pos_ == "VERB"), None)
        nouns = [c for c in token.subtree if c.dep_ == "nmod" and marker(c) in ("with", "between", "of")]
        who = [*(subjects(verb) if verb is not None else []), *(p for c in nouns for p in conjuncts(c))]
        if verb is not None:
            who += [p for c in _with(verb) for p in conjuncts(c)]
        found = list(dict.fromkeys(p for each in who for p in frame.resolver.single(each)))
        if len(found) > 2 or not set(found) - set(self.cast.mediators):
            found = [p for p in found if p not in self.cast.mediators and not _is_body(p)]
        return tuple(sorted(found)) if 2 <= len(found) <= 7 else ()

    def _both(self, frame: Frame, cue: Cue) -> tuple[str, ...]:
        """The pair, where the sentence speaks of both, or of talks or a signing without naming anybody else."""
        pair, text = self.cast.pair, frame.text
        if cue.token.pos_ == "VERB" and lemma(cue.token) in _ALONE:
            who = [p for each in subjects(cue.token) for p in frame.resolver.parties(each)]
            if len(set(who)) < 2 and not any(frame.resolver.is_pair(each) for each in subjects(cue.token)):
                return ()
        named = [m.party for m in self.cast.mentions(text) if not is_place(text, m) and m.kind != "capital"]
        named = [p for p in dict.fromkeys(named) if not _is_body(p) and p not in self.cast.mediators]
        together = any(frame.resolver.is_pair(token) for token in frame.doc)
        talks = cue.manner == "signed" or lemma(cue.token) in TALK_NOUNS
        return pair if set(named) >= set(pair) or together or (talks and set(named) <= set(pair)) else ()

    def _meeting(self, frame: Frame) -> _Meeting | None:
        text = frame.text
        if len(self.cast.pair) < 2 or _NO_MEETING.search(text) or _PRESS.search(text):
            return None
        coming, held, signing = _SCHEDULED.search(text), _HELD.search(text), _SIGNING.search(text)
        match = coming or held or signing or (_AGREED.search(text) if frame.dates else None)
        if match is None or (not coming and _supposed(frame, match)):
            return None
        parties = self._parties(frame, match)
        if not parties:
            return None
        date = _nearest(frame.dates, match)
        scheduled = bool(coming) and not _past_only(text)
        when = (None if scheduled else frame.context) if date is None else date.future if scheduled else date.past
        if when is None and not scheduled and (_JUST.search(text) if signing else _FRESH.search(text)):
            when = self.report.date
        place = place_in(frame, _token_near(frame, match.start()))
        if (when is None and place is None) or (scheduled and when is None):
            return None
        outcome = _outcome(text, scheduled)
        return _Meeting(
            when,
            place,
            parties,
            frame.quote(*_stretch(text, match, date, whole=outcome == "agreement")),
            scheduled,
            outcome,
            [m for m in hosts(self.cast, frame.doc) if m not in parties],
            _agreed_issues(text) if outcome == "agreement" else [],
            talks=bool(held),
            terms=frame.whole() if outcome == "agreement" else None,
            agreed_to=bool(_AGREED_TO.search(text)),
        )

    def _visit(self, frame: Frame) -> _Meeting | None:
        """A meeting told by a verb alone ("A saw B on Monday"), where its day is known."""
        met = [e for e in visits(frame) if not _is_body(str(e.actor)) and not _is_body(str(e.recipient))]
        pair = next((e for e in met if {e.actor, e.recipient} & set(self.cast.pair)), None)
        if pair is None or pair.date is None or not frame.dates or _NO_MEETING.search(frame.text):
            return None
        parties = tuple(sorted((str(pair.actor), str(pair.recipient))))
        if set(parties) & set(self.cast.mediators):
            return None
        outcome = _outcome(frame.text, False)
        agreed = _agreed_issues(frame.text) if outcome == "agreement" else []
        return _Meeting(pair.date, pair.place, parties, pair.quote, False, outcome, [], agreed, talks=True)

    def _undated(self, frame: Frame) -> list[Event]:
        """Talks and agreements of two named parties, where neither day nor place is known: acts, but no rounds."""
        text = frame.text
        if _SCHEDULED.search(text) or _NO_MEETING.search(text) or _PRESS.search(text):
            return []
        text = _reached(text)
        signing, held = _SIGNING.search(text), _HELD.search(text)
        told = signing or held
        rule = BY_ID["sign" if signing else "talks"] if told and not _supposed(frame, told) else None
        named = [m.party for m in self.cast.mentions(text) if not is_place(text, m)]
        parties = sorted(dict.fromkeys(named))
        if rule is None or len(parties) != 2 or not set(parties) & set(self.cast.pair):
            return []
        return [
            Event(
                rule.says, parties[0], parties[1], frame.context, None, frame.whole(), by=by(rule.id, rule.confidence)
            )
        ]

    def _parties(self, frame: Frame, match: re.Match[str]) -> tuple[str, ...]:
        """Those whom the sentence makes meet or sign, or the pair of the report where it speaks of both sides."""
        pair, text = self.cast.pair, frame.text
        met = max(self._before(frame, match.start()), self._who_met(frame, match), key=len)
        if len(met) >= 2:
            return met
        named = [m.party for m in self.cast.mentions(text) if not is_place(text, m) and m.kind != "capital"]
        named = [p for p in dict.fromkeys(named) if not _is_body(p) and p not in self.cast.mediators]
        together = any(frame.resolver.is_pair(token) for token in frame.doc) or bool(_OF_TALKS.search(text))
        one = len(set(named) & set(pair)) == 1 and set(named) <= set(pair)
        of_talks = one and (_SIGNING.search(text) or re.search(r"\b(?:talks|negotiations)\b", match[0]))
        return pair if set(named) >= set(pair) or together or of_talks else ()

    def _before(self, frame: Frame, edge: int) -> tuple[str, ...]:
        """Those named one after the other right before a meeting ("A, B and C sat down")."""
        text, run = frame.text, list[str]()
        for mention in reversed([m for m in self.cast.mentions(text) if m.end <= edge + 1]):
            gap = text[mention.end : edge]
            if not re.fullmatch(r"(?:,| and|, and)? ?(?:the |its |of )?(?:[\w-]+ ){0,2}(?:(?:,|and) )?", gap):
                break
            run.append(mention.party)
            edge = mention.start
        kept = [p for p in dict.fromkeys(run) if p not in self.cast.mediators]
        return tuple(sorted(kept)) if 3 <= len(kept) <= 7 else ()

    def _who_met(self, frame: Frame, match: re.Match[str]) -> tuple[str, ...]:
        """The subjects of the verbs in a stretch, with whom they meet or sign."""
        found: list[str] = []
        for verb in (t for t in frame.doc if t.pos_ == "VERB" and match.start() <= t.idx < match.end()):
            for token in [*subjects(verb), *(p for c in _with(verb) for p in conjuncts(c))]:
                found += [p for p in frame.resolver.single(token) if p not in found]
        kept = [p for p in found if p not in self.cast.mediators] if len(found) > 2 else found
        return tuple(sorted(kept)) if 2 <= len(kept) <= 7 else ()

    def _outcome_of_last(self, frame: Frame) -> None:
        """The sentence after a meeting often says what came of it."""
        text = frame.text
        if self.found and self.found[-1].outcome == "unknown":
            outcome = _outcome(text, False)
            if outcome in ("agreement", "collapse", "no_agreement"):
                self.found[-1].outcome = outcome
                if outcome == "agreement":
                    self.found[-1].agreed = _agreed_issues(text)
                    self.found[-1].terms = frame.whole()

    def _add(self, meeting: _Meeting) -> None:
        for other in self.found:
            if _same(other, meeting):
                _merge(other, meeting)
                return
        self.found.append(meeting)

    def rounds(self) -> list[Round]:
        """Return the rounds found, in the order of the text."""
        rule = BY_ID["round-held"]
        self._complete()
        return [
            Round(m.date, m.place, m.parties, m.outcome, m.quote, tuple(sorted(set(m.mediators))),
                  tuple(dict.fromkeys(m.agreed)), by=by(rule.id, rule.confidence))
            for m in self.found
        ]  # fmt: skip

    def _complete(self) -> None:
        """A single place that the text gives for talks of the two holds for their other meetings of that time."""
        own = [m for m in self.found if m.parties == self.cast.pair]
        told = [(m.date, m.place) for m in own if m.place]
        for meeting in own:
            places = {place for date, place in told if _in_one_series(date, meeting.date)}
            if not places and self.seat and _in_one_series(self.report.date, meeting.date):
                places = {self.seat}
            if meeting.place is None and len(places) == 1:
                meeting.place = next(iter(places))

    def _pairs(self, parties: tuple[str, ...]) -> list[tuple[str, str]]:
        """Every two of the parties; at a table of many, only the two that the report is about."""
        return [two for two in combinations(parties, 2) if len(parties) <= 3 or set(two) == set(self.cast.pair)]

    def events(self) -> list[Event]:
        """Return the CONSULT of every meeting held or agreed to, and the AGREE of those that agreed on something."""
        talks, sign = (by(id, BY_ID[id].confidence) for id in ("talks", "sign"))
        found = list(self.acts)
        for each in self.found:
            if each.scheduled and not each.agreed_to:
                continue
            for first, second in self._pairs(each.parties):
                consult = Event("CONSULT", first, second, each.date, each.place, each.quote, by=talks)
                if each.talks or each.outcome != "agreement" or each.place:
                    found.append(consult)
                if each.outcome == "agreement":
                    found.append(replace(consult, type="AGREE", by=sign, quote=each.terms or each.quote))
        return found


def _with(verb: Token) -> list[Token]:
    """Return with whom somebody meets or signs, by the verb or by its object ("held talks with")."""
    others = [
        c
        for c in children(verb, "obl", "nmod", "obj", "obl:agent")
        if marker(c) in ("with", "between", "by") or (c.dep_ == "obj" and lemma(verb) in _MEET)
    ]
    inside = [c for o in children(verb, "obj", "obl", "nsubj", "nsubj:pass") for c in children(o, "nmod", "acl")]
    return others + [c for c in inside if marker(c) in ("with", "between")]


def _is_body(party: str) -> bool:
    actor = resolve(party)
    return actor is not None and actor.kind in ("body", "coalition")


def _nearest(dates: list[DateMention], match: re.Match[str]) -> DateMention | None:
    return min(dates, key=lambda d: min(abs(d.start - match.start()), abs(d.start - match.end())), default=None)


def _past_only(text: str) -> bool:
    """Read "They had agreed to meet" in a past sentence with an outcome is not ahead."""
    return bool(re.search(r"\bended\b|\bbroke (?:down|off)\b", text))


def _supposed(frame: Frame, match: re.Match[str]) -> bool:
    """True where every verb in a stretch is only supposed, or somebody is only ready for it."""
    inside = [t for t in frame.doc if match.start() <= t.idx < match.end() and t.pos_ == "VERB"]
    return bool(inside) and all(supposed(token) for token in inside)


def _token_near(frame: Frame, place: int) -> Token:
    return min(frame.doc, key=lambda token: abs(token.idx - place))


def _stretch(text: str, match: re.Match[str], date: DateMention | None, *, whole: bool) -> tuple[int, int]:
    """From the start of the clause to the date; of an agreement, on to the last issue named."""
    return _reach(text, match.start(), match.end(), date, whole=whole)


def _reach(text: str, start: int, end: int, date: DateMention | None, *, whole: bool) -> tuple[int, int]:
    end = max([end, *(m.end for m in find_issues(text) if whole and m.issue != "settlement")])
    if date is not None:
        start, end = min(start, date.start), max(end, date.end)
    start = max((m.end() for m in re.finditer(r"[;:] |, (?:and|but|when|while) ", text[:start])), default=0)
    return start, end


def _outcome(text: str, scheduled: bool) -> Outcome:
    if scheduled:
        return "scheduled"
    if _COLLAPSE.search(text):
        return "collapse"
    if _UNREACHED.search(text):
        spared = _EXCEPT.search(text)
        rest = text[spared.end() :] if spared else _reached(text)
        agreed = bool(find_issues(rest)) and (spared is not None or bool(_AGREED.search(rest)))
        return "agreement" if agreed else "no_agreement"
    if _NONE.search(text):
        spared = _EXCEPT.search(text)
        return "agreement" if spared and find_issues(text[spared.end() :]) else "no_agreement"
    return "agreement" if _AGREED.search(text) or _SIGNING.search(text) else "unknown"


def _reached(text: str) -> str:
    """The text without what it says was not agreed."""
    return _UNREACHED.sub(" ", text)


def _agreed_issues(text: str) -> list[str]:
    text = _reached(text)
    after = _EXCEPT.search(text)
    found = [m.issue for m in find_issues(text[after.end() if after and _NONE.search(text) else 0 :])]
    special = [i for i in found if i not in ("settlement", "format")]
    return list(dict.fromkeys(special or found))


_DATELINE = re.compile(
    r"^(?P<city>[A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?: [A-ZÀ-Þ'’-]+){0,3})(?:, [^.\n]{0,40}?)?(?: ?\([^)]*\))?(?:,| -| –| —|:|\n)",
    re.M,
)
_IN_HEADLINE = re.compile(
    r"\b(?:[Tt]alks|[Rr]ound|[Nn]egotiations|[Mm]eeting|[Ss]ummit|[Ss]ession|[Cc]onference|[Mm]eet|[Mm]et|[Ss]ign)\b"
    r"[^.,;:]{0,30}?\b(?:in|at) (?P<place>[A-ZÀ-Þ][\w'’-]+)"
)
_TALKING = r"\b(?:talks|negotiat\w+|meet\w*|met|session|round|delegat\w+|sign\w+|agreed|concluded)\b"
_HERE = r"\b(?:here|in this (?:city|town|village))\b"
_TALKS_HERE = re.compile(rf"{_TALKING}[^.]{{0,80}}{_HERE}|{_HERE}[^.]{{0,80}}{_TALKING}")


def _seat(report: Report) -> str | None:
    """The place of the talks that the headline names, or of a dateline where the text says "here"."""
    named = _IN_HEADLINE.search(report.title)
    if named:
        return named["place"]
    city = _DATELINE.search(report.text[:2000])
    return city["city"].title() if city and _TALKS_HERE.search(report.text) else None


# Talks that are further apart than this are another series, which may sit somewhere else.
_SERIES = 90


def _in_one_series(a: str | None, b: str | None) -> bool:
    return a is None or b is None or abs(_days(a, b)) <= _SERIES


def _days(a: str, b: str) -> int:
    """Days from one ISO date to another, months and years taken at their start."""
    first, second = (dt.date.fromisoformat((date + "-01-01")[:10]) for date in (a, b))
    return (second - first).days


def _same(a: _Meeting, b: _Meeting) -> bool:
    if a.parties != b.parties or a.scheduled != b.scheduled:
        return False
    if a.date and b.date:
        return a.date.startswith(b.date) or b.date.startswith(a.date)
    return (a.place == b.place and a.place is not None) or (a.date is None and b.date is None)


def _merge(a: _Meeting, b: _Meeting) -> None:
    if b.date and len(b.date) > len(a.date or ""):
        a.date = b.date
    a.place = a.place or b.place
    a.agreed_to, a.talks = a.agreed_to or b.agreed_to, a.talks or b.talks
    if a.outcome == "unknown":
        a.outcome = b.outcome
    a.terms = a.terms or b.terms
    a.mediators += b.mediators
    a.agreed += b.agreed


def agreed(frame: Frame, positions: list[Position]) -> list[Event]:
    """Return the AGREE of a sentence in which two parties accept the same.

    Parameters
    ----------
    frame
        The sentence.
    positions
        What was read from it.
    """
    rule = BY_ID["sign"]
    by_issue: dict[str, list[str]] = {}
    for position in positions:
        if position.stance == "accepts" and position.by.rule in ("accept-verb", "in-force", "agreed-at-talks"):
            by_issue.setdefault(position.issue, []).append(position.party)
    parties = next((sorted(set(names)) for names in by_issue.values() if len(set(names)) in (2, 3)), None)
    if parties is None or _SCHEDULED.search(frame.text):
        return []
    date = frame.date_for() or (frame.report.date if _JUST.search(frame.text) else None)
    return [
        Event("AGREE", first, second, date, place_in(frame), frame.whole(), by=by(rule.id, rule.confidence))
        for first, second in combinations(parties, 2)
    ]
