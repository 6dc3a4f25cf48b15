"""Invitations, answered by anybody who holds one; no account."""
