"""Pages of the cascade, by what one comes to do."""
