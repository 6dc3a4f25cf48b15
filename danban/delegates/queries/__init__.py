"""What is read of delegates."""
