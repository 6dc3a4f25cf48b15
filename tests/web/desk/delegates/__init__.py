"""Tests of the pages of delegates."""
