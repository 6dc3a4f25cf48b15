"""Writing papers: files kept by their hash, numbers taken at issue, documents from draft to issue, who signs."""

from danban.documents.actions.attach_signed import attach_signed
from danban.documents.actions.check_content_document import check_content_document
from danban.documents.actions.check_form_document import check_form_document
from danban.documents.actions.draft_document import draft_document
from danban.documents.actions.draft_replacement import draft_replacement
from danban.documents.actions.drop_document import drop_document
from danban.documents.actions.edit_document import edit_document
from danban.documents.actions.end_signer import end_signer
from danban.documents.actions.enter_incoming import enter_incoming
from danban.documents.actions.issue_document import issue_document
from danban.documents.actions.issue_paper import issue_paper
from danban.documents.actions.keep_file import keep_file
from danban.documents.actions.keep_upload import keep_upload
from danban.documents.actions.load_deliveries import SentRow, load_deliveries
from danban.documents.actions.load_documents import DocumentRow, load_documents
from danban.documents.actions.load_numbers import NumberRow, load_numbers
from danban.documents.actions.load_signers import SignerRow, load_signers
from danban.documents.actions.name_signer import name_signer
from danban.documents.actions.read_document import read_document
from danban.documents.actions.remind_document import remind_document
from danban.documents.actions.render_document import render_document
from danban.documents.actions.replace_document import replace_document
from danban.documents.actions.return_document import return_document
from danban.documents.actions.revoke_document import revoke_document
from danban.documents.actions.send_document import send_document
from danban.documents.actions.sign_document import sign_document
from danban.documents.actions.submit_document import submit_document
from danban.documents.actions.take_number import take_number
from danban.documents.actions.telling import tell_recipients, tell_replaced, tell_revoked
from danban.documents.rules import PaperSignature

__all__ = [
    "DocumentRow",
    "NumberRow",
    "PaperSignature",
    "SentRow",
    "SignerRow",
    "attach_signed",
    "check_content_document",
    "check_form_document",
    "draft_document",
    "draft_replacement",
    "drop_document",
    "edit_document",
    "end_signer",
    "enter_incoming",
    "issue_document",
    "issue_paper",
    "keep_file",
    "keep_upload",
    "load_deliveries",
    "load_documents",
    "load_numbers",
    "load_signers",
    "name_signer",
    "read_document",
    "remind_document",
    "render_document",
    "replace_document",
    "return_document",
    "revoke_document",
    "send_document",
    "sign_document",
    "submit_document",
    "take_number",
    "tell_recipients",
    "tell_replaced",
    "tell_revoked",
]
