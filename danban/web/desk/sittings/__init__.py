"""Pages of sittings for officials."""
