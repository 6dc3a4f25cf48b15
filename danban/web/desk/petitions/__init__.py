"""Pages of petitions: the desk, one petition and its way, groups, figures, what is read back, settings."""
