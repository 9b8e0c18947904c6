"""Tables of events that others publish: their columns, and the event that a row of each stands for.

Only published column names are known here; the data are the user's own copies. A type of act is given where the
dataset codes in PLOVER (POLECAT), or where the table of acts has its code (GDELT through CAMEO, ACLED, UCDP); other
types stay as they are, beside an event without a type.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from detente.entries import Claim, Comparator, Event, Provenance, Quote
from detente.ontology import act_of_acled, act_of_cameo, act_of_ucdp, acts, resolve
from detente.record.importing.table import BadValue, Row


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people killed that a row gives.

    Parameters
    ----------
    column
        Where it stands.
    value, comparator, what
        As of a claim.
    """

    column: str
    value: int
    comparator: Comparator
    what: str

    def claim(self, quote: Quote, reader: str, version: str) -> Claim:
        """Return the claim of the dataset itself."""
        by = Provenance(reader, version, self.column, 1.0, (("value", str(self.value)),))
        return Claim(None, self.value, "killed", self.what, self.comparator, "stated", quote, by)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a row says.

    Parameters
    ----------
    type
        PLOVER, None where no source maps the dataset's own type.
    actor, recipient, date, place
        As in an event.
    rule
        By which column or mapping the type was found.
    original
        Columns' values from which the fields were made.
    url
        An address that the row names.
    mutual
        Whether each did it to the other.
    tolls
        How many were killed.
    """

    type: str | None
    actor: str | None
    recipient: str | None
    date: str | None
    place: str | None
    rule: str
    original: Mapping[str, str]
    url: str | None = None
    mutual: bool = False
    tolls: tuple[Toll, ...] = ()

    def events(self, quote: Quote, reader: str, version: str) -> Iterator[Event]:
        """Yield the event, with both sides in order where their order means nothing; what both did as one of each."""
        yield self._event(quote, reader, version)
        if self.mutual:
            words = {"actor": self.original["recipient"], "recipient": self.original["actor"]}
            turned = replace(self, actor=self.recipient, recipient=self.actor, original={**self.original, **words})
            yield turned._event(quote, reader, version)

    def _event(self, quote: Quote, reader: str, version: str) -> Event:
        actor, recipient = self.actor, self.recipient
        if self.type and acts()[self.type].symmetric and actor and recipient:
            actor, recipient = sorted((actor, recipient))
        by = Provenance(reader, version, self.rule, 1.0, tuple((k, v) for k, v in self.original.items() if v))
        return Event(self.type, actor, recipient, self.date, self.place, quote, by)


@dataclass(frozen=True, slots=True)
class Dataset:
    """A published form of table.

    Parameters
    ----------
    id
        As on the command line, and the name of the reader.
    name
        As its publisher calls it.
    key
        The column with the id of a row.
    needs
        Columns without which a row cannot be understood; they tell the form by its header.
    shown
        Columns of the line that is quoted where a row has no notes.
    notes
        The column with a text on the event, "" where there is none.
    take
        What a row says.
    header
        All columns, of a form that is published without a header.
    """

    id: str
    name: str
    key: str
    needs: tuple[str, ...]
    shown: tuple[str, ...]
    notes: str
    take: Callable[[Row], Taken]
    header: tuple[str, ...] = ()


_MONTHS = {name: n for n, name in enumerate(calendar.month_name) if name}
# State forces as the two datasets write them; the state speaks for its forces.
_FORCES = re.compile(r"(?:Government|Military Forces|Police Forces) of (?P<state>[^()]+?)(?: \(.*)?")


def party(name: str) -> str | None:
    """Return the actor of the ontology that a dataset's name means, otherwise the name as it stands.

    Examples
    --------
    >>> party("Military Forces of Norway (2013-)"), party("Government of Denmark"), party("Northern Front"), party("")
    ('Norway', 'Denmark', 'Northern Front', None)
    """
    if not name:
        return None
    forces = _FORCES.fullmatch(name)
    actor = resolve(name) or (resolve(forces["state"]) if forces else None)
    return actor.name if actor else name


def _acled(row: Row) -> Taken:
    date = _day(row, "event_date")
    # Codebook: 1 the day is known, 2 the week, 3 the month. A week is no date that an entry can have.
    if row["time_precision"] in ("2", "3"):
        date = date[:7]
    act, first, second = act_of_acled(row["sub_event_type"]), row["actor1"], row["actor2"]
    mutual = row["event_type"] == "Battles" and bool(first and second)
    if act and act.id == "ASSAULT" and not mutual:
        if first.startswith(_VICTIMS) and second:
            first, second = second, first
        # The order of the actors does not say who attacked.
        act = act if not second or second.startswith(_VICTIMS) else None
    return Taken(
        act.id if act else None,
        party(first),
        party(second),
        date,
        row["location"] or None,
        "sub_event_type" if act else "event_type",
        {
            "type": ": ".join(part for part in (row["event_type"], row["sub_event_type"]) if part),
            "actor": first, "recipient": second, "date": row["event_date"], "row": row["event_id_cnty"],
        },
        mutual=mutual,
        # None reported is written as 0, which is no figure.
        tolls=tuple(_tolls(row, {"fatalities": ("=", "reported fatalities")}))[: row["fatalities"] not in ("", "0")],
    )  # fmt: skip


# As ACLED calls those who bear no arms: "Civilians (Norway)", "Protesters (Norway)".
_VICTIMS = ("Civilians", "Protesters")


def _tolls(row: Row, columns: Mapping[str, tuple[Comparator, str]]) -> Iterator[Toll]:
    for column, (comparator, what) in columns.items():
        if not row[column]:
            continue
        if not re.fullmatch(r"\d{1,9}", row[column], re.ASCII):
            raise BadValue(column, f"{row[column][:20]!r} is no number of people")
        yield Toll(column, int(row[column]), comparator, what)


def _estimates(row: Row) -> tuple[Toll, ...]:
    """The low, the best and the high estimate; where all are the same, one figure."""
    found = tuple(_tolls(row, _ESTIMATES))
    if len({toll.value for toll in found}) == 1:
        return (replace(next((t for t in found if t.column == "best"), found[0]), comparator="=", what="deaths"),)
    return found


_ESTIMATES: Mapping[str, tuple[Comparator, str]] = {
    "low": (">", "deaths, low estimate"),
    "best": ("~", "deaths, best estimate"),
    "high": ("<", "deaths, high estimate"),
}


_VIOLENCE = {"1": "state-based conflict", "2": "non-state conflict", "3": "one-sided violence"}


def _ged(row: Row) -> Taken:
    kind = row["type_of_violence"]
    if kind not in _VIOLENCE:
        raise BadValue("type_of_violence", f"{kind[:20]!r} is none of 1, 2, 3")
    first, last = _day(row, "date_start"), _day(row, "date_end")
    if last < first:
        raise BadValue("date_end", f"{last} lies before the start, {first}")
    act = act_of_ucdp(kind)
    return Taken(
        act.id if act else None,
        party(row["side_a"]),
        party(row["side_b"]),
        _within(first, last, row["date_prec"]),
        row["where_coordinates"] or None,
        "type_of_violence",
        {
            "type": _VIOLENCE[kind], "actor": row["side_a"], "recipient": row["side_b"],
            "date": f"{row['date_start']}..{row['date_end']}", "row": row["id"],
        },
        # Of one-sided violence side A is the one that used it.
        mutual=kind != "3" and bool(row["side_a"] and row["side_b"]),
        tolls=_estimates(row),
    )  # fmt: skip


def _within(first: str, last: str, precision: str) -> str | None:
    """The day, month or year in which all of a span lies, no more exact than the dataset says it is.

    Examples
    --------
    >>> _within("2020-03-01", "2020-03-04", "2"), _within("2020-03-01", "2020-03-01", "4"), _within("2019", "2020", "5")
    ('2020-03', '2020-03', None)
    """
    longest = {"4": 7, "5": 4}.get(precision, 10)
    return next((first[:n] for n in (10, 7, 4) if n <= longest and first[:n] == last[:n]), None)


def _gdelt(row: Row) -> Taken:
    found = row["SQLDATE"]
    if not re.fullmatch(r"\d{8}", found, re.ASCII):
        raise BadValue("SQLDATE", f"{found[:20]!r} is no day; it must be YYYYMMDD")
    act = act_of_cameo(row["EventCode"])
    return Taken(
        act.id if act else None,
        party(row["Actor1Name"]),
        party(row["Actor2Name"]),
        _valid(row, "SQLDATE", f"{found[:4]}-{found[4:6]}-{found[6:]}"),
        row["ActionGeo_FullName"] or None,
        "cameo",
        {
            "type": f"CAMEO {row['EventCode']}", "actor": row["Actor1Name"], "recipient": row["Actor2Name"],
            "date": found, "row": row["GLOBALEVENTID"],
        },
        _address(row["SOURCEURL"]),
    )  # fmt: skip


def _polecat(row: Row) -> Taken:
    kind = row["Event Type"].upper()
    place = next((row[name] for name in ("Placename", "City", "Province", "Country") if _said(row[name])), None)
    return Taken(
        kind if kind in acts() else None,
        party(_said(row["Actor Name"])),
        party(_said(row["Recipient Name"])),
        _day(row, "Event Date"),
        place,
        "plover",
        {
            "type": ": ".join(part for part in (row["Event Type"], _said(row["Event Mode"])) if part),
            "actor": row["Actor Name"], "recipient": row["Recipient Name"], "date": row["Event Date"],
            "row": row["Event ID"],
        },
    )  # fmt: skip


def _said(value: str) -> str:
    """POLECAT writes None where it knows nothing."""
    return "" if value.casefold() in ("none", "nan") else value


def _address(value: str) -> str | None:
    return value if re.match(r"https?://", value) else None


def _day(row: Row, column: str) -> str:
    """A day as these tables write it: 2020-03-02 (with or without a time), or 02 March 2020."""
    value = row[column]
    if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:[T ][\d:.]+Z?)?", value, re.ASCII):
        return _valid(row, column, match[1])
    if (match := re.fullmatch(r"(\d{1,2})[ -]([A-Za-z]+)[ -](\d{4})", value, re.ASCII)) and match[2] in _MONTHS:
        return _valid(row, column, f"{match[3]}-{_MONTHS[match[2]]:02}-{int(match[1]):02}")
    raise BadValue(column, f"{value[:40]!r} is no day; it must be YYYY-MM-DD")


def _valid(row: Row, column: str, day: str) -> str:
    try:
        return dt.date.fromisoformat(day).isoformat()
    except ValueError:
        raise BadValue(column, f"{row[column][:40]!r} is no day of the calendar") from None


_SIDES = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
          "Type2Code", "Type3Code")  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
_GDELT_COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{part}" for part in _SIDES), *(f"Actor2{part}" for part in _SIDES),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{who}Geo_{part}" for who in ("Actor1", "Actor2", "Action") for part in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip

DATASETS: Mapping[str, Dataset] = {
    each.id: each
    for each in (
        Dataset(
            "acled", "ACLED", "event_id_cnty",
            ("event_id_cnty", "event_date", "event_type", "sub_event_type", "actor1", "actor2", "location"),
            ("event_date", "event_type", "sub_event_type", "actor1", "actor2", "location", "country"), "notes", _acled,
        ),
        Dataset(
            "ucdp-ged", "UCDP GED", "id",
            ("id", "type_of_violence", "side_a", "side_b", "date_start", "date_end", "date_prec", "where_coordinates"),
            ("date_start", "date_end", "side_a", "side_b", "where_coordinates", "country", "best", "low", "high"), "",
            _ged,
        ),
        Dataset(
            "gdelt", "GDELT 2.0", "GLOBALEVENTID",
            ("GLOBALEVENTID", "SQLDATE", "Actor1Name", "Actor2Name", "EventCode", "ActionGeo_FullName", "SOURCEURL"),
            ("SQLDATE", "Actor1Name", "EventCode", "Actor2Name", "ActionGeo_FullName"), "", _gdelt, _GDELT_COLUMNS,
        ),
        Dataset(
            "polecat", "POLECAT", "Event ID",
            ("Event ID", "Event Date", "Event Type", "Event Mode", "Actor Name", "Recipient Name", "Placename"),
            ("Event Date", "Actor Name", "Event Type", "Event Mode", "Recipient Name", "Placename", "Country"), "",
            _polecat,
        ),
    )
}  # fmt: skip


def recognised(values: list[str], separator: str) -> Dataset | None:
    """Return the form whose header this is; the one that has none is told by its number of columns.

    Parameters
    ----------
    values
        Of the first line.
    separator
        Between them.
    """
    names = {value.strip() for value in values}
    for dataset in DATASETS.values():
        if names.issuperset(dataset.needs):
            return dataset
    gdelt = DATASETS["gdelt"]
    if separator == "\t" and len(values) == len(gdelt.header) and re.fullmatch(r"\d{8}", values[1].strip(), re.ASCII):
        return gdelt
    return None
