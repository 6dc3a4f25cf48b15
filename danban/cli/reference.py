"""The generated pages of docs/reference: each a pure reading of tables that already stand in the code."""

import importlib
import importlib.util
from collections.abc import Iterator
from itertools import groupby

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

from danban.accounts.exports import permissions_table
from danban.config.environment import Environment
from danban.kit.lifecycle import Lifecycle
from danban.papers.forms import form_of
from danban.papers.kinds.catalogue import KINDS

_GENERATED = "<!-- Sinh bởi `make docs`; sửa mã, không sửa trang này. -->\n\n"


def pages() -> dict[str, str]:
    """File name → text of every generated page."""
    return {
        "states.md": _GENERATED + _states(),
        "permissions.md": _GENERATED + _permissions(),
        "events.md": _GENERATED + _events(),
        "addresses.md": _GENERATED + _addresses(),
        "tables.md": _GENERATED + _tables(),
        "settings.md": _GENERATED + _settings(),
        "papers.md": _GENERATED + _papers(),
    }


def _papers() -> str:
    parts = ["# Mẫu văn bản của chu trình\n"]
    for group, kinds in groupby(KINDS, key=lambda kind: kind.group):
        parts.append(f"## {group}\n\n| văn bản | viết tắt | để làm gì | ai soạn | thể thức |\n|---|---|---|---|---|")
        for kind in kinds:
            forms = ", ".join(dict.fromkeys(form_of(profile).source for profile in kind.profiles))
            parts.append(f"| {kind.name} | {kind.abbreviation or '—'} | {kind.purpose} | {kind.writers} | {forms} |")
        parts.append("")
    return "\n".join(parts)


def _rooms() -> list[str]:
    labels = (app.name for app in apps.get_app_configs() if app.name.startswith("danban."))
    return sorted(name.removeprefix("danban.") for name in labels)


def _modules(piece: str) -> Iterator[tuple[str, object]]:
    for room in _rooms():
        if importlib.util.find_spec(f"danban.{room}.{piece}"):
            yield room, importlib.import_module(f"danban.{room}.{piece}")


def _states() -> str:
    parts = ["# Trạng thái và bước đi\n"]
    for room, module in _modules("states"):
        for value in vars(module).values():
            if isinstance(value, Lifecycle):
                parts.append(f"## {room} · {value.name}\n\n```mermaid\n{value.mermaid()}\n```\n")
                parts.append("| trạng thái | tên |\n|---|---|")
                parts += [f"| `{s.value}` | {value.label(str(s.value))} |" for s in value.statuses()]
                parts.append("")
    return "\n".join(parts)


def _permissions() -> str:
    said = "Quyền chỉ có trong phạm vi đơn vị của vai trò và các đơn vị bên dưới."
    return f"# Vai trò và quyền\n\n{said}\n\n{permissions_table()}"


def _events() -> str:
    lines = ["# Sự kiện trong nhật ký\n", "| sự kiện | câu |", "|---|---|"]
    for _, module in _modules("texts"):
        lines += [f"| `{event}` | {sentence} |" for event, sentence in sorted(getattr(module, "EVENTS", {}).items())]
    return "\n".join(lines) + "\n"


def _addresses() -> str:
    lines = ["# Địa chỉ\n", "| địa chỉ | tên |", "|---|---|"]
    lines += [f"| `/{address}` | `{name}` |" for address, name in sorted(_walk(get_resolver(), "", ""))]
    return "\n".join(lines) + "\n"


def _walk(resolver: URLResolver, address: str, space: str) -> Iterator[tuple[str, str]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from _walk(entry, address + str(entry.pattern), inner)
        elif isinstance(entry, URLPattern):
            yield address + str(entry.pattern), f"{space}{entry.name}"


def _tables() -> str:
    lines = ["# Bảng dữ liệu\n"]
    for room in _rooms():
        for model in apps.get_app_config(room).get_models():
            first = (model.__doc__ or "").strip().splitlines()[0]
            lines += [f"## {room}.{model.__name__}\n", f"{first}\n", "| cột | kiểu |", "|---|---|"]
            lines += [f"| `{field.column}` | {field.get_internal_type()} |" for field in model._meta.concrete_fields]
            lines.append("")
    return "\n".join(lines)


def _settings() -> str:
    lines = ["# Thiết lập từ môi trường\n", "| biến | mặc định | để làm gì |", "|---|---|---|"]
    for name, field in Environment.model_fields.items():
        lines.append(f"| `DANBAN_{name.upper()}` | `{field.default}` | {field.description or ''} |")
    return "\n".join(lines) + "\n"
