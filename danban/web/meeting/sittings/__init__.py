"""What the hall sees on the wall, and the ballot on one's own phone."""
