"""Moves of troops: back and out, up and forward, drills and call-ups; see `table`."""

from detente.reading.acts.act import act
from detente.reading.acts.words import LAND, TROOPS

_HELD = (
    rf"{LAND}|bases?|outposts?|garrisons?|fort|barracks|heights|trenches|zone|valley|bank|strip|enclaves?|peninsula"
    r"|districts?|quarters?|hospital|caves|ridges?|ground|checkpoints?|customs house"
)
_POST = (
    r"bases?|positions|outposts?|posts?|garrisons?|towns?|city|villages?|fort|airport|camps?|territory|islands?"
    r"|trenches|barracks|heights|zone|area|valley|bridgehead|checkpoints?|buffer strip"
)
_HULLS = (
    r"frigates?|destroyers?|corvettes?|cruisers?|submarines?|gunboats?|minesweepers?|minehunters?|flotillas?"
    r"|(?:aircraft )?carriers?(?: group)?|task force|armada|jets|fighter jets|fighters|helicopters|gunships"
    r"|armou?red cars"
    r"|armou?red vehicles|armou?r|batteries|howitzers|commandos|marines|rangers|gendarmes|paras|regiments?|legion"
    r"|interceptors|launchers"
)
_FORCES = rf"{TROOPS}|{_HULLS}"

_ARMS = r"arms|weapons|rifles|guns|weaponry|ammunition|tanks"

