"""Base pages, components, middleware, charts and static files shared by all pages."""
