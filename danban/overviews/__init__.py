"""Questions across rooms: home, unit page, matrix, map, timeline, search. Reads only."""
