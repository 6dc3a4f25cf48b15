"""Reading notices: how people are reached, what they were told, what waits to leave."""
