"""Self-evaluations the plan asks for: codes of conduct, self-managed models, environment work (II.1.a.4-5)."""
