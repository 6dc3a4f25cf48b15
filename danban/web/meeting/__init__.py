"""The door of phones at a conference: thin addresses without a session, opened by a signed device token or a link."""
