"""In which language a text is: sure, or None."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reports import language, report_from_text
from detente.reports.language import is_plainly_english

SENTENCES = {
    "en": "The two delegations met in the old town hall on Monday and agreed to meet again within a week.",
    "fr": "Les deux délégations se sont réunies lundi dans l'ancien hôtel de ville et sont convenues de se revoir.",
    "de": "Die beiden Delegationen trafen sich am Montag im alten Rathaus und vereinbarten ein weiteres Treffen.",
    "es": "Las dos delegaciones se reunieron el lunes en el antiguo ayuntamiento y acordaron volver a verse pronto.",
    "ru": "Обе делегации встретились в понедельник в старой ратуше и договорились о новой встрече через неделю.",
    "uk": "Обидві делегації зустрілися в понеділок у старій ратуші й домовилися про нову зустріч за тиждень.",
    "ar": "التقى الوفدان يوم الاثنين في مبنى البلدية القديم واتفقا على الاجتماع مرة أخرى في غضون أسبوع واحد.",
    "zh": "两国代表团星期一在旧市政厅会面，双方同意一周之内再次举行会谈，并就交换战俘和停火监督问题"
    "继续磋商，争取早日达成协议，实现持久和平。双方没有说明下次会谈的地点。",
    "tr": "İki heyet pazartesi günü eski belediyede bir araya geldi ve bir hafta içinde yeniden görüşme kararı aldı.",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_sentences(code: str) -> None:
    """A sentence of some length is enough."""
    assert language(SENTENCES[code]) == code


@pytest.mark.parametrize("text", ["", "Oslo", "Norway", "Erdogan, Zelenskyy, Umerov", "12.06.2025", "\u200b" * 500])
def test_short_texts_are_not_decided(text: str) -> None:
    """Names, dates and empty texts have no sure language."""
    assert language(text) is None


def test_unread_says_why() -> None:
    """English and undecided texts are read; another language is the reason why a report is not."""
    assert report_from_text(SENTENCES["en"]).unread is None
    assert report_from_text("Oslo").unread is None
    assert report_from_text(SENTENCES["fr"]).unread == "language: fr"


def test_menus_do_not_decide() -> None:
    """Only what is kept of a text counts."""
    text = f"Trêve\n\n{SENTENCES['fr']}\n\nLeave a Reply\n\n" + "\n".join(f"{SENTENCES['en']} {i}" for i in range(9))
    assert report_from_text(text).language == "fr"


def test_quotes_in_another_language_do_not_decide() -> None:
    """A report in English with a sentence in French is in English."""
    assert language(f"{SENTENCES['en']} {SENTENCES['en']} “{SENTENCES['fr']}” {SENTENCES['en']}") == "en"


@pytest.mark.parametrize("code", SENTENCES)
def test_plain_english_needs_no_table(code: str) -> None:
    """Small words show it; no other language passes for it."""
    assert is_plainly_english(SENTENCES[code]) == (code == "en")
    assert not is_plainly_english("")


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    """Every text has a code of letters, or None; the same one each time."""
    found = language(text)
    assert found == language(text)
    assert found is None or found.isalpha()
