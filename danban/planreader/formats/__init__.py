"""One file a format: bytes in, lines out. Each imports its library only when it is needed."""
