"""Patterns as a person reads them: "halt/end/stop/… ... fighting/fire/strike/…" for what a text may call an issue."""

import re
from collections.abc import Iterable

# So many of the words that may stand at one place are shown.
_MOST = 3
ENDING, GAP = "…", "..."
_PART = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<open>\((?:\?:)?)|(?P<close>\))|(?P<bar>\|)|(?P<edge>[$^])"
    r"|(?P<any>\[[^\]]*\\[wd][^\]]*\]|\\[wdWDsSbB]|\.)|\[(?P<of>\\?[^\]])[^\]]*\]|\\?(?P<letter>.)"
)
_TIMES = re.compile(r"(?P<free>[?*]|\{0,(?P<upto>\d*)\})\??|\+\??|\{\d+(?:,\d*)?\}\??")


def readable(pattern: str) -> str:
    r"""Return a pattern without its signs: what may be left out is left out.

    Parameters
    ----------
    pattern
        A word of an issue as `detente.ontology.issues` compiles it.

    Returns
    -------
    str
        A slash between words that may stand at one place, the first three of them; "…" for any ending, "..." for
        other words between.

    Examples
    --------
    >>> readable(r"cease-?fires?"), readable(r"territor\w+"), readable(r"(?:halt|end)s? (?:\w+ ){0,4}?(?:fire|war)")
    ('cease-fire', 'territor…', 'halt/end ... fire/war')
    """
    inner = pattern.removeprefix(r"(?<!\w)(?:").removesuffix(r")(?!\w)")
    choices, _ = _choices(inner, 0)
    return " ".join(_joined(choices).split())


def _choices(pattern: str, start: int) -> tuple[list[str], int]:
    """Return what may stand from `start` to the end of the group, and where that is."""
    found, pieces = list[str](), list[list[str]]()
    while part := _PART.match(pattern, start):
        start = part.end()
        if part["close"]:
            break
        if part["bar"]:
            found.append(_told(pieces))
            pieces = []
            continue
        piece, start = _piece(pattern, part)
        pieces.append(piece)
    return list(dict.fromkeys([*found, _told(pieces)])), start


def _piece(pattern: str, part: re.Match[str]) -> tuple[list[str], int]:
    """Return what one part of a pattern may stand for, and where the next part begins."""
    start = part.end()
    if part["open"] or part["look"]:
        piece, start = _choices(pattern, start)
    elif part["any"]:
        piece = [ENDING]
    else:
        piece = [(part["letter"] or part["of"] or "").removeprefix("\\")]
    times = _TIMES.match(pattern, start)
    if times:
        start = times.end()
    if part["look"] or part["edge"]:
        return [], start
    if times and times["free"] and not part["any"] and piece != ["-"]:
        between = times["upto"] not in (None, "", "1") and any(ENDING in each for each in piece)
        return [f"{GAP} "] if between else [], start
    return piece, start


def _told(pieces: list[list[str]]) -> str:
    told = ""
    for piece, following in zip(pieces, [*pieces, []][1:], strict=True):
        inside = bool(told) and told[-1].isalnum()
        if len(piece) > 1 and inside:
            piece = piece[:1]
        if len(piece) > 1 and following == [ENDING]:
            piece = [each + ENDING for each in piece]
        text = _joined(piece)
        told += "" if text == ENDING and told.endswith(ENDING) else text
    return told


def _joined(choices: list[str]) -> str:
    return "/".join([*choices[:_MOST], *([ENDING] if len(choices) > _MOST else [])])


def all_readable(patterns: Iterable[str]) -> list[str]:
    """Return readable words, each once: single words before phrases, in the order of the table.

    Examples
    --------
    >>> all_readable(["halt to fire", "truces?", "truce"])
    ['truce', 'halt to fire']
    """
    told = list(dict.fromkeys(map(readable, patterns)))
    return sorted(told, key=lambda word: " " in word)
