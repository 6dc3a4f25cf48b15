"""Small tools that know nothing of conferences. Nothing here imports a room."""
