"""What a person reads: one offline HTML file (or DOCX, or Markdown), a screen of text, or data."""

from detente.brief.brief import FORMATS as FORMATS
from detente.brief.brief import Brief as Brief
from detente.brief.comparison import Comparison as Comparison
from detente.brief.drawings import FIGURES as FIGURES
from detente.brief.figures import Figure as Figure
from detente.brief.summary import odds_lines as odds_lines
from detente.brief.summary import settlement_lines as settlement_lines
from detente.brief.talks_lines import advice_lines as advice_lines
from detente.brief.talks_lines import calibrated_lines as calibrated_lines
from detente.brief.talks_lines import compared_lines as compared_lines
from detente.brief.talks_lines import failed_lines as failed_lines
from detente.brief.talks_lines import map_lines as map_lines
from detente.brief.talks_lines import ripeness_lines as ripeness_lines
from detente.brief.talks_lines import sobol_lines as sobol_lines

__all__ = [
    "FIGURES",
    "FORMATS",
    "Brief",
    "Comparison",
    "Figure",
    "advice_lines",
    "calibrated_lines",
    "compared_lines",
    "failed_lines",
    "map_lines",
    "odds_lines",
    "ripeness_lines",
    "settlement_lines",
    "sobol_lines",
]
