"""The shape of what is typed on pages of the library."""
