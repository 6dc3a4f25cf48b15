"""Actions of delegates: each verb its file."""
