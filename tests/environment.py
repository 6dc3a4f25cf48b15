"""The environment of a test run. Loaded with ``-p``, before pytest-django reads the settings."""

import os
import tempfile

os.environ.setdefault("DANBAN_VAR", tempfile.mkdtemp(prefix="danban-test-"))
os.environ.setdefault("DANBAN_SECRET_KEY", "only-for-tests-" + "x" * 40)
os.environ["DANBAN_SECOND_FACTOR"] = "off"  # tests of the second factor switch it on
os.environ["DANBAN_DATABASE_URL"] = os.environ.get("DANBAN_TEST_DATABASE_URL", "")  # never the one of an installation
