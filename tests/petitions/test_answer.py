"""An answer says what, who and when; a vague one is refused; one answer may serve a whole group."""

from datetime import date

import pytest

from danban.campaigns.models import Campaign
from danban.kit.refusals import BadInput, NotYours
from danban.notices.models import Notice
from danban.petitions import actions, rules
from danban.petitions.models import Answer, Petition
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, TODAY, Cast
from tests.petitions.factories import answered, committee, days, good, routed, said

ROOMS = ("petitions", "notices")


def test_a_good_answer_stands_and_the_village_is_asked(cast: Cast, lamp: Petition) -> None:
    routed(cast, lamp)
    one = answered(cast, lamp)

    answer = one.answers.get()
    assert (one.status, one.answered_at, answer.body, answer.due_on) == ("answered", AT, committee(cast), days(20))
    assert last_event() == ("petition.answered", "petition", lamp.pk)
    told = Notice.objects.filter(channel="inbox", account=cast.people["head_of_group_1"]).order_by("-pk")[0]
    assert "đã trả lời" in told.subject


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"text": "Ghi nhận ý kiến của bà con, sẽ nghiên cứu giải quyết trong thời gian tới."}, "chung chung"),
        ({"text": "UBND phường xin tiếp thu và chỉ đạo các đơn vị liên quan xử lý theo quy định."}, "chung chung"),
        ({"text": ""}, "viết câu trả lời"),
        ({"done_by": ""}, "đơn vị hoặc người"),
        ({"due_on": None}, "ngày sẽ làm xong"),
        ({"due_on": date(2023, 1, 1)}, "không thể ở trước"),
        ({"due_on": None, "done_on": date(2023, 3, 1)}, "không thể ở sau"),
        ({"due_on": None, "done_on": TODAY}, "kèm ảnh"),
        ({"decision": "refused"}, "căn cứ pháp luật"),
        ({"decision": "passed_on"}, "nơi có thẩm quyền"),
        ({"decision": "accepted"}, "quyết định"),
        ({"decision": ""}, "quyết định"),
    ],
)
def test_an_answer_without_substance_is_refused(
    cast: Cast, lamp: Petition, values: dict[str, object], sentence: str
) -> None:
    routed(cast, lamp)
    with no_trace(*ROOMS), pytest.raises(BadInput, match=sentence):
        actions.answer_petition(lamp.pk, sheet=good(**values), actor=cast.actors["phuc_xa_committee"], at=AT)


def test_a_comment_is_taken_up_or_explained(cast: Cast, campaign: Campaign) -> None:
    one = routed(cast, said(cast, campaign, kind="comment"))
    sheet = good(decision="explained", done_by="", due_on=None)

    actions.answer_petition(one.pk, sheet=sheet, actor=cast.actors["phuc_xa_committee"], at=AT)
    assert Answer.objects.get().decision == "explained"


def test_passed_on_it_stays_open_with_the_other_body(cast: Cast, lamp: Petition) -> None:
    routed(cast, lamp)
    sheet = good(decision="passed_on", text="Đèn ngõ do quận quản lý", to_body_id=committee(cast, "001").pk)
    one = actions.answer_petition(lamp.pk, sheet=sheet, actor=cast.actors["phuc_xa_committee"], at=AT)

    assert (one.status, one.body) == ("routed", committee(cast, "001"))
    assert one.answers.get().decision == "passed_on"


def test_one_answer_serves_a_group_and_each_village_hears(cast: Cast, lamp: Petition) -> None:
    other = said(cast, lamp.campaign, code="00001.02", who="phuc_xa")
    group = actions.group_petitions([lamp.pk, other.pk], actor=cast.actors["phuc_xa"], at=AT)
    for one in (lamp, other):
        routed(cast, one)

    done = actions.answer_group(group.pk, sheet=good(), actor=cast.actors["phuc_xa_committee"], at=AT)

    assert {one.pk for one in done} == {lamp.pk, other.pk}
    assert Answer.objects.count() == 2
    with no_trace(*ROOMS), pytest.raises(Exception, match="không còn"):
        actions.answer_group(group.pk, sheet=good(), actor=cast.actors["phuc_xa_committee"], at=AT)


def test_the_front_and_another_committee_do_not_answer(cast: Cast, lamp: Petition) -> None:
    routed(cast, lamp)
    with no_trace(*ROOMS):
        for who in ("phuc_xa", "ba_dinh_committee", "mr_dung"):
            with pytest.raises(NotYours):
                answered(cast, lamp, who=who)


def test_words_that_say_nothing_are_told_from_words_that_do() -> None:
    assert rules.is_vague("Xin ghi nhận và sẽ đề xuất cấp có thẩm quyền xem xét khi có kinh phí.")
    assert not rules.is_vague("Đã giao Đội quản lý trật tự đô thị dẹp hàng quán phố Văn Miếu mỗi sáng thứ hai.")
