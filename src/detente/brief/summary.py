"""The brief on one screen of a terminal, and the lines of single results."""

import shutil
import sys
import textwrap
from collections.abc import Mapping, Sequence

from detente.brief import words
from detente.brief.figures.effect import WHOEVER, labelled
from detente.brief.material import Material
from detente.brief.quoting import showable
from detente.brief.sections.agreeable import STATES, alone, options, value_of_absent, zone_lead
from detente.brief.sections.blocked import TAGS, told
from detente.brief.sections.event import verdict
from detente.brief.sections.in_short import in_short
from detente.brief.sections.order import overtaken
from detente.brief.sections.rests import mixed, unheard, voices
from detente.brief.words import Statement
from detente.case.model import Case
from detente.settlement.rating import Share
from detente.settlement.readable import HUMANITARIAN, NAMES, readable
from detente.settlement.results import COMPOSITIONS, Composition, Gap, Move, Settlement, Standing, State, Steps
from detente.settlement.roles import parts
from detente.talks.results import TRACKS, Odds, Track, TrackOdds

MATTERING = 5
"""So many unknowns are named that go with the margin."""

_LEAST, _HEAD = 40, 14


def summary(material: Material, width: int = 80) -> str:
    """Return the answer as plain text.

    Parameters
    ----------
    material
        Case, results and sources.
    width
        Columns, at least 40.
    """
    width = max(width, _LEAST)
    title = textwrap.shorten(_flat(material.case.title), width, placeholder="…")
    parts = [("Beware", [warning.text]) for warning in mixed(material)]
    parts += [(line.head, [line.said.text]) for line in in_short(material)]
    parts += [("Odds", [statement.text for statement in _odds(material)]), ("Rests on", [_rests(material)])]
    lines = [title, "=" * len(title)]
    for head, texts in parts:
        lines += ["", *_hung(head, texts, width)]
    return "\n".join(lines)


def _hung(head: str, texts: Sequence[str], width: int) -> list[str]:
    """Return texts beside their head, or below it on a narrow screen."""
    beside = width >= 60
    gap = " " * (_HEAD if beside else 2)
    wrap = textwrap.TextWrapper(width, initial_indent=gap, break_on_hyphens=False)
    lines: list[str] = []
    for text in texts:
        wrap.subsequent_indent = gap + ("  " if text.startswith("- ") else "")
        lines += wrap.wrap(_flat(text))
    return [f"{head:{_HEAD}}{lines[0][_HEAD:]}", *lines[1:]] if beside else [head, *lines]


def print_summary(material: Material) -> None:
    """Print the summary on stdout, as wide as the terminal up to 100 columns; bold headings for a person.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    if not sys.stdout.isatty():
        _put(summary(material))
        return
    heads = ("Beware", *(line.head for line in in_short(material)), "Odds", "Rests on")
    width = min(shutil.get_terminal_size((80, 24)).columns, 100)
    lines = summary(material, width).split("\n")
    _put("\n".join(_bold(line, line if n == 0 else _head_of(line, heads)) for n, line in enumerate(lines)))


def _head_of(line: str, heads: Sequence[str]) -> str:
    return next((head for head in heads if line.startswith(head)), "")


def _bold(line: str, part: str) -> str:
    return f"\x1b[1m{part}\x1b[0m{line[len(part) :]}" if part else line


def _put(text: str) -> None:
    """Write to stdout; what its encoding lacks is replaced rather than refused."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding) + "\n")


def settlement_lines(case: Case, settlement: Settlement) -> tuple[str, ...]:
    """Return blockers, ways out, standings, zones and steps as lines of plain text.

    Parameters
    ----------
    case
        The negotiation.
    settlement
        What was worked out for it.
    """
    material = Material(case, settlement, _no_odds(settlement))
    parts: tuple[list[str], ...]
    if len(case.sides) < 2:
        parts = (_alone(material), _blockers(material), _stand(material), _gaps(settlement))
    else:
        parts = (
            ["", f"Blockers: {settlement.blocker_count}"],
            _blockers(material),
            _concessions(material),
            _stand(material),
            _bargain(material),
            _packages(material),
            _baselines(material),
            _rating(material),
            _readable(material),
            _steps(material),
            _gaps(settlement),
        )
    return _lines([*_head(material), *(line for part in parts for line in part)])


