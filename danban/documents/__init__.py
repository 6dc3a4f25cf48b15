"""Files and, later, official papers."""
