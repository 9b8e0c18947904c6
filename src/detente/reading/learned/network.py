"""The network: loaded once, offline; how likely each party of a sentence holds which position and did what to whom."""

import functools
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from detente.entries import Stance
from detente.reading.learned.candidates import FLAGS, Candidate, candidates
from detente.reading.learned.passages import LIMIT, Passage, passages
from detente.reading.learned.told import Told
from detente.reading.learned.wordpiece import Cut, WordPiece

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

# Pieces of a candidate that are looked at.
WORDS = 6
MUTUAL = frozenset(["AGREE", "CONSULT"])


@dataclass(frozen=True, slots=True)
class Holding:
    """A position that a sentence may tell of.

    Parameters
    ----------
    likely
        Output of the network in (0, 1); `detente.reading.learned.weighing` says what share of such is right.
    holder, issue, stance
        Who holds it, on what, and how.
    precondition, red_line
        Outputs for the two flags, in (0, 1).
    word
        Number of the word that weighed most for the issue.
    """

    likely: float
    holder: Candidate
    issue: str
    stance: Stance
    precondition: float
    red_line: float
    word: int


@dataclass(frozen=True, slots=True)
class Deed:
    """An act that a sentence may tell of.

    Parameters
    ----------
    likely
        Output of the network in (0, 1).
    type
        Its PLOVER type.
    actor, recipient
        Who did it to whom; None where the sentence does not say. Of a mutual act in the order of their names.
    word
        Number of the word that weighed most.
    """

    likely: float
    type: str
    actor: Candidate | None
    recipient: Candidate | None
    word: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """That a sentence tells of a round of talks.

    Parameters
    ----------
    likely
        Output of the network in (0, 1).
    """

    likely: float


@dataclass(frozen=True, slots=True)
class Guess:
    """What one sentence may tell of.

    Parameters
    ----------
    holdings, deeds
        The likelier ones first.
    meeting
        Whether it tells of a round; of a sentence with nobody in it that is not known.
    """

    holdings: tuple[Holding, ...] = ()
    deeds: tuple[Deed, ...] = ()
    meeting: Meeting | None = None


class Network:
    """The shipped network.

    Parameters
    ----------
    folder
        Where `network.onnx`, `vocab.txt` and `meta.json` are.
    """

    def __init__(self, folder: Path) -> None:
        import onnxruntime

        self.meta: Mapping[str, Any] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        self.cut = vocabulary(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / "network.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def guesses(self, sentences: Sequence[Told], least: float = 0.05) -> list[Guess]:
        """Return what each sentence of a report may tell of.

        Parameters
        ----------
        sentences
            All of its sentences that are to be read, in order.
        least
            What is less likely is left out, in (0, 1).

        Returns
        -------
        list of Guess
            In the order of the sentences.
        """
        found = [Guess()] * len(sentences)
        sizes = [sum(len(self.cut.pieces(word)) for word in each.words) for each in sentences]
        for part in passages(sizes):
            for number, guess in self._run(sentences, part, least):
                found[number] = guess
        return found

    def _run(self, sentences: Sequence[Told], part: Passage, least: float) -> Iterator[tuple[int, Guess]]:
        told = [sentences[i] for i in part.sentences]
        cut = self.cut.passage([each.words for each in told], LIMIT)
        rows = [_Row(n, who) for n in range(part.context, len(told)) if (who := candidates(told, n))]
        if not rows:
            return
        held, held_at, done, done_at, met = self._session.run(None, _arrays(rows, cut))
        holdings = self._holdings(rows, cut, held, held_at, least)
        deeds = self._deeds(rows, cut, done, done_at, least)
        for n, row in enumerate(rows):
            yield (
                part.sentences[row.number],
                Guess(
                    tuple(sorted(holdings[n], key=lambda h: (-h.likely, h.holder.party, h.issue, h.stance))),
                    tuple(sorted(deeds[n], key=lambda d: (-d.likely, d.type, _name(d.actor), _name(d.recipient)))),
                    Meeting(float(met[n])),
                ),
            )

    def _holdings(
        self, rows: Sequence["_Row"], cut: Cut, scores: Floats, at: Ints, least: float
    ) -> list[list[Holding]]:
        issues, stances = self.meta["issues"], self.meta["stances"]
        found: list[list[Holding]] = [[] for _ in rows]
        for n, c, i, s in np.argwhere(scores[:, :, :, : len(stances)] >= least).tolist():
            if c < len(rows[n].who):
                pre, red = scores[n, c, i, len(stances) : len(stances) + 2].tolist()
                likely, word = float(scores[n, c, i, s]), _word(cut, rows[n], int(at[n, c, i]))
                found[n].append(Holding(likely, rows[n].who[c], issues[i], stances[s], pre, red, word))
        return found

    def _deeds(self, rows: Sequence["_Row"], cut: Cut, scores: Floats, at: Ints, least: float) -> list[list[Deed]]:
        types = self.meta["types"]
        mutual = np.array([kind in MUTUAL for kind in types])
        scores = np.where(mutual, (scores + scores.transpose(0, 2, 1, 3)) / 2, scores)
        found: list[list[Deed]] = [[] for _ in rows]
        for n, a, b, t in np.argwhere(scores >= least).tolist():
            who = (None, *rows[n].who)
            if a == b or max(a, b) >= len(who) or (mutual[t] and _name(who[a]) > _name(who[b])):
                continue
            word = _word(cut, rows[n], int(at[n, a, b, t]))
            found[n].append(Deed(float(scores[n, a, b, t]), types[t], who[a], who[b], word))
        return found


@dataclass(frozen=True, slots=True)
class _Row:
    """A sentence of a passage: its number there, and who may be its actor."""

    number: int
    who: tuple[Candidate, ...]


def _name(who: Candidate | None) -> str:
    return who.party if who is not None else ""


def _word(cut: Cut, row: _Row, piece: int) -> int:
    """Number of the word to which a piece of a sentence belongs."""
    place = cut.own[row.number].start + piece
    return max((i for i, start in enumerate(cut.first[row.number]) if 0 < start <= place), default=0)


def _arrays(rows: Sequence[_Row], cut: Cut) -> dict[str, npt.NDArray[Any]]:
    longest = max(len(cut.own[row.number]) for row in rows)
    most = max(len(row.who) for row in rows)
    at, there = np.zeros((len(rows), longest), np.int64), np.zeros((len(rows), longest), np.bool_)
    who, share = np.zeros((len(rows), most, WORDS), np.int64), np.zeros((len(rows), most, WORDS), np.float32)
    flags = np.zeros((len(rows), most, len(FLAGS)), np.float32)
    for n, row in enumerate(rows):
        own = cut.own[row.number]
        at[n, : len(own)], there[n, : len(own)] = own, True
        for c, candidate in enumerate(row.who):
            flags[n, c] = candidate.flags
            places = [cut.first[candidate.sentence][word] for word in candidate.words]
            places = [place for place in places if place > 0][:WORDS]
            for w, place in enumerate(places):
                who[n, c, w], share[n, c, w] = place, 1 / len(places)
    ids = np.array([cut.ids], np.int64)
    return {"ids": ids, "at": at, "there": there, "who": who, "share": share, "flags": flags}


def vocabulary(folder: Path) -> WordPiece:
    """Return what cuts words into the pieces of a network.

    Parameters
    ----------
    folder
        Where its `vocab.txt` is.
    """
    return WordPiece((folder / "vocab.txt").read_text(encoding="utf-8").split("\n"))


@functools.cache
def network() -> Network:
    """Return the shipped network, loading it on the first call."""
    import en_talks_minilm

    return Network(en_talks_minilm.FOLDER)
