"""Pages of official papers: the register of their numbers."""
