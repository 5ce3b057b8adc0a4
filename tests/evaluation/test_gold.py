from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from evaluation.gold import HELD_OUT, bundled_sets, read_gold_set
from evaluation.gold_files import GoldError

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
TEXT = "Police in Almaty said on Friday that 26 protesters had been killed in the unrest of the week.\n"
CLAIM: dict[str, Any] = {
    "family": "casualty",
    "kind": "killed",
    "count": {"value": 26, "low": 26, "high": 26, "text": "26"},
    "status": "asserted",
    "evidence": TEXT.strip(),
}
BUNDLED = bundled_sets()


def write_gold(folder: Path, *claims: dict[str, Any], name: str = "a", **told: Any) -> Path:
    document = {"article": f"{name}.txt", "published": "2022-01-07", "claims": list(claims)} | told
    (folder / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    (folder / f"{name}.json").write_text(json.dumps(document, indent=1), encoding="utf-8")
    return folder


def test_gold_claim_knows_its_place_in_the_text(tmp_path: Path) -> None:
    (article,) = read_gold_set("g", write_gold(tmp_path, CLAIM), tmp_path).articles
    (claim,) = article.claims
    assert article.text
    assert article.text.text[claim.start : claim.end] == claim.evidence


def test_published_comes_from_the_index_and_else_from_the_gold(tmp_path: Path) -> None:
    write_gold(tmp_path, CLAIM)
    (article,) = read_gold_set("g", tmp_path, tmp_path).articles
    assert article.text
    assert article.text.published == date(2022, 1, 7)
    line = {"file": "a.txt", "published": "2022-01-08", "outlet": "The Wire"}
    (tmp_path / "index.jsonl").write_text(json.dumps(line), encoding="utf-8")
    (article,) = read_gold_set("g", tmp_path, tmp_path).articles
    assert article.text
    assert (article.text.published, article.text.outlet) == (date(2022, 1, 8), "The Wire")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"kind": "slain"}, "killed"),
        ({"family": "sport"}, "casualty"),
        ({"group": "folk"}, "protesters"),
        ({"status": "sure"}, "asserted"),
        ({"source_type": "blog", "source": "x"}, "media"),
        ({"source_type": "media"}, "without a source"),
        ({"colour": "red"}, "claims.0.colour"),
        ({"count": {"value": 26, "low": 30, "high": None, "text": "26"}}, "must not fall"),
        ({"count": {"value": "x", "low": None, "high": None, "text": "x"}}, "claims.0.count.value"),
        ({"when": {"text": "then", "start": "2022-01-08", "end": "2022-01-07"}}, "ends before"),
        ({"evidence": ""}, "claims.0.evidence"),
    ],
)
def test_gold_that_means_nothing_is_refused_with_file_line_and_field(
    changed: dict[str, Any], said: str, tmp_path: Path
) -> None:
    write_gold(tmp_path, CLAIM | changed)
    with pytest.raises(GoldError, match=r"a\.json:\d+: claims\.0") as error:
        read_gold_set("g", tmp_path, tmp_path)
    assert said in str(error.value)


def test_line_of_a_mistake_is_its_own(tmp_path: Path) -> None:
    write_gold(tmp_path, CLAIM, CLAIM | {"status": "sure"})
    with pytest.raises(GoldError) as error:
        read_gold_set("g", tmp_path, tmp_path)
    number = int(str(error.value).split("a.json:")[1].split(":")[0])
    assert '"sure"' in (tmp_path / "a.json").read_text(encoding="utf-8").splitlines()[number - 1]


def test_claim_told_twice_is_refused(tmp_path: Path) -> None:
    write_gold(tmp_path, CLAIM, CLAIM)
    with pytest.raises(GoldError, match="repeats"):
        read_gold_set("g", tmp_path, tmp_path)


def test_claim_of_a_family_that_was_not_coded_is_refused(tmp_path: Path) -> None:
    write_gold(tmp_path, CLAIM, families=["detention"])
    with pytest.raises(GoldError, match="does not list"):
        read_gold_set("g", tmp_path, tmp_path)


