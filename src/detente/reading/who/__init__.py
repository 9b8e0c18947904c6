"""Who is meant: names, roles, pronouns, both sides, and whose words a sentence is."""
