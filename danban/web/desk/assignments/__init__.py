"""Pages of assignments, briefings and joint events."""
