"""Titles, ranks and offices, and what the name of a person looks like."""

TITLE = (
    r"(?:[Aa]cting |[Dd]eputy |[Ff]ormer |[Vv]ice[- ])*(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier"
    r"|[Cc]hancellor|[Kk]ing|[Pp]rince|[Ee]mir|[Ss]ultan"
    r"|(?:[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior|[Ff]inance|[Jj]ustice) (?:[Mm]inister|[Ss]ecretary)"
    r"|[Mm]inister|[Ss]ecretary(?: of (?:[Ss]tate|[Dd]efen[cs]e))?"
    r"|(?:[Cc]hief |[Ll]ead )?(?:[Nn]egotiator|[Ee]nvoy|[Mm]ediator)|[Ss]pokes(?:man|woman|person)"
    r"|[Ll]eader|[Cc]ommander|[Cc]hairman|[Gg]eneral|[Cc]olonel|[Aa]dmiral|[Mm]arshal"
    r"|[Aa]mbassador|[Ss]ecretary[- ][Gg]eneral|[Ee]nvoy|[Cc]hief|[Ss]enator|[Cc]ommissioner|[Dd]elegate"
    r"|[Rr]epresentative)"
)
# Ranks of soldiers, clergy and nobles, with a capital before a name.
RANK = (
    r"(?:[Cc]orporal|[Ss]ergeant|[Cc]aptain|Capt|[Mm]ajor|Maj|[Ll]ieutenant|Brig|[Bb]rigadier|Adm|Sgt|Cpl|[Cc]omandante"
    r"|[Ss]ubcomandante|Cmdr|[Bb]ishop|[Aa]rchbishop|[Cc]ardinal|[Pp]atriarch|[Aa]yatollah|Sheikh|Shaikh|Sheik|Imam|Mullah"
    r"|Mawlawi|Maulvi|Hajji|Haji|Emperor|Queen|Princess|Lady|Dame|Baron|Count|Duke|Professor|Prof|Judge|Justice|Senator"
    r"|Congressman|Governor|Mayor|Speaker|Comrade)"
)
# The name of a person, particles and initials in it.
PERSON = r"(?:[A-ZÀ-Þ][\w'-]++(?:[ -](?:al|el|de|la|da|van|von|bin|ben|y|dos|du)\b)?[ -]?|[A-Z]\. ?){1,4}"
