"""Pages of the cascade."""
