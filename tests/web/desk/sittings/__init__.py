"""Pages of a conference as it runs."""
