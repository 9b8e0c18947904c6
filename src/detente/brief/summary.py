"""The brief on one screen of a terminal, and the lines of single results."""

import shutil
import sys
import textwrap
from collections.abc import Sequence

from detente.brief import words
from detente.brief.figures.effect import WHOEVER, labelled
from detente.brief.material import Material
from detente.brief.page import showable
from detente.brief.sections.agreeable import OWN_WORD, STATES, options, value_of_absent, zone_lead
from detente.brief.sections.blocked import TAGS, told
from detente.brief.sections.event import verdict
from detente.brief.sections.in_short import in_short
from detente.brief.sections.rests import voices
from detente.brief.words import Statement
from detente.case.model import Case
from detente.settlement.results import COMPOSITIONS, Gap, Settlement, Spread, Standing, State
from detente.talks.results import TRACKS, Odds, Track, TrackOdds

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
    parts = [(line.head, [line.said.text]) for line in in_short(material)]
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
    heads = (*(line.head for line in in_short(material)), "Odds", "Rests on")
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
    names = material.names
    lines = [case.title, "", f"Blockers: {settlement.blocker_count}"]
    lines += [
        f"  [{TAGS[b.tag][0].lower()}, {words.percent(b.probability)}] {told(b, material)}" for b in settlement.blockers
    ]
    lines += ["", f"Concession sets: {settlement.concession_count}"]
    for concessions in settlement.concessions:
        who = names.all_parties(sorted(party for party, n in concessions.by.items() if n))
        dropped = words.listed(
            [words.demanded(names.demands[d], names) if d in names.demands else d for d in concessions.demands]
        )
        lines.append(f"  [counts {concessions.cost:g}, {who}] drop: {dropped}")
    for state, (_, label, _meaning) in STATES.items():
        chosen = [s for s in settlement.standings if s.state == state]
        if chosen:
            label = OWN_WORD[0] if state == "agreed" and len(case.sides) < 2 else label
            lines += ["", f"{label}:", *_standing_lines(state, chosen, material)]
    lines += ["", "Packages:", *(f"  {s.text}" for s in (*zone_lead(material), *value_of_absent(material)))]
    lines += [f"  {names.package(a.package)}: {_joint(a.joint)}" for a in settlement.acceptable[:5]]
    lines += [
        "",
        "Order of steps:",
        *(f"  {n}. {names.all_issues(level)}" for n, level in enumerate(settlement.steps.order, 1)),
    ]
    lines += [f"  deadlock: {names.all_issues(d.issues)}" for d in settlement.steps.deadlocks]
    lines += _gaps(settlement)
    return tuple(_flat(line) if not line.startswith("  ") else "  " + _flat(line) for line in lines)


def odds_lines(case: Case, odds: Odds) -> tuple[str, ...]:
    """Return odds, effects and what decides them as lines of plain text.

    Parameters
    ----------
    case
        The negotiation.
    odds
        What was worked out for it.
    """
    lines = [case.title, "", f"Chance of agreement within {odds.weeks} weeks, without an event:"]
    lines += [f"  {_where(t, who)}: {_range(t.without, t.structural_zero)}" for t, who in labelled(odds.tracks)]
    if odds.shock is not None:
        said = [verdict(e, who=who if who == WHOEVER else "").text for e, who in labelled(odds.effects)]
        lines += ["", f"The event: {words.dated(odds.shock.label)}", *(f"  {text}" for text in said)]
        lines += [f"  decided by: {words.listed(list(odds.decided_by))}"] if odds.decided_by else []
    lines += ["", "To hold it against (observed frequencies, not causal):"] if odds.base_rates else []
    lines += [f"  {rate.what}: {words.percent(rate.value)} ({rate.source})" for rate in odds.base_rates]
    lines += _gaps(odds)
    return tuple(_flat(line) if not line.startswith("  ") else "  " + _flat(line) for line in lines)


def _standing_lines(state: State, chosen: Sequence[Standing], material: Material) -> list[str]:
    """Return a line per option; what nobody mentions has no option to speak of."""
    if state == "not mentioned":
        return [f"  {material.names.all_issues(dict.fromkeys(s.issue for s in chosen))}"]
    return [f"  {options([s], material)}{_chance(s.probability)}" for s in chosen]


def _where(odds: TrackOdds, who: str) -> str:
    return f"{words.TRACK_NAMES[odds.track]}, {who if who == WHOEVER else words.in_composition(odds.composition)}"


def _range(spread: Spread, zero: float) -> str:
    return "not possible" if zero >= 1 else words.span(spread)


def _gaps(result: Settlement | Odds) -> list[str]:
    gaps = [f"  {gap.question}: {gap.why}" for gap in result.gaps]
    return ["", "Cannot be worked out:", *gaps] if gaps else []


def _chance(probability: float | None) -> str:
    return f": in {words.percent(probability)} of draws" if probability is not None else ""


def _joint(joint: object) -> str:
    assert hasattr(joint, "items")
    return "acceptable to all " + ", ".join(
        f"{words.in_composition(c)} {words.share_words(p)}" for c, p in joint.items()
    )


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
    rates = [f"For comparison, {r.what}: {words.percent(r.value)} ({r.source})" for r in odds.base_rates[:1]]
    return [Statement(text) for text in said + rates]


def _track(track: Track, odds: Odds) -> str:
    """Return the odds on a track: once where it makes no difference whether the absent deliver."""
    of = {t.composition: t for t in odds.tracks if t.track == track}
    told = {c: _range(of[c].without, of[c].structural_zero) for c in COMPOSITIONS if c in of}
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
    entries = words.count(len(material.evidence), "entry", "entries", first=True)
    said = f"{entries} from {words.count(reports, 'report')}"
    method, drawn = material.settlement.method, bool(material.odds.tracks or material.settlement.zones)
    if drawn and method.draws is not None:
        said += f"; {method.draws:,} draws of what nobody knows, seed {method.seed}"
    missing = [voice.text for voice in voices(material)]
    ranges = "A range holds nine draws in ten; shares of draws are no probabilities." if drawn else ""
    return " ".join(part for part in (f"{said}.", *missing[:1], ranges) if part)
