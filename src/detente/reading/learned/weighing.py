"""What the rules and the network say of an entry, weighed together: how sure it is, and whether it is kept.

Whether a party holds a position, or has done something, is said by rules that read it in some sentence, by the
network for each sentence, or by both. A logistic regression on what they say gives the share of such entries that were
right on reports that neither had been made with. Below a limit an entry is left out; the limit is lower for what a rule
has read, since that can be checked against the rule. `evaluation/weigh.py` works out weights and limits.
"""

import functools
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from detente.entries import Event, Position, Provenance, Quote, Round
from detente.reading.frame import READER, VERSION, Frame
from detente.reading.learned import proposals
from detente.reading.learned.network import MUTUAL, Deed, Guess, Holding, Meeting, network
from detente.reading.learned.told import Told

NETWORK_RULES = ("network-position", "network-event")
WEIGHTS_FILE = Path(__file__).with_name("weights.json")
Key = tuple[str, ...]
# What the network says is kept between these, so that no single voice decides.
_FLOOR, _CEILING = 0.01, 0.99
# From here on a second sentence counts as saying the same.
_AGAIN = 0.2
# A sentence that comes first is quoted where the network finds it this likely beside the surest one.
_NEARLY = 0.5


@dataclass
class Evidence:
    """What is said for one position or act of a report.

    Parameters
    ----------
    key
        What makes two entries the same: party, issue and stance, or type, actor and recipient.
    guesses
        Number of a sentence and what the network says there, the likelier first.
    entries
        Numbers of sentences and what rules have read there.
    beside
        True where a rule has read something else in a sentence where the network sees this: the same party on the same
        issue, or an act of the same type.
    main
        How many of the two main parties of the report it is about.
    """

    key: Key
    guesses: list[tuple[int, Holding | Deed | Meeting]] = field(default_factory=list)
    entries: list[tuple[list[int], Position | Event | Round]] = field(default_factory=list)
    beside: bool = False
    main: float = 0.0

    def features(self) -> dict[str, float]:
        """Return what speaks for it, by name."""
        likely = [guess.likely for _, guess in self.guesses[:2]] + [0.0, 0.0]
        found = {
            "always": 1.0,
            "likely": _odds(likely[0]),
            "again": float(likely[1] >= _AGAIN),
            "beside": float(self.beside and not self.entries),
            "main": self.main,
        }
        if self.guesses and not isinstance(self.guesses[0][1], Meeting):
            guess = self.guesses[0][1]
            who = [guess.holder] if isinstance(guess, Holding) else [guess.actor, guess.recipient]
            found |= {
                "named": float(all(each is None or each.flags[0] for each in who)),
                "nobody": float(sum(each is None for each in who)),
            }
        if self.entries:
            found |= {"rule": 1.0, "both": _odds(likely[0])}
        return found | {f"is_{self.label}": 1.0}

    @property
    def label(self) -> str:
        """The stance, or the type of the act."""
        return self.key[2] if len(self.key) == 3 and self.key[2] in _STANCES else self.key[0]


_STANCES = ("demands", "proposes", "accepts", "rejects")


def _odds(share: float) -> float:
    share = min(max(share, _FLOOR), _CEILING)
    return math.log(share / (1 - share))


def weigh(
    told: Sequence[Told], positions: Sequence[Position], events: Sequence[Event], rounds: Sequence[Round]
) -> tuple[list[Position], list[Event], list[Round]]:
    """Return the positions, acts and rounds of a report that are likely enough, each with how sure it is.

    Parameters
    ----------
    told
        The sentences of the report.
    positions, events, rounds
        What the rules have read; positions on issues that the network does not know stay as they are.

    Returns
    -------
    tuple
        Positions, events and rounds. What the network alone has seen has one of `NETWORK_RULES` for its rule;
        `by.confidence` is the share of entries with such evidence that were right.
    """
    guesses = network().guesses(told)
    frames = [each.frame for each in told]
    own = [entry for entry in positions if entry.issue not in network().meta["issues"]]
    known = [entry for entry in positions if entry.issue in network().meta["issues"]]
    held = [e for each in of_positions(frames, guesses, known) for e in _kept(each, frames, "position")]
    done = [e for each in of_events(frames, guesses, events) for e in _kept(each, frames, "event")]
    met = [e for each in of_rounds(frames, guesses, rounds) for e in _kept(each, frames, "round")]
    return (
        [*own, *(e for e in held if isinstance(e, Position))],
        [e for e in done if isinstance(e, Event)],
        [e for e in met if isinstance(e, Round)],
    )


def of_positions(frames: Sequence[Frame], guesses: Sequence[Guess], read: Sequence[Position]) -> list[Evidence]:
    """Return the evidence for each position of a report.

    Parameters
    ----------
    frames, guesses
        Its sentences, and what the network says of each.
    read
        What the rules have read.
    """
    found = _gathered(
        ((n, (h.holder.party, h.issue, h.stance), h) for n, guess in enumerate(guesses) for h in guess.holdings),
        [(position_key(entry), entry) for entry in read],
        frames,
    )
    _place(found, frames, slice(2), slice(1))
    return found


