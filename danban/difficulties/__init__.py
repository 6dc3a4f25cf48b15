"""Difficulties put to the direct superior: acknowledged, answered, passed up, closed by the asker (IV.6)."""
