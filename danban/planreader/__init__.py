"""A plan document in, a structured reading out. Pure: no Django, no database, no network."""
