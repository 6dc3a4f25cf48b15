"""A conference as it runs: clock, speakers, opinions, answers, hands counted, secret votes, targets."""
