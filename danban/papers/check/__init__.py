"""Tell an office what in a .docx departs from the form: read it, name its parts, compare each with the rule set."""
