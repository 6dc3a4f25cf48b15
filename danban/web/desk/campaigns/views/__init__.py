"""Views: GET is one query, POST one form, one action, one redirect."""
