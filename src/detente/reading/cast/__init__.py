"""Works out who is who in a report: the names it explains, its two main parties, those who mediate."""

from collections.abc import Mapping, Sequence

from detente.ontology.actors import named_then, resolve
from detente.ontology.names import Names
from detente.reading.cast.armies import learn_army
from detente.reading.cast.main_parties import choose_main_parties
from detente.reading.cast.offices import learn_officials
from detente.reading.cast.oppositions import learn_oppositions
from detente.reading.cast.parties import learn_parties
from detente.reading.cast.people import learn_first_names, learn_people
from detente.reading.cast.short_forms import learn_short_forms
from detente.reading.cast.speakers import learn_speakers, learn_titled_speakers
from detente.reading.grammar.parser import Doc, plain
from detente.reading.who.mentions import Cast


def cast_of(docs: Sequence[Doc], names: Mapping[str, str] | None = None, date: str | None = None) -> Cast:
    """Work out who is who in a report.

    Parameters
    ----------
    docs
        The parsed sentences.
    names
        Further names and whom they stand for.
    date
        ISO day of the report, None where unknown: then names mean whom they mean today.
    """
    cast = Cast(then={name: actor.name for name, actor in named_then(int(date[:4])).items()} if date else {})
    _learn_given(cast, names or {})
    learn_parties(cast, docs)
    learn_people(cast, docs)
    learn_titled_speakers(cast, docs)
    learn_first_names(cast, docs)
    choose_main_parties(cast, docs)
    learn_army(cast, docs)
    learn_oppositions(cast, docs)
    learn_short_forms(cast, docs)
    learn_officials(cast, docs)
    learn_speakers(cast, docs)
    learn_first_names(cast, docs)
    return cast


def _learn_given(cast: Cast, names: Mapping[str, str]) -> None:
    """Take the names that the caller gives before all that the report itself says."""
    for name, party in names.items():
        cast.learned[plain(name)] = _canonical(party)
        if isinstance(names, Names):
            cast.kinds[plain(name)] = names.kinds[name]


def _canonical(name: str) -> str:
    actor = resolve(name)
    return actor.name if actor else name
