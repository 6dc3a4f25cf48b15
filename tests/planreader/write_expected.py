"""Write the expected facts of one plan from what is read now: ``python tests/planreader/write_expected.py NAME``.

Only for plans whose reading a person has just checked line by line.
"""

import json
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2])]

from tests.planreader.test_plans import PLANS, essence, reading_of  # noqa: E402

for name in sys.argv[1:]:
    words = json.dumps(essence(reading_of(name)), ensure_ascii=False, indent=1)
    (PLANS / f"{name}.json").write_text(words + "\n", encoding="utf-8")
