"""The public check of papers."""
