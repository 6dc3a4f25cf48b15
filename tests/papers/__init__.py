"""Tests of papers: form, kinds, whatever may be typed, both renderers."""
