"""Tests of the pages of envoys."""
