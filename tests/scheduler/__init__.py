"""The proposer of timetables."""
