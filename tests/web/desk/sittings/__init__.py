"""Tests of the pages of sittings."""
