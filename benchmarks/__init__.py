"""Speed and memory, each measured as a ratio to a raw limit in the same run; one command each."""
