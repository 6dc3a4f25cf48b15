"""Actions of envoys: each verb its file."""
