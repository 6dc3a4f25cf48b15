"""What is read of envoys."""
