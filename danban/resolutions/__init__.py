"""What comes out of a conference: its minutes and its resolution, computed from its records."""
