"""Reading papers: kept files, the register of official numbers."""

from danban.documents.queries.files import content_of, file_by
from danban.documents.queries.register import (
    RegisterFilter,
    RegisterPage,
    RegisterRow,
    last_entry_of,
    list_numbers,
    next_symbol,
    register_page,
)
from danban.kit.kept import path_of

__all__ = [
    "RegisterFilter",
    "RegisterPage",
    "RegisterRow",
    "content_of",
    "file_by",
    "last_entry_of",
    "list_numbers",
    "next_symbol",
    "path_of",
    "register_page",
]
