"""``newsledger review``: a walk through doubtful claims in the terminal, and the same in files."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path  # noqa: TC003 - typer reads the types
from typing import TYPE_CHECKING, Annotated

import click
import typer
from rich.text import Text

from event_log import Archive, EventLog
from orchestration import commands, screen, steps
from orchestration.account import signed
from orchestration.review_files import form_of, text_of, write_lines
from orchestration.screen import plain, say
from orchestration.writer import one_writer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orchestration.settings import Settings
    from review import Decision, ReviewedClaim, Vocabulary, Walk

CHOICES = "[a]ccept [r]eject [c]orrect [s]kip [u]ndo [q]uit"
LAST = "That was the last. [u]ndo it, or [q]uit"
NOTHING_DOUBTFUL = "No doubtful claim is without a verdict. All others: `newsledger review --all`."
NOTHING_MORE = "No claim is without a verdict. What was decided: `newsledger log --type claim_reviewed`."
SHOWN = (
    "kind",
    "group_name",
    "place",
    "country_code",
    "when_start",
    "when_end",
    "scope",
    "source",
    "source_type",
    "status",
)

By = Annotated[str, signed("Who reviews; kept in the log.")]
Everything = Annotated[bool, typer.Option("--all", help="All current claims, not only the doubtful ones.")]
reviewing = typer.Typer(rich_markup_mode="rich")


@reviewing.callback(invoke_without_command=True)
def review(ctx: typer.Context, by: By, everything: Everything = False) -> None:  # noqa: FBT002
    """Walk through doubtful claims, each with its sentence; verdicts are kept at once, with who and why.

    Doubtful is what is unconfirmed, without a place, denied by its source, repeated after that, contradicted by an
    equal the same day, implausible, or read otherwise since somebody reviewed it (docs/ledger.md has the rules).

    [bold]Examples[/bold]:  newsledger review --by "A. Monitor"    newsledger review export claims.csv
    """
    if ctx.invoked_subcommand is None:
        walk_through(ctx.obj, by, everything=everything)


@reviewing.command("export")
def export(
    ctx: typer.Context,
    target: Annotated[Path, typer.Argument(help="A .csv or .jsonl file.", metavar="FILE")],
    everything: Everything = False,  # noqa: FBT002
) -> None:
    """Write claims to a file for people who work elsewhere: fill in verdict, reason, reviewed_by, or correct a field.

    [bold]Example[/bold]:  newsledger review export doubtful.csv
    """
    from review import standing_verdicts, write_reviews

    commands.require_ledger(ctx.obj)
    form = form_of(target)
    verdicts = standing_verdicts(EventLog(ctx.obj.event_log))
    claims = [one for one in current_claims(ctx.obj) if everything or one.doubts]
    write_lines(target, write_reviews(claims, verdicts, form=form))
    say(f"{len(claims)} claims in {target}; read it back with `newsledger review import {target}`.")


@reviewing.command("import")
def take_in(
    ctx: typer.Context,
    source: Annotated[Path, typer.Argument(help="What `review export` wrote.", metavar="FILE", exists=True)],
    by: By,
) -> None:
    """Read verdicts from a file; rows that cannot be taken are named, the rest is kept. What is known adds nothing.

    [bold]Example[/bold]:  newsledger review import doubtful.csv
    """
    from review import read_reviews

    form, text = form_of(source), text_of(source)
    claims = {one.claim_id: one for one in current_claims(ctx.obj)}
    read = read_reviews(text, claims, form=form, reviewed_by=by, vocabulary=vocabulary())
    kept = keep(ctx.obj, read.decisions)
    for bad in read.bad:
        say(f"  row {bad.number}: {bad.why}", style="yellow")
    say(f"{kept} new verdicts, {len(read.decisions) - kept} known, {len(read.bad)} rows not taken")
    raise typer.Exit(commands.DONE_WITH_FAULTS if read.bad else commands.DONE)


@reviewing.command("gold")
def gold(
    ctx: typer.Context, target: Annotated[Path, typer.Argument(help="A folder for gold and articles.", metavar="DIR")]
) -> None:
    """Write articles whose claims are all settled as gold, for `newsledger evaluate DIR/gold DIR/articles`.

    [bold]Example[/bold]:  newsledger review gold reviewed/
    """
    from evaluation.reviewed_gold import write_gold

    commands.require_ledger(ctx.obj)
    count = write_gold(EventLog(ctx.obj.event_log), Archive(ctx.obj.archive), target)
    say(f"{count} articles in {target}, of which every claim was settled.")


def walk_through(settings: Settings, by: str, *, everything: bool) -> None:
    """Until somebody quits; after the last claim there is still the way back."""
    from review import Walk, standing_verdicts

    commands.require_ledger(settings)
    settled = standing_verdicts(EventLog(settings.event_log))
    chosen = (one for one in current_claims(settings) if everything or one.doubts)
    walk = Walk(tuple(one for one in chosen if one.claim_id not in settled))
    if walk.current is None:
        say(NOTHING_MORE if everything else NOTHING_DOUBTFUL)
        return
    say(f"{many(len(walk.claims), 'claim')} to review. {CHOICES}", style="bold")
    with suppress(click.Abort):  # the end of the input is as good as quitting
        while (following := step(settings, walk, by)) is not None:
            walk = following
    say(f"{many(walk.decided, 'verdict')} kept. The facts heed them from the next `newsledger rebuild`.")


def step(settings: Settings, walk: Walk, by: str) -> Walk | None:
    """One question and what follows from the answer; None at the end."""
    claim = walk.current
    if claim is None:
        return taken_back(settings, walk, by) if ask(LAST).strip().lower()[:1] == "u" else None
    show_claim(claim, at=walk.at + 1, of=len(walk.claims))
    answer = ask(CHOICES).strip().lower()[:1]
    if answer == "q":
        return None
    if answer == "u":
        return taken_back(settings, walk, by)
    return walk.on(None) if answer == "s" else decided_on(settings, walk, claim, answer, by)


def many(count: int, what: str) -> str:
    """With its plural."""
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def taken_back(settings: Settings, walk: Walk, by: str) -> Walk:
    """One claim back, and its verdict, if it got one, undone."""
    from review import decided

    before, undone = walk.back()
    if undone is not None and before.current is not None:
        keep(settings, [decided(before.current, "open", reviewed_by=by, reason="undone")])
    return before


def decided_on(settings: Settings, walk: Walk, claim: ReviewedClaim, answer: str, by: str) -> Walk:
    """One claim on, with the verdict kept; the same claim again where it cannot be."""
    from review import InvalidDecision

    try:
        decision = decision_of(claim, answer, by)
    except InvalidDecision as error:
        say(f"  {error}", style="yellow")
        return walk
    keep(settings, [decision])
    return walk.on(decision)


def decision_of(claim: ReviewedClaim, answer: str, by: str) -> Decision:
    """What the answer and those to the questions after it come to."""
    from review import InvalidDecision, corrected, decided

    if answer == "a":
        return decided(claim, "accepted", reviewed_by=by)
    if answer == "r":
        return decided(claim, "rejected", reviewed_by=by, reason=ask("why"))
    if answer == "c":
        corrections = asked_corrections()
        return corrected(claim, corrections, reviewed_by=by, reason=ask("why"), vocabulary=vocabulary())
    raise InvalidDecision(f"write one of: {CHOICES}")


def asked_corrections() -> dict[str, object]:
    """FIELD=VALUE, one a line, until an empty one."""
    from review import CORRECTABLE, read_correction

    say(f"  FIELD=VALUE, one a line; nothing after = where the article does not say. Fields: {', '.join(CORRECTABLE)}")
    found: dict[str, object] = {}
    while line := ask("set"):
        name, _, value = line.partition("=")
        found[name.strip()] = read_correction(name.strip(), value)
    return found


def ask(question: str) -> str:
    """What somebody types after the question; nothing is an answer too."""
    return str(click.prompt(question, default="", show_default=False, err=True))


def show_claim(claim: ReviewedClaim, *, at: int, of: int) -> None:
    """The claim's fields, why it is doubtful, and its sentence with the number marked."""
    date = f", {claim.published_at:%Y-%m-%d}" if claim.published_at else ""
    say("")
    say(f"{at} of {of}  {claim.article} ({claim.outlet or 'no outlet'}{date})", style="bold")
    if claim.doubts:
        say(f"  doubtful: {', '.join(claim.doubts)}", style="yellow")
    say(f"  {claim.family}/{claim.kind}: {claim.count_text or 'no number'} = {bounds(claim)}")
    told = ((name, getattr(claim, name)) for name in SHOWN[1:])
    say("  " + "  ".join(f"{name}={value}" for name, value in told if value is not None))
    screen.show(sentence(claim))


