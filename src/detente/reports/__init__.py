"""A report as text: load files, find its date, drop what is not the report, split sentences."""

from detente.entries import Quote as Quote
from detente.reports.dateline import find_date as find_date
from detente.reports.dateline import parse_dates as parse_dates
from detente.reports.fetching import FetchLimits as FetchLimits
from detente.reports.language import language as language
from detente.reports.limits import MAX_CHARACTERS as MAX_CHARACTERS
from detente.reports.loading import SUFFIXES as SUFFIXES
from detente.reports.loading import load as load
from detente.reports.loading import load_all as load_all
from detente.reports.loading import report_from_text as report_from_text
from detente.reports.online import load_url as load_url
from detente.reports.report import REASONS as REASONS
from detente.reports.report import DateBasis as DateBasis
from detente.reports.report import Dropped as Dropped
from detente.reports.report import Part as Part
from detente.reports.report import Report as Report
from detente.reports.report import Sentence as Sentence
from detente.reports.sentences import sentences as sentences

__all__ = [
    "MAX_CHARACTERS",
    "REASONS",
    "SUFFIXES",
    "DateBasis",
    "Dropped",
    "FetchLimits",
    "Part",
    "Quote",
    "Report",
    "Sentence",
    "find_date",
    "language",
    "load",
    "load_all",
    "load_url",
    "parse_dates",
    "report_from_text",
    "sentences",
]
