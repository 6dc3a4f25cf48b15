"""City, district and commune write their section of the summary once."""

import pytest

from danban.campaigns.models import Campaign
from danban.conferences import actions
from danban.conferences.models import SummarySection
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import ROOMS


def test_each_unit_writes_its_own_section_and_rewrites_it(cast: Cast, campaign: Campaign) -> None:
    def write(who: str, code: str, text: str = "Kinh tế tăng 8,9 %.") -> SummarySection:
        return actions.write_summary(
            campaign.pk, placement_id=cast.places[code].pk, text=text, actor=cast.actors[who], at=AT
        )

    section = write("phuc_xa", "00001", " Thu ngân sách vượt kế hoạch.\r\nHai hộ thoát nghèo. ")
    assert section.text == "Thu ngân sách vượt kế hoạch.\nHai hộ thoát nghèo."
    assert last_event() == ("summary.written", "summary_section", section.pk)
    assert write("phuc_xa_committee", "00001", "Bản khác.").pk == section.pk
    write("mrs_ha", "01")
    write("ba_dinh", "001")
    assert str(section).endswith("tóm tắt")
    with no_trace(*ROOMS):
        write("mrs_ha", "01")
        for who, code, refusal in (
            ("ba_dinh", "00001", NotYours), ("head_of_group_1", "00001.01", NotYours), ("phuc_xa", "001", NotFound),
            ("culture_department", "01", NotYours), ("phuc_xa", "00001.01", NotYours),
        ):  # fmt: skip
            with pytest.raises(refusal):
                write(who, code)
        for text in ("  ", "x" * 6_001):
            with pytest.raises(BadInput):
                write("mrs_ha", "01", text)
    campaign.status, campaign.closed_at = "closed", AT
    campaign.save()
    with no_trace(*ROOMS), pytest.raises(NotNow):
        write("mrs_ha", "01", "Khác")
