"""A believable Hà Nội to try things on; marked as simulated, never sent anywhere."""