def test_broken_json_and_missing_articles_are_told_with_their_place(tmp_path: Path) -> None:
    write_gold(tmp_path, CLAIM)
    (tmp_path / "a.txt").unlink()
    with pytest.raises(GoldError, match=r"a\.txt"):
        read_gold_set("g", tmp_path, tmp_path)
    (tmp_path / "a.json").write_text('{\n"article": }', encoding="utf-8")
    with pytest.raises(GoldError, match=r"a\.json:2: not JSON"):
        read_gold_set("g", tmp_path, tmp_path)


def test_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no gold files"):
        read_gold_set("g", tmp_path, tmp_path)


def test_article_cannot_lead_out_of_its_folder(tmp_path: Path) -> None:
    write_gold(tmp_path, CLAIM, article="../a.txt")
    with pytest.raises(GoldError, match="article"):
        read_gold_set("g", tmp_path, tmp_path)


def test_two_gold_files_about_one_article_are_refused(tmp_path: Path) -> None:
    write_gold(tmp_path, CLAIM)
    write_gold(tmp_path, CLAIM, name="b", article="a.txt")
    with pytest.raises(GoldError, match="keep one"):
        read_gold_set("g", tmp_path, tmp_path)


def test_held_out_articles_are_those_of_the_list(tmp_path: Path) -> None:
    write_gold(write_gold(tmp_path, CLAIM), CLAIM, name="b")
    (tmp_path / HELD_OUT).write_text("# measured only\nb\n", encoding="utf-8")
    articles = read_gold_set("g", tmp_path, tmp_path).articles
    assert [article.held_out for article in articles] == [False, True]
    (tmp_path / HELD_OUT).write_text("nobody\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"held_out\.txt:1"):
        read_gold_set("g", tmp_path, tmp_path)


def test_digest_moves_with_gold_text_and_facts_only(tmp_path: Path) -> None:
    write_gold(tmp_path, CLAIM)

    def digest() -> str:
        return read_gold_set("g", tmp_path, tmp_path).digest

    first = digest()
    assert digest() == first
    write_gold(tmp_path, CLAIM | {"status": "denied"})
    of_other_gold = digest()
    (tmp_path / "a.txt").write_text(TEXT + "More.\n", encoding="utf-8")
    of_other_text = digest()
    (tmp_path / "index.jsonl").write_text('{"file": "a.txt", "published": "2022-01-08"}', encoding="utf-8")
    assert len({first, of_other_gold, of_other_text, digest()}) == 4


@pytest.mark.parametrize("gold_set", BUNDLED, ids=[each.name for each in BUNDLED])
def test_bundled_articles_can_be_read(gold_set: Any) -> None:
    assert not [article.file_name for article in gold_set.articles if article.text is None]


@pytest.mark.parametrize("gold_set", BUNDLED, ids=[each.name for each in BUNDLED])
def test_bundled_articles_hold_their_evidence(gold_set: Any) -> None:
    lost = {(a.file_name, claim.evidence) for a in gold_set.articles for claim in a.claims if claim.start is None}
    assert not lost


@pytest.mark.parametrize("name", ["short", "wire", "press"])
def test_bundled_gold_is_of_all_families(name: str) -> None:
    bundled = next(each for each in BUNDLED if each.name == name)
    assert len({claim.family for article in bundled.articles for claim in article.claims}) == 9


@pytest.mark.parametrize("name", ["wire", "press"])
def test_half_of_the_articles_that_nobody_knew_is_held_out(name: str) -> None:
    unknown = next(each for each in BUNDLED if each.name == name)
    assert 0.4 < sum(article.held_out for article in unknown.articles) / len(unknown.articles) < 0.6


def test_shared_gold_is_what_our_guide_allows() -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared gold (../shared) is not here")
    shared = read_gold_set("shared", SHARED / "claims" / "gold", SHARED / "articles")
    assert sum(len(article.claims) for article in shared.articles) > 500
