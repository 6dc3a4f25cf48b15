"""What section III gives each body to do: accepted, worked on, noted, finished."""
