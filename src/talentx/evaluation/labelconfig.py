"""The labelling interface of a Label Studio project for figures, in its XML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import quoteattr

from talentx.evaluation.gold import CHOICES
from talentx.evaluation.labelstudio import CHOSEN, KIND, TEXT, WRITTEN
from talentx.evaluation.matching import FAMILIES

_COLOURS = {
    "talent": "#d1495b", "people": "#edae49", "fund": "#00798c", "award": "#66a182", "money": "#2e4057",
    "count": "#8d5b99", "share": "#c97b63", "change": "#4f86c6", "rank": "#9a8c2c", "date": "#6d6875",
    "duration": "#3f7d4e",
}  # fmt: skip


def config(indicators: Iterable[str] = ()) -> str:
    """The labelling interface of a project: kinds as labels, all other fields per region."""
    choices = {**CHOICES, "optional": ("optional",), "indicator": sorted({*FAMILIES, *indicators})}
    labels = [
        f"    <Label value={quoteattr(kind)} background={quoteattr(_COLOURS[kind])}/>"
        for kind in CHOICES[KIND]
    ]
    lines = [
        "<View>",
        "  <Style>.htx-text { white-space: pre-wrap; }</Style>",
        f'  <Labels name="{KIND}" toName="{TEXT}" choice="single">',
        *labels,
        "  </Labels>",
        f'  <Text name="{TEXT}" value="${TEXT}" granularity="symbol"/>',
        '  <View visibleWhen="region-selected">',
        *(line for field in CHOSEN for line in _choices(field, choices[field])),
        *(line for field in WRITTEN for line in _area(field)),
        "  </View>",
        "</View>",
    ]
    return "\n".join(lines) + "\n"


def _choices(field: str, values: Sequence[str]) -> list[str]:
    layout = 'layout="select"' if field == "indicator" else 'layout="inline"'
    return [
        f'    <Header value="{field}" size="6"/>',
        f'    <Choices name="{field}" toName="{TEXT}" perRegion="true" choice="single" {layout}>',
        *(f"      <Choice value={quoteattr(value)}/>" for value in values),
        "    </Choices>",
    ]


def _area(field: str) -> list[str]:
    once = 'editable="true" maxSubmissions="1" rows="1"'
    return [
        f'    <Header value="{field}" size="6"/>',
        f'    <TextArea name="{field}" toName="{TEXT}" perRegion="true" {once}/>',
    ]
