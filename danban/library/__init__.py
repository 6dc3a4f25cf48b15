"""The library: legal bases and Party documents, content outlines with versions, where they were presented."""
