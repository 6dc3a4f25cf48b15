"""Views of assignments, one file a kind of page."""
