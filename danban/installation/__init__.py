"""What this installation is: the real thing or a demonstration, and how far its clock is shifted."""
