"""The diary: append-only, sealed into a hash chain; who, for which office, did what, to what, when."""
