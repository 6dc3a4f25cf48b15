"""Pages for everyone, without an actor."""
