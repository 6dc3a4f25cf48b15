"""Read a .docx as Word would print it: its parts opened with care, styles resolved, text walked in order."""
