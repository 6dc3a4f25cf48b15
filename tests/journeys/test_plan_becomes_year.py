"""A plan goes in as a document; the year comes out: read, reviewed, launched, seen below."""

from datetime import date

from django.urls import reverse

from danban.campaigns.models import Campaign, Draft, Obligation
from danban.campaigns.states import ItemKind
from tests.cast import Cast
from tests.web.desk.campaigns.reading_pages import text_of
from tests.web.desk.campaigns.test_read_plan import plan_docx
from tests.web.entering import enter


def test_a_plan_becomes_the_year_of_every_unit(cast: Cast) -> None:
    city = enter(cast, "mrs_ha")
    read = city.post(reverse("desk:campaigns:read_plan"), {"document": plan_docx(), "tree": cast.tree.pk}, follow=True)
    draft = Draft.objects.get()
    assert read.redirect_chain[-1][0] == reverse("desk:campaigns:review", args=[draft.pk])

    window = draft.items.get(kind=ItemKind.MILESTONE, values__code="village-conference")
    corrected = city.post(
        reverse("desk:campaigns:correct", args=[draft.pk, window.pk]),
        {"name": window.values["name"], "starts_on": "02/01/2023", "due_on": "26/02/2023", "level": "village"},
    )
    assert corrected.status_code == 302
    dropped = draft.items.get(kind=ItemKind.DUTY, level__code="village", values__code="self_managed")
    city.post(reverse("desk:campaigns:drop", args=[draft.pk, dropped.pk]))

    launch = reverse("desk:campaigns:launch", args=[draft.pk])
    assert "trùng kỳ nghỉ Tết" in text_of(city.get(launch))
    launched = city.post(launch, follow=True)
    campaign = Campaign.objects.get()
    assert launched.redirect_chain[-1][0] == reverse("desk:campaigns:show", args=[campaign.pk])
    assert "đã phát hành" in text_of(launched)

    owed = Obligation.objects.filter(kind__code="conference", kind__level__code="village")
    assert {one.due_on for one in owed} == {date(2023, 2, 26)}
    assert owed.count() == 8
    assert not Obligation.objects.filter(kind__code="self_managed").exists()
    total = Obligation.objects.count()
    assert city.post(launch).status_code == 302
    assert Obligation.objects.count() == total

    below = text_of(enter(cast, "head_of_group_1").get(reverse("desk:campaigns:show", args=[campaign.pk])))
    assert "26/02/2023" in below
    assert "Tổ chức hội nghị thôn, tổ dân phố" in text_of(enter(cast, "head_of_group_1").get("/viec-cua-toi/"))
