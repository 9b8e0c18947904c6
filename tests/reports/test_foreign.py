"""Paragraphs in another language, and the language that prevails."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reports import Report, report_from_text

ENGLISH = (
    "The two delegations met in the old town hall on Monday and agreed to meet again within a week.",
    "Observers counted no violation along the whole line, the mission said in its report for the day.",
    "The mayor asked both sides to let the people of the valley return to their fields before the winter.",
)
FOREIGN = {
    "fr": "Les deux délégations se sont réunies lundi dans l'ancien hôtel de ville et sont convenues de se revoir.",
    "de": "Die beiden Delegationen trafen sich am Montag im alten Rathaus und vereinbarten ein weiteres Treffen.",
    "es": "Las dos delegaciones se reunieron el lunes en el antiguo ayuntamiento y acordaron volver a verse pronto.",
    "ru": "Обе делегации встретились в понедельник в старой ратуше и договорились о новой встрече через неделю.",
    "ar": "التقى الوفدان يوم الاثنين في مبنى البلدية القديم واتفقا على الاجتماع مرة أخرى في غضون أسبوع واحد.",
}


def kept(report: Report) -> list[str]:
    return [report.text[start:end] for start, end in report.kept]


def left_out(report: Report) -> list[str]:
    return [report.dropped_text(part) for part in report.dropped if part.reason == "language"]


@pytest.mark.parametrize("code", FOREIGN)
@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_one_foreign_paragraph_is_left_out_and_the_rest_is_read(code: str, place: int, gap: str) -> None:
    """Before, within or after what is English; it stays with the report, with the reason."""
    paragraphs = list(ENGLISH[:2])
    paragraphs.insert(place, FOREIGN[code])
    report = report_from_text(gap.join(paragraphs))
    assert (report.language, report.unread) == ("en", None)
    assert kept(report) == list(ENGLISH[:2])
    assert left_out(report) == [FOREIGN[code]]


@pytest.mark.parametrize("code", FOREIGN)
def test_a_report_that_is_mostly_foreign_is_not_read(code: str) -> None:
    """A sentence in English among five others is a quote: nothing is left out, nothing read."""
    report = report_from_text("\n\n".join([FOREIGN[code], ENGLISH[0], *[f"{FOREIGN[code]} {n}." for n in range(4)]]))
    assert report.unread == f"language: {code}"
    assert len(report.kept) == 6
    assert left_out(report) == []


def test_lines_broken_by_hand_are_told_together() -> None:
    """Each of them may be too short to be sure of."""
    lines = textwrap.wrap(f"{FOREIGN['de']} {FOREIGN['de']}", 50)
    report = report_from_text("\n\n".join([*ENGLISH, "\n".join(lines)]))
    assert left_out(report) == lines
    assert kept(report) == list(ENGLISH)


def test_a_quote_within_an_english_paragraph_stays() -> None:
    """Paragraphs are told as wholes."""
    said = f"The minister said: “{FOREIGN['fr']}” He added that the talks of the two sides would go on in the spring."
    report = report_from_text("\n".join([*ENGLISH, said]))
    assert kept(report)[-1] == said


@pytest.mark.parametrize("line", ["Oslo, Bergen, Tromsø, Bodø", "Généraux Dubois et Martin", "“Non.”"])
def test_what_is_too_short_to_tell_stays(line: str) -> None:
    """Names and single words are of no sure language."""
    assert line in kept(report_from_text("\n\n".join([*ENGLISH, line])))


@given(st.lists(st.sampled_from([*ENGLISH, *FOREIGN.values()]), min_size=1, max_size=8, unique=True))
def test_every_paragraph_is_kept_or_left_out(paragraphs: list[str]) -> None:
    """None is lost; where something is left out, what is kept is English, and it is a third at least."""
    report = report_from_text("\n\n".join(paragraphs), title="Talks")
    assert sorted([*kept(report), *left_out(report)]) == sorted(paragraphs)
    if report.unread is None:
        assert set(kept(report)) <= set(ENGLISH)
        assert 4 * len("".join(kept(report))) > len("".join(paragraphs))
