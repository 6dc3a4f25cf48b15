"""Home, overview, matrix, lists, one unit, one duty, days and search."""
