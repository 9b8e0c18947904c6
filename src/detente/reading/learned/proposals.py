"""Entries from what the network finds likely: terms, quote, day and place are read by the grammar."""

from collections.abc import Collection

from detente.entries import Event, Position, Provenance, Quote
from detente.reading.frame import Frame
from detente.reading.grammar.happening import SPOKEN
from detente.reading.grammar.parser import Token, ancestors
from detente.reading.grammar.places import place_in
from detente.reading.learned.candidates import Candidate
from detente.reading.learned.network import Deed, Holding
from detente.reading.positions.issues import IssueMention, find_issues
from detente.reading.positions.terms import terms

# A quote longer than this is cut to the clause of the word that weighed most.
_LONG = 240
# From here on a flag counts as said.
_FLAG = 0.5


def position(frame: Frame, holding: Holding, by: Provenance) -> Position:
    """Return a position as an entry.

    Parameters
    ----------
    frame, holding
        A sentence, and what it may tell of.
    by
        Who read it.
    """
    token = frame.tokens[holding.word]
    mention = _mention(frame, holding.issue, token)
    anchor = next((t for t in frame.tokens if mention.start <= t.idx < mention.end), token)
    precondition = holding.stance == "demands" and holding.precondition >= _FLAG
    return Position(
        party=holding.holder.party,
        issue=holding.issue,
        stance=holding.stance,
        terms=terms(frame, mention, anchor),
        quote=_quote(frame, anchor, [holding.holder]),
        precondition=precondition,
        red_line=holding.stance in ("rejects", "demands") and holding.red_line >= _FLAG,
        precondition_kind="order" if precondition else None,
        by=by,
    )


def _mention(frame: Frame, issue: str, token: Token) -> IssueMention:
    """The words for an issue: those that the tables know, the nearest, or the word that weighed most."""
    known = [m for m in find_issues(frame.text) if m.issue == issue]
    word = IssueMention(token.idx, token.idx + len(token.text), issue)
    return min(known, key=lambda m: abs(m.start - token.idx), default=word)


def event(frame: Frame, deed: Deed, by: Provenance) -> Event:
    """Return an act as an entry.

    Parameters
    ----------
    frame, deed
        A sentence, and what it may tell of.
    by
        Who read it.
    """
    token = _verb(frame.tokens[deed.word])
    spoken = deed.type in SPOKEN
    who = [each for each in (deed.actor, deed.recipient) if each is not None]
    return Event(
        deed.type,
        deed.actor.party if deed.actor else None,
        deed.recipient.party if deed.recipient else None,
        frame.day_of(token, spoken=spoken and deed.type != "REQUEST"),
        None if spoken else place_in(frame, token),
        _quote(frame, token, who),
        by=by,
    )


def _verb(token: Token) -> Token:
    """The predicate that a word belongs to."""
    return next((t for t in (token, *ancestors(token)) if t.pos_ == "VERB"), token)


def _quote(frame: Frame, token: Token, who: Collection[Candidate]) -> Quote:
    """From whoever is named first to the end of the clause of the word that weighed most."""
    clause = [t for t in _verb(token).subtree if t.dep_ != "punct" and t.i < len(frame.tokens)]
    here = [[frame.tokens[i] for i in each.words] for each in who if each.flags[0]]
    named = [min(words, key=lambda t: abs(t.i - token.i)) for words in here]
    tokens = sorted([*clause, *named, token], key=lambda t: t.i)
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)
    if end - start > _LONG:
        near = [t for t in tokens if abs(t.idx - token.idx) < _LONG / 2] or [token]
        start = min([near[0].idx, *(t.idx for t in named if t.idx < token.idx)])
        end = max(near[-1].idx + len(near[-1].text), *(t.idx + len(t.text) for t in (*named, token)))
    return frame.quote(start, end)
