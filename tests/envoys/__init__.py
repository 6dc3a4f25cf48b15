"""Tests of envoys."""
