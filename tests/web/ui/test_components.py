"""Components render with what they need and no more; anything typed into them is escaped."""

from datetime import date
from typing import Any

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, engines
from django.test import RequestFactory

from danban.web.ui.pieces import LegendItem, Link, Point, Segment, Step, Tab, Term

NASTY = "<b>Ngõ & hẻm</b>"
SAFE = "&lt;b&gt;Ngõ &amp; hẻm&lt;/b&gt;"


def render(source: str, **values: Any) -> str:
    """A template of one line, as strict as the pages are."""
    return str(engines["django"].from_string(source).render(values))


@pytest.mark.parametrize("kind", ["late", "soon", "done", "info", "quiet"])
def test_a_pill_has_a_word_a_colour_and_a_shape(kind: str) -> None:
    html = render("{% pill kind text %}", kind=kind, text=NASTY)

    assert f'class="pill {kind}"' in html
    assert "<svg" in html
    assert SAFE in html


def test_a_due_tag_is_the_pill_of_a_day() -> None:
    html = render("{% due due none today %}", due=date(2023, 2, 13), none=None, today=date(2023, 2, 10))

    assert 'class="pill soon"' in html
    assert "Còn 3 ngày · đến hết 13/02" in html


def test_a_bar_never_stands_without_its_figure() -> None:
    assert '<span class="num">17/19</span>' in render('{% bar 0.89 "17/19" %}')
    assert 'class="s-late"' in render("{% bar parts figure %}", parts=[Segment(0.1, "s-late")], figure="1/10")


def test_a_stat_shows_both_parts_of_a_fraction_and_leads_to_them() -> None:
    html = render(
        "{% stat label 1926 of=5412 parts=parts links=links href=href %}",
        label=NASTY, parts=[Segment(0.356)], links=[Link(NASTY, "/a/"), Link("không dẫn đi đâu")], href="/hop/",
    )  # fmt: skip

    assert '<a href="/hop/">1.926</a> <span class="of">/ 5.412</span>' in html
    assert f'<a href="/a/">{SAFE}</a>' in html


@pytest.mark.parametrize(
    "source",
    [
        "{% stat text 3 %}", "{% button text '/a/' %}", "{% button text '/a/' 'primary' 'printer' %}",
        "{% submit text %}",
        "{% submit text 'plain' 'verb' 'drop' %}", "{% empty_state text %}", "{% empty_state text text '/a/' %}",
        "{% notice 'info' text %}", "{% notice 'warning' text title=text lines=lines label=text href='/a/' %}",
        "{% notice 'success' text %}",
        "{% form_errors none text %}", "{% why lines %}", "{% why lines text '/a/' %}",
        "{% why lines text label=text %}", "{% card title=text %}x{% endcard %}",
        "{% card kind='flush' %}{{ text }}{% endcard %}",
        "{% card title='A' aside=link %}x{% endcard %}", "{% disclosure label=text %}x{% enddisclosure %}",
        "{% breadcrumbs crumbs %}", "{% steps steps %}", "{% path points %}", "{% terms rows %}",
        "{% tabs tabs text %}",
        "{% legend items text %}", "{% legend items %}{{ text }}",
    ],
)  # fmt: skip
def test_every_component_renders_and_escapes_what_it_is_given(source: str) -> None:
    html = render(
        source, text=NASTY, lines=[NASTY], none=None, link=Link(NASTY, "/a/"),
        crumbs=[Link(NASTY, "/a/"), Link("giữa"), Link("Trang này")],
        steps=[Step(NASTY, "ok", "/a/"), Step("Mời", "now"), Step("Họp")],
        points=[Point(NASTY, "16/02", NASTY, NASTY, "late", "/a/"), Point("Chờ", state="later")],
        rows=[Term(NASTY, NASTY, "/a/"), Term("Số", "")],
        tabs=[Tab(NASTY, "/a/", is_current=True, count=0), Tab("B", "/b")],
        items=[LegendItem("s0", NASTY)],
    )  # fmt: skip

    assert SAFE in html
    assert NASTY not in html
    assert "style=" not in html


