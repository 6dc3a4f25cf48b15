"""What the templates of delegates are handed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse

from danban.conferences.texts import when
from danban.delegates.states import Reply
from danban.web.ui.pieces import Link, Pill, PillKind, Tab
from danban.web.ui.qr import draw

if TYPE_CHECKING:
    from danban.conferences.models import Conference
    from danban.delegates.actions import Invitation
    from danban.delegates.models import Delegate
    from danban.delegates.queries import DelegatesPage

_REPLIES: dict[str, PillKind] = {
    Reply.ACCEPTED: "done", Reply.DECLINED: "late", Reply.NONE: "quiet", Reply.REPLACED: "quiet",
}  # fmt: skip


def to(name: str, *args: int, **query: object) -> str:
    """An address of this room; empty parts of the query are left out."""
    kept = {key: value for key, value in query.items() if value not in ("", None, False)}
    path = reverse(f"desk:delegates:{name}", args=args)
    return f"{path}?{urlencode(kept)}" if kept else path


def about(conference: Conference) -> list[Link]:
    """Where a page before a deed hangs."""
    name = f"Hội nghị {conference.placement.name}"
    href = reverse("desk:conferences:show", args=(conference.pk,))
    return [Link(name, href), Link("Đại biểu", to("index", conference.pk))]


def index(found: DelegatesPage) -> dict[str, Any]:
    """The page of delegates."""
    pk = found.conference.pk
    groups = [("", "Tất cả", found.named), *((row.group, row.label, row.named) for row in found.rows if row.named)]
    return {
        "found": found,
        "one": found.conference,
        "verbs": found.verbs,
        "rows": found.rows,
        "total": found.total,
        "people": [(person, _state(person)) for person in found.page],
        "groups": [
            Tab(label, to("index", pk, nhom=code, q=found.words), code == found.group, count)
            for code, label, count in groups
        ],
        "to_invite": found.named - found.invited,
        "heads": [
            (body.name, assent, Pill("done", "Đã thống nhất") if assent else Pill("soon", "Chờ ý kiến"))
            for body, assent in found.heads
        ],
        "is_agreed": bool(found.heads) and all(assent for _, assent in found.heads),
    }


def _state(person: Delegate) -> Pill:
    if getattr(person, "has_come", False):
        return Pill("done", "Có mặt")
    if person.invited_at is None:
        return Pill("quiet", "Chưa mời")
    return Pill(_REPLIES[person.reply], Reply(person.reply).label)


def letters(made: list[Invitation], conference: Conference, root: str) -> list[dict[str, Any]]:
    """Each invitation as printed: whom, the link, its QR, a text to send."""
    moment = when(conference)
    shown = []
    for one in made:
        link = f"{root}{reverse('portal:delegates:show', args=(one.token,))}"
        name = one.delegate.full_name
        shown.append(
            {
                "name": name,
                "delegate": one.delegate,
                "link": link,
                "qr": draw(link, label=f"Mã giấy mời của {name}"),
                "text": f"Kính mời {name} dự hội nghị đại biểu Nhân dân {conference.placement.name}, {moment}. "
                f"Trả lời tại {link}",
            }
        )
    return shown
