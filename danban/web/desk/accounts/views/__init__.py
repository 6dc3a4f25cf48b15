"""Pages of sign-in, offices and people."""
