"""Pages of promises: a unit's, one with its trend, the roll-up, the catalogue."""
