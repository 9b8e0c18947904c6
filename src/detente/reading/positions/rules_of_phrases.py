"""The table of set phrases by which a party states a stance: "holds out for", "is out of the question".

Each is a pattern over the words of a sentence, for what no single word says; `phrases` reads by this table.
"""

from detente.reading.rule import Rule

_NOT = (
    r"(?:won't|wouldn't|can't|couldn't|shan't|cannot|never"
    r"|(?:will|would|can|could|shall|do|does|did|has|have|had|is|are|was|were)(?: ?n't| not| never))"
)
# What follows the phrase is what it is about; whoever stands before it holds the stance.
FORWARD = (
    Rule(
        "presses-for",
        "position",
        "demands",
        frozenset(),
        "Norway is pressing for the prisoners to be released.",
        "Norway is pressing for lunch.",
        0.6,
        r"\b(?:(?:is|are|was|were|remains?) (?:bent|intent) on|(?:will|would|shall) (?:retain|hold on to"
        r"|hang on to|keep hold of"
        r"|keep (?:the|its|their|control))|plan(?:s|ned)? to keep|g[ai]ves? (?!themsel|itself"
        r"|himself|herself)[^,.;:]{2,40}? (?:until|till|up to|\w+ (?:days?|hours?"
        r"|weeks?|months?)) (?:[\w:.]+ ){0,4}?to(?= [a-z])|(?:set|sets|issue[sd]?) (?:[^,.;:]{2,20} )?(?:a"
        r"|an) (?:\w+ )?(?:deadline|ultimatum)"
        r" [^.;:]{0,30}?(?:for|to)\b|(?:set|sets|has set|had set) (?:its|his|her|their) (?:sights|heart"
        r"|mind)s? on|(?:make|made|makes|making) (?:the|a) case for"
        r"|lobb(?:y|ies|ied|ying) for|hanker(?:s|ed|ing)? (?:after|for)|cr(?:y|ies|ied|ying) out for|bidding for"
        r"|look(?:s|ed|ing) for|(?:angl|agitat)(?:es?|ed|ing) for|(?:canvass|petition)(?:es|s|ed|ing)? for"
        r"|appl(?:y|ies|ied|ying) for|su(?:es?|ed|ing) for|(?:had|has|have) come for|sp(?:eaks?|oke|eaking) up for"
        r"|will (?:accept|take) nothing (?:but|less)|(?:has|have|had) (?:its|their|his|her) heart set on"
        r"|stak(?:es?|ed|ing) (?:a|its|their|his) claim to|(?:has|have|had) (?:its|his|her|their) (?:eyes?|sights) on"
        r"|will not rest until|(?:is|are|was|were|remains?|remained|stays?|stayed) (?:insistent|emphatic"
        r"|resolute|firm|unbending"
        r"|unyielding|immovable|inflexible|adamant) (?:on|about|that|in)|plac(?:es?|ed|ing) (?:\w+ )?(?:emphasis"
        r"|stress|weight"
        r"|insistence) (?:up)?on|attach(?:es|ed|ing)? (?:\w+ )?importance to|g[ai]ves? (?:\w+ )?priority to"
        r"|push(?:es|ed|ing)? ahead with"
        r"|(?:asked|pressed|pushed|called|calling|asking) (?:again|once more|anew|repeatedly|publicly) for"
        r"|hold(?:s|ing)? out for|held out for|press(?:es|ed|ing)? for|push(?:es|ed|ing)? for|stand(?:s"
        r"|ing)? firm on"
        r"|stood firm on|(?:is|are|was|were|'s|'re) (?:set on|after|adamant (?:on|about|that)|determined to)"
        r"|(?:would|'d) like (?:to (?:see|have))?|wants? back|make(?:s)? it a condition"
        r"|(?<!to )(?<!the )(?<!their )(?<!its )(?<!his )(?:fights?|struggles?|campaigns?) for"
        r"|(?:is|are) (?:fighting|struggling|campaigning) for|clamou?r(?:s|ed|ing)? for"
        r"|h[eo]lds? fast to|held fast to"
        r"|(?:has|have|had) (?:asked|called(?= (?:up)?on | for )|pressed|pushed|demanded)|lean(?:s|ed"
        r"|ing)? on"
        r"|(?:wish(?:es|ed)?|mean(?:s|t)?|intend(?:s|ed)?) to (?:keep|have|see)|reserve(?:s|d)? (?:the|its|their"
        r"|his) right"
        r"|(?:has|(?<!will )(?<!would )(?<!to )have|had) (?:a|the|every|its|full) (?:\w+ )?right to"
        r"|l(?:ays?|aid) claim to|argu(?:es?|ed"
        r"|ing) for|set(?:s|ting)? (?:a|one|as a"
        r"|as its) condition)\b",
    ),
    Rule(
        "has-in-mind",
        "position",
        "proposes",
        frozenset(),
        "Norway put forward an exchange of prisoners.",
        "Norway put forward its best skier.",
        0.6,
        r"\b(?:would (?:let|allow|grant|give|hand|cede|permit|admit)|held? out the (?:prospect|promise) of"
        r"|holds out the (?:prospect|promise) of"
        r"|(?:mapped|sketched|spelled|spelt|set|laid) out (?=(?:a|an|its|their|the) )|unveil(?:s|ed)|toy(?:s|ed"
        r"|ing) with|ha(?:s|ve|d) in mind|put(?:s|ting)? forward|c[ao]mes? forward with"
        r"|rais(?:es|ed|ing) the (?:possibility|prospect|idea) of"
        r"|sound(?:s|ed|ing) out|float(?:s|ed|ing) the (?:idea|notion) of|put(?:s)? to [A-Z][\w' -]{2,30} an?(?= )"
        r"|came up with|come(?:s)? up with|ha(?:s|d|ve) on offer"
        r"|(?:is|are|was|were) in favou?r of|(?:would|'d) (?:rather|prefer)|(?:is|are) offering|dangl(?:es|ed|ing)"
        r"|put(?:s)? on the table|lay(?:s)? before|laid (?:before|on the table)|submit(?:s|ted)?"
        r"|brought (?:along )?(?:a|its|their)"
        r"|(?:has|have|had) (?:proposed|suggested|offered)|undert[ao]k(?:es?|ing)? to lead)\b",
    ),
    Rule(
        "lives-with",
        "position",
        "accepts",
        frozenset(),
        "Norway could live with a ceasefire.",
        "Norway could live with the rain.",
        0.6,
        rf"\b(?:(?:is|are|was|were|remains?|remained|stays?|stayed|stands?|stood) (?:\w+ )?(?:committed"
        rf"|favourable|favorable|receptive|reconciled)"
        rf" to|abid(?:es?|ed|ing) by|adher(?:es?|ed|ing) to|compl(?:y|ies|ied) with|g[ai]ves? in (?:to|on)"
        rf"|c[ao]mes? (?:around|to terms"
        rf" with|round) (?:to)?|(?:reconcil|resign)(?:es|ed|s) (?:itself|himself|herself|themselves) to"
        rf"|g[ai]ves? (?:a|the|its|his|her"
        rf"|their) (?:green light|nod|go-ahead|word|yes) (?:to|for|on|that)|(?:drop|withdr[ae]w|lift)(?:s|n|ped"
        rf"|ed)? (?:its|their|his"
        rf"|her) (?:objections?|opposition|resistance|veto) (?:to|against)|opt(?:s|ed|ing)? for|warm(?:s|ed)? to"
        rf"|(?:has|have|had)? ?(?:resolved"
        rf"|decided|opted|chosen) to|s(?:ees?|aw) (?:merit|sense|a basis|an opening) in|declar(?:es?"
        rf"|ed) (?=an? (?:[\w-]+ ){{0,2}}(?:truce"
        rf"|cease-?fire|cessation|moratorium|pause))|(?:could|can|would|may|might) (?:live|make do) with|put(?:s"
        rf"|ting)? up with|(?:go|goes|went"
        rf"|going) along with"
        rf"|(?:came|come|comes) round to|(?:has|have|had) come round to|(?:say|says|said|saying) yes to"
        rf"|(?:put|puts|set|sets|append(?:s|ed)?|affix(?:es|ed)?|appos(?:es|ed)|lent|g[ai]ven?) (?:its|their"
        rf"|his|her) (?:names?|signatures?|initials?|hands?) to"
        rf"|(?:has|have|had) no difficulty with|can stomach|could stomach|(?:would|could|might) swallow"
        rf"|acquiesce[sd]? in|fall(?:s)? in with|fell in with|(?:is|are|was|were) at ease with|(?:has|have|had"
        rf"|raise[sd]?) no (?:quarrel with|objections? to|problem with)"
        rf"|{_NOT} (?:object to|oppose|stand in the way of|rule out)|subscribe[sd]? to|(?:would "
        rf"|will )?settle[sd]? for"
        rf"|(?:stand|stands|stood) by|(?:has|have|had) (?:taken up|agreed|accepted|consented)|(?:is|are|was"
        rf"|were) (?:content|happy|agreeable|ready|willing|prepared|disposed) (?:with|to)"
        rf"|declare[sd]? (?:itself|himself|herself|themselves) (?:ready|willing|prepared|open)|gave (?:its|their"
        rf"|his) (?:consent|assent|blessing) to"
        rf"|give(?:s)? (?:its|their|his) (?:consent|assent|blessing) to|bow(?:s|ed)? to|approved? of"
        rf"|thr[eo]ws? (?:its|their|his) (?:weight|support) behind|(?:vote[sd]?|speaks?|spoke|came"
        rf"|comes?) (?:out )?in favou?r of)\b",
    ),
    Rule(
        "will-not-hear-of",
        "position",
        "rejects",
        frozenset(),
        "Norway won't hear of a ceasefire.",
        "Norway won't hear of the opera.",
        0.65,
        rf"\b(?:(?:am|are|is|was|were|have|has|had|'m|'re)(?: not|n't) (?:come )?here to"
        rf" (?=(?:talk|discuss|negotiate|give|hand|surrender|sign))"
        rf"|{_NOT} (?:hear of|agree to|consent to|accept|sign|negotiate|talk|give up|part with|put up with"
        rf"|live with|tolerate"
        rf"|allow|permit|recogni[sz]e|discuss|hand over|lay down|surrender|leave|withdraw|pull back|lift|release"
        rf"|support|sit down|meet"
        rf"|be party to|stand for|settle for|go along with|yield|cede|renounce|abandon|stop|halt|end)"
        rf"|(?:will|would|'d|'ll) have (?:none of|no truck with|no part (?:in|of)|nothing to do with)|want(?:s"
        rf"|ed)? (?:no part (?:in|of)|nothing to do"
        rf" with)|walk(?:s|ed)? away from|back(?:s|ed)? (?:away from|out of)|sh(?:y|ies|ied) away from"
        rf"|shr[iau]nks? from|recoil(?:s|ed)? from"
        rf"|(?:is|are|was|were) in no (?:mood|hurry) (?:to|for)|(?:has|have|had) no (?:desire|wish|plans?"
        rf"|appetite|interest|time) (?:to|for|in)"
        rf"|pour(?:s|ed)? cold water on|g[ai]ves? short shrift to|thr[eo]ws? out|dr[ae]ws? the line at|scoff(?:s"
        rf"|ed)? at|shrug(?:s|ged)? off"
        rf"|(?:decided|resolved|chose|opted) (?:against|not to)|(?:vow(?:s|ed)?|sw[eo](?:ars?|re|rn)) (?:never"
        rf"|not) to (?!attack|resume|fire|use|strike|shoot)"
        rf"|d[iu]gs? (?:in )?(?:its|their|his|her) heels (?:in )?(?:on|over)|will accept no|brush(?:es"
        rf"|ed)? (?:aside|off)|slam(?:s|med)? the door on"
        rf"|shut(?:s)? the door on"
        rf"|turn(?:s|ed|ing)? down|ba(?:u)?lk(?:s|ed|ing)? at|take(?:s)? exception to|took exception to"
        rf"|(?:has|have|had|with) no intention of|(?:see|sees|saw) no (?:point in|need (?:for|to)|reason (?:for"
        rf"|to)|use (?:in|for))"
        rf"|(?:say|says|said|saying) no to|(?:is|are|was|were) (?:dead set |firmly |strongly |flatly )?(?:against"
        rf"|opposed to)"
        rf"|(?:has|have|had) (?:ruled out|refused|rejected|turned down|declined)|no longer feel(?:s)? bound by"
        rf"|rul(?:es|ed|ing) out"
        rf"|wave(?:s|d)? (?:away|aside)|wash(?:es|ed)? (?:its|their|his) hands of|(?:stop|stops|stopped) short of"
        rf"|find(?:s)? fault with|(?:speaks?|spoke|voted|votes|came|comes) (?:out )?against)\b",
    ),
)
# What stands before the phrase is what it is about; whoever says or finds so holds the stance.
_IS = r"(?:is|are|was|were|be|remains?|remained|being|'s|'re|as|consider\w*|deem\w*)"
BACKWARD = (
    Rule(
        "out-of-the-question",
        "position",
        "rejects",
        frozenset(),
        "For Norway, a ceasefire is out of the question.",
        "For Norway, a dessert is out of the question.",
        0.65,
        rf"\b(?:out of the question|unacceptable|unthinkable|inadmissible|intolerable|impossible|{_IS} (?:excluded"
        r"|ruled out|inconceivable|off the table|off limits|ludicrous|absurd)"
        r"|not (?:be )?(?:acceptable|on offer|on the table|on the agenda|up for (?:barter|sale)|possible"
        r"|conceivable|for sale|an option)|a non-?starter"
        r"|a red line|another matter|will under no circumstances|a (?:mere )?(?:dream|fantasy|pipe ?dream|trap"
        r"|sham|farce|betrayal|capitulation"
        r"|surrender|provocation|dead letter)|an (?:illusion|insult|absurdity|impossibility)|premature|untimely"
        r"|inopportune|inappropriate"
        r"|no business of)\b",
    ),
    Rule(
        "is-essential",
        "position",
        "demands",
        frozenset(),
        "Norway says the return of refugees is essential.",
        "Norway says that salt is essential.",
        0.6,
        rf"\b{_IS} (?:\w+ly )?(?:essential|indispensable|imperative|vital|non-?negotiable|not negotiable"
        r"|not up for (?:discussion|negotiation|debate)|beyond (?:discussion|debate|dispute)|the only (?:basis"
        r"|solution|way|answer|option)|a must|the (?:heart|crux) of (?:the|this) matter|of the essence"
        r"|what (?:matters|counts) most|paramount|crucial"
        r"|necessary|needed|required|overdue|(?:a|its|their|our|the|one) (?:\w+ )?(?:pre-?condition|pre-?requisite"
        r"|(?:key|main|central|first|chief|top|absolute) (?:demand|condition|requirement|priority)))\b"
        r"|\b(?:will|shall|must)(?: always| forever)? (?:remain|stay) (?:ours|one|united|undivided|whole|intact"
        r"|part of|under|[A-Z][a-z]+)\b"
        r"|\bbelongs? to (?:it|us|them|him)\b|\b(?:is|are|remains?) (?:ours|its own|an? (?:integral"
        r"|inseparable) part of)\b|\b(?:must come|comes|"
        r"has to come|should come) first\b",
    ),
)
# What follows is what it is about; the speaker of the sentence holds the stance.
SPOKEN = (
    Rule(
        "there-will-be-no",
        "position",
        "rejects",
        frozenset(),
        "Norway said there would be no ceasefire.",
        "Norway said there would be no rain.",
        0.65,
        r"\bthere (?:is|was|are|were) to be no\b|\b(?:it is|it's|it would be|it was) (?:\w+ly )?(?:unacceptable"
        r"|intolerable|inadmissible"
        r"|unthinkable|out of the"
        r" question) (?:that|for|to)\b"
        r"|\bthere (?:will|would|can|could|shall|must|'ll|'d)(?: not| never)? be (?:no|any)\b|\bthere(?:'s"
        r"| is| was| will be|'d be"
        r"| would be| can be) no (?:room|place|need|question|chance|point|way|decision|plans?|intention|reason|basis"
        r"|justification)\b|\b(?:too (?:early|soon)"
        r"|not (?:the|yet the) (?:time|moment)) (?:to|for)\b|\bno question of\b",
    ),
    Rule(
        "not-one",
        "position",
        "rejects",
        frozenset(),
        "Not one prisoner will be freed, Norway said.",
        "Not one salmon will be eaten, Norway said.",
        0.65,
        r"\b(?=(?:not (?:one|a single|an? \w+)|no \w+|nothing"
        r"|nobody) (?:[\w'-]+ ){0,5}?(?:will|would|can"
        r"|could) (?:ever )?(?!not)\w+"
        r"|no \w+ (?:[\w'-]+ ){0,5}?(?:is|are|was|were) (?:possible|conceivable))"
        r"|\b(?:under|in) no circumstances (?:will|would|can|could|shall)\b"
        r"|\b(?:will|would|can|could|shall|must) (?:under no circumstances|in no circumstances|in no case"
        r"|on no account)\b",
    ),
    Rule(
        "there-must-be",
        "position",
        "demands",
        frozenset(),
        "Norway said there must be a ceasefire.",
        "Norway said there must be rain.",
        0.6,
        r"\bnothing (?:short of|less than)\b|\b(?:the )?time (?:has|had) come (?:for|to)\b"
        r"|\bthere (?:must|has to|have to|should|needs? to|ought to"
        r"|had to) be\b(?! no)"
        r"|\b(?:it is|it's|it was) (?:\w+ly )?(?:time|essential|imperative|vital|necessary|crucial"
        r"|indispensable) (?:for|to|that)\b"
        r"|\bthe only (?:way(?: out| forward)?|solution|basis|answer|remedy|option) (?:is|was|remains) (?:to|for"
        r"|that)?\b"
        r"|\b(?:depends?|depended|hinges?|hinged) (?:up)?on\b|\bwe (?:need|want|demand|require|ask for"
        r"|insist on|expect)\b",
    ),
)
