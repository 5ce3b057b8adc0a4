from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from evaluation.gold_files import GoldClaim, coded_gold
from evaluation.page import page
from evaluation.page.verdicts import MATCHED, MISSED, SIGNS, SPURIOUS, WRONG
from evaluation.runner import Measurement, measure
from extractors.records import ArticleText, Claim, Count
from tests.evaluation.coders import article, exactly, extracted, extractor, gold_set

HOSTILE = '</div><script>alert(1)</script><img src=x onerror="alert(1)"> & \u202e'
VOID = {"meta", "input"}


class Reader(HTMLParser):
    """What a browser would see: tags in balance, ids, links, and the text of every mark."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.marks: list[tuple[str, str]] = []
        self.text = ""
        self.outside_marks = True
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.attributes |= set(told)
        if tag not in VOID:
            self.open.append(tag + "." + told.get("class", ""))
        self.ids += [told["id"]] if "id" in told else []
        self.links += [told["href"]] if "href" in told else []
        if tag == "mark" and (self.outside_marks or self.marks[-1][0] != told["class"]):
            self.marks.append((told["class"], ""))
            self.outside_marks = False

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().partition(".")[0] == tag

    def handle_data(self, data: str) -> None:
        if "div.text" in self.open and not any(tag.startswith("a.chip") for tag in self.open):
            self.text += data
        if any(tag.startswith("mark.") for tag in self.open):
            verdict, before = self.marks[-1]
            self.marks[-1] = (verdict, before + data)
        else:
            self.outside_marks = True


def measured(text: str, gold: str | None, *found: Claim, held_out: bool = False) -> Measurement:
    """``gold``: the sentence in which 26 are killed."""
    claims = []
    if gold is not None:
        count = {"value": 26, "low": 26, "high": 26, "text": "26"}
        told = {"family": "casualty", "kind": "killed", "status": "asserted", "evidence": gold, "count": count}
        claims = [coded_gold(GoldClaim.model_validate(told), text)]
    one = article(text, *claims, held_out=held_out)
    return measure(extractor(lambda _: found), gold_set(one))


def test_page_marks_each_verdict_where_its_sentence_stands() -> None:
    text = "There 26 died. Then 3 were held. The end."
    spurious = extracted("Then 3 were held.", start=15, end=32, count=exactly(3), count_start=20, count_end=21)
    read = Reader(page([measured(text, "There 26 died.", spurious)]))
    assert read.text == text
    assert read.marks == [(MISSED, "There 26 died."), (SPURIOUS, "Then 3 were held.")]


def test_page_tells_matched_from_wrong() -> None:
    text = "There 26 died."
    right = extracted(text, count=exactly(26))
    wrong = extracted(text, count=exactly(26), group="people")
    assert Reader(page([measured(text, text, right)])).marks == [(MATCHED, text)]
    assert Reader(page([measured(text, text, wrong)])).marks == [(WRONG, text)]


def test_sentence_that_claims_share_shows_the_worst_of_them() -> None:
    text = "There 26 died."
    read = Reader(page([measured(text, text, extracted(text, kind="injured", count=exactly(26)))]))
    assert {verdict for verdict, _ in read.marks} == {MISSED}
    assert list(SIGNS).index(MISSED) < list(SIGNS).index(MATCHED)


def test_every_link_leads_somewhere_and_ids_are_one() -> None:
    text = "There 26 died."
    read = Reader(page([measured(text, text), measured(text, "There 26 died", extracted(text))]))
    assert {link.removeprefix("#") for link in read.links} <= set(read.ids)
    assert all(link.startswith("#") for link in read.links)
    assert len(read.ids) == len(set(read.ids))


def test_page_allows_nothing_but_its_own_style() -> None:
    html = page([measured("There 26 died.", None)])
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode()
    assert f"content=\"default-src 'none'; style-src 'sha256-{digest}'" in html
    read = Reader(html)
    assert not read.tags & {"script", "link", "img", "iframe", "object", "form", "base"}
    assert not [name for name in read.attributes if name.startswith("on") or name in {"src", "style", "srcset"}]
    assert "url(" not in html
    assert "@import" not in html


def test_hostile_words_stay_words() -> None:
    hostile = extracted(HOSTILE, subject=HOSTILE, rule=HOSTILE, group=HOSTILE, count=Count(1, 1, 1, HOSTILE))
    measurement = measured(HOSTILE, HOSTILE, hostile)
    read = Reader(page([measurement]))
    assert read.text == HOSTILE
    assert not read.tags & {"script", "img"}


@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60), data=st.data())
def test_text_on_the_page_is_the_articles_whatever_is_marked(text: str, data: st.DataObject) -> None:
    found = []
    for _ in range(data.draw(st.integers(0, 3))):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        found.append(extracted(text[start:end], start=start, end=end))
    assert Reader(page([measured(text, None, *found)])).text == text


def test_words_of_held_out_texts_are_not_shown() -> None:
    html = page([measured("Secretly 26 died.", "Secretly 26 died.", held_out=True)])
    assert "Secretly" not in html
    assert "1 texts are held out" in html


def test_page_shows_why_an_article_failed() -> None:
    def breaks_down(_text: ArticleText) -> tuple[Claim, ...]:
        raise ValueError("<b>no</b>")

    html = page([measure(extractor(breaks_down), gold_set(article()))])
    assert "ValueError: &lt;b&gt;no&lt;/b&gt;" in html
