"""Tests of the kit that all pages are made of."""
