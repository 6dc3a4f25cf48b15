"""The directory of units, bodies and posts, and the calendar of one's own post."""
