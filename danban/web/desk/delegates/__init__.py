"""Pages of delegates for officials."""
