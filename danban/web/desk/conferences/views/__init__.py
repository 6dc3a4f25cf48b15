"""Pages of conferences: reading, deciding on one, timetables of an area, halls."""
