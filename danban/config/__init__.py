"""How the installation is put together: settings from the environment, root addresses, wsgi."""
