"""All stances of a sentence, by whatever says them: verbs, nouns, answers, conditions, set phrases, agreements."""

import re
from collections.abc import Iterator

from detente.reading.frame import Frame
from detente.reading.positions.accords import in_accords
from detente.reading.positions.answers import of_answer, of_short_answers, of_yes_but_no
from detente.reading.positions.conditions import conditions, tied
from detente.reading.positions.jointly import of_both, of_founding
from detente.reading.positions.nominals import (
    of_among,
    of_condition,
    of_list,
    of_listing,
    of_noun,
    of_passive_condition,
)
from detente.reading.positions.phrases import by_phrase
from detente.reading.positions.predicates import of_predicate
from detente.reading.positions.sayings import of_promise, of_saying, of_vow
from detente.reading.positions.stating import Stating
from detente.reading.positions.telling import of_order

# Words without which nothing is promised or required.
_DUE = re.compile(
    r"\b(?:must|should|ought|will|would|can|could|cannot|have to|has to|had to|needs?|need to|requires?|demands?"
    r"|presupposes?)\b"
    r"|'(?:ll|d)\b",
    re.I,
)


def readings(frame: Frame, in_accord: bool) -> Iterator[Stating]:
    """Yield every stance of a sentence, with its holders and the tokens that say what it is about.

    Parameters
    ----------
    frame
        The sentence.
    in_accord
        True where the text around it sets out the terms of an agreement.
    """
    due = bool(_DUE.search(frame.text))
    for token in frame.tokens:
        if token.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            yield from of_predicate(frame, token)
            yield from of_noun(frame, token)
            yield from of_vow(frame, token)
            if due:
                yield from of_saying(frame, token)
                yield from of_promise(frame, token)
            yield from of_list(frame, token)
    yield from of_listing(frame)
    yield from of_among(frame)
    yield from of_condition(frame)
    yield from of_passive_condition(frame)
    yield from of_order(frame)
    yield from of_answer(frame)
    yield from of_short_answers(frame)
    yield from of_yes_but_no(frame)
    yield from conditions(frame)
    yield from tied(frame)
    yield from by_phrase(frame)
    yield from of_both(frame)
    yield from of_founding(frame)
    yield from in_accords(frame, in_accord)
