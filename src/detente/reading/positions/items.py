"""How an item of a list, or an article of an agreement, is marked at its start."""

import re

_MARK = r"(?:[-–—*•·]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])"
LIST_ITEM = re.compile(rf"\s*{_MARK}\s+")
"""A dash, "3." or "(b)"."""
ARTICLE = re.compile(
    r"\s*(?:(?:Article|Art|Chapter|Section|Clause|Point|Paragraph|Annex|Protocol|Part|Title)\b\.? ?(?:[IVXLC]+"
    rf"|\d{{1,3}}|[a-z])\b[.:)]?|{_MARK}\s)"
)
"""An item of an agreement that is told clause by clause: "Article IX." too."""
