"""The talks over time: three tracks, six channels, and what an event does to the odds of agreement."""

from detente.talks.cards import Card as Card
from detente.talks.cards import cards as cards
from detente.talks.cards import load_shock as load_shock
from detente.talks.results import CHANNELS as CHANNELS
from detente.talks.results import TRACKS as TRACKS
from detente.talks.results import BaseRate as BaseRate
from detente.talks.results import Effect as Effect
from detente.talks.results import Flip as Flip
from detente.talks.results import LedgerRow as LedgerRow
from detente.talks.results import Odds as Odds
from detente.talks.results import Shock as Shock
from detente.talks.results import TrackOdds as TrackOdds
from detente.talks.shocks import find_shock as find_shock
from detente.talks.simulate import simulate as simulate

__all__ = [
    "CHANNELS",
    "TRACKS",
    "BaseRate",
    "Card",
    "Effect",
    "Flip",
    "LedgerRow",
    "Odds",
    "Shock",
    "TrackOdds",
    "cards",
    "find_shock",
    "load_shock",
    "simulate",
]
