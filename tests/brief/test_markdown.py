"""The brief as Markdown."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from detente.brief import Brief
from detente.brief.markdown import escaped, markdown


def test_every_note_that_is_referred_to_is_defined_once(brief: Brief) -> None:
    """And each defined note is referred to."""
    text = brief.markdown()
    defined = re.findall(r"^\[\^(A?\d+)\]: ", text, re.MULTILINE)
    referred = re.findall(r"\[\^(A?\d+)\](?!: )", text)
    assert referred
    assert len(defined) == len(set(defined))
    assert set(referred) == set(defined)


def test_the_seven_questions_are_its_headings(brief: Brief) -> None:
    """In order, with the talks as the title."""
    text = brief.markdown()
    assert re.findall(r"^# (.*)", text, re.MULTILINE) == [escaped(brief.case.title)]
    assert [line[0] for line in re.findall(r"^## (\d .*)", text, re.MULTILINE)] == list("1234567")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=30))
def test_what_a_report_says_is_shown_as_it_is(said: str) -> None:
    """No text becomes markup or HTML, wherever it stands: read back, it is one paragraph of that text."""
    from markupsafe import escape

    made = markdown(f"<main><p>{escape(said)}</p></main>")
    html = MarkdownIt("commonmark").render(made)
    assert html == f"<p>{str(escape(said)).replace('&#34;', '&quot;').replace('&#39;', chr(39))}</p>\n"


def test_a_hostile_title_breaks_neither_heading_nor_table(brief: Brief) -> None:
    """Pipes, tags and links stay text."""
    hostile = replace(brief, case=replace(brief.case, title="<script>x</script> | [a](javascript:b) `c`"))
    text = hostile.markdown()
    assert "<script" not in text.replace("\\<", "")
    assert "# \\<script\\>x\\</script\\> \\| \\[a\\](javascript:b) \\`c\\`" in text
    tables = [part.splitlines() for part in text.split("\n\n") if part.startswith("|")]
    assert tables
    for rows in tables:
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) == 1
