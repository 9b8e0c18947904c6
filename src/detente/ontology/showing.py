"""What a person sees of the ontology: one issue, act or actor as lines of text, and which of them a name means."""

import re
from collections.abc import Iterable, Iterator

from detente.errors import InputError
from detente.ontology.actors import Actor, actors, named_so
from detente.ontology.acts import ActKind, acts
from detente.ontology.issues import IssueKind, issue_sources, issues
from detente.ontology.readable import all_readable
from detente.ontology.spelling import nearest

Item = IssueKind | ActKind | Actor


def look_up(name: str) -> list[Item]:
    """Return what a name means: an issue, an act, a code of one of them, or the actors that bear it.

    Parameters
    ----------
    name
        An id, a name of an actor, or a code in CAMEO, PA-X or the Peace Accords Matrix; its case does not matter.

    Raises
    ------
    InputError
        Where nothing is called so, with what was probably meant.

    Examples
    --------
    >>> [item.id for item in look_up("TjPrire")], [item.id for item in look_up("190")]
    (['prisoners'], ['ASSAULT'])
    >>> [item.id for item in look_up("the kremlin")]
    ['russia']
    """
    found: list[Item] = [*_by_id(name), *named_so(name)]
    if not found:
        near = nearest(name, _known())
        meant = f"did you mean {near!r}? " if near else ""
        raise InputError(
            f"there is no issue, act or actor {name!r}; {meant}`detente ontology show` lists what there is"
        )
    return list({(type(item), item.id): item for item in found}.values())


def _by_id(name: str) -> Iterator[Item]:
    folded = name.casefold().strip()
    for issue in issues().values():
        codes = {code.casefold() for code in (*(issue.pax or ()), *(issue.pam or ()))}
        if folded == issue.id or folded == issue.name.casefold() or folded in codes:
            yield issue
    for act in acts().values():
        if folded in (act.id.casefold(), act.name) or folded in act.cameo or folded in map(str.casefold, act.acled):
            yield act
    if folded in actors():
        yield actors()[folded]


def _known() -> list[str]:
    return [*issues(), *acts(), *(name for actor in actors().values() for name in actor.names)]


def describe(item: Item) -> list[str]:
    """Return an issue with its ladder and words, an act with its modes and codes, or an actor with its names.

    Examples
    --------
    >>> describe(look_up("Norway")[0])
    ['Norway (state)', '    name      Norway', '    capital   Oslo', '    people    Norwegian, Norwegians',
     '    metonym   Storting']
    """
    if isinstance(item, IssueKind):
        return list(_issue_lines(item))
    return list(_act_lines(item) if isinstance(item, ActKind) else _actor_lines(item))


def _issue_lines(issue: IssueKind) -> Iterator[str]:
    marks = [issue.role, *(mark for mark in ("separable", "repeatable", "two_sided") if getattr(issue, mark))]
    yield f"{issue.id}: {issue.definition} ({', '.join(marks)}; fighting decides {issue.phi[0]:g} to {issue.phi[1]:g})"
    back = {
        True: "once taken, a step can be taken back",
        False: "once taken, a step cannot be taken back",
        None: "whether a step can be taken back depends on the step",
    }[issue.reversible]
    yield f"    {back}" + (f": {issue.reversal}" if issue.reversal else "")
    for rung in issue.rungs:
        marks = [*(["status quo"] if rung.id == issue.status_quo else []), *(["usual demand"] if rung.usual else [])]
        label = f"{rung.label}{_bracketed(marks)}"
        yield f"    {rung.x:<5g} {rung.id:18} {label}; delivered by {' and '.join(rung.by)}"
        if rung.words:
            yield f"          words: {_words(rung.words)}"
    yield f"    words (… any ending, ... words between; in full with --json): {_words(issue.words)}"
    for book, name, codes in (("pax", "PA-X", issue.pax), ("pam", "Peace Accords Matrix", issue.pam)):
        labels = issue_sources()[book].codes
        labelled = [f"{code} ({labels[code]})" if labels.get(code) else code for code in codes or ()]
        yield f"    {name}: {', '.join(labelled) or ('not read' if codes is None else 'none that fits')}"


def _bracketed(items: list[str], head: str = "") -> str:
    return f" ({head}{', '.join(items)})" if items else ""


def _words(patterns: Iterable[re.Pattern[str]]) -> str:
    return ", ".join(all_readable(pattern.pattern for pattern in patterns))


def _act_lines(act: ActKind) -> Iterator[str]:
    marks = [act.tone, act.form, *(["symmetric"] if act.symmetric else [])]
    yield f"{act.id}: {act.name}, {act.definition} ({', '.join(marks)})"
    for mode, meaning in act.modes.items():
        codes = [code for code, held in act.cameo.items() if held == mode]
        yield f"    {mode:15} {meaning}{_bracketed(codes, 'CAMEO ')}"
    yield f"    CAMEO without a mode: {', '.join(code for code, mode in act.cameo.items() if mode is None) or 'none'}"
    if act.acled:
        yield f"    ACLED: {', '.join(act.acled)}"
    if act.ucdp:
        yield f"    UCDP type_of_violence: {', '.join(act.ucdp)}"


def _actor_lines(actor: Actor) -> Iterator[str]:
    yield f"{actor.name} ({actor.kind})"
    for kind in ("name", "capital", "people", "metonym", "leader"):
        names = [name.text for name in actor.named if name.kind == kind]
        if names:
            yield f"    {kind:9} {', '.join(names)}"
