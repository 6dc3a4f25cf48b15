"""The phones' door."""
