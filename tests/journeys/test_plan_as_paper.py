"""A commune's plan as a paper: drawn up, approved, issued, numbered, in the villages' inboxes, checked by anybody."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from danban.campaigns import actions as campaigns
from danban.documents.models import RegisterEntry
from danban.plans.models import Plan, PlanEdition
from tests.campaigns.readings import reading_of
from tests.cast import AT, TODAY, Cast
from tests.plans.factories import name_signers
from tests.web.desk.plans.pages import OWN, main_of, to, typed
from tests.web.entering import enter

_PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def _issued(cast: Cast) -> PlanEdition:
    """Phúc Xá's plan through HTTP, by the Front and the People's Committee."""
    draft = campaigns.start_draft(reading_of(), tree_id=cast.tree.pk, actor=cast.actors["mrs_ha"], at=AT)
    campaign = campaigns.launch_draft(draft.pk, actor=cast.actors["mrs_ha"], at=AT)
    front, committee = enter(cast, "phuc_xa"), enter(cast, "phuc_xa_committee")
    front.post(reverse("desk:plans:derive", args=[campaign.pk, cast.places["00001"].pk]))
    plan = Plan.objects.get()
    consulted = {"party_body": "Đảng ủy phường", "party_consulted_on": "2023-02-08", "party_how": "Họp"}
    front.post(to("edit", plan), typed(front, plan, **consulted, viec="trinh"))
    committee.post(to("approve", plan))

    refused = main_of(front.post(to("issue", plan), {"issued_on": TODAY.isoformat()}))
    assert "Hãy cử người ký" in refused
    name_signers(cast, "00001")
    assert "Trịnh Thị Sen" in main_of(front.get(OWN))
    answer = front.post(to("issue", plan), {"issued_on": TODAY.isoformat()})
    assert answer.status_code == 302
    return plan.editions.get()


def test_a_communes_plan_goes_out_as_an_official_paper(cast: Cast) -> None:
    edition = _issued(cast)
    document, front = edition.document, enter(cast, "phuc_xa")

    assert RegisterEntry.objects.get().symbol == edition.symbol == "01/KHLT-UBND-UBMTTQ"
    shown = main_of(front.get(reverse("desk:plans:show_edition", args=[edition.pk])))
    assert "Chưa có bản ký" in shown
    assert document.public_code in shown

    head = enter(cast, "head_of_group_1")
    assert edition.symbol in main_of(head.get(reverse("desk:documents:inbox")))
    word = head.get(reverse("desk:documents:file", args=[document.pk, "docx"]))
    assert word.getvalue()[:2] == b"PK"
    head.post(reverse("desk:plans:receive", args=[edition.plan.campaign_id]), {"ban": edition.pk})
    assert document.deliveries.get(unit=cast.places["00001.01"].unit).read_at is not None

    checked = Client().get(reverse("portal:documents:check", args=[document.public_code]))
    assert checked.status_code == 200
    assert edition.symbol in checked.content.decode()

    scan = SimpleUploadedFile("ban-ky.pdf", _PDF, content_type="application/pdf")
    front.post(reverse("desk:documents:attach", args=[document.pk]), {"file": scan})
    assert "Đã có bản ký" in main_of(front.get(reverse("desk:plans:show_edition", args=[edition.pk])))
