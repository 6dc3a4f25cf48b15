"""The door for a web server: ``gunicorn danban.config.wsgi``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "danban.config.settings")
application = get_wsgi_application()
