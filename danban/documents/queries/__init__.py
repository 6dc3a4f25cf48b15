"""Reading papers: documents and their content, who signs, kept files, the register of official numbers."""

from danban.documents.queries.contents import content_paper
from danban.documents.queries.files import content_of, file_by
from danban.documents.queries.incoming import (
    EnterPage,
    IncomingFilter,
    IncomingPage,
    enter_page,
    incoming_file,
    incoming_page,
    list_incoming,
)
from danban.documents.queries.letterhead import Letterhead, letterhead, place_name
from danban.documents.queries.names import file_name_of
from danban.documents.queries.public_check import (
    PublicPaper,
    PublicSignature,
    Same,
    compare_file,
    public_file,
    public_paper,
)
from danban.documents.queries.register import (
    RegisterFilter,
    RegisterPage,
    RegisterRow,
    last_entry_of,
    list_numbers,
    next_symbol,
    register_page,
)
from danban.documents.queries.sending import (
    DeliveriesPage,
    DeliveryCounts,
    DeliveryRow,
    InboxFilter,
    OnItsWay,
    PapersIn,
    SendPage,
    count_unread_papers,
    counts_of,
    deliveries_page,
    list_deliveries,
    on_its_way,
    papers_in,
    send_page,
)
from danban.documents.queries.signers import signers_of, signers_of_bodies
from danban.kit.kept import path_of

__all__ = [
    "DeliveriesPage",
    "DeliveryCounts",
    "DeliveryRow",
    "EnterPage",
    "InboxFilter",
    "IncomingFilter",
    "IncomingPage",
    "Letterhead",
    "OnItsWay",
    "PapersIn",
    "PublicPaper",
    "PublicSignature",
    "RegisterFilter",
    "RegisterPage",
    "RegisterRow",
    "Same",
    "SendPage",
    "compare_file",
    "content_of",
    "content_paper",
    "count_unread_papers",
    "counts_of",
    "deliveries_page",
    "enter_page",
    "file_by",
    "file_name_of",
    "incoming_file",
    "incoming_page",
    "last_entry_of",
    "letterhead",
    "list_deliveries",
    "list_incoming",
    "list_numbers",
    "next_symbol",
    "on_its_way",
    "papers_in",
    "path_of",
    "place_name",
    "public_file",
    "public_paper",
    "register_page",
    "send_page",
    "signers_of",
    "signers_of_bodies",
]
