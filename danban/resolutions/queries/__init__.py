"""What is read of resolutions."""