def _bargain(material: Material) -> list[str]:
    """What the parties could agree on where the case says what packages are worth to them."""
    found = material.settlement.bargain
    if found is None:
        return []
    lines = ["", f"Packages: {found.packages:,}; efficient: {len(found.frontier):,}"]
    lines += [f"  {what}: none; {why}" for what, why in found.reasons.items() if what not in NAMES]
    for name, concept in NAMES.items():
        point, concept = found.solutions[name], words.upper_first(concept)
        if point is None:
            lines.append(f"  {concept}: none; {found.reasons[name]}")
            continue
        worth = ", ".join(f"{material.case.party(party).name} {value:.4g}" for party, value in point.values.items())
        terms = ", ".join(f"{material.case.issue(k).name}: {_label(material, k, r)}" for k, r in point.package.items())
        lines.append(f"  {concept} ({worth}): {terms}")
    return lines


def _label(material: Material, issue: str, rung: str) -> str:
    return material.case.issue(issue).rung(rung).label


def _head(material: Material) -> list[str]:
    return [material.case.title, *(line for warning in mixed(material) for line in ("", f"Beware: {warning.text}"))]


def _lines(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(_flat(line) if not line.startswith("  ") else "  " + _flat(line) for line in lines)


def _alone(material: Material) -> list[str]:
    said = f"{alone(material)} What blocks a deal, and what could be agreed, cannot be worked out."
    missed = ["", "What stands in the way of its own demands:"] if material.settlement.blockers else []
    return ["", said, *missed]


def _blockers(material: Material) -> list[str]:
    found = material.settlement.blockers
    return [f"  [{TAGS[b.tag][0].lower()}, {words.percent(b.probability)}] {told(b, material)}" for b in found]


def _concessions(material: Material) -> list[str]:
    settlement, names = material.settlement, material.names
    lines = ["", f"Concession sets: {settlement.concession_count}"]
    for concessions in settlement.concessions:
        who = names.all_parties(sorted(party for party, n in concessions.by.items() if n))
        dropped = words.listed(
            [words.demanded(names.demands[d], names) if d in names.demands else d for d in concessions.demands]
        )
        chance = "" if concessions.probability is None else f", all needed: {words.percent(concessions.probability)}"
        lines.append(f"  [counts {concessions.cost:g}, {who}{chance}] drop: {dropped}")
    return lines


def _stand(material: Material) -> list[str]:
    lines = []
    for state, (_, label, _meaning) in STATES.items():
        chosen = [s for s in material.settlement.standings if s.state == state]
        if chosen:
            lines += ["", f"{label}:", *_standing_lines(state, chosen, material)]
    return lines


def _packages(material: Material) -> list[str]:
    if not material.settlement.zones:
        return []
    said = [f"  {s.text}" for s in _zones(material)]
    best = material.settlement.acceptable[:5]
    return ["", "Packages:", *said, *(f"  {material.names.package(a.package)}: {_joint(a.joint)}" for a in best)]


def _baselines(material: Material) -> list[str]:
    """What the solutions are held against."""
    found, names = material.settlement.baselines, material.names
    if not found:
        return []
    lines = ["", f"Simple baselines, whoever accepts them (capability: {found[0].capability}):"]
    for one in found:
        name = words.upper_first(one.name.replace("_", " "))
        if one.package is None:
            lines.append(f"  {name}: none; {one.reason}")
            continue
        worth = ", ".join(f"{names.party(party)} {value:.4g}" for party, value in one.values.items())
        changed = {k: r for k, r in one.package.items() if material.case.issue(k).status_quo != r}
        terms = "; ".join(f"{words.lower_first(names.issue(k))}: {names.rung(k, r)}" for k, r in changed.items())
        out = "" if one.allowed else " [rules, red lines, conditions or absences leave it out]"
        lines.append(f"  {name} ({worth}): {terms or 'everything stays as it is'}{out}")
    return lines


def _rating(material: Material) -> list[str]:
    """What holds over the draws, each share with its standard error."""
    rating, names = material.settlement.rating, material.names
    if rating is None:
        return []
    who = f", {words.in_composition(rating.composition)}" if rating.composition else ""
    lines = ["", f"Over all that is unknown ({rating.draws:,} draws{who}; ± is the standard error):"]
    lines.append(f"  some package leaves every party at or above what it has without a deal: {_share(rating.zone)}")
    for one in rating.packages:
        said = [f"acceptable to all {_share(one.joint)}", f"Nash solution {_share(one.nash)}"]
        said.append(f"first of this list {words.percent(one.ranks[0])}")
        if one.confidence is not None:
            said.append(f"Nash solution under its own central weights {_share(one.confidence)}")
        lines.append(f"  {names.package(one.package)}: {', '.join(said)}")
        heaviest = [(party, max(own, key=lambda k: own[k])) for party, own in one.central.items() if own]
        told = [f"{names.party(p)} {words.lower_first(names.issue(k))} {one.central[p][k]:.0%}" for p, k in heaviest]
        lines += [f"    heaviest weights on average where it is the Nash solution: {'; '.join(told)}"] if told else []
    most = [f"{name} ({part:.0%})" for name, part in rating.matters[:MATTERING]]
    return lines + ([f"  what goes with the margin most (share of its spread): {', '.join(most)}"] if most else [])


def _share(share: Share) -> str:
    return f"{100 * share.share:.1f} ± {100 * share.error:.1f}%"


def _readable(material: Material) -> list[str]:
    """The few packages that differ in kind: terms and who acts, who gains what, the weakest point."""
    case = material.case
    found = readable(case, material.settlement)
    lines = ["", "Packages worth reading:"] if found else []
    for one in found:
        lines.append(f"  {words.listed(list(one.kinds))}:" + (" [needs somebody absent]" if one.absent else ""))
        for term in one.terms:
            lines.append(f"    {term.text} ({material.names.all_parties(term.acts)} must act)")
        gains = ", ".join(f"{material.names.party(p)} {gain:+.3g}" for p, gain in one.gains.items())
        beyond = "today" if one.kinds == (HUMANITARIAN,) else "no deal"
        lines.append(f"    gains beyond {beyond}: {gains}" if gains else "    gains: not valued")
        lines.append(f"    weakest point: {one.weakest}")
        lines += [f"    {one.note}"] if one.note else []
    others = parts(case, found)
    return lines + (["", "Others who matter:", *(f"  {part.role}: {part.text}" for part in others)] if others else [])


def _zones(material: Material) -> tuple[Statement, ...]:
    return (*zone_lead(material), *value_of_absent(material))


def _steps(material: Material) -> list[str]:
    steps, names = material.settlement.steps, material.names
    if not steps.edges:
        return ["", "Order of steps: no party ties one step to another.", *_schedule(material)]
    order = [f"  {n}. {names.all_issues(level)}" for n, level in enumerate(steps.order, 1)]
    wishes = dict.fromkeys((edge.party, edge.first, edge.said_by) for edge in steps.edges)
    for wished in wishes:
        later = names.all_issues(sorted({e.then for e in steps.edges if (e.party, e.first, e.said_by) == wished}))
        wants, first = names.does(wished[0], "wants"), words.lower_first(names.issue(wished[1]))
        order.append(f"  {wants} {first} before {later}{words.according(wished[2])}")
    order += [f"  {overtaken(edge, reason, material)}" for edge, reason in steps.void]
    locked = (f"  deadlock: {names.all_issues(d.issues)}" for d in steps.deadlocks)
    return ["", "Order of steps:", *order, *locked, *_schedule(material)]


def _schedule(material: Material) -> list[str]:
    """Every step with what it needs first, what moves with it, and whether it can be taken back."""
    names, moves = material.names, material.settlement.steps.schedule
    lines = ["", "Schedule, with what waits for each other moving at the same moment:"] if moves else []
    for move in moves:
        told = [f"after {names.all_issues(move.first)}"] if move.first else []
        told += [f"together with {names.all_issues(move.together)}"] if move.together else []
        told.append(_reversal(move))
        lines.append(f"  stage {move.stage + 1}: {words.lower_first(names.issue(move.issue))}: {'; '.join(told)}")
    return lines


def _reversal(move: Move) -> str:
    if move.reversible is None:
        return f"can it be taken back? {move.reversal or 'the case does not say'}"
    return f"{'can' if move.reversible else 'cannot'} be taken back" + (f": {move.reversal}" if move.reversal else "")


def odds_lines(case: Case, odds: Odds) -> tuple[str, ...]:
    """Return odds, effects and what decides them as lines of plain text.

    Parameters
    ----------
    case
        The negotiation.
    odds
        What was worked out for it.
    """
    lines = _head(Material(case, _no_settlement(odds), odds))
    lines += ["", f"Chance of agreement within {odds.weeks} weeks, without an event:"] if odds.tracks else []
    lines += [f"  {_where(t, who)}: {_range(t)}" for t, who in labelled(odds.tracks)]
    if odds.shock is not None:
        said = [verdict(e, who=who if who == WHOEVER else "").text for e, who in labelled(odds.effects)]
        chosen = [f"  ({odds.shock.assumption})"] if "assumed" in odds.shock.assumption else []
        chosen += [f"  (card {odds.shock.follows})"] if odds.shock.follows else []
        lines += ["", f"The event: {words.dated(odds.shock.label)}", *chosen, *(f"  {text}" for text in said)]
        lines += [f"  decided by: {words.listed(list(odds.decided_by))}"] if odds.decided_by else []
    lines += ["", "To hold it against (observed frequencies, not causal):"] if odds.base_rates else []
    lines += [f"  {rate.what}: {words.percent(rate.value)} ({rate.source})" for rate in odds.base_rates]
    return _lines([*lines, *_gaps(odds)])


def _standing_lines(state: State, chosen: Sequence[Standing], material: Material) -> list[str]:
    """Return a line per option; what nobody mentions has no option to speak of."""
    if state == "not mentioned":
        return [f"  {material.names.all_issues(dict.fromkeys(s.issue for s in chosen))}"]
    return [f"  {options([s], material)}{_standing(s)}" for s in chosen]


def _where(odds: TrackOdds, who: str) -> str:
    return f"{words.TRACK_NAMES[odds.track]}, {who if who == WHOEVER else words.in_composition(odds.composition)}"


def _range(odds: TrackOdds) -> str:
    if odds.structural_zero < 1:
        return words.span(odds.without) + _none_left(odds)
    # What both sides have accepted already is no step that is still to be bargained over.
    return "no further step that costs nobody anything" if odds.track == "limited" else "not possible"


def _none_left(odds: TrackOdds) -> str:
    """Say why the middle draw has no chance at all: in most draws there is nothing to agree on."""
    if odds.structural_zero < 0.5:
        return ""
    none = "no step is left that gains a side and costs none" if odds.track == "limited" else "no such deal is possible"
    return f"; in {words.percent(odds.structural_zero)} of draws {none}"


def _gaps(result: Settlement | Odds) -> list[str]:
    gaps = [f"  {gap.question}: {gap.why}" for gap in result.gaps]
    return ["", "Cannot be worked out:", *gaps] if gaps else []


def _standing(standing: Standing) -> str:
    """The chance that all who would have to act accept, and what else a reader should know."""
    chance = standing.probability
    said = [f"all would accept in {words.percent(chance)} of draws"] if chance is not None else []
    said += [standing.note] if standing.note and standing.state != "not mentioned" else []
    return f": {'; '.join(said)}" if said else ""


def _joint(joint: Mapping[Composition, float]) -> str:
    shares = {words.share_words(share) for share in joint.values()}
    if len(shares) == 1:
        return f"acceptable to all {shares.pop()}, whoever delivers"
    return "acceptable to all " + ", ".join(
        f"{words.in_composition(c)} {words.share_words(p)}" for c, p in joint.items()
    )


def _no_settlement(odds: Odds) -> Settlement:
    return Settlement(odds.method, (), (), 0, 0, (), None, (), (), (), Steps((), (), (), (), {}), ())


def _no_odds(settlement: Settlement) -> Odds:
    return Odds(settlement.method, 0, None, (), (), (), (), (), (), ())


def _flat(text: str) -> str:
    return showable(" ".join(text.split()))


def _odds(material: Material) -> list[Statement]:
    """Return the odds per track, then a base rate; why not, where there are none."""
    odds = material.odds
    if not odds.tracks:
        gaps = odds.gaps[:2] or (Gap("how likely agreement is", "the case gives nothing to work with"),)
        return [Statement(words.sentence(f"{gap.question} cannot be worked out: {gap.why}")) for gap in gaps]
    head = f"Chance of agreement within {odds.weeks} weeks{', without the event' if odds.shock else ''}:"
    said = [head, *(f"- {line}" for track in TRACKS if (line := _track(track, odds)))]
    # The horizon of a published frequency is the whole conflict, that of the talks some weeks: levels do not compare.
    rates = [
        f"Over whole conflicts, not {odds.weeks} weeks: {r.what}: {words.percent(r.value)} ({r.source})"
        for r in odds.base_rates[:1]
    ]
    return [Statement(text) for text in said + rates]


def _track(track: Track, odds: Odds) -> str:
    """Return the odds on a track: once where it makes no difference whether the absent deliver."""
    of = {t.composition: t for t in odds.tracks if t.track == track}
    told = {c: _range(of[c]) for c in COMPOSITIONS if c in of}
    if not told:
        return ""
    if len(set(told.values())) == 1:
        return f"{words.TRACK_NAMES[track]}: {next(iter(told.values()))}"
    ends = {c: told[c] for c in ("table", "willing") if c in told} or told
    return f"{words.TRACK_NAMES[track]}: {'; '.join(f'{what} {words.in_composition(c)}' for c, what in ends.items())}"


def _rests(material: Material) -> str:
    reports = len(
        {evidence.report for evidence in material.evidence.values()} | {report.id for report in material.reports}
    )
    n = len(material.evidence)
    said = f"{words.count(n, 'entry', 'entries' if n else 'entry', first=True)} from {words.count(reports, 'report')}"
    method, drawn = material.settlement.method, bool(material.odds.tracks or material.settlement.zones)
    if drawn and method.draws is not None:
        said += f"; {method.draws:,} draws of what nobody knows, seed {method.seed}"
    # Of the voices that are missing, those without which nothing can be worked out, or those that a deal waits for.
    waited = unheard(material) if len(material.case.sides) > 1 else ""
    missing = waited or next((voice.text for voice in voices(material)), "")
    ranges = "A range holds nine draws in ten; shares of draws are no probabilities." if drawn else ""
    return " ".join(part for part in (f"{said}.", _unread(material), _set(material), missing, ranges) if part)


def _unread(material: Material) -> str:
    """Say how many reports were not read, and why."""
    why = [report.unread for report in material.reports if report.unread]
    if not why:
        return ""
    of = words.count(len(why), "report was", "reports were", first=True)
    return f"{of} kept but not read ({words.listed(list(dict.fromkeys(why)))})."


def _set(material: Material) -> str:
    """Name the assumptions that the case or the command line has set."""
    given = sorted(material.case.assumptions.items())
    if not given:
        return ""
    told = [
        f"{name} {words.figure(low)}{'' if low == high else f' to {words.figure(high)}'}" for name, (low, high) in given
    ]
    return f"Set by hand: {words.listed(told)}."
