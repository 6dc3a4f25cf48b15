"""The document with its marks: not a letter changed, every fact an anchor, every tag closed."""

from hypothesis import given
from hypothesis import strategies as st

from danban.web.desk.campaigns.marking import ORDER, Fact, Heading, document
from danban.web.ui.clauses import anchor_of
from tests.web.desk.campaigns.reading_pages import Anchors

TEXT = "I. TIẾN ĐỘ\n- Trước ngày 20/12/2022: <b>kế hoạch</b> & phân công.\n\n- Một ý.\n- Ý khác dài hơn.\n"
_LINE = st.text(alphabet="aă<>&\"'-. \tIV1)", max_size=24)


@st.composite
def _marked_texts(draw: st.DrawFn) -> tuple[str, list[Fact], list[Heading]]:
    text = "\n".join(draw(st.lists(_LINE, max_size=8)))
    places = st.integers(min_value=-3, max_value=len(text) + 3)
    kinds = st.sampled_from([*ORDER, "unheard-of"])
    spans = draw(st.lists(st.tuples(kinds, places, places, st.booleans(), _LINE), max_size=10))
    facts = [
        Fact(number, kind, start, end, label=words, title=words, is_dropped=gone)
        for number, (kind, start, end, gone, words) in enumerate(spans, 1)
    ]
    starts = draw(st.lists(st.integers(min_value=0, max_value=len(text)), max_size=4, unique=True))
    return text, facts, [Heading(f"I.{n}", start, n % 3) for n, start in enumerate(starts)]


@given(_marked_texts())
def test_without_its_tags_the_page_is_the_document_and_every_fact_has_one_anchor(
    marked: tuple[str, list[Fact], list[Heading]],
) -> None:
    text, facts, headings = marked

    page = Anchors(document(text, headings, facts))

    assert page.text == text
    assert page.open == []
    wanted = sorted(f"f{fact.item_id}" for fact in facts)
    assert sorted(name for name in page.ids if name.startswith("f")) == wanted
    assert len(page.ids) == len(set(page.ids))


def test_a_fact_inside_a_line_is_marked_around_its_words_and_leads_to_its_line() -> None:
    start = TEXT.index("Trước")

    page = document(TEXT, [], [Fact(7, "milestone", start, start + 20)])

    assert '<a href="#d7"><mark id="f7" class="k-milestone">Trước ngày 20/12/202</mark></a>' in page


def test_facts_that_cross_each_other_keep_all_their_words() -> None:
    start = TEXT.index("Trước")

    page = document(TEXT, [], [Fact(1, "citation", start, start + 10), Fact(2, "grant", start + 5, start + 15)])

    assert page.count('id="f1"') == page.count('id="f2"') == 1
    assert '<a href="#d2"><mark class="k-citation"><mark id="f2" class="k-grant">' in page


def test_a_point_of_a_list_takes_only_its_own_line() -> None:
    facts = [Fact(1, "agenda", 0, len(TEXT), title="Một ý."), Fact(2, "agenda", 0, len(TEXT), title="Ý khác dài hơn")]

    lines = document(TEXT, [], facts).split("\n")

    assert [('id="f1"' in line, 'id="f2"' in line) for line in lines[3:5]] == [(True, False), (False, True)]
    assert "edge" not in lines[0]


def test_headings_are_headings_and_can_be_led_to() -> None:
    page = document(TEXT, [Heading("I", 0, 1)])

    assert page.startswith(f'<h3 id="{anchor_of("I")}">I. TIẾN ĐỘ</h3>')
    assert anchor_of("SĐ1.II/a") == "muc-S-1.II-a"


def test_what_a_document_says_is_never_taken_for_markup() -> None:
    page = document("<script>alert(1)</script>", [], [Fact(1, "agenda", 0, 25, label='"><b>')])

    assert "<script" not in page
    assert 'title="&quot;&gt;&lt;b&gt;"' in page
