"""Acts: the table of what somebody may do to somebody, and how a sentence tells of it."""
