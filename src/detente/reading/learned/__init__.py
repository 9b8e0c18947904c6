"""A small network beside the rules: what the sentences of a report may tell, and how sure both together are of it."""
