"""Papers on their way: those sent to us, whom ours are sent to, who has opened them."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.campaigns.queries import chosen_campaign
from danban.documents import actions, exports, queries
from danban.documents.queries.sending import Opened
from danban.kit.vietnamese import number as figure
from danban.units.queries import find_placements
from danban.web.desk.documents import travelling
from danban.web.desk.documents.forms.sending import LOOK, PapersInForm, SendForm
from danban.web.ui.answers import attempt
from danban.web.ui.requests import DeskRequest

_FOLDER = "desk/documents/"


@require_safe
def inbox(request: DeskRequest) -> HttpResponse:
    """Papers sent to our unit, what nobody here has opened first."""
    form = PapersInForm(request.GET)
    wanted = form.wanted()
    found = queries.papers_in(request.actor, wanted, number=travelling.page_asked(request))
    return render(request, _FOLDER + "inbox.html", travelling.inbox(found, wanted, request.actor))


@require_POST
def read(request: DeskRequest, pk: int) -> HttpResponse:
    """One tap: it has arrived."""

    def deed() -> str:
        actions.read_document(pk, actor=request.actor, at=request.at)
        messages.success(request, "Đã xác nhận với nơi gửi là đơn vị đã nhận văn bản.")
        back = request.POST.get("ve", "")
        is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/")
        return back if is_ours else reverse("desk:documents:inbox")

    def again(sentence: str) -> HttpResponse:
        found = queries.papers_in(request.actor, queries.InboxFilter(), number=1)
        context = travelling.inbox(found, queries.InboxFilter(), request.actor)
        return render(request, _FOLDER + "inbox.html", {**context, "sentence": sentence})

    return attempt(deed, again=again)


@require_http_methods(["GET", "POST"])
def send(request: DeskRequest, pk: int) -> HttpResponse:
    """Choose who gets it; a button looks for more units and sends nothing."""
    found = queries.send_page(request.actor, pk, at=request.at)
    running = chosen_campaign(request.actor)
    form = SendForm(
        request.POST or None,
        found=found,
        others=_looked_for(request, found),
        mailbox=running.campaign.report_mailbox if running else "",
    )

    def deed() -> str:
        levels = queries.units_of_levels(request.actor, form.cleaned_data.get("levels", ()), at=request.at)
        count = actions.send_document(
            pk, unit_ids={*levels, *form.chosen}, addresses=form.mailboxes, note=form.cleaned_data["note"],
            actor=request.actor, at=request.at,
        )  # fmt: skip
        sent = f"Đã gửi tới {figure(count)} nơi nhận." if count else "Các nơi đã chọn đều có văn bản này từ trước."
        messages.success(request, sent)
        return reverse("desk:documents:deliveries", args=[pk])

    def again(sentence: str) -> HttpResponse:
        return render(request, _FOLDER + "send.html", {**travelling.send(found), "form": form, "sentence": sentence})

    if request.method == "GET" or LOOK in request.POST:
        return again("")
    return attempt(deed, again=again, form=form)


def _looked_for(request: DeskRequest, found: queries.SendPage) -> dict[int, str]:
    """Units found by the words typed, and those ticked before, by unit."""
    ticked = [int(value) for value in request.POST.getlist("others") if value.isdecimal() and len(value) < 18]
    hits = find_placements(None, tree_id=found.tree.pk, text=request.POST.get("q", "")[:80])
    names = queries.names_of_units(found.tree, ticked) | {hit.unit_id: hit.way for hit in hits}
    return {unit_id: name for unit_id, name in names.items() if unit_id != request.actor.unit_id}


@require_safe
def deliveries(request: DeskRequest, pk: int) -> HttpResponse:
    """Who has it, who has opened it."""
    return _deliveries(request, pk)


def _deliveries(request: DeskRequest, pk: int, sentence: str = "") -> HttpResponse:
    opened: Opened = travelling.OPENED.get(request.GET.get("xem", ""), "")
    found = queries.deliveries_page(request.actor, pk, opened, number=travelling.page_asked(request), at=request.at)
    return render(request, _FOLDER + "deliveries.html", {**travelling.deliveries(found, opened), "sentence": sentence})


@require_safe
def export_deliveries(request: DeskRequest, pk: int) -> HttpResponse:
    """The same as a table."""
    document, rows = queries.list_deliveries(request.actor, pk)
    answer = HttpResponse(exports.export_deliveries(rows), content_type=exports.MEDIA_TYPES["xlsx"])
    answer["Content-Disposition"] = f'attachment; filename="noi-nhan-{document.pk}.xlsx"'
    return answer


@require_POST
def remind(request: DeskRequest, pk: int) -> HttpResponse:
    """Tell the units that have not opened it, once a day."""

    def deed() -> str:
        count = actions.remind_document(pk, actor=request.actor, at=request.at)
        messages.success(request, f"Đã nhắc {figure(count)} đơn vị chưa mở.")
        return f"{reverse('desk:documents:deliveries', args=[pk])}?{urlencode({'xem': 'chua-mo'})}"

    return attempt(deed, again=lambda sentence: _deliveries(request, pk, sentence))
