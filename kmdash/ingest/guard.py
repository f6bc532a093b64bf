"""Uploads are parsed in a child process with limits: what a file does to its reader stays there."""

import json
import logging
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import BoundedSemaphore, Event, Timer
from typing import Any

from kmdash.domain.problem import UnreadableFile
from kmdash.domain.wording import of_plain, worded
from kmdash.ingest import limits
from kmdash.ingest.files.refusal import check_size, unreadable

READER = "kmdash.ingest.read:read_here"
_ROOT = str(Path(__file__).resolve().parents[2])
_START = "import sys; sys.path.insert(0, sys.argv[1]); from kmdash.ingest.child import main; main()"
_KEPT_ENVIRONMENT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")  # what starting Python may need
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows: no console flashes up
_ABORTED = -6  # SIGABRT: Rust and C end so when they get no memory
_KILLED = -9  # SIGKILL, not ours: the machine ran out of memory
_CPU_SPENT = -24  # SIGXCPU

_log = logging.getLogger(__name__)
_slots = BoundedSemaphore(limits.CHILDREN_AT_ONCE)


def run_in_child(
    data: bytes,
    name: str,
    options: dict[str, Any] | None = None,
    *,
    worker: str = READER,
    seconds: float = limits.CHILD_WALL_SECONDS,
) -> dict[str, Any]:
    """Read a file in a child process and give what its worker gave, as JSON values.

    ``worker`` is the dotted name of a function ``(data, name, options) -> dict``. At most two children run at
    once, others wait. Where there are no resource limits (Windows) a child is bounded by time alone.

    Raises
    ------
    UnreadableFile
        With the worker's own code, or: ``too_large``, ``empty`` before a child is started; ``timeout`` when
        it took too long; ``limit`` when it wanted too much; ``damaged`` when it broke down.
    """
    check_size(data, name)
    header = json.dumps({"name": name, "options": options or {}, "worker": worker}).encode() + b"\n"
    with _slots:
        output, code, late = _run(header + data, seconds)
    if late or code == _CPU_SPENT:
        raise unreadable(name, "timeout", worded("reader_files.slow", seconds=seconds))
    if len(output) > limits.CHILD_RESULT_BYTES:
        raise unreadable(name, "limit", worded("reader_files.result"))
    if code in (_ABORTED, _KILLED):
        raise unreadable(name, "limit", worded("reader_files.memory"))
    if code != 0:
        _log.error("the reader of %r ended with code %s", name, code)
        raise unreadable(name, "damaged")
    return _result(json.loads(output), name)


def _run(message: bytes, seconds: float) -> tuple[bytes, int, bool]:
    """Run a child on a message: what it wrote (a byte beyond the limit at most), its exit code, whether late."""
    late = Event()
    command = [sys.executable, "-I", "-X", "utf8", "-c", _START, _ROOT]
    environment = {key: os.environ[key] for key in _KEPT_ENVIRONMENT if key in os.environ}
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=_NO_WINDOW,
    ) as child:

        def stop() -> None:
            late.set()
            child.kill()

        timer = Timer(seconds, stop)
        timer.start()
        try:
            output = _exchange(child, message)
            child.wait()
        finally:
            timer.cancel()
            child.kill()
    return output, child.returncode, late.is_set()


def _exchange(child: subprocess.Popen[bytes], message: bytes) -> bytes:
    """Give the child its message, then take what it writes; it writes only after it has read everything."""
    assert child.stdin is not None and child.stdout is not None
    for give in (lambda pipe: pipe.write(message), lambda pipe: pipe.close()):
        with suppress(OSError):  # a child that ended early; its exit code tells
            give(child.stdin)
    output = child.stdout.read(limits.CHILD_RESULT_BYTES + 1)
    if len(output) > limits.CHILD_RESULT_BYTES:
        child.kill()
    return output


def _result(answer: dict[str, Any], name: str) -> dict[str, Any]:
    if "error" not in answer:
        return answer["result"]
    error = answer["error"]
    if "trace" in error:
        _log.error("the reader of %r failed:\n%s", name, error["trace"])
    raise UnreadableFile(error["code"], of_plain(error["message"]))