def sentence(claim: ReviewedClaim) -> Text:
    """The evidence on one line; control characters become spaces, one for one, so that the marked range stays true."""
    text = Text("  ") + Text(plain(claim.evidence), style="italic")
    if claim.highlight:
        start, end = claim.highlight
        text.stylize("bold reverse", start + 2, end + 2)
    return text


def bounds(claim: ReviewedClaim) -> str:
    """Value with low and high."""
    shown = [
        "?" if number is None else f"{number:,g}" for number in (claim.count_value, claim.count_low, claim.count_high)
    ]
    return f"{shown[0]} ({shown[1]} to {shown[2]})"


def keep(settings: Settings, decisions: Sequence[Decision]) -> int:
    """Into the log at once; how many were new."""
    from review import record

    with one_writer(settings, progress=say):
        return record(EventLog(settings.event_log), decisions, run_id=steps.new_run_id())


def current_claims(settings: Settings) -> list[ReviewedClaim]:
    """Claims of the published facts, the most doubtful first."""
    from report import claims_to_review
    from review import ReviewedClaim

    commands.require_ledger(settings)
    rows = claims_to_review(settings.facts)
    return [ReviewedClaim.of(dict(zip(rows.columns, row, strict=True))) for row in rows.rows]


def vocabulary() -> Vocabulary:
    """The codes of the claims guide, and the countries that the models know."""
    import csv

    from evaluation import guide
    from orchestration.settings import DBT_PROJECT
    from review import Vocabulary

    with (DBT_PROJECT / "seeds" / "countries.csv").open(encoding="utf-8", newline="") as seed:
        countries = frozenset(row["country_code"] for row in csv.DictReader(seed))
    codes = {
        "group_name": guide.GROUPS,
        "scope": guide.SCOPES,
        "source_type": guide.SOURCE_TYPES,
        "status": guide.STATUSES,
        "country_code": countries,
    }
    return Vocabulary(kinds=guide.KINDS, codes=codes)
