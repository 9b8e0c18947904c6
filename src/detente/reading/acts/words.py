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
ATTACK = (
    r"attacks?|strikes?|offensives?|assaults?|raids?|invasion|air ?strikes?|bombardment|shelling|ambush|bombings?"
    r"|incursions?|drones?|missiles?|rockets?|shells?|mortars?|barrage|sabotage|bombs|operation against"
)
FIGURATIVE = (
    r"problem|question|note|tone|deal|agreement|chord|decision|blow to|attention|ball|opportunity|moment|plan"
    r"|proposal|balance|bargain|hopes?|headlines|conference|talks|negotiations|summit|off the list|from the list"
)
HARM = (
    r"sanctions|faces?|strike|war|action|force|retaliat\w+|consequences|attacks?|revenge|avenge|crush|destroy|punish|pay"
    r"|harsh|respon[ds]\w*|walk away|resume|quit|withdraw|stay away|cost|lives|escalat\w+|devastat\w+|no mercy"
    r"|hit back|revolution|bloodbath|unleash|bomb\w*|annihilat\w+|war"
)
TALKS = (
    r"talks?|discussions?|negotiations?|table|conference|meeting|session|dialogue|contacts?|process|participation"
    r"|part in|commission|summit|room|negotiating|round|signing|plenary|roundtable|ballot"
)
FIGHTING = r"(?:fire|attack\w*|operations|strikes|offensive|bombing|shelling|hostilities)"
CAPTIVES = (
    r"prisoners?|detainees?|captives?|pows?|hostages?|internees?|inmates|abductees"
    r"|captured|kidnapped|abducted|detained|jailed|imprisoned|arrested"
)
DIPLOMATS = (
    r"ambassadors?|envoys?|consuls?|attach[eé]s?|diplomats?|charg[eé]s?|legations?|chief of mission"
    r"|high commissioners?"
)
ATTACKS = words("attack strike raid bombing shelling offensive massacre airstrike assault incursion bombardment")
