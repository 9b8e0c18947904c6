"""Which event to look at, as a person names it: a file, a card, a day or an event of the record."""

from collections.abc import Sequence
from pathlib import Path

from detente.case.model import Case
from detente.entries import Claim
from detente.errors import ShockError
from detente.talks.cards import cards, load_shock, named
from detente.talks.results import Shock
from detente.talks.shocks import events, find_shock


def choose(
    text: str | None, case: Case, *, actor: str = "", target: str = "", claims: Sequence[Claim] = ()
) -> Shock | None:
    """Return the event that a person asks for.

    Parameters
    ----------
    text
        A file, the name of a card that ships, the day or the id of an event in the record; None for the event nearest
        before a round.
    case
        Whose parties and events these are.
    actor, target
        Who did it and to whom, ids, for a card by its name.
    claims
        Figures of the record, which tell of an event's victims.

    Returns
    -------
    Shock or None
        None only where nothing is asked for and the record has no event.

    Raises
    ------
    ShockError
        Where nothing is called so, or a file has faults.
    """
    if text is None:
        return find_shock(case, claims)
    if text in cards():
        return named(text, case, actor=actor, target=target)
    path = Path(text)
    if path.suffix.lower() in (".yaml", ".yml") or path.exists():
        if not path.exists():
            raise ShockError(f"there is no such file; write a card, or name one of {', '.join(cards())}", file=path)
        return load_shock(path, case)
    known = events(case, claims)
    chosen = [shock for shock in known if text in (shock.id, shock.date)]
    if len(chosen) == 1:
        return chosen[0]
    if chosen:
        raise ShockError(f"several events happened on {text}; name one of {', '.join(shock.id for shock in chosen)}")
    days = f", an event of the record ({', '.join(shock.id for shock in known)})" if known else ""
    raise ShockError(f"nothing is called {text!r}; give a file, a card ({', '.join(cards())}){days}")
