"""Who may do what to a conference, and when."""