def test_a_refusal_is_spoken_at_once_and_other_notices_wait() -> None:
    assert 'role="alert"' in render("{% notice 'refused' 'Không được' %}")
    assert 'role="status"' in render("{% notice 'success' 'Đã ghi' %}")


class _Form(forms.Form):
    place = forms.CharField(label=NASTY, help_text="Ghi rõ số nhà", max_length=5)
    note = forms.CharField(label="Ghi chú", required=False)
    chair = forms.ChoiceField(label="Chủ trì", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    is_pilot = forms.BooleanField(label="Hội nghị điểm", required=False)
    token = forms.CharField(widget=forms.HiddenInput)


def test_a_field_is_tied_to_its_label_its_help_and_its_error() -> None:
    form = _Form({"place": "quá dài so với mẫu"})
    form.is_valid()

    html = render("{% field form.place %}", form=form)

    assert f'<label for="id_place">{SAFE}</label>' in html
    assert 'aria-describedby="id_place_help id_place_error"' in html
    assert 'id="id_place_help"' in html
    assert 'id="id_place_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'value="quá dài so với mẫu"' in html


def test_a_field_without_trouble_says_nothing_of_it() -> None:
    html = render("{% field form.note %}", form=_Form())

    assert "aria-invalid" not in html
    assert "aria-describedby" not in html
    assert "(nếu có)" in html


def test_choices_are_a_fieldset_with_a_legend_and_a_tick_box_has_its_words_behind() -> None:
    assert "<fieldset" in (group := render("{% field form.chair %}", form=_Form()))
    assert "<legend>Chủ trì" in group
    assert '<label class="choice" for="id_is_pilot">' in render("{% field form.is_pilot %}", form=_Form())
    assert "<label" not in render("{% field form.token %}", form=_Form())


def test_errors_on_top_lead_to_their_fields() -> None:
    form = _Form({})
    form.is_valid()
    form.add_error(None, "Ngày này đã có hội nghị khác.")

    html = render("{% form_errors form %}", form=form)

    assert f'<a href="#id_place">{SAFE}</a>' in html
    assert "Ngày này đã có hội nghị khác." in html
    assert 'role="alert"' in html


def test_a_form_without_errors_shows_no_box() -> None:
    assert render("{% form_errors form %}", form=_Form()).strip() == ""


def test_a_pager_keeps_the_other_filters_and_hides_its_buttons_on_a_single_page() -> None:
    request = RequestFactory().get("/don-vi/", {"trang": "2", "loc": "muon"})
    source = engines["django"].from_string("{% pager page noun='đơn vị' %}")

    middle = source.render({"page": Paginator(range(90), 30).get_page(2)}, request)
    single = source.render({"page": Paginator(range(3), 30).get_page(1)}, request)
    nothing = source.render({"page": Paginator([], 30).get_page(1)}, request)

    assert "31–60 trong 90 đơn vị" in middle
    assert 'href="?trang=1&amp;loc=muon"' in middle
    assert 'href="?trang=3&amp;loc=muon"' in middle
    assert "1–3 trong 3 đơn vị" in single
    assert "href" not in single
    assert nothing.strip() == ""


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{{ 1926|number }}", "1.926"), ("{{ 5000000|dong }}", "5.000.000 đ"), ("{{ 0.356|percent }}", "35,6 %"),
        ("{{ 0.61|percent }}", "61 %"), ("{{ d|day }}", "16/02/2023"), ("{{ d|short_day }}", "16/02"),
        ("{{ d|long_day }}", "Thứ Năm 16/02/2023"), ("{{ none|day }}", "—"), ("{{ none|short_day }}", "—"),
        ("{{ none|long_day }}", "—"),
    ],
)  # fmt: skip
def test_figures_and_days_are_written_the_vietnamese_way(source: str, words: str) -> None:
    assert render(source, d=date(2023, 2, 16), none=None) == words


def test_a_variable_nobody_handed_over_is_an_error() -> None:
    with pytest.raises(AssertionError, match="undefined template variable"):
        render("{{ nobody }}")


def test_context_of_a_component_is_its_own() -> None:
    template = engines["django"].from_string("{% notice 'info' 'Một' %}").template  # type: ignore[attr-defined]

    assert "Khác" not in template.render(Context({"title": "Khác", "href": "/khac/"}))
