"""Charts as SVG strings from frozen values: pure functions, every text escaped, no style attributes."""
