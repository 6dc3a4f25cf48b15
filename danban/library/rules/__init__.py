"""Who may write in the library, and when."""
