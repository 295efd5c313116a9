"""Documents to render: a full one in several scripts, and the smallest there can be."""

from datetime import UTC, datetime

from app.brief.blocks import (
    Callout,
    Cell,
    Choices,
    Column,
    Contents,
    Document,
    Figure,
    Heading,
    KeyValues,
    ListBlock,
    Note,
    PageBreak,
    Paragraph,
    Run,
    Table,
    said,
    typed,
)
from app.charts.specs import Crossover, RankedBar, Ranking, WeightLine, WeightSensitivity

DATE = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
SENTENCE = "Partners disagree about how far contact should go before conduct improves. "
DARI = (
    "وزارت صحت عامه می‌گوید که ۱۲ کلینیک در ولایت‌های هرات و بلخ دوباره باز شده است "
    "و گزینهٔ سوم (Option C) توصیه می‌شود."
)
PASHTO = "ټولې پوسټې په ننګرهار، کندهار او هلمند کې پرانیستل شوې دي او ۲۵٪ ډاکټران ښځینه دي."
ARABIC = "قالت وزارة الصحّة إنّ ١٢ عيادة أُعيد فتحها في هرات وبلخ (انظر الملحق 3)."
GREEK = "Η πρόταση αξιολογήθηκε με οκτώ κριτήρια."
CYRILLIC = "Предложение оценено по восьми критериям; решение за министром."
COMBINING = "Vie\u0323\u0302t Nam, e\u0328\u0301, i\u0308, c\u0327a, Z\u0335"

RANKING = Ranking(
    bars=(
        RankedBar("Conditional membership", (30.0, 23.6), 53.6, "53.6", 53.6, 53.6),
        RankedBar("Regional engagement", (20.0, 27.5), 47.5, "47.5", 40.0, 55.0, "provisional"),
        RankedBar("گزینهٔ اول", (4.0, 20.0), 24.0, "24.0", 24.0, 24.0),
    ),
    parts=("Human rights", "Security"),
    axis="Value, 0–100",
)
SENSITIVITY = WeightSensitivity(
    lines=(
        WeightLine("Conditional membership", 53.5, 54.0, leading=True),
        WeightLine("Regional engagement", 42.9, 72.0),
    ),
    crossovers=(Crossover(0.372, 53.7, "37.2 %"),),
    present=0.16,
    present_text="now 16 %",
    x_axis="Share of the weight on Security",
    y_axis="Value, 0–100",
)


def document(*blocks, **fields) -> Document:
    """A document of `blocks` under one title."""
    fields.setdefault("title", "A decision")
    return Document(blocks=blocks, date=DATE, **fields)


def paragraph(text: str, **fields) -> Paragraph:
    """A paragraph of the program's own words."""
    return Paragraph((said(text),), **fields)


def full_document(**fields) -> Document:
    """A document with every kind of block, in several scripts, over several pages."""
    return document(*_opening(), *_comparison(), *_scripts(), *_annex(), **_frame(fields))


def _frame(fields: dict) -> dict:
    return {
        "title": "Policy towards a neighbour",
        "subject": "Decision memo",
        "author": "Policy Planning",
        "keywords": "decision, memo",
        "marking": "TLP:AMBER",
        "identifier": "PP-2026-001",
        "header": "Ministry of Foreign Affairs",
        "letterhead": ("Ministry of Foreign Affairs", "Policy Planning"),
        **fields,
    }


def _opening() -> tuple:
    return (
        Heading(1, "Policy towards a neighbour"),
        KeyValues(
            (
                ("To", (typed("The Minister"),)),
                ("From", (typed("Policy Planning, "), typed("محمد یوسف", language="fa-AF"))),
            )
        ),
        Callout("Bottom line", ((said("Adopt it.", bold=True), said(" It leads.")),)),
        Choices(("Agree", "Do not agree", "Discuss"), ("Signature", "Date")),
        Contents("Contents", 3),
        Heading(2, "Issue"),
        Paragraph(
            (
                said("You are asked to decide "),
                typed("what does most for rights"),
                said("; see "),
                Run("the guidance", link="https://www.example.org/guidance?a=1&b=2"),
                said(" and "),
                Run("the ranking", target="ranking"),
                said(", cleared by "),
                typed("ډاکټر ګلالۍ", language="ps"),
                said(" in Kandahar."),
                Run("1", target="note", raised=True),
            ),
            numbered=True,
        ),
        paragraph(SENTENCE * 6, numbered=True),
        ListBlock(((said("Keep the corridor closed."),), (said(SENTENCE * 2),))),
        ListBlock(tuple((said(f"Step {n}"),) for n in range(1, 12)), ordered=True),
    )


def _comparison() -> tuple:
    scores = (("Conditional membership", (58, 48, 0)), ("گزینهٔ ۳ (Option C)", (16, 38, 82)))
    return (
        Heading(2, "Ranking"),
        Figure(RANKING, "Values: Conditional membership 53.6.", "The ranking", "ranking"),
        Figure(SENSITIVITY, "Regional engagement leads beyond 37.2 %.", "The weight of Security"),
        Table(
            (Column("Option", width=2), Column("Norms", "end"), Column("Civic", "end"), Column("")),
            tuple(
                (
                    Cell((typed(option),), header=True),
                    *(Cell((said(str(v)),), shade=v / 100, tone="good") for v in values),
                )
                for option, values in scores
            ),
            "Scores",
            (said("Scores are illustrative."),),
        ),
        Note("1", (said("A note on clearance."),), "note"),
    )


def _scripts() -> tuple:
    return (
        PageBreak(),
        Heading(2, "Scripts"),
        Heading(3, "خلاصه به دری", language="fa-AF", direction="rtl"),
        Paragraph((typed(f"{DARI} {DARI}"),), language="fa-AF", direction="rtl"),
        Paragraph((typed(PASHTO),), language="ps", direction="rtl", numbered=True),
        Paragraph((typed(ARABIC),), language="ar", direction="rtl"),
        ListBlock(((typed(DARI),), (typed("دوم: ۱۲٫۵٪"),)), language="fa-AF", direction="rtl"),
        Table(
            (Column("خطر"), Column("اقدام", width=3)),
            ((Cell((typed("تاخیر"),), header=True), Cell((typed(DARI), typed("25% of staff")))),),
            "جدول ۱",
            language="fa-AF",
            direction="rtl",
        ),
        Paragraph((typed(GREEK),), language="el"),
        Paragraph((typed(CYRILLIC),), language="ru"),
        Paragraph((typed(COMBINING),)),
    )


def _annex() -> tuple:
    groups = []
    for number in range(24):
        if number % 6 == 0:
            groups.append((Cell((said(f"Part {number}"),), header=True, span=3),))
        groups.append(
            (
                Cell((said(f"Criterion {number}"),), header=True, level=1),
                Cell((said(str(number)),)),
                Cell((typed(SENTENCE * (1 + number % 3)),)),
            )
        )
    columns = (Column("Criterion"), Column("Score", "end", 0.5), Column("Rationale", width=4))
    return (
        Heading(2, "Annex"),
        Table(columns, tuple(groups), "Rationales"),
        Callout("A long box", tuple((said(SENTENCE * 5),) for _ in range(12)), tone="neutral"),
    )
