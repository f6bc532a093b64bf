"""The child process that reads one upload: started by ``ingest.guard``, ends with it.

It takes a line of JSON (name, options, worker) and the file's bytes from its input, gives up the right to
open anything and to grow, reads, and writes one JSON object: ``{"result": …}`` or ``{"error": {"code",
"message"}}`` (a message as ``wording.as_plain`` has it), with a ``trace`` when the fault is ours.
"""

import codecs
import json
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from kmdash.domain.problem import UnreadableFile
from kmdash.domain.wording import as_plain, take_texts, worded
from kmdash.ingest import limits
from kmdash.ingest.files import kind_of, reader_of
from kmdash.ingest.files.refusal import Refusal, unreadable
from kmdash.ingest.files.text import ENCODINGS

resource: ModuleType | None
try:
    resource = import_module("resource")
except ImportError:  # Windows: the parent's clock is the only bound
    resource = None

Worker = Callable[[bytes, str, dict[str, Any]], dict[str, Any]]

_STANDARD_STREAMS = 3
_NOT_HERE = ("numpy", "PIL")  # openpyxl would import them for arrays and pictures: slow, and a picture is never opened
_WARM_UP = "ลำดับ,กิจกรรม\n1,อบรม\n".encode()


def main() -> None:
    """Read one file and write what came of it."""
    sys.modules.update(dict.fromkeys(_NOT_HERE))  # type: ignore[arg-type]  # None: an import fails
    source = sys.stdin.buffer
    header = json.loads(source.readline())
    data = source.read()
    try:
        bound()
        worker = _prepared(header["worker"], data)
        close_doors()
        answer = _answer(worker, data, header)
    except BaseException as error:  # whatever it is must reach the parent as an answer
        answer = _own_fault(header["name"], error)
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


def bound() -> None:
    """Limit memory to a margin beyond what is held now, and time (where the system knows limits)."""
    if resource is None:
        return
    seconds = limits.CHILD_CPU_SECONDS
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    statm = Path("/proc/self/statm")
    if statm.exists():
        held = int(statm.read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (held + limits.CHILD_MEMORY,) * 2)


def close_doors() -> None:
    """Give up new files, sockets and processes; what is open stays (where the system knows limits)."""
    if resource is None:
        return
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_STANDARD_STREAMS, _STANDARD_STREAMS))


def _prepared(dotted: str, data: bytes) -> Worker:
    """The worker, and everything that it and the file's reader will want to import or look up."""
    module, _, function = dotted.partition(":")
    worker: Worker = getattr(import_module(module), function)
    take_texts()
    for encoding in ENCODINGS:
        codecs.lookup(encoding)
    try:
        reader_of(kind_of(data))
    except Refusal:
        return worker  # the worker will say so
    worker(_WARM_UP, "warm-up.csv", {})
    return worker


def _answer(worker: Worker, data: bytes, header: dict[str, Any]) -> bytes:
    try:
        return _packed({"result": worker(data, header["name"], header["options"])})
    except UnreadableFile as error:
        told = error
    except MemoryError:
        told = unreadable(header["name"], "limit", worded("reader_files.memory"))
    return _packed({"error": {"code": told.code, "message": as_plain(told.message)}})


def _own_fault(name: str, error: BaseException) -> bytes:
    told = unreadable(name, "damaged")
    trace = "".join(traceback.format_exception(error)).encode("utf-8", "replace").decode()
    return _packed({"error": {"code": told.code, "message": as_plain(told.message), "trace": trace}})


def _packed(answer: dict[str, Any]) -> bytes:
    """JSON that any reader takes: NaN and lone surrogates are our own fault, and raise."""
    return json.dumps(answer, ensure_ascii=False, allow_nan=False).encode("utf-8")
