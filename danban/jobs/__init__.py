"""Timed work, run by cron or by hand."""
