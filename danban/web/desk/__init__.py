"""Pages for officials, one folder a room."""
