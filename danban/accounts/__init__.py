"""People, how they sign in, and the offices they hold."""
