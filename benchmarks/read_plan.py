"""How long ``danban read-plan`` takes on a plan, beside merely getting its text: ``python -m benchmarks.read_plan``.

Whole processes are timed, child process included; the fastest of several runs counts.
"""

import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT.parent / "shared" / "plan-hanoi-2023.txt"
OWN = ROOT / "tests" / "planreader" / "plans" / "tiem-chung.txt"
RUNS = 7


def seconds(command: list[str]) -> float:
    """The fastest of several runs of a command."""
    best = float("inf")
    for _ in range(RUNS):
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
        best = min(best, time.perf_counter() - begun)
    return best


def main() -> None:
    """Time both and print the ratio."""
    plan = EXAMPLE if EXAMPLE.exists() else OWN
    code = f"from danban.planreader.formats.sniff import extract; extract(open({str(plan)!r}, 'rb').read())"
    whole = seconds([sys.executable, "-m", "danban", "read-plan", str(plan), "--json"])
    text = seconds([sys.executable, "-c", code])
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{plan.name}: read-plan {whole:.3f} s, text only {text:.3f} s, ratio {whole / text:.1f}, {memory:.0f} MB")


if __name__ == "__main__":
    main()
