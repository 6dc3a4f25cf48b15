"""The shape of what is typed on pages of official papers."""
