"""From the command to the first answer of a page, and how large the whole server is.

    python -m benchmarks.start            five starts on a database that is there already

`make run` on a machine without an environment installs one first; that is not counted here.
"""

import os
import resource
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

STARTS = 5


def port() -> int:
    """A free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(data: Path, bytecode: Path) -> tuple[float, float]:
    """Seconds to the first page, and the size of the process then in MiB.

    `bytecode` is where Python keeps what it compiled, as an installed program has it.
    """
    chosen = port()
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"OPENOOR_PORT": str(chosen), "PYTHONPYCACHEPREFIX": str(bytecode)}
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run", "--data", str(data)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{chosen}/", timeout=10).read()
            break
        except OSError:
            if process.poll() is not None:
                raise RuntimeError("the server ended") from None
            time.sleep(0.01)  # asking without a pause would take the core that the server starts on
    seconds = time.perf_counter() - began
    status = Path(f"/proc/{process.pid}/status").read_text()
    size = int(status.partition("VmRSS:")[2].split()[0]) / 1024
    process.send_signal(signal.SIGINT)
    process.wait(60)
    return seconds, size


def main() -> None:
    """Print the median of the starts."""
    with tempfile.TemporaryDirectory() as folder:
        places = Path(folder, "data"), Path(folder, "bytecode")
        start(*places)  # makes keys, database and the demo organisation, and compiles
        found = [start(*places) for _ in range(STARTS)]
    seconds, sizes = zip(*found, strict=True)
    print(f"first page after {statistics.median(seconds):.2f} s (median of {STARTS}), {max(sizes):.0f} MiB")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
