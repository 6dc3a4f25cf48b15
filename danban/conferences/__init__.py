"""Conferences of villages and communes: when and where they meet, what is on the agenda, what became of each."""
