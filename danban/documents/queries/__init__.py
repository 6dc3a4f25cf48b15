"""Reading papers: documents and their content, who signs, kept files, the register of official numbers."""

from danban.documents.queries.contents import content_paper
from danban.documents.queries.files import content_of, file_by, path_of
from danban.documents.queries.letterhead import Letterhead, letterhead, place_name
from danban.documents.queries.names import file_name_of
from danban.documents.queries.register import (
    RegisterFilter,
    RegisterPage,
    RegisterRow,
    last_entry_of,
    list_numbers,
    next_symbol,
    register_page,
)
from danban.documents.queries.signers import signers_of, signers_of_bodies
from danban.kit.kept import path_of

__all__ = [
    "Letterhead",
    "RegisterFilter",
    "RegisterPage",
    "RegisterRow",
    "content_of",
    "content_paper",
    "file_by",
    "file_name_of",
    "last_entry_of",
    "letterhead",
    "list_numbers",
    "next_symbol",
    "path_of",
    "place_name",
    "register_page",
    "signers_of",
    "signers_of_bodies",
]
