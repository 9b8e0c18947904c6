"""talks."""
