"""A small rule pack of these tests' own, so that they do not move with the talent pack."""

from __future__ import annotations

from pathlib import Path

MANIFEST = """
name: test
version: '1'
description: a pack for tests
agreement:
  人: [talent]
"""
FAMILY = """
indicators:
  talent_total:
    zh: 人才总量
    en: talent
    definition: How many people of talent there are.
    measure: stock
  award_amount:
    zh: 奖补金额
    en: award amount
    definition: Money that is granted.
  award_amount.housing:
    zh: 购房补贴
    en: housing
    definition: Money that is granted for a home.
rules:
  - id: number
    when: {figure: number}
    then: {kind: count}
    examples: ["来了[3个]"]
  - id: talent
    message: People of talent are counted.
    when: {figure: number, noun: $talent}
    unless: {left: 计划}
    then: {kind: talent, indicator: talent_total}
    examples: ["人才[3人]"]
  - id: award
    when: {figure: money, verb: $grant}
    then: {kind: award, indicator: award_amount}
    examples: ["给予补贴[3元]"]
  - id: award.again
    when: {figure: money, left: 再}
    then: {kind: inherit, indicator: inherit}
    priority: 1
    examples: ["给予补贴3元，再[4元]"]
  - id: housing
    when: {indicator: award_amount, clause: 购房}
    then: {indicator: award_amount.housing}
    examples: ["给予购房补贴[3元]"]
  - id: share
    when: {figure: share}
    then: {kind: share, indicator: inherit}
    examples: ["人才3人，占[3%]"]
  - id: date
    when: {figure: date}
    then: {kind: date}
    examples: ["[9月]"]
  - id: article
    message: One of them says nothing.
    when: {figure: number, form: article}
    then: {kind: count, leave_out: true}
    priority: 1
    examples: ["来了[一个]"]
  - id: status.future
    when: {cue: $future}
    then: {status: target}
    examples: ["将来[3个]"]
  - id: status.award
    when: {kind: award}
    then: {status: policy}
    examples: ["给予[3元]"]
"""
WORDS = {
    "nouns/talent": "人才\n专家\n",
    "verbs/come": "引进\n",
    "verbs/grant": "给予\n",
    "cues/future": "将\n",
    "stops/stop": "参会\n",
}


def small_pack(folder: Path) -> Path:
    """The folder, with the pack in it."""
    (folder / "pack.yaml").write_text(MANIFEST, encoding="utf-8")
    (folder / "family.yaml").write_text(FAMILY, encoding="utf-8")
    for name, lines in WORDS.items():
        path = folder / "words" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(lines, encoding="utf-8")
    return folder
