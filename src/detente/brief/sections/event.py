"""6. What the event did to the odds."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente.brief import words
from detente.brief.figures import Figure, effect_figure, signs_figure
from detente.brief.figures.effect import labelled
from detente.brief.material import Material
from detente.brief.words import Statement
from detente.settlement.results import COMPOSITIONS, Composition
from detente.talks.results import TRACKS, Effect, Flip, LedgerRow, Track, TrackOdds

COLUMNS = ("lowers", "no clear change", "raises", "no package")


@dataclass(frozen=True, slots=True)
class EffectRow:
    """The effect on one track in one composition, in words."""

    track: str
    who: str
    without: str
    with_shock: str
    difference: str
    ratio: str
    signs: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """What one channel contributes to the log hazard ratio, per track and composition."""

    channel: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FlipRow:
    """How the signs move with one assumption."""

    assumption: str
    low: str
    low_signs: str
    high: str
    high_signs: str
    swing: str


@dataclass(frozen=True, slots=True)
class Felt:
    """Section 6.

    Parameters
    ----------
    lead
        Which event.
    verdicts, decided
        What it does per track and composition, and the channels that decide it.
    figure, signs
        Ranges of the odds, and sign shares.
    odds, effects
        Tables of the odds, without a shock, or of the effect.
    channel_heads, channels
        Exact Shapley shares per channel.
    ledger
        (channel, party, shift, basis).
    flip_note, flips
        Which track the flips are about; what would flip the sign.
    base_rates
        (share, what, source).
    baseline
        What the simple baselines say.
    missing
        What cannot be worked out.
    """

    lead: tuple[Statement, ...]
    verdicts: tuple[Statement, ...]
    decided: tuple[Statement, ...]
    figure: Figure | None
    signs: Figure | None
    odds: tuple[tuple[str, str, str, str], ...]
    effects: tuple[EffectRow, ...]
    channel_heads: tuple[str, ...]
    channels: tuple[ChannelRow, ...]
    ledger: tuple[tuple[str, str, str, str], ...]
    flips: tuple[FlipRow, ...]
    base_rates: tuple[tuple[str, str, str], ...]
    baseline: tuple[Statement, ...]
    missing: tuple[Statement, ...]


def felt(material: Material) -> Felt:
    """Return what the event did to the odds.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    odds = material.odds
    tracks, effects = sorted(odds.tracks, key=_place), sorted(odds.effects, key=_place)
    live = [(e, who) for e, who in labelled(effects) if e.share_structural_zero < 1 and e.shapley_mean]
    return Felt(
        _lead(material),
        verdicts(material),
        _decided(material),
        effect_figure(tracks, odds.weeks, odds.shock is not None),
        signs_figure(effects),
        tuple(_chance(t, who) for t, who in labelled(tracks)),
        tuple(_effect(e, who, tracks) for e, who in labelled(effects)),
        tuple(f"{words.TRACK_NAMES[e.track]}, {who}" for e, who in live),
        _channels([e for e, _ in live]),
        tuple(_ledger(row, material) for row in odds.ledger),
        tuple(_flip(flip) for flip in odds.flips),
        tuple((words.percent(rate.value), rate.what, rate.source) for rate in odds.base_rates),
        _baseline(material),
        tuple(
            Statement(words.sentence(f"{gap.question}: cannot be worked out, because {gap.why}")) for gap in odds.gaps
        ),
    )


def _place(row: TrackOdds | Effect) -> tuple[int, int]:
    return TRACKS.index(row.track), COMPOSITIONS.index(row.composition)


def _lead(material: Material) -> tuple[Statement, ...]:
    odds = material.odds
    shock = odds.shock
    if shock is None:
        why = (
            "No event is looked at: the record has none dated before a meeting that could be felt as a shock, and none "
            "was given. A shock card (--shock FILE) names one."
        )
        said = [Statement(why)]
        if odds.tracks:
            said.append(Statement("The odds without any event follow."))
        return tuple(said)
    event = Statement(f"The event looked at: {event_name(material)}", shock.basis, shock.assumption)
    return (event, *_seen(material))


