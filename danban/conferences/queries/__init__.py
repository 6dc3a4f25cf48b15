"""Reading conferences."""
