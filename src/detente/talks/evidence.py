"""Published frequencies to hold a result against. All are observational: they say how often, not why."""

from detente.talks.results import BaseRate

PEACE_AGREEMENT = BaseRate(
    "conflict dyads since 1990 that ended in a peace agreement", 0.137, "UCDP, 511 dyads, computed"
)
CEASEFIRE = BaseRate("conflict dyads since 1990 that ended in a ceasefire", 0.135, "UCDP, 511 dyads, computed")
BASE_RATES: tuple[BaseRate, ...] = (
    PEACE_AGREEMENT,
    CEASEFIRE,
    BaseRate("conflict dyads since 1990 that ended in a victory of either side", 0.155, "UCDP, 511 dyads, computed"),
    BaseRate("signed peace agreements that held for five years", 0.68, "UCDP, computed; signed accords are selected"),
    BaseRate("air campaigns that coerced", 19 / 53, "Horowitz and Reiter 2001, 53 campaigns"),
    BaseRate("violent acts in a crisis that met a violent response", 0.61, "ICB version 14, actor level, computed"),
    BaseRate("crises with a mediator that ended in agreement (without: .20)", 0.57, "ICB version 14, computed"),
)
