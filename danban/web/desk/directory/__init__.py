"""Pages of the directory and calendar feeds."""
