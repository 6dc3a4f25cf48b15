"""The component page: every piece of the kit in all its states, as a living style guide."""
