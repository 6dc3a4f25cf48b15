"""Pages of self-evaluations: the desk, one form, one form over an area."""
