"""Figures: what they count, in which unit, and who says so."""
