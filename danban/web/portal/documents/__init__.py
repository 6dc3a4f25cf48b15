"""Anybody may check whether an official paper is authentic."""
