"""The negotiation model as one object, a file that a person can edit, and a view of the record."""
