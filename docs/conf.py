"""Sphinx settings: `uv run sphinx-build -W docs docs/_build/html`."""

project = "Detente"
author = "The Detente authors"
copyright = "The Detente authors"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "alabaster"
html_theme_options = {"description": "From reporting on peace talks to a model that can be checked"}
myst_enable_extensions = ["deflist", "dollarmath"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
napoleon_google_docstring = False
