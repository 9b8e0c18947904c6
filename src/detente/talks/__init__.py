"""The talks over time: three tracks, six channels, and what an event does to the odds of agreement."""

from detente.talks.advice import Advice as Advice
from detente.talks.advice import Option as Option
from detente.talks.advice import help_most as help_most
from detente.talks.analysts import Analyst as Analyst
from detente.talks.analysts import load_analyst as load_analyst
from detente.talks.calendar import calendar_of as calendar_of
from detente.talks.calibration import Calibrated as Calibrated
from detente.talks.calibration import PastRound as PastRound
from detente.talks.calibration import calibrate as calibrate
from detente.talks.calibration import load_rounds as load_rounds
from detente.talks.cards import Card as Card
from detente.talks.cards import cards as cards
from detente.talks.cards import load_shock as load_shock
from detente.talks.cards import named as named
from detente.talks.cascade import Cascade as Cascade
from detente.talks.cascade import Played as Played
from detente.talks.cascade import cascade as cascade
from detente.talks.checking import PriorCheck as PriorCheck
from detente.talks.checking import Simple as Simple
from detente.talks.checking import prior_check as prior_check
from detente.talks.checking import simple_forecasts as simple_forecasts
from detente.talks.choosing import choose as choose
from detente.talks.conditioning import Conditioned as Conditioned
from detente.talks.conditioning import failed_rounds as failed_rounds
from detente.talks.curve import agreement_curve as agreement_curve
from detente.talks.document import document as document
from detente.talks.durability import holding as holding
from detente.talks.mapping import Mapped as Mapped
from detente.talks.mapping import mapped as mapped
from detente.talks.offers import Sessions as Sessions
from detente.talks.offers import Strategy as Strategy
from detente.talks.offers import alternate as alternate
from detente.talks.offers import offers_on as offers_on
from detente.talks.paired import telling as telling
from detente.talks.results import CHANNELS as CHANNELS
from detente.talks.results import TRACKS as TRACKS
from detente.talks.results import BaseRate as BaseRate
from detente.talks.results import Effect as Effect
from detente.talks.results import Flip as Flip
from detente.talks.results import Holding as Holding
from detente.talks.results import HoldsAt as HoldsAt
from detente.talks.results import LedgerRow as LedgerRow
from detente.talks.results import Odds as Odds
from detente.talks.results import Quantiles as Quantiles
from detente.talks.results import Shock as Shock
from detente.talks.results import TrackOdds as TrackOdds
from detente.talks.results import Waiting as Waiting
from detente.talks.ripeness import Ripeness as Ripeness
from detente.talks.ripeness import ripeness as ripeness
from detente.talks.sensitivity import Sobol as Sobol
from detente.talks.sensitivity import doubts as doubts
from detente.talks.sensitivity import sobol as sobol
from detente.talks.shocks import events as events
from detente.talks.shocks import find_shock as find_shock
from detente.talks.shocks import follows as follows
from detente.talks.signmap import SignMap as SignMap
from detente.talks.signmap import sign_map as sign_map
from detente.talks.simulate import simulate as simulate

__all__ = [
    "CHANNELS",
    "TRACKS",
    "Advice",
    "Analyst",
    "BaseRate",
    "Calibrated",
    "Card",
    "Cascade",
    "Conditioned",
    "Effect",
    "Flip",
    "Holding",
    "HoldsAt",
    "LedgerRow",
    "Mapped",
    "Odds",
    "Option",
    "PastRound",
    "Played",
    "PriorCheck",
    "Quantiles",
    "Ripeness",
    "Sessions",
    "Shock",
    "SignMap",
    "Simple",
    "Sobol",
    "Strategy",
    "TrackOdds",
    "Waiting",
    "agreement_curve",
    "alternate",
    "calendar_of",
    "calibrate",
    "cards",
    "cascade",
    "choose",
    "document",
    "doubts",
    "events",
    "failed_rounds",
    "find_shock",
    "follows",
    "help_most",
    "holding",
    "load_analyst",
    "load_rounds",
    "load_shock",
    "mapped",
    "named",
    "offers_on",
    "prior_check",
    "ripeness",
    "sign_map",
    "simple_forecasts",
    "simulate",
    "sobol",
    "telling",
]
