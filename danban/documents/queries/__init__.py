"""Reading papers: kept files, the register of official numbers."""

from danban.documents.queries.files import content_of, file_by, path_of
from danban.documents.queries.register import RegisterFilter, RegisterPage, RegisterRow, last_entry_of, register_page

__all__ = [
    "RegisterFilter",
    "RegisterPage",
    "RegisterRow",
    "content_of",
    "file_by",
    "last_entry_of",
    "path_of",
    "register_page",
]
