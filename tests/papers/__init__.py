"""Tests of papers as data."""
