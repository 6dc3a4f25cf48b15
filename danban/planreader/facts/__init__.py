"""One file a kind of fact: a paper and its outline in, facts with spans out."""
