"""Pages of plans of units: the cascade."""