def event_name(material: Material) -> str:
    """Return the shock as a sentence: as the record tells it, or as its card is called.

    Parameters
    ----------
    material
        Case, results and sources; there is a shock.
    """
    shock = material.odds.shock
    assert shock is not None
    same = (
        h for h in material.case.happenings if (h.actor, h.recipient, h.date) == (shock.actor, shock.target, shock.date)
    )
    told = next((h for h in same if set(h.basis.entries) & set(shock.basis)), None)
    if told is None:
        return words.sentence(shock.label)
    return words.upper_first(words.sentence(words.happened(told, material.names) + words.on_date(told.date)))


def _seen(material: Material) -> tuple[Statement, ...]:
    shock = material.odds.shock
    assert shock is not None
    names = material.names
    said = [
        f"{words.upper_first(names.party(shock.actor))} acted and {names.party(shock.target)} was the target. The "
        f"event can work through {words.count(len(shock.channels), 'channel')}: "
        f"{words.listed(list(shock.channels)) or 'none'}."
    ]
    if shock.retaliation_observed:
        said.append("A reprisal is in the record, so none is drawn at random.")
    if shock.meeting_observed:
        said.append("A round was held within a week, so no suspension of the talks is assumed.")
    return tuple(Statement(text) for text in said)


def headlines(material: Material) -> tuple[Effect, ...]:
    """Return the effects to say first: where the absent may deliver, and that those present have no package if so.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    effects = {(e.track, e.composition): e for e in material.odds.effects}
    table = effects.get(("comprehensive", "table"))
    wanted: tuple[tuple[Track, Composition], ...] = (
        ("comprehensive", "unknown"),
        ("comprehensive", "willing"),
        ("truce", "unknown"),
        ("limited", "unknown"),
    )
    first = (table,) if table and table.share_structural_zero >= 1 else ()
    return (*first, *(effects[key] for key in wanted if key in effects))


def verdicts(material: Material) -> tuple[Statement, ...]:
    """Return the verdict per track and composition; what is the same for all is said once.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    effects = headlines(material)
    said = {_direction(effect) for effect in effects if effect.share_structural_zero < 1}
    if len(said) != 1 or len(effects) < 2:
        return tuple(verdict(effect) for effect in effects)
    common = Statement(f"Wherever a package is possible, {said.pop()}.")
    return (common, *(verdict(effect, direction=False) for effect in effects))


def verdict(effect: Effect, *, direction: bool = True) -> Statement:
    """Say what the shock does on one track in one composition: never a lone number.

    Parameters
    ----------
    effect
        The effect.
    direction
        Whether to say in words which way it works.

    Examples
    --------
    >>> from detente.settlement.results import Spread
    >>> nothing = Effect("comprehensive", "table", Spread(0, 0, 0), None, 0, 0, 0, 1, {}, {})
    >>> verdict(nothing).text
    'Comprehensive deal, if only those at the table deliver: there is no package, so the event has no effect on ...'
    """
    where = f"{words.TRACK_NAMES[effect.track]}, {words.in_composition(effect.composition)}"
    if effect.share_structural_zero >= 1:
        return Statement(f"{where}: there is no package, so the event has no effect on its odds.")
    head = f"{where}: {_direction(effect)}. It" if direction else f"{where}: the event"
    return Statement(f"{head} {signs(effect)}")


def signs(effect: Effect) -> str:
    """Say under which shares of the assumptions the odds fall and rise, and by how much.

    Parameters
    ----------
    effect
        The effect.
    """
    down, up = words.percent(effect.share_negative), words.percent(effect.share_positive)
    return (
        f"lowers the odds under {down} of the assumptions and raises them under {up}; the difference is "
        f"{words.points(effect.difference)}."
    )


def _direction(effect: Effect) -> str:
    up, down = effect.share_positive, effect.share_negative
    if up + down == 0:
        return "the event changes nothing"
    if min(up, down) / (up + down) > 0.2:
        return "which way the event works depends on what nobody knows"
    return "the event mostly raises the odds" if up > down else "the event mostly lowers the odds"


