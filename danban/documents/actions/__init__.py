"""Writing papers: files kept by their hash, official numbers taken at issue."""

from danban.documents.actions.keep_file import keep_file
from danban.documents.actions.keep_upload import keep_upload
from danban.documents.actions.load_numbers import NumberRow, load_numbers
from danban.documents.actions.take_number import take_number

__all__ = ["NumberRow", "keep_file", "keep_upload", "load_numbers", "take_number"]
