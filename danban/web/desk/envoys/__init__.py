"""Pages of envoys for officials."""
