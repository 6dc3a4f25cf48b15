"""Tests of the pages of resolutions."""
