"""What resolutions promised and what became of it, settled next year before anything else (II.1.a.3)."""
