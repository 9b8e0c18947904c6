"""Words that several acts share: for the table as alternatives of a regular expression, for its readers as sets."""

from detente.reading.rule import words

TROOPS = (
    r"troops?|forces?|soldiers?|army|armies|men|units?|tanks?|battalions?|brigades?|divisions?|warships?|ships"
    r"|fleet|contingents?|reservists?|squadrons?|militias?|fighters|paratroopers|reinforcements|garrisons?|guns"
    r"|artillery|missiles|warplanes|aircraft carrier|armou?r|bombers"
    r"|observers|peacekeepers|monitors"
)
LAND = (
    r"village|town|city|capital|port|airport|airfield|base|positions?|lines?|territory|province|area|region|hill"
    r"|bridges?|island|pass|district|stronghold|camp|station|plant|land|post|barracks|headquarters|villages|towns"
    r"|garrison|compound|heights|crossing|suburbs?"
)
DIPLOMATS = (
    r"ambassadors?|envoys?|consuls?|attach[eé]s?|diplomats?|charg[eé]s?|legations?|chief of mission"
    r"|high commissioners?"
)
# Attacks, by their dictionary form.
ATTACKS = words("attack strike raid bombing shelling offensive massacre airstrike assault incursion bombardment")