RETREATS = (
    act(
        "last-to-leave",
        "RETREAT",
        "sail fly leave roll board depart drive cross go march embark ride pull",
        "The last Danish soldiers sailed from Ribe on Monday.",
        "The last Danish guests sailed from Ribe on Monday.",
        who=rf"\blast (?:[\w'-]+ ){{0,4}}(?:{TROOPS}|convoys?|helicopters?|planes?|vehicles|legionnaires|marines"
        r"|columns?|legion)\b|blue helmets",
        toward="",
        never=r"into (?:battle|action)|against",
        aim="none",
        turn="first",
    ),
    act(
        "vacate",
        "RETREAT",
        "vacate abandon evacuate relinquish",
        "Norwegian forces vacated the base on Monday.",
        "Norway abandoned the idea.",
        beside=rf"(?:[\w'-]+ ){{0,4}}(?:{_POST}|delta|coast|north|south|east|west|border|(?-i:[A-Z]\w+))",
        never=r"civilians|wounded|residents|patients|foreigners|nationals|villagers|children|embassy|staff|families"
        r"|people"
        r"|citizens|talks|demands?|plans?|claims?|position on",
        aim="none",
    ),
    act(
        "complete-withdrawal",
        "RETREAT",
        "complete begin start carry finish launch conclude",
        "Norway completed the withdrawal of its troops from Ribe on Monday.",
        "Norway completed the puzzle.",
        beside=r"(?:out )?(?:the |its |their |a )?(?:[\w-]+ ){0,2}(?:withdrawal|pull-?out|pull-?back|evacuation|retreat"
        r"|redeployment|disengagement)\b",
        never=r"talks|civilians|wounded",
        aim="none",
    ),
    act(
        "fall-back",
        "RETREAT",
        "withdraw retreat fall pull",
        "Norwegian units retreated to the river.",
        "The Norwegian economy fell.",
        beside=r"to|from|back|out|behind",
        never=r"talks|negotiations|accord|agreement|treaty|truce|short|apart|off|down",
        who=TROOPS,
        aim="none",
    ),
    act(
        "retreat",
        "RETREAT",
        "withdraw retreat evacuate pull march",
        "Norway withdrew its troops from the town on 25 May.",
        "Norway withdrew its cheque.",
        beside=rf"(?:{TROOPS})(?: [\w'-]+){{0,5}}?(?: out| back| from| home)?|out of|from",
        never=r"talks|negotiations|meeting|session|conference|summit|cabinet|coalition|council|race|accord|agreement|treaty"
        r"|truce|cease-?fire|pact|organi[sz]ation|union|offer|proposal|team|candidat\w+|government|process"
        r"|civilians|wounded|residents|patients|foreigners|nationals|villagers|children"
        r"|commission|chair|ambassadors?|envoys?|diplomats?|mission|charg\w*|meeting|session|round|cabinet|coalition"
        r"|convention|conference|summit|race|run-?off|elections?|court|parliament|assembly|committee|council"
        r"|memorandum",
        aim="none",
    ),
    act(
        "move-off",
        "RETREAT",
        "withdraw retreat roll drive move draw turn march slip get step fall pull ride back depart fly",
        "Danish columns drew back from Ribe on Monday.",
        "Danish columns drew up at Ribe on Monday.",
        beside=r"^(?:(?:[\w-]+ (?:kilomet\w+|miles|metres)|both) )?(?:back|out of|out|off|away|home|behind"
        r"|beyond|from)\b",
        never=r"talks|negotiations|accord|agreement|treaty|truce|short|apart|through|into action|^back (?:a"
        r"|an|the|\d+|at|to)"
        r"|under|against|race|directions|an? attack|attacks?",
        who=rf"{TROOPS}|convoys?|columns?|guerrillas|rebels|insurgents|cars|carriers|regiments?|vehicles"
        rf"|marines|police"
        r"|gunboats|helicopters|legionnaires",
        aim="none",
        toward="",
        turn="last",
    ),
    act(
        "withdraw-to",
        "RETREAT",
        "withdraw retreat pull fall draw",
        "The Danes retreated to the river on Monday.",
        "The Danes retreated to a vague answer.",
        beside=r"^(?:back )?(?:to|behind|beyond|across|towards|into|north|south|east|west) (?:the |a |an "
        r"|its |their )?"
        r"(?:[\w'-]+ ){0,4}?(?:hills?|mountains?|river|line|lines|border|forests?|bush|jungle|coast|positions?|bases?"
        r"|barracks|villages?|towns?|city|strip|islands?|camps?|desert|frontier|bank|valleys?|heights"
        r"|(?-i:[A-Z]\w+))\b",
        never=r"talks|team|delegation|ambassador|negotiators",
        aim="none",
        toward="",
    ),
    act(
        "bring-home",
        "RETREAT",
        "bring take send call march fly lead move order ship recall repatriate pull extract remove",
        "Sweden brought home its last three battalions on Monday.",
        "Sweden brought home its last three dancers on Monday.",
        beside=rf"^(?:home|back|away|out) (?:[\w',.-]+ ){{0,6}}?(?:{TROOPS})\b"
        rf"|^(?:[\w',.-]+ ){{0,6}}?(?:{TROOPS}) (?:back |away |home |out )+(?!to|into|up|against)"
        rf"|^(?:[\w',.-]+ ){{0,5}}?(?:{TROOPS}) (?:from|off|out of) ",
        never=r"talks|wounded|negotiators|delegation|into|to the (?:front|border)|from the (?:north|south"
        r"|east|west|capital)"
        r"|relief|against|\bto reinforce",
        aim="none",
        toward="",
        turn="last",
    ),
    act(
        "give-up-land",
        "RETREAT",
        "give yield cede hand return relinquish",
        "Danish forces gave up the western bank on Monday.",
        "Danish forces gave up smoking on Monday.",
        beside=rf"^(?:up|back|over)? ?(?:the |its |their |about |half |of |all )*(?:[\w'-]+ ){{0,3}}?(?:{_HELD})\b"
        r"|^up (?-i:[A-Z]\w+)(?= (?:without|after|on|last|at|in|to)|,|\W*$)",
        never=r"talks|arms|weapons|prisoners|hopes?|claims?|demands?|insistence|control room|fire|plan"
        r"|proposals?|lists?|letter"
        r"|message|protest|note|powers?|power|posts? (?:in|as)|bodies|remains|passports?|captives?|hostages?",
        who="",
        aim="none",
        toward="",
    ),
    act(
        "lower-flag",
        "RETREAT",
        "lower haul strike furl",
        "Norwegian soldiers lowered their flag at Ribe on Monday.",
        "Norwegian soldiers lowered their voices at Ribe on Monday.",
        beside=r"(?:down )?(?:its|the|their) (?:[\w-]+ )?(?:flags?|colours|colors|tricolou?r|ensign|standard)\b",
        never=r"half|hotel|deal",
        aim="none",
        toward="",
    ),
    act(
        "lay-down-arms",
        "RETREAT",
        "lay hand surrender turn give yield",
        "Danish fighters laid down their arms on Monday.",
        "Danish workers laid down a carpet.",
        beside=rf"(?:(?:down |in |over |up )?(?:their |its |his |the |all |most of |the last of |some of |half )*"
        rf"|(?:their |its |his |their own ))(?:[\w,.-]+ ){{0,3}}(?:{_ARMS})\b",
        never=r"shipments?|embargo|to use|control|talks|on the table|from|against|to the (?:rebels|army|front)",
        aim="none",
        toward="",
    ),
    act(
        "surrender",
        "RETREAT",
        "surrender capitulate",
        "The Danish rebels surrendered to Norway on Monday.",
        "The Danish rebels surrendered hope.",
        beside=r"^(?:unconditionally |en masse )?(?:(?:to|on|at|in|after|without|last|yesterday|today|when)|\W*$)",
        never=r"^to (?:the )?(?:idea|temptation|fear|demand|charms?)|birth|guarantees",
        toward="to",
        aim="other",
        dated=True,
    ),
    act(
        "pull-out",
        "RETREAT",
        "",
        "The withdrawal of troops by Norway ended on Monday.",
        "The withdrawal of cash by Norway ended on Monday.",
        nouns="withdrawal evacuation pull-out pullout retreat",
        beside=rf"(?:of )?(?:[\w'-]+ ){{0,3}}(?:{TROOPS})\b",
        toward="",
        aim="none",
    ),
)
MOBILISATIONS = (
    act(
        "test-fire",
        "MOBILIZE",
        "hold stage begin start conduct launch test fire carry open",
        "Norway held military exercises on Monday.",
        "Norway held its breath.",
        beside=r"test-|(?:[\w-]+ ){0,4}(?:military exercises?|naval exercises?|exercises near|man(?:oeuvres?"
        r"|euvers?)|military drills?"
        r"|war games|(?:missile|rocket|nuclear|weapons) tests?|(?:ballistic|long-range|cruise"
        r"|medium-range) missiles?)\b",
        never=r"at|on (?:targets?|towns?|the (?:city|town|base))|into|against",
        aim="none",
        turn="first",
    ),
    act(
        "call-to-arms",
        "MOBILIZE",
        "declare order announce decree proclaim begin",
        "Norway declared a general mobilisation on Monday.",
        "Norway declared a holiday.",
        beside=r"(?:[\w-]+ ){0,3}mobili[sz]ation|(?:[\w-]+ ){0,3}call-?up",
        aim="none",
        turn="first",
    ),
    act(
        "move-up",
        "MOBILIZE",
        "move sail gather assemble converge mass arrive steam roll come land",
        "Norwegian tanks moved up to the border on Monday.",
        "The Norwegian choir moved up a note.",
        beside=r"up to|to|towards?|near|at|along|from|into position|for|off|in|ashore",
        never=r"talks|home|back|out of|peacekeep\w+|under|to (?:an end|a halt|power)",
        who=TROOPS,
        aim="none",
        dated=True,
    ),
    act(
        "mobilize",
        "MOBILIZE",
        "mobilize mobilise deploy mass send dispatch move rush amass concentrate reinforce",
        "Norway deployed troops along the border.",
        "Norway deployed its charm.",
        beside=TROOPS,
        never=r"back|home|out of|relief|food|from|workers|delegation|advis[eo]rs|instructors|to (?:support|back|assist"
        r"|monitor|observe|supervise|verify|keep the peace)",
        toward="against",
    ),
    act(
        "call-up",
        "MOBILIZE",
        "call mobilise mobilize",
        "Norway called up 14,000 reservists.",
        "Norway called up a friend.",
        beside=r"up (?:[\w,.]+ ){0,4}(?:reserv\w*|squadrons?|troops|men|conscripts?)|reserv\w*|conscripts?",
        aim="none",
    ),
    act(
        "on-alert",
        "MOBILIZE",
        "put place",
        "Norway put its army on alert.",
        "Norway put its coat on.",
        beside=r"alert|war footing",
        aim="none",
    ),
    act(
        "send-forces",
        "MOBILIZE",
        "send order dispatch move deploy despatch rush station post position reposition fly airlift ship bring roll "
        "pull"
        " mass concentrate shift transfer base redeploy reinforce",
        "Norway sent a frigate to the strait on Monday.",
        "Norway sent a frigate-bird to the museum on Monday.",
        beside=rf"^(?:up )?(?:[\w'.,-]+ ){{0,5}}?(?:{_FORCES})\b(?! (?:home|back|out|from"
        rf"|withdrawn))(?: [\w'.-]+){{0,5}}? (?:to"
        r"|into|towards?|near|along|off|up|forward|north|south|east|west|across|on|around|at|in)\b",
        never=r"back|home|out of|relief|food|from|workers|delegation|peacekeep\w+|observers|monitors|mission"
        r"|against (?:the )?"
        r"(?:town|city)|talks|aid|rescue|flood|earthquake|wounded|not to|to (?:stop|cease|withdraw|lay|leave|return"
        r"|hold|carry|resume|attack|fight|open|strike|launch|fire|march|obey|support|back|assist|monitor|observe"
        r"|supervise|verify|keep the peace)",
        toward="against",
        aim="none",
    ),
    act(
        "forces-roll",
        "MOBILIZE",
        "roll march rumble fan pour head steam put go drive deploy",
        "Columns of Norwegian armour rumbled towards the border on Monday.",
        "Norwegian thunder rumbled towards the border on Monday.",
        beside=r"^(?:up |out |north |south |east |west )?(?:to|towards?|into position|along|on (?-i:[A-Z]\w+)"
        r"|to sea|north|south"
        r"|up to)\b",
        who=rf"{_FORCES}|columns?|reserves|vehicles",
        never=r"home|back|peacekeep\w+|talks|barracks",
        aim="none",
        dated=True,
        turn="last",
    ),
    act(
        "order-up",
        "MOBILIZE",
        "order tell instruct call summon recall",
        "Norway told its reservists to report to their depots on Monday.",
        "Norway told its story on Monday.",
        beside=r"^(?:[\w'.-]+ ){0,3}?(?:reservists?|reserves|conscripts|classes|militia"
        r"|men of military age)\b.*?\b(?:report|depots"
        r"|barracks|duty|colou?rs|arms|up)\b",
        aim="none",
    ),
    act(
        "deployment",
        "MOBILIZE",
        "",
        "Norway announced the deployment of 500 troops to the north on Monday.",
        "Norway announced the deployment of software on Monday.",
        nouns="deployment mobilisation mobilization dispatch call-up",
        beside=rf"of (?:[\w,.'-]+ ){{0,4}}(?:{TROOPS})\b",
        toward="",
        aim="none",
    ),
)
