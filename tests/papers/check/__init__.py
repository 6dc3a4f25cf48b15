"""Tests of the format checker."""
