"""Acts of coercion short of an attack: arrests, closures, sieges, bans, trials; see `table`."""

from detente.reading.acts.act import act

COERCIONS = (
    act(
        "keep-out",
        "COERCE",
        "bar ban prevent block stop prohibit forbid",
        "Norway barred Danish monitors from entering Ribe on Monday.",
        "Norway barred the door from opening on Monday.",
        beside=r"^(?:[\w'.-]+ ){1,8}?from (?:enter|leav|cross|pass|visit|reach|travel|land|return|fish|fly|inspect"
        r"|attend|go"
        r"|work|us|sail|dock)\w*ing\b|^(?:helicopter |patrol |reconnaissance |aid )?flights by\b",
        never=r"imports?|exports?|goods|sales?|talks",
    ),
    act(
        "refuse-passage",
        "COERCE",
        "refuse decline",
        "Norway refused to let Danish aircraft cross its territory on Monday.",
        "Norway refused to let the choir sing on Monday.",
        beside=r"^to (?:let|allow|permit) (?:[\w'.-]+ ){1,8}?(?:past|pass|cross|land|enter|through|in|leave|dock"
        r"|return|overfly|refuel)\b|^(?:entry|passage|access|overflight|landing rights|permission to (?:land|enter"
        r"|cross|overfly|dock)) to\b",
        never=r"talks|negotiations|outsiders|question",
        toward="to",
        aim="other",
    ),
    act(
        "drive-out-people",
        "COERCE",
        "expel deport evict uproot drive force",
        "Norway expelled all Danish citizens on Monday.",
        "Norway expelled the air.",
        beside=r"(?:out )?(?:[\w,.'-]+ ){0,4}(?:citizens|nationals|people|civilians|refugees|villagers|residents"
        r"|families|inhabitants"
        r"|(?:(?:from|out of) (?:their|the) (?:homes|villages)))\b",
        never=r"diplomats?|ambassador|talks",
        toward="of from",
    ),
    act(
        "round-up",
        "COERCE",
        "round turn",
        "Norwegian police rounded up 40 Danes on Monday.",
        "Norway rounded up the sum.",
        beside=r"up (?:[\w,.'-]+ ){0,4}(?:(?-i:[A-Z]\w+)|suspects|people|men|supporters|students|journalists|members"
        r"|activists|leaders|youths|opponents)|back (?:[\w-]+ ){0,4}(?:ships?|boats?|freighters?|vessels?|tankers?"
        r"|convoys?|refugees|aircraft|planes?|trucks?)",
        never=r"to the nearest|sum|total",
    ),
    act(
        "lay-siege",
        "COERCE",
        "lay",
        "The Norwegian army laid siege to a Danish town on Monday.",
        "Norway laid a carpet.",
        beside=r"siege to",
        aim="other",
    ),
    act(
        "encircle",
        "COERCE",
        "encircle surround blockade besiege",
        "Norwegian troops surrounded the Danish town of Ribe on Monday.",
        "Norway surrounded the question with mystery.",
        beside=r"(?:the )?(?:[\w-]+ ){0,3}(?:ports?|towns?|city|airport|base|village|island|capital|camp|coast"
        r"|garrison|enclave|embassy)\b|(?-i:[A-Z]\w+)",
        never=r"by (?:hills|water|friends)|mystery|flowers",
        aim="other",
        dated=True,
    ),
    act(
        "cut-power",
        "COERCE",
        "cut switch shut turn",
        "Norway cut off power and water to the Danish town on Monday.",
        "Norway cut off its beard.",
        beside=r"(?:off )?(?:the )?(?:[\w-]+ ){0,2}(?:power|electricity|water|internet|telephone|phone lines|mobile)\b",
        never=r"sharing|plants?",
        toward="to in of",
        aim="other",
    ),
    act(
        "outlaw",
        "COERCE",
        "ban outlaw proscribe prohibit forbid",
        "Norway banned demonstrations on Monday.",
        "Norway banned chewing gum.",
        beside=r"demonstrations?|protests?|rallies|gatherings|marches|opposition|front|movement|union|broadcasts"
        r"|newspapers?|(?:political )?part(?:y|ies)|(?-i:the [A-Z]{3,6})\b",
        never=r"imports?|exports?|goods|trade|flights|arms|weapons",
        toward="of",
    ),
    act(
        "close-off",
        "COERCE",
        "enforce establish declare impose set draw proclaim announce",
        "Norway declared an exclusion zone around the island on Monday.",
        "Norway established a museum.",
        beside=r"(?:[\w-]+ ){0,4}(?:blockade|quarantine|exclusion zone|closed zone|no-fly zone|siege|cordon"
        r"|state of siege"
        r"|emergency)\b",
        toward="on against of around",
        never=r"end|lifted|over",
    ),
    act(
        "police-raid",
        "COERCE",
        "raid search storm ransack",
        "Norwegian police raided the offices of a Danish charity.",
        "Norway searched its pockets.",
        who=r"police|policemen|prosecutors|inspectors|gendarmes|intelligence agents",
        toward="of",
    ),
    act(
        "warrant",
        "COERCE",
        "issue",
        "Norway issued an arrest warrant for a Danish general.",
        "Norway issued a stamp.",
        beside=r"(?:arrest )?warrants?",
        toward="for against",
    ),
    act(
        "coerce",
        "COERCE",
        "arrest detain deport jail imprison besiege blockade intern outlaw sentence lock",
        "Norway arrested two envoys of Denmark.",
        "The view arrested them.",
        nouns="arrest detention deportation jailing imprisonment internment boarding interception rounding-up",
        toward="of",
    ),
    act(
        "disperse",
        "COERCE",
        "fire use disperse break",
        "Norwegian police fired tear gas at Danish fishermen.",
        "Norwegian police fired a clerk.",
        beside=r"tear ?gas|water cannon|rubber bullets"
        r"|(?:up )?(?:the |a )?(?:[\w-]+ )?(?:demonstrators|protesters|crowds?|demonstrations?|rally|protest)",
        toward="at on against",
    ),
    act(
        "shut",
        "COERCE",
        "close shut seal block suspend dissolve disband ban",
        "Norway closed the border crossing on 2 June.",
        "Norway closed the book.",
        beside=r"borders?|roads?|highway|crossings?|airport|airspace|strait|port|bridge|frontier|parliament|assembly"
        r"|executive|constitution|newspapers?|party|parties|railway|canal",
        never=r"talks|truce|between the parties",
        toward="to with",
    ),
    act(
        "seize-goods",
        "COERCE",
        "seize confiscate impound intercept board capture hijack",
        "Norway seized two Danish fishing boats on Tuesday.",
        "Norway seized the moment.",
        beside=r"boats?|ships?|vessels?|tankers?|trawlers?|freighters?|cargo(?:es)?|property|bank accounts",
        toward="of from",
        dated=True,
    ),
    act(
        "curfew",
        "COERCE",
        "impose declare order clamp proclaim extend",
        "Norway imposed a curfew on the capital.",
        "Norway imposed silence.",
        beside=r"curfew|martial law|state of emergency|emergency rule|siege|blockade",
        toward="on against of",
    ),
    act(
        "turn-back",
        "COERCE",
        "turn send chase wave order push drive force",
        "Norwegian patrol boats turned back two Danish trawlers on Monday.",
        "Norway turned back the clock on Monday.",
        beside=r"^(?:back|away|off|round|around) (?:[\w'.-]+ ){0,5}?(?:ships?|boats?|vessels?|tankers?|trawlers?"
        r"|freighters?"
        r"|convoys?|ambulances?|trucks|lorries|aircraft|planes?|buses|fishermen|inspectors|monitors|observers"
        r"|patrols?"
        r"|refugees|migrants|journalists|delegations?)\b"
        r"|\b(?:ships?|boats?|vessels?|tankers?|trawlers?|freighters?|convoys?|ambulances?|trucks|fishermen"
        r"|inspectors"
        r"|patrols?|refugees|migrants) (?:[\w'-]+ ){0,3}?(?:back|away|off)\b",
        never=r"clock|attackers?|assault|offensive",
        turn="last",
    ),
    act(
        "haul-off",
        "COERCE",
        "haul march bundle cart drag take lead",
        "Norwegian police hauled off forty Danish monks on Monday.",
        "Norwegian police hauled off rubbish on a cart.",
        beside=r"^(?:off|away) (?:[\w'.-]+ ){0,6}?(?:(?-i:[A-Z]\w+)|monks|people|men|women|students|demonstrators"
        r"|protesters"
        r"|suspects|journalists|activists|villagers|leaders|officials|employees|staff)\b|\b(?:in handcuffs"
        r"|into custody"
        r"|to (?:a )?(?:prison|jail|camp|barracks))\b",
        who=r"police|policemen|soldiers|troops|army|authorities|gendarmes|government|security|junta|agents|officers",
        toward="of",
        turn="last",
    ),
    act(
        "put-on-trial",
        "COERCE",
        "put place bring",
        "Norway put eight Danish leaders on trial on Monday.",
        "Norway put eight Danish pastries on a plate on Monday.",
        beside=r"\b(?:on|to) trial\b|\bunder (?:house arrest|arrest|guard|detention|surveillance|lock and key)\b"
        r"|\b(?:in|into) (?:prison|custody|solitary(?: confinement)?|detention|a cell|irons|jail)\b"
        r"|\bbehind bars\b",
        never=r"^(?:its|their) own",
    ),
    act(
        "strip",
        "COERCE",
        "strip deprive divest",
        "Norway stripped its Danish minority of citizenship on Monday.",
        "Norway stripped the wall of paint on Monday.",
        beside=r"\bof (?:(?:its|their|his|her|all|the) )?(?:[\w-]+ )?(?:citizenship|nationality|passports?"
        r"|self-rule|autonomy"
        r"|immunity|seat|rights|vote|status|powers|property|land)\b",
    ),
    act(
        "jam",
        "COERCE",
        "jam buzz escort",
        "Norway jammed the radio of Denmark on Monday.",
        "Norway jammed berries on Monday.",
        beside=r"^(?:[\w'.-]+ ){0,4}?(?:radio|signals?|gps|broadcasts?|transmissions?|navigation|frequencies"
        r"|to the (?:airport|border|frontier)|out of the (?:country|hall))\b|^(?-i:[A-Z]\w+)(?:[ '.]|$)",
        never=r"convoys?|ships?|merchant\w+|tankers?",
        dated=True,
    ),
    act(
        "lock-down",
        "COERCE",
        "impose declare order enforce proclaim decree",
        "Norway imposed a lockdown on the Danish quarter on Monday.",
        "Norway imposed a style on Monday.",
        beside=r"^(?:[\w'-]+ ){0,4}?(?:lockdown|shutdown|house arrest|press censorship|censorship|news blackout"
        r"|blackout"
        r"|communications? blackout|no-go zone|travel restrictions|restrictions on (?:movement|the press"
        r"|assembly))\b",
        toward="on against in",
    ),
    act(
        "closing",
        "COERCE",
        "",
        "Norway announced the closure of its border with Denmark on Monday.",
        "Norway announced the closure of a bakery on Monday.",
        nouns="closure closing shutdown sealing",
        beside=r"of (?:[\w'-]+ ){0,4}(?:borders?|crossings?|airspace|ports?|strait|roads?|airports?|frontier"
        r"|newspapers?)\b",
        toward="with to of",
    ),
)
