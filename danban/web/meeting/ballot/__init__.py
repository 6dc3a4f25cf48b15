"""The ballot of a person who came by their own invitation link."""
