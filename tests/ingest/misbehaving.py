"""Workers for the guard's tests: what a file might make its reader do."""

import os
import socket
import threading
from pathlib import Path
from typing import Any

from kmdash.domain.problem import UnreadableFile

WARM_UP = "warm-up.csv"


def echo(data: bytes, name: str, options: dict[str, Any]) -> dict[str, Any]:
    return {"size": len(data), "name": name, "options": options, "environment": sorted(os.environ)}


def refuse(data: bytes, name: str, options: dict[str, Any]) -> dict[str, Any]:
    if name != WARM_UP:
        raise UnreadableFile("locked", f"ไฟล์ “{name}” ล็อก")
    return {}


def hang(data: bytes, name: str, options: dict[str, Any]) -> dict[str, Any]:
    while name != WARM_UP:
        threading.Event().wait(60)
    return {}


def spin(data: bytes, name: str, options: dict[str, Any]) -> dict[str, Any]:
    while name != WARM_UP:
        pass
    return {}


def grow(data: bytes, name: str, options: dict[str, Any]) -> dict[str, Any]:
    return {} if name == WARM_UP else {"size": len(bytearray(1 << 31))}


def abort(data: bytes, name: str, options: dict[str, Any]) -> dict[str, Any]:
    if name != WARM_UP:
        os.abort()
    return {}


def leave(data: bytes, name: str, options: dict[str, Any]) -> dict[str, Any]:
    if name != WARM_UP:
        os._exit(7)
    return {}


class Panic(BaseException):
    """Like the panic of a Rust library: no Exception."""


def panic(data: bytes, name: str, options: dict[str, Any]) -> dict[str, Any]:
    if name != WARM_UP:
        raise Panic("ตกใจ")
    return {}


def flood(data: bytes, name: str, options: dict[str, Any]) -> dict[str, Any]:
    return {} if name == WARM_UP else {"text": "x" * (33 << 20)}


def not_a_number(data: bytes, name: str, options: dict[str, Any]) -> dict[str, Any]:
    return {"value": float("nan")}


def lone_surrogate(data: bytes, name: str, options: dict[str, Any]) -> dict[str, Any]:
    return {"value": "\ud800"}


def reach_out(data: bytes, name: str, options: dict[str, Any]) -> dict[str, Any]:
    """Try to open, write, connect; tell what was allowed."""
    allowed = []
    for what, attempt in {
        "read": lambda: Path(__file__).read_bytes(),
        "write": lambda: Path(options.get("path", os.devnull)).write_bytes(b"x"),
        "connect": lambda: socket.socket().close(),
    }.items():
        try:
            attempt()
        except OSError:
            continue
        allowed.append(what)
    return {"allowed": allowed}
