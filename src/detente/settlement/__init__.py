"""What the sides could accept, what blocks the rest, what stands where, and in which order it can be taken."""

from detente.settlement.answer import answer as answer
from detente.settlement.bargaining import Bargain as Bargain
from detente.settlement.bargaining import Point as Point
from detente.settlement.bargaining import bargain as bargain
from detente.settlement.blockers import BlockerCount as BlockerCount
from detente.settlement.blockers import blockers as blockers
from detente.settlement.blockers import concessions as concessions
from detente.settlement.questions import Change as Change
from detente.settlement.questions import single_concessions as single_concessions
from detente.settlement.questions import what_would_change as what_would_change
from detente.settlement.readable import Readable as Readable
from detente.settlement.readable import readable as readable
from detente.settlement.results import Settlement as Settlement
from detente.settlement.settle import settle as settle
from detente.settlement.standings import standings as standings
from detente.settlement.steps import steps as steps

__all__ = [
    "Bargain",
    "BlockerCount",
    "Change",
    "Point",
    "Readable",
    "Settlement",
    "answer",
    "bargain",
    "blockers",
    "concessions",
    "readable",
    "settle",
    "single_concessions",
    "standings",
    "steps",
    "what_would_change",
]
