"""From sections to one document."""

import re

from detente.brief.page import TEMPLATES


def test_style_asks_for_nothing() -> None:
    """No import, no font, no picture from elsewhere."""
    style = (TEMPLATES / "style.css").read_text(encoding="utf-8")
    assert not re.search(r"@import|@font-face|url\(|https?:", style)
    assert "</style" not in style


def test_templates_escape_everything() -> None:
    """No template switches escaping off."""
    for template in TEMPLATES.glob("*.j2"):
        text = template.read_text(encoding="utf-8")
        assert "|safe" not in text.replace(" ", ""), template.name
        assert "autoescape" not in text, template.name
