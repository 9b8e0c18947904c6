"""What a person reads: one offline HTML file (or DOCX, or Markdown), a screen of text, or data."""

from detente.brief.brief import FORMATS as FORMATS
from detente.brief.brief import Brief as Brief
from detente.brief.comparison import Comparison as Comparison
from detente.brief.drawings import FIGURES as FIGURES
from detente.brief.figures import Figure as Figure
from detente.brief.summary import odds_lines as odds_lines
from detente.brief.summary import settlement_lines as settlement_lines
from detente.brief.talks_checks import calendar_lines as calendar_lines
from detente.brief.talks_checks import cascade_lines as cascade_lines
from detente.brief.talks_checks import holding_lines as holding_lines
from detente.brief.talks_checks import prior_lines as prior_lines
from detente.brief.talks_checks import simple_lines as simple_lines
from detente.brief.talks_checks import unmapped_lines as unmapped_lines
from detente.brief.talks_checks import waiting_lines as waiting_lines
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
    "calendar_lines",
    "calibrated_lines",
    "cascade_lines",
    "compared_lines",
    "failed_lines",
    "holding_lines",
    "map_lines",
    "odds_lines",
    "prior_lines",
    "ripeness_lines",
    "settlement_lines",
    "simple_lines",
    "sobol_lines",
    "unmapped_lines",
    "waiting_lines",
]
