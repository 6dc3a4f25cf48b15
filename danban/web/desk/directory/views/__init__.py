"""Pages of the directory and of calendars."""
