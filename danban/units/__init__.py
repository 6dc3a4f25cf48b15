"""The tree of units with time in it, and the bodies of each unit."""
