"""Who may have done or wanted what a sentence tells: the parties in it, its speaker, those spoken of before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from detente.reading.learned.told import Told

# More parties than this in one sentence make a list, in which nobody does anything to anybody.
MOST = 6
FLAGS = ("here", "before", "voice", "last", "subject", "pair")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A party that may be the actor of a sentence.

    Parameters
    ----------
    party
        Its name.
    sentence, words
        Sentence of the passage and numbers of the words in it that stand for the party: this sentence, or the nearest
        one before it; no words where the passage does not name it.
    flags
        1 or 0 for each of `FLAGS`: named here, named before, speaker, spoken of last, last subject, one of the main
        pair whom the passage does not name.
    """

    party: str
    sentence: int
    words: tuple[int, ...]
    flags: tuple[int, ...]


def candidates(passage: Sequence[Told], number: int) -> tuple[Candidate, ...]:
    """Return who may be the actor of one sentence of a passage, the likeliest first.

    Parameters
    ----------
    passage
        Sentences that follow one another.
    number
        Which of them, from 0.
    """
    here = passage[number]
    named = _words_for(here)
    before: dict[str, tuple[int, tuple[int, ...]]] = {}
    for k in range(number - 1, -1, -1):
        for party, at in _words_for(passage[k]).items():
            before.setdefault(party, (k, at))
    last, subject = (who if len(who) == 1 else () for who in (here.last, here.subject))
    order = list(dict.fromkeys([*named, *here.voice, *subject, *last, *before, *here.pair]))
    found = []
    for party in order[:MOST]:
        sentence, words = (number, named[party]) if party in named else before.get(party, (number, ()))
        flags = (
            party in named,
            party in before and party not in named,
            party in here.voice,
            party in last,
            party in subject,
            party in here.pair and party not in named and party not in before,
        )
        found.append(Candidate(party, sentence, words, tuple(map(int, flags))))
    return tuple(found)


def _words_for(sentence: Told) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for word, parties in sentence.standing:
        for party in parties:
            found[party] = (*found.get(party, ()), word)
    return found
