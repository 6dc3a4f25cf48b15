"""The wall of a hall: big text that follows the conference."""