def _decided(material: Material) -> tuple[Statement, ...]:
    decided = material.odds.decided_by
    if not decided:
        return ()
    return (Statement(f"What decides the sign, in this order: {words.listed(list(decided[:3]))}."),)


def _chance(odds: TrackOdds, who: str) -> tuple[str, str, str, str]:
    zero = words.percent(odds.structural_zero)
    return words.TRACK_NAMES[odds.track], who, _chances(odds), zero


def _chances(odds: TrackOdds) -> str:
    return "no package, so 0%" if odds.structural_zero >= 1 else words.span(odds.without)


def _effect(effect: Effect, who: str, tracks: Sequence[TrackOdds]) -> EffectRow:
    odds = next((t for t in tracks if (t.track, t.composition) == (effect.track, effect.composition)), None)
    shares = (effect.share_negative, effect.share_none, effect.share_positive, effect.share_structural_zero)
    dead = effect.share_structural_zero >= 1
    return EffectRow(
        words.TRACK_NAMES[effect.track],
        who,
        _chances(odds) if odds else "not worked out",
        words.span(odds.with_shock)
        if odds and odds.with_shock and not dead
        else "no package, so 0%"
        if dead
        else "not worked out",
        "no package, so no effect" if dead else words.points(effect.difference),
        words.ratios(effect.hazard_ratio) if effect.hazard_ratio else "none: nothing to compare",
        tuple(words.percent(share) for share in shares),  # type: ignore[arg-type]
    )


def _channels(live: Sequence[Effect]) -> tuple[ChannelRow, ...]:
    names = dict.fromkeys(channel for effect in live for channel in effect.shapley_mean)
    return tuple(ChannelRow(name, tuple(_share(effect, name) for effect in live)) for name in names)


def _share(effect: Effect, channel: str) -> str:
    if channel not in effect.shapley_mean:
        return "not applied"
    mean = words.signed(effect.shapley_mean[channel], 3)
    spread = effect.shapley.get(channel)
    return f"{mean} ({words.signed(spread.low)} to {words.signed(spread.high)})" if spread else mean


def _ledger(row: LedgerRow, material: Material) -> tuple[str, str, str, str]:
    if not row.party:
        return row.channel, "readiness to accept", words.ratios(row.shift), row.basis
    return row.channel, words.upper_first(material.names.party(row.party)), words.stakes(row.shift), row.basis


def _flip(flip: Flip) -> FlipRow:
    def signs(positive: float, negative: float) -> str:
        return f"raises {words.percent(positive)}, lowers {words.percent(negative)}"

    before, after = flip.positive_low - flip.negative_low, flip.positive_high - flip.negative_high
    swing = (
        "turns the balance" if before * after < 0 else "moves it" if abs(before - after) >= 0.1 else "hardly matters"
    )
    return FlipRow(
        flip.assumption,
        f"{words.figure(flip.low_range[0])} to {words.figure(flip.low_range[1])}",
        signs(flip.positive_low, flip.negative_low),
        f"{words.figure(flip.high_range[0])} to {words.figure(flip.high_range[1])}",
        signs(flip.positive_high, flip.negative_high),
        swing,
    )


def _baseline(material: Material) -> tuple[Statement, ...]:
    """Say what the simplest forecasts would be: no shock, and the last state."""
    odds = material.odds
    said = []
    for track in odds.tracks:
        if track.composition == "table":
            said.append(f"{words.TRACK_NAMES[track.track].lower()} {_chances(track)}")
    lines = []
    if said:
        lines.append(Statement(f"No shock at all, those present only: {'; '.join(said)} within {odds.weeks} weeks."))
    held = [m for m in material.case.meetings if m.outcome != "scheduled" and m.date]
    if held:
        last = max(held, key=lambda meeting: meeting.date or "")
        ended = words.met(last.outcome, material.names.all_issues(last.agreed))
        text = f"Last state: the latest round{words.on_date(last.date)} ended so: {ended}; expect the same again."
        lines.append(Statement(text, last.basis.entries, last.basis.assumption))
    return tuple(lines)
