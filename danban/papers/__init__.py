"""Official papers as data, written as .docx and .pdf, and read again by a format checker. Pure: knows no room."""
