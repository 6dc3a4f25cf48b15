"""The door for people: pages for officials (desk) and for everyone (portal)."""
