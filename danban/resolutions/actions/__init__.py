"""Actions of resolutions: each verb its file."""
