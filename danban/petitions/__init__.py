"""Petitions of the people: taken in, sorted, routed, answered with substance, read back, never lost (II.1.4, IV.7)."""