def of_events(frames: Sequence[Frame], guesses: Sequence[Guess], read: Sequence[Event]) -> list[Evidence]:
    """Return the evidence for each act of a report.

    Parameters
    ----------
    frames, guesses
        Its sentences, and what the network says of each.
    read
        What the rules have read.
    """
    found = _gathered(
        ((n, _deed_key(deed), deed) for n, guess in enumerate(guesses) for deed in guess.deeds),
        [(event_key(entry), entry) for entry in read],
        frames,
    )
    _place(found, frames, slice(1), slice(1, None))
    return found


def _place(found: Sequence[Evidence], frames: Sequence[Frame], about: slice, who: slice) -> None:
    """Set what stands beside each piece of evidence and how many main parties it is on, by the parts of its key."""
    said = {(n, each.key[about]) for each in found for numbers, _ in each.entries for n in numbers}
    pair = set(frames[0].resolver.cast.pair) if frames else set()
    for each in found:
        each.main = float(len(set(each.key[who]) & pair))
        each.beside = any((n, each.key[about]) in said for n, _ in each.guesses[:1])


def of_rounds(frames: Sequence[Frame], guesses: Sequence[Guess], read: Sequence[Round]) -> list[Evidence]:
    """Return the evidence for each round of a report; the network adds none to those that the rules have read.

    Parameters
    ----------
    frames, guesses
        Its sentences, and what the network says of each.
    read
        What the rules have read.
    """
    found = []
    for entry in read:
        here = _sentences(entry.quote, frames)
        said = [(n, meeting) for n in here if (meeting := guesses[n].meeting) is not None]
        said.sort(key=lambda each: (-each[1].likely, each[0]))
        found.append(Evidence((str(entry.outcome),), [*said], [(here, entry)]))
    return found


def position_key(entry: Position) -> Key:
    """Return what makes two positions the same."""
    return entry.party, entry.issue, entry.stance


def event_key(entry: Event) -> Key:
    """Return what makes two acts the same, whenever they were done."""
    return _act(str(entry.type), entry.actor, entry.recipient)


def _deed_key(deed: Deed) -> Key:
    actor, recipient = (who.party if who else None for who in (deed.actor, deed.recipient))
    return _act(deed.type, actor, recipient)


def _act(kind: str, actor: str | None, recipient: str | None) -> Key:
    both = [actor or "", recipient or ""]
    return (kind, *(sorted(both) if kind in MUTUAL else both))


def _gathered(
    guesses: Iterable[tuple[int, Key, Holding | Deed]],
    entries: Sequence[tuple[Key, Position | Event]],
    frames: Sequence[Frame],
) -> list[Evidence]:
    found: dict[Key, Evidence] = {}
    for key, entry in entries:
        found.setdefault(key, Evidence(key)).entries.append((_sentences(entry.quote, frames), entry))
    for number, key, guess in guesses:
        found.setdefault(key, Evidence(key)).guesses.append((number, guess))
    for each in found.values():
        each.guesses.sort(key=lambda guess: (-guess[1].likely, guess[0]))
    return list(found.values())


def _sentences(quote: Quote, frames: Sequence[Frame]) -> list[int]:
    spans = ((n, frame.sentence.start, len(frame.sentence.text)) for n, frame in enumerate(frames))
    return [n for n, start, length in spans if start < quote.end and quote.start < start + length]


def _kept(evidence: Evidence, frames: Sequence[Frame], kind: str) -> Iterator[Position | Event | Round]:
    sure = share_right(kind, evidence.features())
    if sure >= float(_weights()[kind]["least"]["read" if evidence.entries else "seen"]):
        for entry in entries_of(evidence, frames):
            yield replace(entry, by=replace(entry.by, confidence=sure))


def entries_of(evidence: Evidence, frames: Sequence[Frame]) -> Iterator[Position | Event | Round]:
    """Yield what rules have read of it; where none has, what the network sees in the first sentence where it is sure.

    Parameters
    ----------
    evidence, frames
        Evidence in a report, and the sentences of that.
    """
    yield from (entry for _, entry in evidence.entries)
    if not evidence.entries:
        enough = _NEARLY * evidence.guesses[0][1].likely
        number, guess = min((each for each in evidence.guesses if each[1].likely >= enough), key=lambda each: each[0])
        if isinstance(guess, Holding):
            yield proposals.position(frames[number], guess, _by("position"))
        if isinstance(guess, Deed):
            yield proposals.event(frames[number], guess, _by("event"))


def _by(kind: str) -> Provenance:
    return Provenance(READER, VERSION, f"network-{kind}")


def share_right(kind: str, features: Mapping[str, float]) -> float:
    """Return what share of entries with such evidence is right.

    Parameters
    ----------
    kind
        position | event.
    features
        Of the evidence, by name; one without a weight does not count.

    Returns
    -------
    float
        In (0, 1), to two places: processors differ in the last digits of what a network says.

    Examples
    --------
    >>> surer, less = ({"always": 1.0, "likely": likely} for likely in (2.0, 0.0))
    >>> share_right("position", surer) > share_right("position", less)
    True
    """
    weights = _weights()[kind]["weights"]
    total = sum(float(weights.get(name, 0.0)) * value for name, value in features.items())
    return min(max(round(1 / (1 + math.exp(-total)), 2), 0.01), 0.99)


@functools.cache
def _weights() -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    return found
