"""Life of the culture movement: clean-ups now; titles, conventions and facilities later."""
