"""What the grammar of a sentence says: its tree, its dates and places, what is told as done, meant or only supposed."""
