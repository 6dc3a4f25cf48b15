"""Sample content of every kind of paper: an invented commune, invented people, figures of a usual size."""
