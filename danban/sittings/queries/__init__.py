"""What is read of sittings."""
