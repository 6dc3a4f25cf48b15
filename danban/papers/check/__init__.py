"""Tell an office what in a .docx departs from the form: read it, name its parts, compare each with the rule set."""

from danban.papers.check.found import Found, read_docx
from danban.papers.check.remarks import Remark, Verdict, check_found

__all__ = ["Found", "Remark", "Verdict", "check_found", "read_docx"]
