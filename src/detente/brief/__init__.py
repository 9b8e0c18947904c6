"""What a person reads: one offline HTML file, a screen of text, or data."""

from detente.brief.brief import Brief as Brief
from detente.brief.summary import odds_lines as odds_lines
from detente.brief.summary import settlement_lines as settlement_lines

__all__ = ["Brief", "odds_lines", "settlement_lines"]
