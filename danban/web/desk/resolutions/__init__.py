"""Pages of resolutions for officials."""
