"""Actions of sittings: each verb its file."""
