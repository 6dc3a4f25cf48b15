"""What a phone at the door of a conference opens: a page that records who came, even when the line drops."""
