"""What the rules know of a sentence when they come to it: its words, whom they stand for, who speaks."""

from dataclasses import dataclass

from detente.reading.frame import Frame
from detente.reading.who.placenames import in_dateline


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a report, with those who may be its actors.

    Parameters
    ----------
    frame
        The sentence.
    words
        Its words.
    standing
        Numbers of words with the parties that they stand for.
    voice
        Whose words a quotation in it is.
    last, subject
        Whom the text spoke of last, and as a subject, before this sentence.
    pair
        The two whom the report has negotiate, where it does.
    """

    frame: Frame
    words: tuple[str, ...]
    standing: tuple[tuple[int, tuple[str, ...]], ...]
    voice: tuple[str, ...]
    last: tuple[str, ...]
    subject: tuple[str, ...]
    pair: tuple[str, ...]


def told(frame: Frame) -> Told:
    """Return a sentence with those who may be its actors, as the resolver knows them at this place.

    Parameters
    ----------
    frame
        The sentence; its resolver has come to it and not yet gone on.
    """
    resolver = frame.resolver
    sent_from = [m for m in resolver.cast.mentions(frame.text) if in_dateline(frame.text, m)]
    nouns = (
        token
        for token in frame.tokens
        if token.pos_ in ("NOUN", "PROPN", "PRON") and not any(m.start <= token.idx < m.end for m in sent_from)
    )
    standing = tuple((token.i, parties) for token in nouns if (parties := resolver.standing(token)))
    return Told(
        frame,
        tuple(token.text for token in frame.tokens),
        standing,
        resolver.voice,
        resolver.last,
        resolver.last_subject,
        resolver.cast.pair[:2],
    )
